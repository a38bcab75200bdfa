import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/data/client";
import { insertCardRelations } from "@/lib/data/import-more";
import { findPerson, savePerson } from "@/lib/data/people";
import { listRelations, saveRelation } from "@/lib/data/person-relations";
import { findPicture, savePictures } from "@/lib/data/pictures";
import type { Actor } from "@/lib/domain/actor";
import { mergeMore, type SaidMore, saidMore } from "@/lib/domain/address-book/merge-more";
import type { CardReading } from "@/lib/domain/import/payload";
import type { TakeStep } from "@/lib/use-cases/address-book/take-cards";
import { takeBackIn } from "@/lib/use-cases/person/take-back";

/**
 * Brings a card's changed relations, its new picture and the news that somebody has died to the person it belongs to. Gives
 * what is remembered of it: who was written down as living after all is not marked again by the same card.
 */
export async function updateMore(
  { tx, actor, at }: TakeStep,
  personId: string,
  was: SaidMore,
  { more }: CardReading,
): Promise<SaidMore> {
  const workspaceId = actor.workspace.id;
  const is = saidMore(more);
  const next = { ...is, pictureSum: is.pictureSum ?? was.pictureSum };
  if (JSON.stringify(next) === JSON.stringify(was)) return next;
  const relations = (await listRelations(tx, workspaceId, personId))
    .filter((one) => !one.isPrivate)
    .map(({ other, ...one }) => ({ ...one, name: other.name }));
  const pictureSum = (await findPicture(tx, workspaceId, personId))?.sum ?? null;
  const { added, removed, takesPicture } = mergeMore(was, is, { relations, pictureSum });
  const rows = added.map((one) => ({ ...one, id: randomUUID(), personId }));
  await insertCardRelations(tx, workspaceId, rows);
  for (const one of removed) await saveRelation(tx, workspaceId, one, { removedAt: at });
  if (takesPicture && more?.picture)
    await savePictures(tx, workspaceId, [{ ...more.picture, personId, fromWhere: "address book" }]);
  if (is.isDead && !was.isDead) await markDied(tx, actor, personId, more?.died?.on ?? null);
  return next;
}

/** Their open tasks to congratulate or keep in touch go where that is allowed; of what stays, its page says why. */
async function markDied(tx: Tx, actor: Actor, personId: string, diedOn: string | null): Promise<void> {
  const person = await findPerson(tx, actor.workspace.id, personId);
  if (person === null || person.isDead) return;
  await takeBackIn(tx, actor, personId, { remembrances: false });
  await savePerson(tx, actor.workspace.id, person, { isDead: true, diedOn });
}
