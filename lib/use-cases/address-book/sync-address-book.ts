import { fetchCards } from "@/lib/adapters/contacts/carddav/fetch-cards";
import { DavProblem, type DavServer } from "@/lib/adapters/dav/dav";
import { listChanges } from "@/lib/adapters/dav/list-changes";
import { unseal } from "@/lib/adapters/secrets/seal";
import { forgetMoved, listWaiting, noteListing, readAgain } from "@/lib/data/address-book-cards";
import { endTurn, findBook, putTurn, type StoredBook, saveToken } from "@/lib/data/address-books";
import type { Tx } from "@/lib/data/client";
import { readAs, writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { nextTurn } from "@/lib/domain/next-turn";
import { granted, type Result, refused } from "@/lib/domain/result";
import { takeCards } from "@/lib/use-cases/address-book/take-cards";

/** So many cards a step: the desk's other writers never wait long, and a step that is cut off is simply done again. */
const CARDS_PER_STEP = 200;
/** From each step on nobody else begins with the book for so long; after a crash it is somebody's turn again. */
const TURN_MILLISECONDS = 10 * 60_000;
/** All that one step asks of the server together: a server that takes longer is given up until its next turn. */
const STEP_MILLISECONDS = 180_000;

/** How far a reading is. Ask again without `begin` until `finished`; `problem` says why it ended before everything was read. */
export type SyncStep = {
  waiting: number;
  cards: number;
  finished: boolean;
  problem: string | null;
  seq: number;
};

/** `random` (0 to 1) spreads the next turns; `mostMs` is how long everything asked of the server may take. */
export type SyncAsk = {
  begin: boolean;
  at: Date;
  random: number;
  mostMs?: number;
};

/**
 * One step of bringing an address book here: with `begin` the server is asked what is new, without it the next cards that wait are
 * read and become people, or change them. Done twice it does nothing twice. Refuses `not-found`, `signed-out`; a server that does
 * not answer, or refuses the password, is no refusal but a `problem`, kept with the book. `random` (0 to 1) spreads the next turns.
 */
export async function syncAddressBook(actor: Actor, id: string, ask: SyncAsk): Promise<Result<SyncStep>> {
  const workspaceId = actor.workspace.id;
  const read = await readAs(actor, async (tx) => {
    const book = await findBook(tx, workspaceId, id);
    return book && { book, ...(await listWaiting(tx, workspaceId, id, CARDS_PER_STEP)) };
  });
  if (!read.ok) return read;
  if (read.value === null) return refused({ code: "not-found" });
  const { book, hrefs, waiting, cards } = read.value;
  if (book.state === "paused")
    return granted({ waiting, cards, finished: true, problem: "It is paused.", seq: 0 });
  const password = unseal(book.sealed, { what: "address-book", workspaceId, id });
  if (password === null)
    return fail(
      actor,
      book,
      ask,
      new DavProblem(
        "sign-in",
        "The server's secret was changed, so the password cannot be read any more: type the password again.",
      ),
    );
  const signal = AbortSignal.timeout(ask.mostMs ?? STEP_MILLISECONDS);
  const server: DavServer = { sort: "cards", url: book.url, username: book.username, password, signal };
  try {
    const change = ask.begin
      ? await begin(actor, server, book, ask)
      : await goOn(actor, server, book, hrefs, ask);
    return await step(actor, book, ask, change);
  } catch (error) {
    if (error instanceof DavProblem) return fail(actor, book, ask, error);
    throw error;
  }
}

type Change = (tx: Tx) => Promise<void>;

async function begin(actor: Actor, server: DavServer, book: StoredBook, { at }: SyncAsk): Promise<Change> {
  const workspaceId = actor.workspace.id;
  const listing = await listChanges(server, book.syncToken);
  // A server without entity tags: every listing is news.
  const present = listing.present.map(({ href, etag }) => ({ href, etag: etag || `at ${at.toISOString()}` }));
  return async (tx) => {
    await readAgain(tx, workspaceId, book.id, actor.role === "client");
    await noteListing(tx, workspaceId, book.id, { ...listing, present });
    if (listing.token !== book.syncToken) await saveToken(tx, workspaceId, book.id, listing.token);
  };
}

async function goOn(
  actor: Actor,
  server: DavServer,
  book: StoredBook,
  hrefs: string[],
  { at }: SyncAsk,
): Promise<Change> {
  const fetched = await fetchCards(server, hrefs);
  return (tx) => takeCards({ tx, actor, book, at }, fetched);
}

/** Saves a step and renews the turn; the last one ends it. */
async function step(
  actor: Actor,
  book: StoredBook,
  { at, random }: SyncAsk,
  change: Change,
): Promise<Result<SyncStep>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(
    actor,
    "sync-address-book",
    { kind: "address-book", id: book.id },
    async (tx) => {
      const now = await findBook(tx, workspaceId, book.id);
      if (now === null) return refused({ code: "not-found" });
      await change(tx);
      const { waiting, cards } = await listWaiting(tx, workspaceId, book.id, 0);
      if (waiting > 0) await putTurn(tx, workspaceId, book.id, new Date(at.getTime() + TURN_MILLISECONDS));
      else {
        await forgetMoved(tx, workspaceId, book.id);
        const nextAt = new Date(at.getTime() + nextTurn(0, false, random));
        await endTurn(tx, workspaceId, book.id, {
          state: "in-step",
          lastError: "",
          lastSyncedAt: at,
          failures: 0,
          nextAt,
        });
      }
      return granted({ waiting, cards, finished: waiting === 0, problem: null });
    },
  );
  return written.ok ? granted({ ...written.value.value, seq: written.value.seq }) : written;
}

async function fail(
  actor: Actor,
  book: StoredBook,
  { at, random }: SyncAsk,
  problem: DavProblem,
): Promise<Result<SyncStep>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(
    actor,
    "sync-address-book",
    { kind: "address-book", id: book.id },
    async (tx) => {
      const failures = book.failures + 1;
      const nextAt = new Date(at.getTime() + nextTurn(failures, problem.code === "sign-in", random));
      await endTurn(tx, workspaceId, book.id, {
        state: "failing",
        lastError: problem.sentence,
        failures,
        nextAt,
      });
      return granted(await listWaiting(tx, workspaceId, book.id, 0));
    },
  );
  if (!written.ok) return written;
  const { waiting, cards } = written.value.value;
  return granted({ waiting, cards, finished: true, problem: problem.sentence, seq: written.value.seq });
}
