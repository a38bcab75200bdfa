import { expandOccurrences } from "@/lib/adapters/calendar/expand-occurrences";
import type { ReadEvent } from "@/lib/adapters/calendar/read-event-types";
import type { Tx } from "@/lib/data/client";
import { type KeptRow, listEventRows } from "@/lib/data/event-rows";
import { listEventsByUid } from "@/lib/data/events";
import { changedSince } from "@/lib/data/tasks";
import type { Actor } from "@/lib/domain/actor";
import type { Happening } from "@/lib/domain/calendar/series";
import { type WallTime, wallTime } from "@/lib/domain/calendar/wall-time";
import { addDays, dayAt } from "@/lib/domain/calendar/zone-day";
import type { Refusal } from "@/lib/domain/refusal";
import { granted, type Result, refused } from "@/lib/domain/result";
import { type EventWords, hasPlan, scheduleIn, toSeriesRow } from "@/lib/use-cases/calendar/event-words";

/** Which entry, as it was seen, and which of its times (ISO UTC; null where it has one). */
export type EventTarget = { id: string; version: number; occurrence: string | null };

/** A series as a change finds it: the row that was meant, and every row that is on the calendar. */
export type FoundSeries = { row: KeptRow; rows: KeptRow[] };

/** The row and its series. Refuses `not-found`, and `stale` for one that was changed since it was seen, with what changed. */
export async function findSeriesIn(
  tx: Tx,
  actor: Actor,
  target: Pick<EventTarget, "id" | "version">,
): Promise<Result<FoundSeries>> {
  const { id: workspaceId } = actor.workspace;
  const [row] = await listEventRows(tx, workspaceId, [target.id]);
  if (!row || row.removedAt !== null) return refused({ code: "not-found" });
  if (row.version !== target.version) return refused(await staleIn(tx, workspaceId, row, target.version));
  const series = await listEventsByUid(tx, workspaceId, [row.uid]);
  const rows = await listEventRows(
    tx,
    workspaceId,
    series.map(({ id }) => id),
  );
  return granted({ row, rows });
}

/** What has changed since somebody looked, and by whom. */
export async function staleIn(
  tx: Tx,
  workspaceId: string,
  row: Pick<KeptRow, "id" | "version">,
  version: number,
): Promise<Refusal> {
  return { code: "stale", version: row.version, ...(await changedSince(tx, workspaceId, row.id, version)) };
}

/** Which time of the series is meant; null when the row does not happen then. */
export function happeningIn(
  { row, rows }: FoundSeries,
  occurrence: string | null,
  zone: string,
): Happening<EventWords> | null {
  const own = toSeriesRow(row);
  const { start, recurrenceId } = own.schedule;
  if (occurrence === null || recurrenceId !== null) return { row: own, slot: recurrenceId ?? start, start };
  const slot = slotAt(row, rows, occurrence, zone);
  return slot === null ? null : { row: own, slot, start: slot };
}

/** The start that the series gave to what happens at an instant, on its own clock. */
function slotAt(row: KeptRow, rows: KeptRow[], occurrence: string, zone: string): WallTime | null {
  const at = Date.parse(occurrence);
  const day = dayAt(at, zone);
  const plans = rows.filter(hasPlan);
  const window = { from: addDays(day, -1), to: addDays(day, 1), zone };
  const { occurrences } = expandOccurrences(
    plans.map((one) => scheduleIn(one) as unknown as ReadEvent),
    window,
  );
  const index = plans.findIndex(({ id }) => id === row.id);
  const found = occurrences.find((one) => one.eventIndex === index && Date.parse(one.startUtc) === at);
  if (!found) return null;
  const { start } = scheduleIn(row);
  if (start.kind === "date") return wallTime(found.start, zone, true);
  const local = found.start.slice(0, 19);
  return { ...start, local, utc: start.utc === null ? null : found.startUtc };
}
