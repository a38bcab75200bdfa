import type { Tx } from "@/lib/data/client";
import { type EventRow, findFirstWithTime, type KeptRow, toEventRow } from "@/lib/data/event-rows";
import type { Actor } from "@/lib/domain/actor";
import type { SeriesPlan } from "@/lib/domain/calendar/series";
import { granted, type Result, refused } from "@/lib/domain/result";
import { applyRowsIn } from "@/lib/use-cases/calendar/apply-rows";
import type { EventWords } from "@/lib/use-cases/calendar/event-words";
import { judgeSeriesIn, type RowChange, type Word } from "@/lib/use-cases/calendar/judge-series";
import { planRows } from "@/lib/use-cases/calendar/plan-rows";
import { type EventWritten, rememberIn } from "@/lib/use-cases/calendar/remember-rows";

/** The row that was meant (for a new entry: as it is to be) and every row of its series that is on the calendar. */
type Series = { row: EventRow; rows: KeptRow[] };

/**
 * Writes what becomes of a series, works out anew when it happens, and remembers how it was. Refuses `protected`, and `stale` where a
 * row moved meanwhile.
 */
export async function writeSeriesIn(
  tx: Tx,
  actor: Actor,
  series: Series,
  plan: SeriesPlan<EventWords>,
  how: { isPrivate: boolean; word: Word; at: Date },
): Promise<Result<EventWritten>> {
  const planned = planRows(plan.rows, series, how);
  const removed = series.rows
    .filter(({ id }) => plan.removed.includes(id))
    .map((before): RowChange => ({ before, after: { ...toEventRow(before), removedAt: how.at } }));
  const touched = new Set([...planned, ...removed].map(({ after }) => after.id));
  const rest = series.rows.filter(({ id }) => !touched.has(id));
  const all = [...rest, ...planned.map(({ after }) => after)];
  const judged = await judgeSeriesIn(tx, actor, planned, all, how.word, how.at);
  if (!judged.ok) return judged;
  const changes = planned.map(({ before, after }) => {
    const { held = false, overProtected = false } = judged.value.get(after.id) ?? {};
    return { before, after: { ...after, held, overProtected } };
  });
  const first = plan.rows.length > 0 ? (changes[0]?.after.id ?? series.row.id) : series.row.id;
  return writeRowsIn(tx, actor, { first, uid: series.row.uid }, [...removed, ...changes], how.at);
}

/**
 * Writes rows as they are to be, everything that follows from it, and how they were. What is answered is about `first`, or, where that
 * has no time of its own left, about the next that changed and has one.
 */
export async function writeRowsIn(
  tx: Tx,
  actor: Actor,
  { first, uid }: { first: string; uid: string },
  changes: readonly RowChange[],
  at: Date,
): Promise<Result<EventWritten>> {
  const no = await applyRowsIn(tx, actor, changes, at);
  if (no !== null) return refused(no);
  const standing = changes.map(({ after }) => after).filter(({ removedAt }) => removedAt === null);
  const ids = [first, ...standing.map(({ id }) => id)];
  const about = (await findFirstWithTime(tx, actor.workspace.id, ids)) ?? first;
  return granted(await rememberIn(tx, actor, { first: about, uid }, changes, at));
}
