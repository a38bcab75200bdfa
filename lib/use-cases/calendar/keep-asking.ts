import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/data/client";
import { findOpenQuestion, insertDecision, listDecisions, saveDecision } from "@/lib/data/decisions";
import { type EventRow, listTimesOf } from "@/lib/data/event-rows";
import { type EventTask, listEventTasks } from "@/lib/data/event-tasks";
import { listKeptOverAny, type Stretch } from "@/lib/data/kept-spans";
import { findTask, saveTask } from "@/lib/data/tasks";
import { type Actor, isClientInPerson } from "@/lib/domain/actor";
import { askKept } from "@/lib/domain/calendar/ask-kept";
import { isOpen } from "@/lib/domain/task/task";
import { dropQuestionIn, stopAskingIn } from "@/lib/use-cases/calendar/stop-asking";
import { createTaskIn } from "@/lib/use-cases/task/create-task";

/**
 * What waits for the client has its question before them, about the time that it has now; what waits no more asks nothing. Whoever asks
 * folds away what they made themselves; a task that others touched stays, with a note: an assistant closes none of these.
 */
export async function keepAskingIn(tx: Tx, actor: Actor, rows: readonly EventRow[], at: Date): Promise<void> {
  const { id: workspaceId } = actor.workspace;
  const ids = rows.map(({ id }) => id);
  const tasks = (await listEventTasks(tx, workspaceId, ids, [])).filter((task) => task.kind === "other");
  for (const row of rows) {
    const theirs = tasks.filter(({ fields }) => fields.eventId === row.id);
    const task = theirs.find(({ state }) => isOpen({ state, mergedIntoId: null }));
    const waits = row.held && row.removedAt === null;
    if (!waits && task) await stopAskingIn(tx, actor, task, at);
    const isReopened = waits && !task && (await reopenIn(tx, actor, theirs[0]));
    if (waits && !isReopened) await askIn(tx, actor, row, task, at);
  }
}

/** The client who takes their word back has the question before them again, as it was. */
async function reopenIn(tx: Tx, actor: Actor, closed: EventTask | undefined): Promise<boolean> {
  const { id: workspaceId } = actor.workspace;
  if (closed === undefined || !isClientInPerson(actor)) return false;
  const task = await findTask(tx, workspaceId, closed.id);
  const [question] = await listDecisions(tx, workspaceId, [closed.id]);
  if (task === null || !question?.answer) return false;
  return (
    (await saveDecision(tx, workspaceId, question, { answer: null, answerNote: "" })) &&
    (await saveTask(tx, workspaceId, task, { state: "client" }, "closed"))
  );
}

async function askIn(tx: Tx, actor: Actor, row: EventRow, task: EventTask | undefined, at: Date) {
  const { id: workspaceId, zone } = actor.workspace;
  const times = (await listTimesOf(tx, workspaceId, [row.id])).sort(
    (a, b) => a.startsAt.getTime() - b.startsAt.getTime(),
  );
  const kept = await listKeptOverAny(tx, workspaceId, times);
  const spanOf = (time: Stretch) =>
    kept.find(
      (span) =>
        Date.parse(span.startsAt) < time.endsAt.getTime() &&
        Date.parse(span.endsAt) > time.startsAt.getTime(),
    );
  const first = times.find(spanOf) ?? times[0];
  const startsAt = (first?.startsAt ?? at).toISOString();
  const title = askKept(row.summary, startsAt, first && spanOf(first), zone);
  const fields = { eventId: row.id, startsAt, ...(first ? { endsAt: first.endsAt.toISOString() } : {}) };
  if (!task) {
    const made = await createTaskIn(
      tx,
      actor,
      { kind: "other", title, state: "client", fields, isOverKept: true },
      at,
    );
    if (made.ok) await questionIn(tx, workspaceId, made.value.id, title, row.id);
    return;
  }
  const open = await findOpenQuestion(tx, workspaceId, task.id);
  const seen = await findTask(tx, workspaceId, task.id);
  if (seen === null) return;
  if (task.title !== title || task.fields.startsAt !== startsAt || task.fields.endsAt !== fields.endsAt) {
    // Nobody says yes to another time than the one they read.
    if (open !== null) await dropQuestionIn(tx, workspaceId, open, at);
    await saveTask(tx, workspaceId, seen, { title, fields, state: "client" });
    await questionIn(tx, workspaceId, task.id, title, row.id);
  } else if (open === null) await questionIn(tx, workspaceId, task.id, title, row.id);
}

async function questionIn(
  tx: Tx,
  workspaceId: string,
  taskId: string,
  question: string,
  aboutEvent: string,
): Promise<void> {
  await insertDecision(tx, workspaceId, { id: randomUUID(), taskId, question, choices: [], aboutEvent });
}
