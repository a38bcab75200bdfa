import { listBusy } from "@/lib/data/calendar-lists";
import type { Tx } from "@/lib/data/client";
import { listFilled } from "@/lib/data/filled-times";
import { listKeptOverAny, type Stretch } from "@/lib/data/kept-spans";
import type { Filled, Kept } from "@/lib/domain/calendar/conflicts";
import { whereToGo } from "@/lib/domain/calendar/find-conflicts";

/**
 * What fills or keeps any of these stretches of time, with the eyes of the transaction: what it may not see is "" (busy). However many
 * they are, each sort is asked for once. `ignore` is the entry of whose series nothing counts.
 */
export async function readInTheWay(
  tx: Tx,
  workspaceId: string,
  within: readonly Stretch[],
  ignore: string | null,
): Promise<{ filled: Filled[]; kept: Kept[] }> {
  if (within.length === 0) return { filled: [], kept: [] };
  const seen = await listFilled(tx, workspaceId, within, ignore);
  const busy = await listBusy(tx, ...around(within));
  const kept = await listKeptOverAny(tx, workspaceId, within);
  return {
    filled: [
      ...seen.map(({ place, link, ...one }) => ({ ...one, ...stretch(one), place: whereToGo(place, link) })),
      ...busy.map((one) => ({ ...stretch(one), title: "", place: "", travelMinutes: null, eventId: null })),
    ],
    // What is kept by something unseen has no id, and is among the busy times.
    kept: kept
      .filter(({ id }) => id !== "")
      .map(({ source, title, startsAt, endsAt }) => ({
        source,
        title,
        startsAt: Date.parse(startsAt),
        endsAt: Date.parse(endsAt),
      })),
  };
}

/** From the beginning of the first to the end of the last. */
function around(within: readonly Stretch[]): [Date, Date] {
  const from = Math.min(...within.map(({ startsAt }) => startsAt.getTime()));
  const to = Math.max(...within.map(({ endsAt }) => endsAt.getTime()));
  return [new Date(from), new Date(to)];
}

function stretch({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) {
  return { startsAt: startsAt.getTime(), endsAt: endsAt.getTime() };
}
