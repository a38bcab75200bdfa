import { forgetCard, listCards } from "@/lib/data/address-book-cards";
import { findBook } from "@/lib/data/address-books";
import { findPerson } from "@/lib/data/people";
import { readAs, writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { whyNotKeepBooks } from "@/lib/domain/address-book/book";
import { granted, type Result, refused } from "@/lib/domain/result";
import type { AcceptGoneInput } from "@/lib/schemas/address-book";
import { removePerson } from "@/lib/use-cases/person/remove-person";

/**
 * Decides about somebody whose card was deleted on its server: they stay on the desk, or are taken off it like anybody else.
 * Refuses `not-found`, `only-client`, and what taking somebody off the desk refuses.
 */
export async function acceptGone(
  actor: Actor,
  id: string,
  { href, person }: AcceptGoneInput,
  at: Date,
): Promise<Result<{ id: string; seq: number }>> {
  const workspaceId = actor.workspace.id;
  const read = await readAs(actor, async (tx) => {
    const [card] = await listCards(tx, workspaceId, id, { hrefs: [href] });
    return card?.state === "gone" && card.personId ? await findPerson(tx, workspaceId, card.personId) : null;
  });
  if (!read.ok) return read;
  if (person === "remove" && read.value !== null && whyNotKeepBooks(actor) === null) {
    const removed = await removePerson(actor, { id: read.value.id, version: read.value.version }, at);
    if (!removed.ok) return removed;
  }
  const written = await writeAs(actor, "accept-gone-card", { kind: "address-book", id }, async (tx) => {
    const book = await findBook(tx, workspaceId, id);
    const [card] = await listCards(tx, workspaceId, id, { hrefs: [href] });
    if (book === null || card?.state !== "gone") return refused({ code: "not-found" });
    const no = whyNotKeepBooks(actor);
    if (no !== null) return refused(no);
    await forgetCard(tx, workspaceId, id, href);
    return granted(id);
  });
  return written.ok ? granted({ id, seq: written.value.seq }) : written;
}
