import { DavProblem } from "@/lib/adapters/dav/dav";
import { discoverCollections, serverTyped } from "@/lib/adapters/dav/discover";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { whyNotKeepBooks } from "@/lib/domain/address-book/book";
import { granted, type Result, refused } from "@/lib/domain/result";
import type { LookForBooksInput } from "@/lib/schemas/address-book";

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

/** Somebody waits before the screen for it. */
const MOST_MILLISECONDS = 30_000;

/**
 * The address books behind what was typed; `invalid` when there are none or the server cannot be asked. However many places it
 * has to be asked at, it all takes at most `mostMs`.
 */
export async function findBooksAt(
  typed: LookForBooksInput,
  mostMs = MOST_MILLISECONDS,
): Promise<Result<{ books: FoundBook[] }>> {
  const server = serverTyped(typed.address);
  if (server === null)
    return refused({ code: "invalid", fields: { address: "This is not the address of a server." } });
  try {
    const { username, password } = typed;
    const signal = AbortSignal.timeout(mostMs);
    const asked = { sort: "cards", url: server.url, username, password, signal } as const;
    const found = await discoverCollections(asked, server.domain);
    return granted({ books: found.map(({ url, name }) => ({ url, name })) });
  } catch (error) {
    if (!(error instanceof DavProblem)) throw error;
    const field = error.code === "sign-in" ? "password" : "address";
    return refused({ code: "invalid", fields: { [field]: error.sentence } });
  }
}
