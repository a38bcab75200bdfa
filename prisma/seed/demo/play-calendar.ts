import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { addDaysOff } from "@/lib/use-cases/away/add-days-off";
import { createEvent } from "@/lib/use-cases/calendar/create-event";
import { protectTime } from "@/lib/use-cases/calendar/protect-time";
import { recordCheck } from "@/lib/use-cases/check/record-check";
import { must } from "../make/must";
import { type DemoCalendar, type DemoEntry, guestOf } from "./mira-calendar";
import { playTask, type Stage } from "./play-task";

/** Keeps the client's hours, and puts on the calendar what is made here. What an earlier attempt has made stays. */
export async function playCalendar(stage: Stage, calendar: DemoCalendar): Promise<void> {
  const { client } = stage.hands;
  const made = await listMade(client);
  for (const hours of calendar.hours)
    if (!made.hours.has(hours.title)) must(await protectTime(client, hours, stage.at));
  for (const away of calendar.away) if (!made.away.has(away.label)) must(await addDaysOff(client, away));
  for (const entry of calendar.entries) {
    if (!made.entries.has(entry.summary)) await playEntry(stage, entry);
    await playCheck(stage, entry);
  }
}

async function playEntry(stage: Stage, entry: DemoEntry): Promise<void> {
  const {
    by,
    summary,
    start,
    end,
    place = "",
    link = "",
    note = "",
    rule = "",
    guests = [],
    hold = false,
  } = entry;
  const { zone } = stage.hands.client.workspace;
  const asked = guests.map((name) => guestOf(name, stage.personId(name)));
  const said = { summary, start, end, allDay: false, zone, place, link, note, rule, guests: asked };
  const usual = { isPrivate: false, isFree: false, travelMinutes: null, wantsCheck: null };
  const word = { overProtected: false, hold };
  await createEvent(stage.hands[by], { event: { ...said, ...usual }, ...word }, stage.at).then(must);
}

/** Asks for the double-check of an entry, and records it where the demo says so. */
async function playCheck(stage: Stage, { summary, place = "", check, checked }: DemoEntry): Promise<void> {
  if (!check) return;
  const { client } = stage.hands;
  const where = { workspaceId: client.workspace.id, event: { summary, removedAt: null } };
  const [time] = must(
    await readAs(client, (tx) => tx.eventOccurrence.findMany({ where, include: { event: true } })),
  );
  if (!time) throw new Error(`"${summary}" happens at no time.`);
  const [startsAt, endsAt] = [time.startsAt.toISOString(), time.endsAt.toISOString()];
  // As the job that asks for checks would say it, so that it finds nothing to change.
  const { eventId, event } = time;
  const fields = {
    eventId,
    eventUid: event.uid,
    startsAt,
    endsAt,
    zone: client.workspace.zone,
    place,
  };
  await playTask(stage, { ...check, fields });
  const standing = stage.standing.get(`demo:${check.key}`);
  if (!checked || standing?.version !== 1) return;
  const confirmed = ["date" as const, "time" as const, "zone" as const, "place" as const];
  const { by, withWhom, note } = checked;
  const input = { confirmed, withWhom, how: "call" as const, otherZone: null, note };
  must(await recordCheck(stage.hands[by], { ...standing, ...input }, stage.at));
}

async function listMade(client: Actor) {
  const where = { workspaceId: client.workspace.id, removedAt: null };
  return must(
    await readAs(client, async (tx) => ({
      hours: new Set((await tx.protectedTime.findMany({ where })).map((one) => one.title)),
      away: new Set((await tx.dayOff.findMany({ where })).map((one) => one.label)),
      entries: new Set((await tx.event.findMany({ where })).map((one) => one.summary)),
    })),
  );
}
