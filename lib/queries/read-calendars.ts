import { listItemsInState } from "@/lib/data/calendar-items";
import { listCalendars } from "@/lib/data/calendars";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { CalendarSource, CalendarSourceDetail, UnreadItem } from "@/lib/domain/calendar/source";
import { granted, type Result, refused } from "@/lib/domain/result";
import { readConflicts } from "@/lib/queries/calendar-conflicts";

const MOST_SHOWN = 100;

/**
 * The calendars that are read from elsewhere; whoever is not the client is told of the open ones by name and state alone. Refuses
 * `signed-out`.
 */
export async function readCalendars(actor: Actor): Promise<Result<{ calendars: CalendarSource[] }>> {
  return readAs(actor, async (tx) => ({ calendars: await listCalendars(tx, actor.workspace.id, null) }));
}

/** One calendar, with what in it was changed here and there, and what could not be read. Refuses `not-found`, `signed-out`. */
export async function readCalendarSource(actor: Actor, id: string): Promise<Result<CalendarSourceDetail>> {
  const workspaceId = actor.workspace.id;
  const read = await readAs(actor, async (tx) => {
    const [calendar] = await listCalendars(tx, workspaceId, id);
    if (!calendar) return null;
    const unread = await listItemsInState(tx, workspaceId, id, "unreadable", MOST_SHOWN);
    const differing = await listItemsInState(tx, workspaceId, id, "conflict", MOST_SHOWN);
    const conflictList = await readConflicts(tx, workspaceId, differing, actor.workspace.zone);
    return { ...calendar, conflictList, unreadList: unread.map(toUnread) };
  });
  if (!read.ok) return read;
  return read.value === null ? refused({ code: "not-found" }) : granted(read.value);
}

function toUnread({ href, why }: { href: string; why: string }): UnreadItem {
  return { href, why };
}
