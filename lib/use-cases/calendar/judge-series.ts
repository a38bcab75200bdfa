import type { Tx } from "@/lib/data/client";
import { type EventRow, type KeptRow, listTimesOf } from "@/lib/data/event-rows";
import { listKeptOverAny, type Stretch } from "@/lib/data/kept-spans";
import { type Actor, isClientInPerson } from "@/lib/domain/actor";
import { type KeptSpan, whyNotBook } from "@/lib/domain/calendar/kept";
import { granted, type Result, refused } from "@/lib/domain/result";
import { comingTimesOf } from "@/lib/use-cases/calendar/coming-times";
import { isSame } from "@/lib/use-cases/calendar/plan-rows";

/** What somebody says who books over kept time: that they know (the client), or that it is to wait for the client. */
export type Word = { overProtected: boolean; hold: boolean };

/** A row before and after a change; nothing before for one that is new. */
export type RowChange = { before: KeptRow | null; after: EventRow };

/** Whether a row waits for the client, or stands over kept time with their word; and which kept time it is about. */
export type Judged = { held: boolean; overProtected: boolean; kept: KeptSpan[] };

/**
 * I8. Whether these rows may stand where they are to be. Only times that were not there before are asked about: what stood there already
 * has been judged. `series` are all rows as they are to be. Refuses `protected`.
 */
export async function judgeSeriesIn(
  tx: Tx,
  actor: Actor,
  changes: readonly RowChange[],
  series: readonly EventRow[],
  word: Word,
  at: Date,
): Promise<Result<Map<string, Judged>>> {
  const { id: workspaceId } = actor.workspace;
  const times = comingTimesOf(series, actor, at);
  const ids = changes.map(({ after }) => after.id);
  const stood = new Set((await listTimesOf(tx, workspaceId, ids)).map((one) => nameOf(one.eventId, one)));
  const judged = new Map<string, Judged>();
  const over: KeptSpan[] = [];
  for (const { before, after } of changes) {
    const all = takesTime(after) ? (times.get(after.id) ?? []) : [];
    const isSamePlan = before !== null && isSame(before.source, after.source);
    const had =
      before !== null && takesTime(before) && before.removedAt === null && (isSamePlan || !before.held);
    const fresh = had ? all.filter((time) => !stood.has(nameOf(after.id, time))) : all;
    const kept = await listKeptOverAny(tx, workspaceId, fresh);
    const isOld = had && (before.held || before.overProtected);
    const left = isOld ? await listKeptOverAny(tx, workspaceId, all) : kept;
    if (!(!isClientInPerson(actor) && before?.held)) over.push(...kept);
    judged.set(after.id, standingOf(actor, before, { kept, left }));
  }
  const no = whyNotBook(actor, over, { isSaid: word.overProtected, isHeld: word.hold });
  return no === null ? granted(judged) : refused(no);
}

/** The client's new times stand with their word, an assistant's wait; what stood there already stays as it was judged. */
function standingOf(
  actor: Actor,
  before: EventRow | null,
  { kept, left }: { kept: KeptSpan[]; left: KeptSpan[] },
): Judged {
  if (isClientInPerson(actor)) {
    const isHeld = kept.length === 0 && left.length > 0 && before?.held === true;
    const hasWord = kept.length > 0 || (left.length > 0 && before?.overProtected === true);
    return { held: isHeld, overProtected: hasWord && !isHeld, kept: left };
  }
  const isHeld = kept.length > 0 || (left.length > 0 && before?.held === true);
  return {
    held: isHeld,
    overProtected: !isHeld && left.length > 0 && before?.overProtected === true,
    kept: left,
  };
}

/** What is called off, or leaves the time free, books nothing. */
function takesTime({ transparent, status }: EventRow): boolean {
  return !transparent && status.toUpperCase() !== "CANCELLED";
}

function nameOf(id: string, { startsAt, endsAt }: Stretch): string {
  return `${id} ${startsAt.getTime()} ${endsAt.getTime()}`;
}
