import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { whyNotKeepBooks } from "@/lib/domain/address-book/book";
import { granted, type Result, refused } from "@/lib/domain/result";
import type { LookForBooksInput } from "@/lib/schemas/address-book";
import { findCollections } from "@/lib/use-cases/dav/find-collections";

/**
 * Asks a server which address books there are for a user. Nothing is kept. Refuses `only-client`, and `invalid` with the
 * server's answer in words at the field that is to blame.
 */
export async function lookForBooks(
  actor: Actor,
  typed: LookForBooksInput,
): Promise<Result<{ books: FoundBook[] }>> {
  const no = whyNotKeepBooks(actor);
  if (no !== null) {
    const about = { kind: "address-book", id: null } as const;
    const remembered = await writeAs(actor, "look-for-address-books", about, async () => refused<never>(no));
    return remembered.ok ? refused(no) : remembered;
  }
  return findBooksAt(typed);
}

/** An address book that a server offers. */
type FoundBook = { url: string; name: string };

/** The address books behind what was typed, within `mostMs`; `invalid` when there are none or the server cannot be asked. */
export async function findBooksAt(
  typed: LookForBooksInput,
  mostMs?: number,
): Promise<Result<{ books: FoundBook[] }>> {
  const found = await findCollections("cards", typed, mostMs);
  return found.ok ? granted({ books: found.value.map(({ url, name }) => ({ url, name })) }) : found;
}
