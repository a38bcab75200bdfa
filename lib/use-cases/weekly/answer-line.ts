import { findTouchOf, findTouchTask } from "@/lib/data/touch-of";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";
import { type LineVerb, readLineKey } from "@/lib/domain/weekly/view";
import { askDraft, noteBy } from "@/lib/use-cases/task/ask-draft";
import type { Changed, Target } from "@/lib/use-cases/task/change-task";
import { declineTask } from "@/lib/use-cases/task/decline-task";
import { takeTask } from "@/lib/use-cases/task/take-task";
import { findDayTask } from "@/lib/use-cases/weekly/find-day-task";
import { makeTouchTask } from "@/lib/use-cases/weekly/make-touch-task";
import { type BeforeSkip, skipTurn } from "@/lib/use-cases/weekly/skip-turn";

/**
 * What is asked of one line. `personId` and `key` name it; `version` is that of its open task as it was seen, null for none;
 * `dueOn` when it was time to be in touch, as it was seen.
 */
export type LineAnswer = {
  personId: string;
  key: string;
  verb: LineVerb;
  note: string;
  version: number | null;
  dueOn?: string | null;
};

/** What came of it, and how it is taken back: a task's last change, or a pause that ends, with what was `before` it. */
export type Answered = {
  seq: number;
  task: Changed["task"] | null;
  pausedUntil: string | null;
  before: BeforeSkip | null;
};

/**
 * One of the three answers to a line of the weekly list: mine, draft it, skip. Refuses `not-found`, `stale` (also when there
 * is a task meanwhile that somebody has touched, when the one that was seen is gone, and when it is nobody's turn any more),
 * `already-closed`, and `must-be-you` for skipping what only the client may.
 */
export async function answerLine(actor: Actor, answer: LineAnswer, at: Date): Promise<Result<Answered>> {
  const about = readLineKey(answer.key);
  if (about === null || (about.type === "touch" && about.personId !== answer.personId))
    return refused({ code: "not-found" });
  if (about.type === "day") {
    const task = await findDayTask(actor, { personId: answer.personId, ...about }, at);
    return task.ok ? answerTask(actor, answer, task.value, at) : task;
  }
  if (answer.verb === "skip") return skipTurn(actor, answer.personId, at);
  return answerTouch(actor, answer, at);
}

async function answerTouch(actor: Actor, answer: LineAnswer, at: Date): Promise<Result<Answered>> {
  const { personId, dueOn = null, version } = answer;
  const open = await findOpen(actor, personId, at);
  if (!open.ok) return open;
  if (open.value !== null) return answerTask(actor, answer, open.value, at);
  if (version !== null) return refused({ code: "stale", version: version + 1, changed: ["state"] });
  const isMine = answer.verb === "mine";
  const note = isMine ? "" : noteBy(actor, answer.note);
  const made = await makeTouchTask(
    actor,
    { personId, dueOn, state: isMine ? "client" : "assistant", note },
    at,
  );
  if (!made.ok) return made;
  return "open" in made.value
    ? answerTask(actor, answer, made.value.open, at)
    : asAnswered(granted(made.value.made));
}

async function answerTask(
  actor: Actor,
  answer: LineAnswer,
  task: Target,
  at: Date,
): Promise<Result<Answered>> {
  // Whoever saw no task may mean the one that the clock has made meanwhile, while nobody has touched it.
  const target = { id: task.id, version: answer.version ?? 1 };
  if (answer.verb === "mine") return asAnswered(await takeTask(actor, target));
  if (answer.verb === "draft") return asAnswered(await askDraft(actor, { ...target, note: answer.note }));
  return asAnswered(await declineTask(actor, { ...target, note: answer.note || "Let be this year." }, at));
}

/** The open task of somebody who is there. */
async function findOpen(actor: Actor, personId: string, at: Date): Promise<Result<Target | null>> {
  const { id: workspaceId, zone } = actor.workspace;
  const read = await readAs(actor, async (tx) => ({
    isThere: (await findTouchOf(tx, workspaceId, personId, { zone, at })) !== null,
    task: await findTouchTask(tx, workspaceId, personId),
  }));
  if (!read.ok) return read;
  return read.value.isThere ? granted(read.value.task) : refused({ code: "not-found" });
}

function asAnswered(changed: Result<Changed>): Result<Answered> {
  return changed.ok ? granted({ ...changed.value, pausedUntil: null, before: null }) : changed;
}
