import type { Tx } from "@/lib/data/client";
import type { BookState, BookView } from "@/lib/domain/address-book/book";

/** An address book as it is stored. `sealed` is the encrypted password; `failures` in a row so far. */
export type StoredBook = {
  id: string;
  version: number;
  name: string;
  url: string;
  username: string;
  sealed: Uint8Array;
  circle: string;
  syncToken: string;
  state: BookState;
  lastError: string;
  failures: number;
};

/** How a turn went. */
export type TurnEnd = {
  state: BookState;
  lastError: string;
  lastSyncedAt?: Date;
  failures: number;
  nextAt: Date;
};

/** An address book of the desk that the transaction may see and that is not removed; null otherwise. */
export async function findBook(tx: Tx, workspaceId: string, id: string): Promise<StoredBook | null> {
  const [row] = await tx.$queryRaw<StoredBook[]>`
    SELECT b.id, b.version, b.name, b.url, b.username, b.sealed, b.circle, b.sync_token AS "syncToken", b.state, b.last_error AS "lastError",
      coalesce(t.failures, 0) AS failures
    FROM address_books b LEFT JOIN address_book_turns t ON t.workspace_id = b.workspace_id AND t.book_id = b.id
    WHERE b.workspace_id = ${workspaceId}::uuid AND b.id = ${id}::uuid AND b.removed_at IS NULL`;
  return row ?? null;
}

/** The address books that the transaction may see, or one of them, by name; with how many cards wait for what. */
export async function listBooks(tx: Tx, workspaceId: string, id: string | null): Promise<BookView[]> {
  const rows = await tx.$queryRaw<(Omit<BookView, "lastSyncedAt"> & { lastSyncedAt: Date | null })[]>`
    SELECT b.id, b.version, b.name, b.url, b.username, b.circle, b.state, b.last_synced_at AS "lastSyncedAt", b.last_error AS "lastError",
      count(c.href)::int AS cards, count(*) FILTER (WHERE c.etag_there <> c.etag)::int AS waiting,
      count(*) FILTER (WHERE c.state = 'conflict' AND EXISTS (SELECT 1 FROM persons p WHERE p.workspace_id = c.workspace_id
        AND p.id = c.person_id AND p.removed_at IS NULL))::int AS conflicts, count(*) FILTER (WHERE c.state = 'gone')::int AS gone,
      count(*) FILTER (WHERE c.state IN ('unreadable', 'left-out'))::int AS unread
    FROM address_books b LEFT JOIN address_book_cards c ON c.workspace_id = b.workspace_id AND c.book_id = b.id
    WHERE b.workspace_id = ${workspaceId}::uuid AND b.removed_at IS NULL AND (${id}::uuid IS NULL OR b.id = ${id}::uuid)
    GROUP BY b.workspace_id, b.id ORDER BY b.name, b.id`;
  return rows.map((row) => ({ ...row, lastSyncedAt: row.lastSyncedAt?.toISOString() ?? null }));
}

/** Adds an address book; its first turn is at once. */
export async function insertBook(
  tx: Tx,
  workspaceId: string,
  book: Pick<StoredBook, "id" | "name" | "url" | "username" | "sealed" | "circle">,
  at: Date,
): Promise<void> {
  const sealed = Uint8Array.from(book.sealed);
  await tx.addressBook.createMany({ data: [{ ...book, sealed, workspaceId }] });
  await tx.addressBookTurn.createMany({ data: [{ workspaceId, bookId: book.id, nextAt: at }] });
}

/** Changes an address book; only the client does. False: there is none. */
export async function saveBook(
  tx: Tx,
  workspaceId: string,
  id: string,
  change: Partial<Pick<StoredBook, "name" | "username" | "sealed" | "circle" | "state" | "lastError">> & {
    removedAt?: Date;
  },
): Promise<boolean> {
  const { sealed, ...rest } = change;
  const saved = await tx.addressBook.updateMany({
    where: { workspaceId, id, removedAt: null },
    data: sealed ? { ...rest, sealed: Uint8Array.from(sealed) } : rest,
  });
  return saved.count === 1;
}

/** Keeps what the server said how far it has told us. */
export async function saveToken(tx: Tx, workspaceId: string, id: string, syncToken: string): Promise<void> {
  await tx.addressBook.updateMany({ where: { workspaceId, id, removedAt: null }, data: { syncToken } });
}

/** Writes down how a turn ended. A book that was paused meanwhile stays so. */
export async function endTurn(tx: Tx, workspaceId: string, id: string, turn: TurnEnd): Promise<void> {
  const { failures, nextAt, ...said } = turn;
  await tx.addressBook.updateMany({
    where: { workspaceId, id, removedAt: null, state: { not: "paused" } },
    data: said,
  });
  await tx.addressBookTurn.updateMany({ where: { workspaceId, bookId: id }, data: { failures, nextAt } });
}

/** Puts the next turn of a book to an instant. */
export async function putTurn(tx: Tx, workspaceId: string, id: string, nextAt: Date): Promise<void> {
  await tx.addressBookTurn.updateMany({ where: { workspaceId, bookId: id }, data: { nextAt } });
}

/** Takes the book of a desk whose turn is longest due, and puts its turn off to `until`: whoever asks meanwhile does not get it. */
export async function claimDueBook(
  tx: Tx,
  workspaceId: string,
  at: Date,
  until: Date,
): Promise<string | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE address_book_turns SET next_at = ${until} WHERE workspace_id = ${workspaceId}::uuid AND book_id = (
      SELECT t.book_id FROM address_book_turns t JOIN address_books b ON b.workspace_id = t.workspace_id AND b.id = t.book_id
      WHERE t.workspace_id = ${workspaceId}::uuid AND t.next_at <= ${at} AND b.removed_at IS NULL AND b.state <> 'paused'
      ORDER BY t.next_at LIMIT 1 FOR UPDATE OF t SKIP LOCKED) RETURNING book_id AS id`;
  return rows[0]?.id ?? null;
}
