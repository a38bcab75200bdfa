import { listSeriesToExtend } from "@/lib/data/events";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result } from "@/lib/domain/result";
import { calendarWindow, spreadSeriesIn } from "@/lib/use-cases/calendar/spread-series";

const DAY = 24 * 60 * 60 * 1000;

/**
 * Writes out the times of repeating entries for five years ahead, fifty series at a time; gives how many it looked at.
 * A series that reaches within a month of that is left alone until then. Refuses `signed-out`.
 */
export async function extendSeries(actor: Actor, at: Date): Promise<Result<{ series: number }>> {
  const { id, zone } = actor.workspace;
  const { until } = calendarWindow(at, zone);
  const written = await writeAs(actor, "extend-series", { kind: "desk", id }, async (tx) => {
    const uids = await listSeriesToExtend(tx, id, new Date(until.getTime() - 30 * DAY), 50);
    await spreadSeriesIn(tx, id, zone, uids, at);
    return granted({ series: uids.length });
  });
  return written.ok ? granted(written.value.value) : written;
}
