import { listCards, saveCards } from "@/lib/data/address-book-cards";
import { findBook } from "@/lib/data/address-books";
import { nameSource } from "@/lib/data/fact-sources";
import { listDates } from "@/lib/data/person-dates";
import { readAs, writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { whyNotKeepBooks } from "@/lib/domain/address-book/book";
import { takeTheirs } from "@/lib/domain/address-book/merge-card";
import { granted, type Result, refused } from "@/lib/domain/result";
import type { ResolveConflictInput } from "@/lib/schemas/address-book";
import { applyToPerson } from "@/lib/use-cases/address-book/update-from-card";
import { setPersonPrivacy } from "@/lib/use-cases/person/set-person-privacy";
import { loadPerson } from "@/lib/use-cases/person/write-person";

/**
 * Decides, field by field, whether a person stays as they are here or becomes what their card says. Fields that were not decided
 * stay open. Refuses `not-found`, `only-client`, and `stale` when the person was changed since the two were shown.
 */
export async function resolveConflict(
  actor: Actor,
  id: string,
  { href, version, fields }: ResolveConflictInput,
  at: Date,
): Promise<Result<{ open: number; seq: number }>> {
  const workspaceId = actor.workspace.id;
  const hidden = await hideFirst(actor, id, { href, version, fields });
  if (!hidden.ok) return hidden;
  const written = await writeAs(actor, "resolve-card-conflict", { kind: "address-book", id }, async (tx) => {
    const book = await findBook(tx, workspaceId, id);
    if (book === null) return refused({ code: "not-found" });
    const no = whyNotKeepBooks(actor);
    if (no !== null) return refused(no);
    const [card] = await listCards(tx, workspaceId, id, { hrefs: [href] });
    if (card?.state !== "conflict" || card.personId === null || card.said === null)
      return refused({ code: "not-found" });
    const found = await loadPerson(tx, actor, { id: card.personId, version: hidden.value });
    if (!found.ok) return found;
    const open = card.note.fields ?? [];
    const taken = open.filter((field) => fields[field] === "there");
    await nameSource(tx, { fromWhere: `the address book ${book.name}` });
    const days = await listDates(tx, workspaceId, [card.personId]);
    const sides = taken.map((field) =>
      takeTheirs(field, card.said ?? { facts: { name: "" }, days: [] }, days),
    );
    const change = Object.assign({}, ...sides.map((side) => side.change));
    await applyToPerson(
      tx,
      actor,
      found.value,
      days,
      { change, days: sides.flatMap((side) => side.days) },
      at,
    );
    const left = open.filter((field) => fields[field] === undefined);
    const state = left.length > 0 ? ("conflict" as const) : ("in-step" as const);
    // What a private card said beside has waited for this: it is read once more.
    const etag = fields.private !== undefined && open.includes("private") ? "" : card.etag;
    const note = left.length > 0 ? { fields: left } : {};
    await saveCards(tx, workspaceId, id, [{ ...card, etag, state, note }]);
    return granted(left.length);
  });
  return written.ok ? granted({ open: written.value.value, seq: written.value.seq }) : written;
}

/** Who is to be private like their card becomes so first, as anybody does. Gives the version that the person has then. */
async function hideFirst(
  actor: Actor,
  id: string,
  { href, version, fields }: ResolveConflictInput,
): Promise<Result<number>> {
  if (fields.private !== "there" || whyNotKeepBooks(actor) !== null) return granted(version);
  const read = await readAs(actor, (tx) => listCards(tx, actor.workspace.id, id, { hrefs: [href] }));
  if (!read.ok) return read;
  const [card] = read.value;
  if (card?.state !== "conflict" || card.personId === null || !card.note.fields?.includes("private"))
    return granted(version);
  const hidden = await setPersonPrivacy(actor, { id: card.personId, version }, true);
  return hidden.ok ? granted(hidden.value.version) : hidden;
}
