import { FeedProblem } from "@/lib/adapters/calendar/feed-problem";
import { DavProblem } from "@/lib/adapters/dav/dav";
import { listItemsInState, listWaitingItems, type StoredItem } from "@/lib/data/calendar-items";
import {
  endCalendarTurn,
  findCalendar,
  findPlace,
  type StoredCalendar,
  type StoredPlace,
  savePlace,
} from "@/lib/data/calendars";
import { readAs, writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { whyNotKeepCalendars } from "@/lib/domain/calendar/source";
import { nextTurn } from "@/lib/domain/next-turn";
import { granted, type Result, refused } from "@/lib/domain/result";
import { letItemsGo } from "@/lib/use-cases/calendar-source/let-items-go";
import { openPlace } from "@/lib/use-cases/calendar-source/place-secret";
import { hasToPush } from "@/lib/use-cases/calendar-source/push-ours";
import {
  type Change,
  hearWhatIsNew,
  type Reading,
  readWaiting,
  writeWaiting,
} from "@/lib/use-cases/calendar-source/read-changes";
import { settleGone } from "@/lib/use-cases/calendar-source/settle-gone";

/** So many objects a step: the desk's other writers never wait long, and a step that is cut off is simply done again. */
const OBJECTS_PER_STEP = 100;
/** From each step on nobody else begins with the calendar for so long; after a crash it is somebody's turn again. */
const TURN_MILLISECONDS = 10 * 60_000;
/** All that one step asks of the server together: a server that takes longer is given up until its next turn. */
const STEP_MILLISECONDS = 180_000;
/** More than any calendar that is read has. */
const MOST_GONE = 100_000;

/** How far a reading is. Ask again without `begin` until `finished`; `problem` says why it ended before everything was read. */
export type CalendarStep = {
  waiting: number;
  events: number;
  finished: boolean;
  problem: string | null;
  seq: number;
};

/** `random` (0 to 1) spreads the next turns; `mostMs` is how long everything asked of the server may take. */
export type CalendarAsk = { begin: boolean; at: Date; random: number; mostMs?: number };

/**
 * One step of bringing a calendar here: with `begin` its server is asked what is new, without it the next objects that wait are
 * read and become entries, or change them; when none waits, what was made here is written there. Done twice it does nothing twice. Refuses `not-found`, `only-client`, `signed-out`; a
 * server that does not answer, or refuses the password, is no refusal but a `problem`, kept with the calendar.
 */
export async function syncCalendar(
  actor: Actor,
  id: string,
  ask: CalendarAsk,
): Promise<Result<CalendarStep>> {
  const workspaceId = actor.workspace.id;
  const read = await readAs(actor, async (tx) => {
    const calendar = await findCalendar(tx, workspaceId, id);
    const place = await findPlace(tx, workspaceId, id);
    return { calendar, place, ...(await listWaitingItems(tx, workspaceId, id, OBJECTS_PER_STEP)) };
  });
  if (!read.ok) return read;
  const { calendar, place, items, waiting, known } = read.value;
  if (calendar === null) return refused({ code: "not-found" });
  if (place === null) return refuseOthers(actor, id);
  const turn = { actor, calendar, place, ask };
  if (calendar.state === "paused")
    return granted({ waiting, events: known, finished: true, problem: "It is paused.", seq: 0 });
  const secret = openPlace(place, { workspaceId, id });
  if (secret === null) return fail(turn, new DavProblem("sign-in", sayTypeAgain(calendar)));
  const reading = { ...turn, secret, mostMs: ask.mostMs ?? STEP_MILLISECONDS, at: ask.at };
  try {
    const change = await nextChange(reading, ask.begin, items);
    return await step(turn, change);
  } catch (error) {
    if (error instanceof DavProblem || error instanceof FeedProblem) return fail(turn, error);
    throw error;
  }
}

function nextChange(reading: Reading, begin: boolean, items: StoredItem[]): Promise<Change> {
  if (begin) return hearWhatIsNew(reading);
  return items.length > 0 ? readWaiting(reading, items) : writeWaiting(reading);
}

type Turn = { actor: Actor; calendar: StoredCalendar; place: StoredPlace; ask: CalendarAsk };

/** Where it is kept is the client's to know, so reading it is theirs and the jobs'. */
async function refuseOthers(actor: Actor, id: string): Promise<Result<CalendarStep>> {
  const no = whyNotKeepCalendars(actor) ?? ({ code: "not-found" } as const);
  const remembered = await writeAs(actor, "sync-calendar", { kind: "calendar", id }, async () =>
    refused<never>(no),
  );
  return remembered.ok ? refused(no) : remembered;
}

function sayTypeAgain({ kind }: StoredCalendar): string {
  const what = kind === "feed" ? "the address" : "the address and the password";
  return `The server's secret was changed, so ${what} cannot be read any more: type ${kind === "feed" ? "it" : "them"} again.`;
}

/** Saves a step and renews the turn; the last one ends it, and lets go what the calendar no longer has. */
async function step({ actor, calendar, ask }: Turn, change: Change): Promise<Result<CalendarStep>> {
  const workspaceId = actor.workspace.id;
  const { at, random } = ask;
  const { id } = calendar;
  const written = await writeAs(actor, "sync-calendar", { kind: "calendar", id }, async (tx) => {
    const now = await findCalendar(tx, workspaceId, id);
    if (now === null) return refused({ code: "not-found" });
    await change(tx, now);
    const { waiting, known } = await listWaitingItems(tx, workspaceId, id, 0);
    if (waiting === 0) {
      const gone = await listItemsInState(tx, workspaceId, id, "gone", MOST_GONE);
      await letItemsGo({ tx, actor, calendar: now, at }, gone);
      await settleGone({ tx, actor, calendar: now, at });
    }
    const finished = waiting === 0 && !(await hasToPush(tx, workspaceId, now));
    if (finished) {
      const nextAt = new Date(at.getTime() + nextTurn(0, false, random));
      const end = { state: "in-step", problem: "", lastSyncedAt: at, failures: 0, nextAt } as const;
      await endCalendarTurn(tx, workspaceId, id, end);
    } else {
      await savePlace(tx, workspaceId, id, { nextAt: new Date(at.getTime() + TURN_MILLISECONDS) });
    }
    return granted({ waiting, events: known, finished, problem: null });
  });
  return written.ok ? granted({ ...written.value.value, seq: written.value.seq }) : written;
}

async function fail(
  { actor, calendar, place, ask }: Turn,
  { code, sentence }: DavProblem | FeedProblem,
): Promise<Result<CalendarStep>> {
  const workspaceId = actor.workspace.id;
  const { id } = calendar;
  const written = await writeAs(actor, "sync-calendar", { kind: "calendar", id }, async (tx) => {
    const failures = place.failures + 1;
    const nextAt = new Date(ask.at.getTime() + nextTurn(failures, code === "sign-in", ask.random));
    await endCalendarTurn(tx, workspaceId, id, { state: "failing", problem: sentence, failures, nextAt });
    return granted(await listWaitingItems(tx, workspaceId, id, 0));
  });
  if (!written.ok) return written;
  const { waiting, known } = written.value.value;
  return granted({ waiting, events: known, finished: true, problem: sentence, seq: written.value.seq });
}
