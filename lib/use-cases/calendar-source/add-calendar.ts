import { randomUUID } from "node:crypto";
import { collectionAt } from "@/lib/adapters/dav/discover";
import { insertCalendar, isPlaceKnown, takeOursAway } from "@/lib/data/calendars";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { whyNotKeepCalendars } from "@/lib/domain/calendar/source";
import { granted, type Result, refused } from "@/lib/domain/result";
import type { AddCalendarInput } from "@/lib/schemas/calendar-settings";
import { findFeedAt } from "@/lib/use-cases/calendar-source/look-for-calendars";
import { type PlaceSecret, sealPlace } from "@/lib/use-cases/calendar-source/place-secret";
import { findCollections } from "@/lib/use-cases/dav/find-collections";

/**
 * Adds a calendar that is kept elsewhere; it is read from then on. Its address and password are sealed before they are stored.
 * Asks there first: refuses `invalid` with the answer, `only-client`.
 */
export async function addCalendar(
  actor: Actor,
  typed: AddCalendarInput,
  at: Date,
): Promise<Result<{ id: string; seq: number }>> {
  const no = whyNotKeepCalendars(actor);
  const found = no === null ? await findPlaceOf(typed, actor.workspace.zone, at) : null;
  if (found !== null && !found.ok) return found;
  const id = randomUUID();
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "add-calendar", { kind: "calendar", id: null }, async (tx) => {
    if (no !== null || found === null) return refused<string>(no ?? { code: "not-found" });
    const { isWritable, ...secret } = found.value;
    const takesOurs = typed.kind === "caldav" && typed.takesOurs;
    if (takesOurs && !isWritable)
      return refused({ code: "invalid", fields: { takesOurs: "This user may only read that calendar." } });
    const place = sealPlace(secret, { workspaceId, id });
    if (await isPlaceKnown(tx, workspaceId, place.placeSum))
      return refused({ code: "invalid", fields: { address: "This calendar is here already." } });
    if (takesOurs) await takeOursAway(tx, workspaceId);
    const { name, kind, isPrivate } = typed;
    await insertCalendar(tx, workspaceId, { id, name, kind, isPrivate, takesOurs }, place, at);
    return granted(id);
  });
  return written.ok ? granted({ id, seq: written.value.seq }) : written;
}

async function findPlaceOf(
  typed: AddCalendarInput,
  zone: string,
  at: Date,
): Promise<Result<PlaceSecret & { isWritable: boolean }>> {
  if (typed.kind === "feed") {
    const feed = await findFeedAt(typed.address, zone, at);
    if (!feed.ok) return feed;
    return granted({ url: feed.value.url, username: "", password: "", isWritable: false });
  }
  const { address, username, password } = typed;
  const found = await findCollections("calendars", { address, username, password });
  if (!found.ok) return found;
  const calendar = collectionAt(address, found.value);
  if (!calendar) return refused({ code: "not-found" });
  return granted({ url: calendar.url, username, password, isWritable: calendar.isWritable });
}
