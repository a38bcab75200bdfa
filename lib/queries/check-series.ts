import { findWishes } from "@/lib/data/calendar-wishes";
import type { Tx } from "@/lib/data/client";
import { listComing } from "@/lib/data/event-invitations";
import type { StoredEvent } from "@/lib/data/events";
import { listSeriesOf } from "@/lib/data/find-invitation";
import type { Stretch } from "@/lib/data/kept-spans";
import type { Actor } from "@/lib/domain/actor";
import { promisedRows } from "@/lib/domain/calendar/answered-rows";
import { clashingTimes, mostRead, timesToLookAt } from "@/lib/domain/calendar/clashing-times";
import type { SeriesCheck } from "@/lib/domain/calendar/conflicts";
import { whereToGo } from "@/lib/domain/calendar/find-conflicts";
import { readInTheWay } from "@/lib/queries/in-the-way";

const DAY = 24 * 60 * 60 * 1000;

/**
 * What stands in the way of the next times of a series, with every day of it that stands, wherever it was moved to: with the eyes of
 * whoever asks, and at one look for all of them. Null for what happens once, and for one day of a series that is asked about alone.
 */
export async function checkSeriesIn(
  tx: Tx,
  actor: Actor,
  event: StoredEvent,
  at: Date,
): Promise<SeriesCheck | null> {
  const { id: workspaceId } = actor.workspace;
  const series = await listSeriesOf(tx, workspaceId, event);
  if (series === null) return null;
  const rows = new Map(promisedRows(series).map((row) => [row.id, row]));
  const coming = await listComing(tx, workspaceId, [...rows.keys()], at, mostRead);
  const looked = timesToLookAt(coming);
  const { wishes } = await findWishes(tx, workspaceId);
  const inTheWay = await readInTheWay(tx, workspaceId, looked.map(withTheWay), event.id);
  const asked = looked.map(({ eventId, startsAt, endsAt }) => {
    const { location = "", link = "", travelMinutes = null } = rows.get(eventId) ?? {};
    const place = whereToGo(location, link);
    return { startsAt: startsAt.getTime(), endsAt: endsAt.getTime(), place, travelMinutes };
  });
  return {
    looked: looked.length,
    hasMore: coming.length > looked.length,
    clashing: clashingTimes(asked, { ...inTheWay, usual: wishes }),
  };
}

/** A day to both sides holds the longest way that there is. */
function withTheWay({ startsAt, endsAt }: Stretch): Stretch {
  return { startsAt: new Date(startsAt.getTime() - DAY), endsAt: new Date(endsAt.getTime() + DAY) };
}
