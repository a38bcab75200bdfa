import { findWishes } from "@/lib/data/calendar-wishes";
import type { Tx } from "@/lib/data/client";
import { type Actor, isClientInPerson } from "@/lib/domain/actor";
import { whyNotShorten } from "@/lib/domain/calendar/kept";
import type { Refusal } from "@/lib/domain/refusal";
import type { TaskKind } from "@/lib/domain/task/task";
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
