import { findWishes } from "@/lib/data/calendar-wishes";
import type { Tx } from "@/lib/data/client";
import { keepsTimeBesides } from "@/lib/data/kept-spans";
import type { RawTask } from "@/lib/data/task-rows";
import type { TaskChange } from "@/lib/data/tasks";
import { type Actor, isClientInPerson } from "@/lib/domain/actor";
import { whyNotFree, whyNotShorten } from "@/lib/domain/calendar/kept";
import type { Refusal } from "@/lib/domain/refusal";
import type { TaskFacts, TaskKind } from "@/lib/domain/task/task";
import type { KindFields } from "@/lib/domain/task/view";

type Post = { kind: TaskKind; fields: KindFields };

/**
 * Asks I8 of a scheduled post that is made or changed: whether less time is kept after it than the desk wishes and than was kept
 * (`before`; null for a new one). Null means yes.
 */
export async function whyNotShortenIn(
  tx: Tx,
  actor: Actor,
  before: Post | null,
  after: { kind: TaskKind; fields?: KindFields },
): Promise<Refusal | null> {
  const isPost = after.kind === "scheduled-post" && (before === null || before.kind === after.kind);
  if (isClientInPerson(actor) || !isPost || after.fields === undefined) return null;
  const { windowMinutes } = (await findWishes(tx, actor.workspace.id)).wishes;
  const lasts = (fields: KindFields) => fields.windowMinutes ?? windowMinutes;
  const least = before === null ? windowMinutes : Math.min(windowMinutes, lasts(before.fields));
  return whyNotShorten(actor, lasts(after.fields), least);
}

/** Asks I8 of a change: whether a post would keep less time after it, or none at all. Null means yes. */
export async function whyNotKeepLessIn(
  tx: Tx,
  actor: Actor,
  task: TaskFacts & { raw: RawTask },
  change: TaskChange,
): Promise<Refusal | null> {
  const before = { kind: task.kind, fields: task.raw.fields };
  const after = { kind: change.kind ?? task.kind, fields: change.fields };
  return (await whyNotShortenIn(tx, actor, before, after)) ?? (await whyNotFreeIn(tx, actor, task, change));
}

/**
 * After some changes nothing keeps the time that a post keeps: as another kind, without an hour, declined, or folded into what keeps
 * no such time. Time that is over is nobody's any more.
 */
async function whyNotFreeIn(
  tx: Tx,
  actor: Actor,
  { id, kind, state, raw }: TaskFacts & { raw: RawTask },
  change: TaskChange,
): Promise<Refusal | null> {
  if (isClientInPerson(actor) || kind !== "scheduled-post") return null;
  const { mergedIntoId: into = raw.merged_into_id, dueAt = raw.due_at, dueAllDay = raw.due_all_day } = change;
  return whyNotFree(actor, await keepsTimeBesides(tx, actor.workspace.id, id, into), {
    kind: change.kind ?? kind,
    state: change.state ?? state,
    isFolded: into !== null,
    hasHour: (change.fields ?? raw.fields).publishAt !== undefined || (dueAt !== null && !dueAllDay),
  });
}
