import { forgetCards } from "@/lib/data/address-book-cards";
import { findBook, saveBook } from "@/lib/data/address-books";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { whyNotKeepBooks } from "@/lib/domain/address-book/book";
import { granted, type Result, refused } from "@/lib/domain/result";

/** Forgets an address book and its password. The people who came from it stay as they are. Refuses `not-found`, `only-client`. */
export async function removeAddressBook(
  actor: Actor,
  id: string,
  at: Date,
): Promise<Result<{ id: string; seq: number }>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "remove-address-book", { kind: "address-book", id }, async (tx) => {
    const book = await findBook(tx, workspaceId, id);
    const no = book === null ? ({ code: "not-found" } as const) : whyNotKeepBooks(actor);
    if (no !== null) return refused(no);
    await forgetCards(tx, workspaceId, id);
    await saveBook(tx, workspaceId, id, { removedAt: at, sealed: new Uint8Array() });
    return granted(id);
  });
  return written.ok ? granted({ id, seq: written.value.seq }) : written;
}
