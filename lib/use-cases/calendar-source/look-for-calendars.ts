import { feedTyped, namesOnlyServer } from "@/lib/adapters/calendar/feed-address";
import { FeedProblem } from "@/lib/adapters/calendar/feed-problem";
import { fetchFeed } from "@/lib/adapters/calendar/fetch-feed";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { type FoundAtAddress, type FoundFeed, whyNotKeepCalendars } from "@/lib/domain/calendar/source";
import { cutText } from "@/lib/domain/cut-text";
import { granted, type Result, refused } from "@/lib/domain/result";
import type { LookForCalendarsInput } from "@/lib/schemas/calendar-settings";
import { feedWindow } from "@/lib/use-cases/calendar-source/feed-window";
import { findCollections } from "@/lib/use-cases/dav/find-collections";

/** Somebody waits before the screen for it. */
const MOST_MILLISECONDS = 30_000;
const ASKS_TO_SIGN_IN = "This is a server that asks who you are. Give the user name and password.";

/**
 * Looks what is behind an address: without a user name a calendar that is read as a file, with one the calendars of a CalDAV
 * server. Nothing is kept. Refuses `only-client`, and `invalid` with the answer in words at the field that is to blame; `username`
 * is to blame where there is a server that asks who one is.
 */
export async function lookForCalendars(
  actor: Actor,
  typed: LookForCalendarsInput,
  at: Date,
): Promise<Result<FoundAtAddress>> {
  const no = whyNotKeepCalendars(actor);
  if (no !== null) {
    const about = { kind: "calendar", id: null } as const;
    const remembered = await writeAs(actor, "look-for-calendars", about, async () => refused<never>(no));
    return remembered.ok ? refused(no) : remembered;
  }
  if (typed.username !== "") {
    const found = await findCollections("calendars", typed);
    return found.ok ? granted({ calendars: found.value, feed: null }) : found;
  }
  if (namesOnlyServer(typed.address))
    return refused({ code: "invalid", fields: { username: ASKS_TO_SIGN_IN } });
  const found = await findFeedAt(typed.address, actor.workspace.zone, at);
  return found.ok ? granted({ calendars: [], feed: found.value }) : found;
}

/** The calendar that is read as a file at this address; `invalid` with the reason where there is none. */
export async function findFeedAt(address: string, zone: string, at: Date): Promise<Result<FoundFeed>> {
  const typed = feedTyped(address);
  if ("why" in typed) return refused({ code: "invalid", fields: { address: typed.why } });
  try {
    const place = { url: typed.url, etag: "", lastModified: "" };
    const fetched = await fetchFeed(place, feedWindow(at, zone), MOST_MILLISECONDS);
    const { calendarName, objects = [] } = fetched?.read ?? {};
    const name = cutText(calendarName ?? "", 200) || new URL(typed.url).host;
    return granted({ url: typed.url, name, events: objects.length });
  } catch (error) {
    if (!(error instanceof FeedProblem)) throw error;
    const asks = ["sign-in", "not-a-calendar"].includes(error.code);
    const fields: Record<string, string> = { address: error.sentence };
    if (asks) fields.username = ASKS_TO_SIGN_IN;
    return refused({ code: "invalid", fields });
  }
}
