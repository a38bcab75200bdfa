import { announceChange } from "@/lib/data/announce";
import { appDatabase, type Tx } from "@/lib/data/client";
import { within } from "@/lib/data/impatient-line";
import { isAnswerLost } from "@/lib/data/lost-answer";
import { findStep, keepStep } from "@/lib/data/once";
import type { ActingRole, Actor } from "@/lib/domain/actor";
import { sayDayBegins } from "@/lib/domain/agent";
import type { FeedScope } from "@/lib/domain/calendar/feed";
import { NotKnown } from "@/lib/domain/not-known";
import type { Refusal, RefusalCode } from "@/lib/domain/refusal";
import { granted, type Result, refused } from "@/lib/domain/result";

/** What a change is about: named in the log when the change is refused. */
export type Subject = {
  kind:
    | "task"
    | "person"
    | "event"
    | "member"
    | "desk"
    | "import"
    | "fact"
    | "relation"
    | "contact"
    | "promise"
    | "day-off"
    | "address-book"
    | "circle"
    | "draft"
    | "draft-comment"
    | "draft-attachment"
    | "sending"
    | "decision"
    | "phrase"
    | "voice"
    | "account"
    | "proof"
    | "proof-key"
    | "calendar"
    | "protected-time"
    | "feed"
    | "event-check"
    | "token"
    | "agent"
    | "webhook"
    | "program"
    | "view";
  id: string | null;
};

/** What a writing transaction gives back: the value, and the desk's live cursor after it. */
export type Written<T> = { value: T; seq: number };

/** Refusals of the fence itself: an attempt is worth remembering. The others are weather. */
const remembered: readonly RefusalCode[] = [
  "must-be-you",
  "only-client-loosens",
  "only-client",
  "only-client-approves",
  "protected",
  "cannot-merge",
  "draft-only",
];

/** A crowd waits its turn for a connection rather than being turned away. */
const patience = { timeout: 30_000, maxWait: 15_000 };

type Entered = { user_id: string; role: ActingRole | "paused" | "spent"; seq: bigint };
const signedOut: Result<never> = refused({ code: "signed-out" });

/** What somebody looks at, inside a reading transaction. */
type Look = (tx: Tx, seq: number) => Promise<unknown>;
/** Looks of one actor that share a transaction, and what came of each, in their order. */
type Round = { looks: Look[]; seen: Promise<Result<PromiseSettledResult<unknown>[]>> };

/** Of each actor the round that others may still join: its transaction is being opened. */
const rounds = new WeakMap<Actor, Round>();

/**
 * Opens a reading transaction as `actor`; row-level security shows their desk and nothing private that is not theirs.
 * `seq` is the live cursor from before anything is read, so asking for changes after it misses nothing.
 * What one request asks in the same breath, as a page and the frame around it do, shares one transaction, one look after the other.
 * Refuses `signed-out` when the session or the membership has ended meanwhile.
 */
export async function readAs<T>(actor: Actor, look: (tx: Tx, seq: number) => Promise<T>): Promise<Result<T>> {
  const { looks, seen } = rounds.get(actor) ?? openRound(actor);
  const place = looks.push(look) - 1;
  const outcomes = await seen;
  if (!outcomes.ok) return outcomes;
  const outcome = outcomes.value[place];
  if (outcome?.status !== "fulfilled") throw outcome?.reason;
  return granted(outcome.value as T);
}

function openRound(actor: Actor): Round {
  const looks: Look[] = [];
  const round = { looks, seen: lookTogether(actor, looks) };
  rounds.set(actor, round);
  return round;
}

async function lookTogether(actor: Actor, looks: Look[]): Round["seen"] {
  try {
    const seen = appDatabase().$transaction(async (tx) => {
      const entered = await enter(tx, actor, "look", false);
      // A look may look itself: whoever comes from here on waits for nobody.
      rounds.delete(actor);
      if (!entered.ok) return entered;
      const outcomes: PromiseSettledResult<unknown>[] = [];
      for (const look of looks) {
        const looking = Promise.resolve().then(() => look(tx, entered.value));
        outcomes.push(...(await Promise.allSettled([looking])));
      }
      return granted(outcomes);
    }, patience);
    return await within(patience.maxWait + patience.timeout, seen);
  } finally {
    if (rounds.get(actor)?.looks === looks) rounds.delete(actor);
  }
}

