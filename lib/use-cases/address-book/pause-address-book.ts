import { findBook, putTurn, saveBook } from "@/lib/data/address-books";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { whyNotKeepBooks } from "@/lib/domain/address-book/book";
import { granted, type Result, refused } from "@/lib/domain/result";

/** Stops reading an address book, or goes on with it. Refuses `not-found`, `only-client`. */
export async function pauseAddressBook(
  actor: Actor,
  id: string,
  paused: boolean,
  at: Date,
): Promise<Result<{ id: string; seq: number }>> {
  const workspaceId = actor.workspace.id;
  const verb = paused ? "pause-address-book" : "go-on-with-address-book";
  const written = await writeAs(actor, verb, { kind: "address-book", id }, async (tx) => {
    const book = await findBook(tx, workspaceId, id);
    const no = book === null ? ({ code: "not-found" } as const) : whyNotKeepBooks(actor);
    if (no !== null) return refused(no);
    if ((book?.state === "paused") === paused) return granted(id);
    await saveBook(tx, workspaceId, id, { state: paused ? "paused" : "new", lastError: "" });
    if (!paused) await putTurn(tx, workspaceId, id, at);
    return granted(id);
  });
  return written.ok ? granted({ id, seq: written.value.seq }) : written;
}
