import { randomUUID } from "node:crypto";
import { insertCardRelations } from "@/lib/data/import-more";
import { listRelations, saveRelation } from "@/lib/data/person-relations";
import { findPicture, savePictures } from "@/lib/data/pictures";
import { mergeMore, type SaidMore, saidMore } from "@/lib/domain/address-book/merge-more";
import type { CardReading } from "@/lib/domain/import/payload";
import type { TakeStep } from "@/lib/use-cases/address-book/take-cards";

/** Brings a card's changed relations and its new picture to the person it belongs to. Gives what is remembered of it. */
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
  return next;
}