/** Whose calendar an address opens, and how much of it. */
export type OpenedFeed = {
  workspaceId: string;
  feedId: string;
  scope: FeedScope;
  zone: string;
  name: string;
  clientName: string;
};

/**
 * Opens a reading transaction for whoever has the address of a feed: with an assistant's eyes, whoever made it, and for nothing but
 * looking. Null for an address that opens nothing: never made, revoked, or of somebody who has left.
 */
export async function readAsFeed<T>(
  secret: string,
  look: (tx: Tx, feed: OpenedFeed) => Promise<T>,
): Promise<T | null> {
  return appDatabase().$transaction(async (tx) => {
    const [feed] = await tx.$queryRaw<OpenedFeed[]>`
      SELECT workspace_id AS "workspaceId", feed_id AS "feedId", scope, zone, name, client_name AS "clientName" FROM fence.enter_feed(${secret})`;
    return feed ? await look(tx, feed) : null;
  }, patience);
}

/**
 * Opens a writing transaction as `actor` under `verb` (small letters and hyphens; it names the log entries).
 * A refusal rolls everything back and, when it is the fence's, is remembered. Commits announce themselves to the live path.
 * Of a request with a key each such transaction happens once: sent again, it is told what it came to, a refusal as well.
 * Throws `NotKnown` where the line breaks as it commits.
 */
export async function writeAs<T>(
  actor: Actor,
  verb: string,
  about: Subject,
  change: (tx: Tx) => Promise<Result<T>>,
): Promise<Result<Written<T>>> {
  const step = actor.once ? actor.once.steps++ : 0;
  let outcome: Result<Written<T>>;
  let isKnown = false;
  let isBeingKept = false;
  try {
    outcome = await appDatabase().$transaction(
      async (tx): Promise<Result<Written<T>>> => {
        const entered = await enter(tx, actor, verb, true);
        if (!entered.ok) throw new RolledBack(entered.refusal);
        if (actor.once === undefined) {
          const result = await change(tx);
          if (!result.ok) throw new RolledBack(result.refusal);
          const seq = await readSeq(tx);
          isBeingKept = true;
          return { ok: true, value: { value: result.value, seq } };
        }
        const known = await findStep<{ verb: string; outcome: Result<Written<T>> }>(tx, actor.once, step);
        isKnown = known !== undefined;
        // The world has moved, and the request takes another way than the first time: what is known is about something else.
        if (known && known.verb !== verb) return refused({ code: "stale", version: 0, changed: [] });
        isBeingKept = known?.outcome.ok === true;
        if (known) return known.outcome;
        const outcome = await changeOrNot(tx, change);
        await keepStep(tx, actor.once, step, { verb, outcome });
        isBeingKept = outcome.ok;
        return outcome;
      },
      { ...patience, timeout: 120_000 },
    );
  } catch (error) {
    if (isBeingKept && isAnswerLost(error)) throw new NotKnown(error);
    outcome = refused(refusalOf(error));
  }
  if (outcome.ok) announceChange(actor.workspace.id, outcome.value.seq);
  else if (!isKnown && remembered.includes(outcome.refusal.code))
    await rememberRefusal(actor, verb, about, outcome.refusal.code);
  return outcome;
}

/** Changes, or, refused, takes back what was begun and keeps the transaction for writing down the refusal. */
async function changeOrNot<T>(tx: Tx, change: (tx: Tx) => Promise<Result<T>>): Promise<Result<Written<T>>> {
  await tx.$executeRaw`SAVEPOINT before_change`;
  const result = await change(tx);
  if (result.ok) return { ok: true, value: { value: result.value, seq: await readSeq(tx) } };
  await tx.$executeRaw`ROLLBACK TO SAVEPOINT before_change`;
  return result;
}

/** Writes down what was tried on what, and refused. Of whoever may write nothing, nothing is written. */
export async function rememberRefusal(
  actor: Actor,
  verb: string,
  about: Subject,
  code: RefusalCode,
): Promise<void> {
  const seq = await appDatabase().$transaction(async (tx) => {
    if (!(await enter(tx, actor, verb, true)).ok) return recordAttempt(tx, actor, verb, about, code);
    await tx.$executeRaw`SELECT fence.record_refusal(${about.kind}, ${about.id}::uuid, ${code})`;
    return readSeq(tx);
  }, patience);
  if (seq !== null) announceChange(actor.workspace.id, seq);
}

