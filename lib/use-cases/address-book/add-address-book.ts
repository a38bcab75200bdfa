import { randomUUID } from "node:crypto";
import { collectionAt } from "@/lib/adapters/dav/discover";
import { seal } from "@/lib/adapters/secrets/seal";
import { insertBook, listBooks } from "@/lib/data/address-books";
import { listCircles } from "@/lib/data/circles";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { whyNotKeepBooks } from "@/lib/domain/address-book/book";
import { granted, type Result, refused } from "@/lib/domain/result";
import type { AddBookInput } from "@/lib/schemas/address-book";
import { findBooksAt } from "@/lib/use-cases/address-book/look-for-books";

/**
 * Adds an address book that the client keeps on a server of theirs; it is read from then on. Its password is sealed before it is
 * stored. Connects first: refuses `invalid` with the server's answer, `only-client`.
 */
export async function addAddressBook(
  actor: Actor,
  typed: AddBookInput,
  at: Date,
): Promise<Result<{ id: string; seq: number }>> {
  const no = whyNotKeepBooks(actor);
  const found = no === null ? await findBooksAt(typed) : null;
  if (found !== null && !found.ok) return found;
  const book = collectionAt(typed.address, found?.value.books ?? []);
  const id = randomUUID();
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "add-address-book", { kind: "address-book", id: null }, async (tx) => {
    if (no !== null || book === undefined) return refused<string>(no ?? { code: "not-found" });
    const { name, username, password, circle } = typed;
    if (!(await listCircles(tx, workspaceId)).some((one) => one.key === circle))
      return refused({ code: "invalid", fields: { circle: "There is no such circle any more." } });
    const isThere = (await listBooks(tx, workspaceId, null)).some(
      (one) => one.url === book.url && one.username === username,
    );
    if (isThere)
      return refused({ code: "invalid", fields: { address: "This address book is here already." } });
    await insertBook(
      tx,
      workspaceId,
      {
        id,
        name,
        url: book.url,
        username,
        circle,
        sealed: seal(password, { what: "address-book", workspaceId, id }),
      },
      at,
    );
    return granted(id);
  });
  return written.ok ? granted({ id, seq: written.value.seq }) : written;
}
