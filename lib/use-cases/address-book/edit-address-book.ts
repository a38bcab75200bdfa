import { seal, unseal } from "@/lib/adapters/secrets/seal";
import { findBook, putTurn, saveBook } from "@/lib/data/address-books";
import { listCircles } from "@/lib/data/circles";
import { readAs, writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { whyNotKeepBooks } from "@/lib/domain/address-book/book";
import { granted, type Result, refused } from "@/lib/domain/result";
import type { EditBookInput } from "@/lib/schemas/address-book";
import { findBooksAt } from "@/lib/use-cases/address-book/look-for-books";

/**
 * Changes what an address book is called, into which circle new people come, or how to sign in; a changed way to sign in is tried
 * first. Refuses `not-found`, `only-client`, and `invalid` with the server's answer.
 */
export async function editAddressBook(
  actor: Actor,
  id: string,
  typed: EditBookInput,
  at: Date,
): Promise<Result<{ id: string; seq: number }>> {
  const workspaceId = actor.workspace.id;
  const { password: typedPassword = "", ...rest } = typed;
  const stored = await readAs(actor, (tx) => findBook(tx, workspaceId, id));
  if (!stored.ok) return stored;
  const book = stored.value;
  const signsIn = typedPassword !== "" || (typed.username !== undefined && typed.username !== book?.username);
  if (book !== null && signsIn && whyNotKeepBooks(actor) === null) {
    const password = typedPassword || unseal(book.sealed, { what: "address-book", workspaceId, id });
    if (password === null)
      return refused({ code: "invalid", fields: { password: "Type the password again." } });
    const found = await findBooksAt({
      address: book.url,
      username: typed.username ?? book.username,
      password,
    });
    if (!found.ok) return found;
  }
  const written = await writeAs(actor, "edit-address-book", { kind: "address-book", id }, async (tx) => {
    const now = await findBook(tx, workspaceId, id);
    const no = now === null ? ({ code: "not-found" } as const) : whyNotKeepBooks(actor);
    if (no !== null) return refused(no);
    if (rest.circle && !(await listCircles(tx, workspaceId)).some((one) => one.key === rest.circle))
      return refused({ code: "invalid", fields: { circle: "There is no such circle any more." } });
    const sealed =
      typedPassword === "" ? {} : { sealed: seal(typedPassword, { what: "address-book", workspaceId, id }) };
    const mended = now?.state === "failing" ? ({ state: "new", lastError: "" } as const) : {};
    await saveBook(tx, workspaceId, id, { ...rest, ...sealed, ...(signsIn ? mended : {}) });
    if (signsIn) await putTurn(tx, workspaceId, id, at);
    return granted(id);
  });
  return written.ok ? granted({ id, seq: written.value.seq }) : written;
}