/** Of a token that opens nothing for writing, an attempt is written down all the same. */
async function recordAttempt(
  tx: Tx,
  { door, proof, workspace }: Actor,
  verb: string,
  { kind, id }: Subject,
  code: RefusalCode,
): Promise<number | null> {
  if (door !== "api") return null;
  const [row] = await tx.$queryRaw<{ seq: bigint | null }[]>`
    SELECT fence.record_attempt(${proof}, ${workspace.id}::uuid, ${verb}, ${kind}, ${id}::uuid, ${code}) AS seq`;
  return row?.seq == null ? null : Number(row.seq);
}

/** Hands over the proof. Refuses `signed-out` (the session or the membership has ended, or there is no such desk), `paused` and `day-used-up`. */
async function enter(tx: Tx, actor: Actor, verb: string, forWriting: boolean): Promise<Result<number>> {
  if (actor.role === "system") {
    const [row] = await tx.$queryRaw<{ seq: bigint | null }[]>`
      SELECT fence.enter_job(${actor.proof}, ${actor.workspace.id}::uuid, ${verb}) AS seq`;
    return row?.seq == null ? signedOut : granted(Number(row.seq));
  }
  if (actor.door === "job") return forWriting ? signedOut : enterReader(tx, actor, verb);
  const [row] = await tx.$queryRaw<Entered[]>`
    SELECT user_id, role, seq FROM fence.enter(${actor.proof}, ${actor.workspace.id}::uuid, ${actor.door}, ${verb}, ${forWriting})`;
  if (!row || row.user_id !== actor.userId) return signedOut;
  if (row.role === "paused") return refused({ code: "paused" });
  if (row.role === "spent") return refused(await sayUsedUp(tx, actor, verb, Number(row.seq)));
  return row.role === actor.role ? granted(Number(row.seq)) : signedOut;
}

/** How much an agent had for today, and when it has as much again. It may look meanwhile, at how much that is too. */
async function sayUsedUp(tx: Tx, actor: Actor, verb: string, retryAfterSeconds: number): Promise<Refusal> {
  const { id, zone } = actor.workspace;
  await tx.$queryRaw`SELECT role FROM fence.enter(${actor.proof}, ${id}::uuid, ${actor.door}, ${verb}, false)`;
  const [row] = await tx.$queryRaw<{ limit: number; beginsAt: Date }[]>`
    SELECT daily_limit AS "limit", date_trunc('minute', clock_timestamp() + make_interval(secs => ${retryAfterSeconds}::integer)) AS "beginsAt"
    FROM agents WHERE workspace_id = ${id}::uuid AND user_id = ${actor.userId}::uuid`;
  if (!row) return { code: "signed-out" };
  return {
    code: "day-used-up",
    limit: row.limit,
    begins: sayDayBegins(row.beginsAt, zone),
    retryAfterSeconds,
  };
}

/** A job that reads with a member's eyes, and never writes with their hands. */
async function enterReader(tx: Tx, actor: Actor, verb: string): Promise<Result<number>> {
  const [row] = await tx.$queryRaw<Pick<Entered, "role" | "seq">[]>`
    SELECT role, seq FROM fence.enter_reader(${actor.proof}, ${actor.workspace.id}::uuid, ${actor.userId}::uuid, ${verb})`;
  return row?.role === actor.role ? granted(Number(row.seq)) : signedOut;
}

/** The refusal that rolled it back. A token for some kinds of task makes no others, whichever way it went about it. Anything else is a bug. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof RolledBack) return error.refusal;
  if (error instanceof Error && error.message.includes('policy "of_the_tokens_kinds"'))
    return { code: "out-of-scope", scope: "tasks of other kinds" };
  throw error;
}

async function readSeq(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<{ seq: bigint }[]>`SELECT fence.seq() AS seq`;
  return Number(row?.seq ?? 0);
}

class RolledBack extends Error {
  constructor(readonly refusal: Refusal) {
    super(`rolled back: ${refusal.code}`);
  }
}
