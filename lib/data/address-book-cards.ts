import type { Tx } from "@/lib/data/client";
import { mergedNow } from "@/lib/data/merged-people";
import type { CardState } from "@/lib/domain/address-book/book";
import type { CardField, CardSaid } from "@/lib/domain/address-book/merge-card";

/**
 * What is noted with a card that waits for the client: the fields of a conflict, or why nobody was made of it. `tries`: how often
 * its server did not give it, though it may another time.
 */
export type CardNote = {
  fields?: CardField[];
  label?: string;
  why?: string;
  isPrivate?: boolean;
  tries?: number;
};

/** A card as it was read last. `said` is null when it was never read. `personId` is who is on the desk for it, merged people followed. */
export type StoredCard = {
  href: string;
  etag: string;
  etagThere: string;
  personId: string | null;
  /** Whether that person is still on the desk. */
  isHere: boolean;
  said: CardSaid | null;
  state: CardState;
  note: CardNote;
};

/** What a card has become. */
export type CardChange = Omit<StoredCard, "isHere" | "etagThere">;

const LINES = 2000;
/** Reading every half hour, a day. */
const MOST_TRIES = 48;

/**
 * Writes down what a server has: what is new or changed waits to be read; what is gone (by name, or because the whole list does not
 * have it) is marked so, or forgotten where nobody was ever made of it.
 */
export async function noteListing(
  tx: Tx,
  workspaceId: string,
  bookId: string,
  listing: { isWhole: boolean; present: { href: string; etag: string }[]; gone: string[] },
): Promise<void> {
  for (let from = 0; from < listing.present.length; from += LINES) {
    const some = JSON.stringify(listing.present.slice(from, from + LINES));
    await tx.$executeRaw`
      INSERT INTO address_book_cards (workspace_id, book_id, href, etag_there)
      SELECT ${workspaceId}::uuid, ${bookId}::uuid, x.href, x.etag FROM jsonb_to_recordset(${some}::jsonb) AS x (href text, etag text)
      ON CONFLICT (workspace_id, book_id, href) DO UPDATE SET etag_there = EXCLUDED.etag_there
      WHERE address_book_cards.etag_there <> EXCLUDED.etag_there`;
  }
  const all = listing.isWhole ? listing.present.map((one) => one.href) : [];
  await tx.$executeRaw`
    DELETE FROM address_book_cards WHERE workspace_id = ${workspaceId}::uuid AND book_id = ${bookId}::uuid AND person_id IS NULL
      AND (href = ANY (${listing.gone}::text[]) OR (${listing.isWhole} AND NOT href = ANY (${all}::text[])))`;
  await tx.$executeRaw`
    UPDATE address_book_cards SET state = 'gone', etag = '', etag_there = '', theirs = NULL
    WHERE workspace_id = ${workspaceId}::uuid AND book_id = ${bookId}::uuid AND state <> 'gone'
      AND (href = ANY (${listing.gone}::text[]) OR (${listing.isWhole} AND NOT href = ANY (${all}::text[])))`;
}

/** Cards that are still to be read, in the order of their places, and how many there are in all. */
export async function listWaiting(
  tx: Tx,
  workspaceId: string,
  bookId: string,
  limit: number,
): Promise<{ hrefs: string[]; waiting: number; cards: number }> {
  const [count] = await tx.$queryRaw<{ waiting: number; cards: number }[]>`
    SELECT count(*) FILTER (WHERE etag_there <> etag)::int AS waiting, count(*)::int AS cards FROM address_book_cards
    WHERE workspace_id = ${workspaceId}::uuid AND book_id = ${bookId}::uuid`;
  const rows = await tx.$queryRaw<{ href: string }[]>`
    SELECT href FROM address_book_cards WHERE workspace_id = ${workspaceId}::uuid AND book_id = ${bookId}::uuid AND etag_there <> etag
    ORDER BY href LIMIT ${limit}`;
  return { hrefs: rows.map((row) => row.href), waiting: count?.waiting ?? 0, cards: count?.cards ?? 0 };
}

