import { listCircles } from "@/lib/data/circles";
import { listLastContacts } from "@/lib/data/contacts";
import { isId } from "@/lib/data/cursor";
import { findDeskDays } from "@/lib/data/day-tasks";
import { listDaysOff } from "@/lib/data/days-off";
import { listDuePeople, listTouchTasks } from "@/lib/data/touch-lists";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { parseDate } from "@/lib/domain/calendar/civil-date";
import { dayAt } from "@/lib/domain/calendar/zone-day";
import { sayContact } from "@/lib/domain/person/contact";
import { lastDayDue, outOfDaysOff, type TouchView } from "@/lib/domain/person/touch";
import type { Result } from "@/lib/domain/result";

const PAGE = 30;

/** Whom the client is losing touch with, as far as the reader may know, the longest wait first. Refuses `signed-out`. */
export function readTouch(
  actor: Actor,
  wanted: { cursor: string | null },
  at: Date,
): Promise<Result<TouchView>> {
  const workspaceId = actor.workspace.id;
  return readAs(actor, async (tx) => {
    const { zone } = await findDeskDays(tx, workspaceId);
    const today = dayAt(at.getTime(), zone);
    const daysOff = await listDaysOff(tx, workspaceId);
    const circles = await listCircles(tx, workspaceId);
    const due = await listDuePeople(tx, workspaceId, {
      zone,
      at,
      until: lastDayDue(today, daysOff),
      after: readCursor(wanted.cursor),
      limit: PAGE + 1,
    });
    const page = due.slice(0, PAGE);
    const ids = page.map((person) => person.id);
    const contacts = await listLastContacts(tx, workspaceId, ids, 1, at);
    const tasks = await listTouchTasks(tx, workspaceId, ids);
    const last = page.at(-1);
    return {
      today,
      circles: Object.fromEntries(circles.map(({ key, name }) => [key, name])),
      hasCadence: circles.some((circle) => circle.cadenceDays !== null),
      more: due.length > PAGE && last ? `${last.due}_${last.id}` : null,
      lines: page.map(({ due: day, lastDay, createdDay, pausedUntil: _, ...person }) => {
        const contact = contacts.find((one) => one.personId === person.id);
        return {
          ...person,
          dueOn: outOfDaysOff(day, daysOff),
          last: lastDay && contact ? { day: lastDay, says: sayContact(contact.how) } : null,
          since: createdDay,
          task: tasks.get(person.id) ?? null,
        };
      }),
    };
  });
}

/** "2026-05-03_<id>"; what cannot be read starts again at the top. */
function readCursor(cursor: string | null): [string, string] | null {
  const [day = "", id = ""] = (cursor ?? "").split("_");
  return parseDate(day) && isId(id) ? [day, id] : null;
}
