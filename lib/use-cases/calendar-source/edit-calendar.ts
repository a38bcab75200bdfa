import { hideTasksOfCalendar } from "@/lib/data/calendar-items";
import { forgetOurs } from "@/lib/data/calendar-ours";
import { findCalendar, findPlace, saveCalendar, savePlace, takeOursAway } from "@/lib/data/calendars";
import { readAs, writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { whyNotKeepCalendars } from "@/lib/domain/calendar/source";
import { granted, type Result, refused } from "@/lib/domain/result";
import type { EditCalendarInput } from "@/lib/schemas/calendar-settings";
import { findFeedAt } from "@/lib/use-cases/calendar-source/look-for-calendars";
import { openPlace, type PlaceSecret, sealPlace } from "@/lib/use-cases/calendar-source/place-secret";
import { findCollections } from "@/lib/use-cases/dav/find-collections";

/**
 * Changes what a calendar is called, who may see what is in it, whether it takes what is made here, or how to get at it; another
 * way to get at it is tried first. Made private, everything in it is private in the same moment; opened again, nothing is opened
 * by that. Refuses `not-found`, `only-client`, `stale`, and `invalid` with the server's answer.
 */
export async function editCalendar(
  actor: Actor,
  id: string,
  { version, address = "", password = "", username, ...change }: EditCalendarInput,
  at: Date,
): Promise<Result<{ id: string; seq: number }>> {
  const workspaceId = actor.workspace.id;
  const stored = await readAs(actor, async (tx) => ({
    calendar: await findCalendar(tx, workspaceId, id),
    place: await findPlace(tx, workspaceId, id),
  }));
  if (!stored.ok) return stored;
  const { calendar, place } = stored.value;
  const isMoved =
    address !== "" || password !== "" || (username !== undefined && username !== place?.username);
  let secret: PlaceSecret | null = null;
  if (calendar !== null && place !== null && isMoved && whyNotKeepCalendars(actor) === null) {
    const known = openPlace(place, { workspaceId, id });
    const tried = await tryPlace(
      actor,
      calendar.kind,
      known,
      {
        address,
        password,
        username: username ?? place.username,
      },
      at,
    );
    if (!tried.ok) return tried;
    secret = tried.value;
  }
  const written = await writeAs(actor, "edit-calendar", { kind: "calendar", id }, async (tx) => {
    const now = await findCalendar(tx, workspaceId, id);
    const no = now === null ? ({ code: "not-found" } as const) : whyNotKeepCalendars(actor);
    if (now === null || no !== null) return refused(no ?? { code: "not-found" });
    if (change.takesOurs && now.kind !== "caldav")
      return refused({ code: "invalid", fields: { takesOurs: "Nothing can be written to this one." } });
    if (now.version !== version) return refused({ code: "stale", version: now.version, changed: ["name"] });
    if (change.isPrivate && !now.isPrivate) await hideTasksOfCalendar(tx, workspaceId, id);
    if (change.takesOurs && !now.takesOurs) await takeOursAway(tx, workspaceId);
    const state = secret !== null && now.state === "failing" ? ({ state: "new" } as const) : {};
    await saveCalendar(tx, workspaceId, { id }, { ...change, ...state });
    if (secret !== null) {
      const sealed = sealPlace(secret, { workspaceId, id });
      // What was heard at another place says nothing of this one.
      const isSame = sealed.placeSum === place?.placeSum;
      const heard = isSame ? {} : { syncToken: "", etag: "", lastModified: "" };
      // Nor is what we wrote there gone, only because it is not here.
      if (!isSame) await forgetOurs(tx, workspaceId, id);
      await savePlace(tx, workspaceId, id, { ...sealed, ...heard, problem: "", failures: 0, nextAt: at });
    }
    return granted(id);
  });
  return written.ok ? granted({ id, seq: written.value.seq }) : written;
}

/** The calendar at its new place, as far as its server lets us in; what was not typed stays as it was. */
async function tryPlace(
  actor: Actor,
  kind: "feed" | "caldav",
  known: PlaceSecret | null,
  typed: { address: string; username: string; password: string },
  at: Date,
): Promise<Result<PlaceSecret>> {
  const url = typed.address || known?.url;
  if (url === undefined) return refused({ code: "invalid", fields: { address: "Type the address again." } });
  if (kind === "feed") {
    const feed = await findFeedAt(url, actor.workspace.zone, at);
    return feed.ok ? granted({ url: feed.value.url, username: "", password: "" }) : feed;
  }
  const password = typed.password || known?.password;
  if (password === undefined)
    return refused({ code: "invalid", fields: { password: "Type the password again." } });
  const found = await findCollections("calendars", { address: url, username: typed.username, password });
  if (!found.ok) return found;
  const calendar =
    found.value.find((one) => one.url === url) ?? (found.value.length === 1 ? found.value[0] : undefined);
  if (!calendar)
    return refused({ code: "invalid", fields: { address: "There is no calendar at this very address." } });
  return granted({ url: calendar.url, username: typed.username, password });
}
