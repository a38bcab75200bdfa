import { listLastContacts } from "@/lib/data/contacts";
import { findDeskDays } from "@/lib/data/day-tasks";
import { listPeople } from "@/lib/data/people-list";
import { listDates, type StoredDate } from "@/lib/data/person-dates";
import { listPictureVersions } from "@/lib/data/pictures";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { dayAt } from "@/lib/domain/calendar/zone-day";
import { sayContact } from "@/lib/domain/person/contact";
import type { PeopleView, PersonRow } from "@/lib/domain/person/view";
import { ageOn, type LeapDayRule, nextOccurrence } from "@/lib/domain/person/yearly-date";
import type { Circle } from "@/lib/domain/policy/default-tags";
import type { Result } from "@/lib/domain/result";

/** People in the order of their family names, fifty at a time, with the next yearly day of each. Refuses `signed-out`. */
export function readPeople(
  actor: Actor,
  wanted: { q: string; circle: Circle | null; cursor: string | null },
  at: Date,
): Promise<Result<PeopleView>> {
  const workspaceId = actor.workspace.id;
  return readAs(actor, async (tx) => {
    const page = await listPeople(tx, workspaceId, wanted, 50);
    const desk = await findDeskDays(tx, workspaceId);
    const today = dayAt(at.getTime(), desk.zone);
    const dates = await listDates(
      tx,
      workspaceId,
      page.rows.map((row) => row.id),
    );
    const contacts = await listLastContacts(
      tx,
      workspaceId,
      page.rows.map((row) => row.id),
      1,
      at,
    );
    const last = new Map(
      contacts.map((one) => [
        one.personId,
        { day: dayAt(Date.parse(one.at), desk.zone), says: sayContact(one.how) },
      ]),
    );
    const pictures = await listPictureVersions(
      tx,
      workspaceId,
      page.rows.map((row) => row.id),
    );
    const people = page.rows.map((row) => ({
      ...row,
      picture: pictures.get(row.id) ?? null,
      lastContact: last.get(row.id) ?? null,
      nextDay: row.isDead
        ? null
        : nextDayOf(
            dates.filter((date) => date.personId === row.id),
            today,
            desk.leapDayRule,
          ),
    }));
    return { people, more: page.more, total: page.total, q: wanted.q, circle: wanted.circle };
  });
}

function nextDayOf(dates: StoredDate[], today: string, rule: LeapDayRule): PersonRow["nextDay"] {
  const coming = dates.map(({ kind, label, ...date }) => {
    const day = nextOccurrence(date, today, rule);
    return { kind, label, day, age: ageOn(date, day, rule) };
  });
  return coming.sort((a, b) => (a.day < b.day ? -1 : 1))[0] ?? null;
}
