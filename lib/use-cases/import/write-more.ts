import { randomUUID } from "node:crypto";
import { insertCardContacts, insertCardFacts, insertCardRelations } from "@/lib/data/import-more";
import { listPictures, savePictures } from "@/lib/data/pictures";
import type { RowUndo } from "@/lib/domain/import/payload";
import type { FilledMore } from "@/lib/domain/person/fill-in-more";
import type { CardStep } from "@/lib/use-cases/import/import-step";

/** What one card adds beside a person's row, and the note in which it is remembered how to take it back. */
export type MoreToWrite = { personId: string; isNew: boolean; more: FilledMore; undo: RowUndo };

/** Writes down what a step's cards say beside people's rows: one statement for each kind of thing. */
export async function writeMore({ tx, actor, importId }: CardStep, all: MoreToWrite[]): Promise<void> {
  const workspaceId = actor.workspace.id;
  const rows = <T>(of: (more: FilledMore) => T[]) =>
    all.flatMap(({ personId, more, undo }) =>
      of(more).map((one) => ({ ...one, id: randomUUID(), personId, undo })),
    );
  const relations = rows((more) => more.relations);
  for (const { id, undo } of relations) undo.relations = [...(undo.relations ?? []), id];
  const contacts = rows((more) => more.contacts);
  for (const { key, undo } of contacts) undo.contacts = [...(undo.contacts ?? []), key];
  const facts = rows((more) => more.facts);
  for (const { id, undo } of facts) undo.facts = [...(undo.facts ?? []), id];
  await insertCardRelations(tx, workspaceId, relations.map(withoutUndo));
  await insertCardContacts(tx, workspaceId, contacts.map(withoutUndo));
  await insertCardFacts(tx, workspaceId, facts.map(withoutUndo));
  const pictured = all.flatMap(({ more: { picture }, ...rest }) => (picture ? [{ ...rest, picture }] : []));
  if (pictured.length === 0) return;
  const known = pictured.filter((one) => !one.isNew).map((one) => one.personId);
  const before = await listPictures(tx, workspaceId, known);
  // Of two pictures of the same person the first is kept.
  const first = [...new Map(pictured.toReversed().map((one) => [one.personId, one])).values()];
  const saved = await savePictures(
    tx,
    workspaceId,
    first.map(({ personId, picture }) => ({
      ...picture,
      personId,
      fromWhere: importId === null ? "address book" : "import",
    })),
  );
  for (const { personId, undo } of first)
    undo.picture = { version: saved.get(personId) ?? 0, before: before.get(personId) ?? null };
}

function withoutUndo<T extends { undo: RowUndo }>({ undo: _, ...row }: T): Omit<T, "undo"> {
  return row;
}
