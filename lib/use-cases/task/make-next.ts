import { nextDate } from "@/lib/adapters/calendar/next-date";
import type { Tx } from "@/lib/data/client";
import { findDraftOfTask } from "@/lib/data/drafts";
import { findSourceKey, findTaskBySource } from "@/lib/data/task-sources";
import { findTask, hasMerged, saveTask } from "@/lib/data/tasks";
import type { Actor } from "@/lib/domain/actor";
import { daysBetween, moveByDays } from "@/lib/domain/calendar/zone-day";
import { whyNotWithdraw } from "@/lib/domain/task/must-be-you";
import type { KindFields } from "@/lib/domain/task/view";
import type { SeenTask } from "@/lib/use-cases/task/change-task";
import { createTaskIn } from "@/lib/use-cases/task/create-task";

/**
 * Leaves the next of a repeating task behind, in the transaction that closes it. The policy tags it afresh: what the
 * client loosened once is theirs again, what a hand tightened stays tight. Closing the same task twice makes one next.
 * Makes none when the task does not repeat, its rule has come to an end, or its person is no longer on this desk.
 */
export async function makeNext(tx: Tx, actor: Actor, task: SeenTask, at: Date): Promise<void> {
  const { raw } = task;
  if (raw.repeat === null) return;
  const before = await findBefore(tx, actor, task);
  const next = nextDate({
    ...raw.repeat,
    dueAt: raw.due_at,
    dueBefore: before?.due_all_day ? null : before?.due_at,
    dueAllDay: raw.due_all_day,
    closedAt: at,
    zone: actor.workspace.zone,
  });
  if (next === null) return;
  const { tagReason } = task;
  const isTightened = task.tag === "must-be-you" && tagReason.by === "hand";
  const wasStrict = tagReason.by === "rule" && tagReason.rule === "as-before";
  const { zone } = actor.workspace;
  const days = daysBetween(raw.due_at ?? at, next.dueAt, zone);
  const made = await createTaskIn(
    tx,
    actor,
    {
      kind: task.kind,
      title: raw.title,
      note: raw.note,
      ...(isTightened ? { tag: "must-be-you" } : {}),
      wasStrict,
      personId: raw.person_id,
      accountId: raw.account_id,
      fields: begunAfresh(raw.fields, before?.fields, (instant, was) => moveByDays(instant, days, zone, was)),
      repeat: { rule: next.rule, from: raw.repeat.from },
      priority: raw.priority,
      dueAt: next.dueAt,
      dueAllDay: next.dueAllDay,
      isPrivate: raw.is_private,
      wasPrivate: raw.is_private,
      sourceKey: nextOf(task.id),
    },
    at,
  );
  if (!made.ok && made.refusal.code !== "invalid")
    throw new Error(`a repeating task has no next: ${made.refusal.code}`);
}

/** Takes the next of a task back when the closing is undone, unless somebody has touched it meanwhile, begun words for it, or folded another into it. */
export async function withdrawNext(tx: Tx, actor: Actor, task: SeenTask): Promise<void> {
  const workspaceId = actor.workspace.id;
  const next = await findTaskBySource(tx, workspaceId, nextOf(task.id));
  if (next === null || next.version !== 1) return;
  if ((await findDraftOfTask(tx, workspaceId, next.id)) !== null) return;
  const folded = await hasMerged(tx, workspaceId, next.id);
  if (whyNotWithdraw(actor, { ...next, hasMerged: folded }) !== null) return;
  await saveTask(tx, workspaceId, next, { state: "withdrawn" });
}

/** The task whose next this is, as it was last; null for the first, and where it may not be seen. */
async function findBefore(tx: Tx, actor: Actor, task: SeenTask): Promise<SeenTask["raw"] | null> {
  const { id: workspaceId } = actor.workspace;
  const key = await findSourceKey(tx, workspaceId, task.id);
  if (!key?.startsWith(nextOf(""))) return null;
  return (await findTask(tx, workspaceId, key.slice(nextOf("").length)))?.raw ?? null;
}

function nextOf(taskId: string): string {
  return `repeat:${taskId}`;
}

/** What was ticked, confirmed or published belongs to the time before; what it is about moves as the task does. */
function begunAfresh(
  fields: KindFields,
  before: KindFields | undefined,
  move: (instant: string, before: string | null) => string,
): KindFields {
  const { startsAt, endsAt, publishAt, ...kept } = fields;
  return {
    ...kept,
    ...(publishAt ? { publishAt: move(publishAt, before?.publishAt ?? null) } : {}),
    ...(startsAt ? { startsAt: move(startsAt, before?.startsAt ?? null) } : {}),
    ...(endsAt ? { endsAt: move(endsAt, before?.endsAt ?? null) } : {}),
    ...(fields.checklist ? { checklist: fields.checklist.map((line) => ({ ...line, done: false })) } : {}),
    ...(fields.criteria
      ? { criteria: fields.criteria.map((line) => ({ ...line, met: "unknown" as const })) }
      : {}),
  };
}