/** These cards as they were read last, or the first of those in some states, in the order of their places. */
export async function listCards(
  tx: Tx,
  workspaceId: string,
  bookId: string,
  which: { hrefs: string[] } | { states: CardState[]; limit: number },
): Promise<StoredCard[]> {
  const rows = await tx.addressBookCard.findMany({
    where: {
      workspaceId,
      bookId,
      ...("hrefs" in which ? { href: { in: which.hrefs } } : { state: { in: which.states } }),
    },
    orderBy: { href: "asc" },
    ...("hrefs" in which ? {} : { take: which.limit }),
  });
  const people = await findStandIns(
    tx,
    workspaceId,
    rows.flatMap((row) => row.personId ?? []),
  );
  return rows.map(({ href, etag, etagThere, personId, seen, state, theirs }) => ({
    href,
    etag,
    etagThere,
    ...(people.get(personId ?? "") ?? { personId, isHere: false }),
    said: seen !== null && typeof seen === "object" && "facts" in seen ? (seen as unknown as CardSaid) : null,
    state: state as CardState,
    note: (theirs ?? {}) as CardNote,
  }));
}

/** Who stands for each of these people now: themselves, or whom they were merged into in the end; and whether that one is on the desk. */
async function findStandIns(
  tx: Tx,
  workspaceId: string,
  ids: string[],
): Promise<Map<string, { personId: string; isHere: boolean }>> {
  const rows = await tx.$queryRaw<{ id: string; personId: string; isHere: boolean }[]>`
    SELECT p.id, n.id AS "personId", n.removed_at IS NULL AS "isHere"
    FROM persons p LEFT JOIN ${mergedNow(workspaceId)} m ON m.merged_id = p.id AND m.is_last
    JOIN persons n ON n.workspace_id = p.workspace_id AND n.id = coalesce(m.kept_id, p.id)
    WHERE p.workspace_id = ${workspaceId}::uuid AND p.id = ANY (${ids}::uuid[])`;
  return new Map(rows.map(({ id, ...now }) => [id, now]));
}

/** Saves what became of cards that were read. */
export async function saveCards(
  tx: Tx,
  workspaceId: string,
  bookId: string,
  cards: CardChange[],
): Promise<void> {
  if (cards.length === 0) return;
  const rows = JSON.stringify(
    cards.map(({ said, note, ...rest }) => ({ ...rest, seen: said ?? {}, theirs: note })),
  );
  await tx.$executeRaw`
    UPDATE address_book_cards c SET etag = x.etag, person_id = x."personId", seen = x.seen, state = x.state, theirs = x.theirs
    FROM jsonb_to_recordset(${rows}::jsonb) AS x (href text, etag text, "personId" uuid, seen jsonb, state text, theirs jsonb)
    WHERE c.workspace_id = ${workspaceId}::uuid AND c.book_id = ${bookId}::uuid AND c.href = x.href`;
}

/**
 * Lets cards be read again that their server did not give so far, a few times; and when it is the client who asks, all of those
 * and the ones that were left out because they are private.
 */
export async function readAgain(
  tx: Tx,
  workspaceId: string,
  bookId: string,
  isClient: boolean,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE address_book_cards SET etag = '' WHERE workspace_id = ${workspaceId}::uuid AND book_id = ${bookId}::uuid
      AND ((theirs ->> 'tries')::int < ${isClient ? 1_000_000 : MOST_TRIES}::int
        OR (${isClient} AND state = 'left-out' AND theirs ->> 'isPrivate' = 'true'))`;
}

/** Forgets every card of a book; their people stay as they are. */
export async function forgetCards(tx: Tx, workspaceId: string, bookId: string): Promise<void> {
  await tx.addressBookCard.deleteMany({ where: { workspaceId, bookId } });
}

/** Forgets a card; its person stays as they are. */
export async function forgetCard(tx: Tx, workspaceId: string, bookId: string, href: string): Promise<void> {
  await tx.addressBookCard.deleteMany({ where: { workspaceId, bookId, href } });
}

/** Forgets the cards of a book that went and whose people have another card in it: they were moved, not deleted. */
export async function forgetMoved(tx: Tx, workspaceId: string, bookId: string): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM address_book_cards g WHERE g.workspace_id = ${workspaceId}::uuid AND g.book_id = ${bookId}::uuid AND g.state = 'gone'
      AND EXISTS (SELECT 1 FROM address_book_cards c WHERE c.workspace_id = g.workspace_id AND c.book_id = g.book_id AND c.person_id = g.person_id
        AND c.state IN ('in-step', 'conflict'))`;
}

/** Everybody of these, also those who are off the desk: what they are called. */
export async function nameCardPeople(
  tx: Tx,
  workspaceId: string,
  ids: string[],
): Promise<Map<string, string>> {
  const rows = await tx.person.findMany({
    where: { workspaceId, id: { in: ids } },
    select: { id: true, name: true },
  });
  return new Map(rows.map((row) => [row.id, row.name]));
}
