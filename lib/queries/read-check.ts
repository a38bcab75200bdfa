import type { Tx } from "@/lib/data/client";
import {
  findLostCheck,
  listCheckTasks,
  listMeetingsOfSeries,
  type MeetingTime,
} from "@/lib/data/event-checks";
import { findCheckOf } from "@/lib/data/event-detail";
import { listEventRows } from "@/lib/data/event-rows";
import { findGuestPeople } from "@/lib/data/guest-people";
import { tellGuests } from "@/lib/data/guests-seen";
import { findEventsWithHidden } from "@/lib/data/hidden-guests";
import { findTask } from "@/lib/data/tasks";
import { readAs } from "@/lib/data/transaction";
import { listOwnEmails } from "@/lib/data/whisper-cards";
import { asNamed, type ListedGuest, thoseWhoCome } from "@/lib/data/who-comes";
import type { Actor } from "@/lib/domain/actor";
import type { CheckFacts } from "@/lib/domain/calendar/check";
import { happeningOfCheck } from "@/lib/domain/calendar/follow-check";
import { otherSideOf } from "@/lib/domain/calendar/other-side";
import { isZone, wallAt } from "@/lib/domain/calendar/zone-day";
import { granted, type Result, refused } from "@/lib/domain/result";

/**
 * What the double-check of a task is about, as it stands now: when it is on both sides' walls, and which clocks change until then.
 * Refuses `not-found` for a task that checks no meeting, for a meeting that is no more, and for what one may not see.
 */
export async function readCheck(actor: Actor, taskId: string, at: Date): Promise<Result<CheckFacts>> {
  const { id: workspaceId, zone: hereZone } = actor.workspace;
  const read = await readAs(actor, async (tx): Promise<CheckFacts | null> => {
    const task = await findTask(tx, workspaceId, taskId);
    const { eventId = "", eventUid = "", startsAt = "" } = task?.raw.fields ?? {};
    if (!task?.isCheck) return null;
    const meeting = await findHappening(
      tx,
      workspaceId,
      { id: task.id, eventId, eventUid, startsAt },
      hereZone,
    );
    const [row] = meeting ? await listEventRows(tx, workspaceId, [meeting.eventId]) : [];
    if (meeting === null || !row) return null;
    const { guests, zone } = await guestsOf(tx, workspaceId, row.attendees, meeting, task.raw.person_id);
    const check = await findCheckOf(tx, workspaceId, meeting.eventId, meeting);
    // With whom it was confirmed is not told to somebody from whom the entry hides anybody.
    const hidden = await findEventsWithHidden(tx, workspaceId, [meeting.eventId]);
    const lost = check ? null : await findLostCheck(tx, workspaceId, { ...meeting, taskId: task.id });
    const otherZone = otherOf([check?.otherZone, meeting.zone, zone], hereZone);
    const begins = meeting.startsAt.getTime();
    return {
      eventId: meeting.eventId,
      summary: meeting.summary,
      startsAt: meeting.startsAt.toISOString(),
      endsAt: meeting.endsAt.toISOString(),
      place: meeting.place,
      link: meeting.link,
      hereZone,
      hereWall: wallAt(begins, hereZone).slice(0, 16),
      ...otherSideOf(hereZone, otherZone, at.getTime(), begins),
      guests,
      check: check && {
        ...check,
        withWhom: hidden.has(meeting.eventId) ? "" : check.withWhom,
        at: check.at.toISOString(),
      },
      lost: lost && { ...lost, at: lost.at.toISOString(), startsAt: lost.startsAt.toISOString() },
    };
  });
  if (!read.ok) return read;
  return read.value === null ? refused({ code: "not-found" }) : granted(read.value);
}

type Asked = { id: string; eventId: string; eventUid: string; startsAt: string };

/** The time that the task asks about; where it was moved this minute, the one that it will ask about. */
async function findHappening(
  tx: Tx,
  workspaceId: string,
  asked: Asked,
  zone: string,
): Promise<MeetingTime | null> {
  const from = new Date(Date.parse(asked.startsAt) - 366 * 86_400_000);
  if (Number.isNaN(from.getTime())) return null;
  const exact = await listMeetingsOfSeries(
    tx,
    workspaceId,
    [asked.eventUid],
    new Date(Date.parse(asked.startsAt) - 1),
  );
  const happenings = [...exact, ...(await listMeetingsOfSeries(tx, workspaceId, [asked.eventUid], from))];
  const others = (await listCheckTasks(tx, workspaceId, [asked.eventUid])).filter(
    ({ id }) => id !== asked.id,
  );
  return happeningOfCheck(asked, happenings, others, zone);
}

/** Whoever comes at that time, as far as the reader may know; and where somebody of them is. */
async function guestsOf(
  tx: Tx,
  workspaceId: string,
  attendees: unknown,
  time: { startsAt: Date },
  personId: string | null,
): Promise<{ guests: CheckFacts["guests"]; zone: string | null }> {
  const own = new Set(await listOwnEmails(tx, workspaceId));
  const listed = Array.isArray(attendees) ? (attendees as ListedGuest[]) : [];
  const named = thoseWhoCome(listed, own, time).map(asNamed);
  const { seen } = await tellGuests(tx, workspaceId, named);
  const people = await findGuestPeople(tx, workspaceId, [...seen, { personId }]);
  const guests = seen.flatMap(({ name, email }, n) => {
    const known = (people[n] ?? []).map((person) => ({ name: person.name, personId: person.id }));
    return known.length > 0 ? known : [{ name: name || email, personId: null }];
  });
  const zones = [...(people.at(-1) ?? []), ...people.flat()].flatMap((person) => person.zone ?? []);
  return { guests, zone: zones[0] ?? null };
}

/** Where the other side is: as was confirmed, as the entry is written, or where somebody who comes lives. Null: where the desk is. */
function otherOf(said: (string | null | undefined)[], here: string): string | null {
  return said.find((zone) => zone && zone !== here && isZone(zone)) ?? null;
}
