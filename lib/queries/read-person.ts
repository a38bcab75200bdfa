import { findDeskDays } from "@/lib/data/day-tasks";
import { findPerson } from "@/lib/data/people";
import { listDates } from "@/lib/data/person-dates";
import { findFileOf, listGesturesOf, listOpenTasksOf } from "@/lib/data/person-page";
import { toTaskRow } from "@/lib/data/task-rows";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { dayAt } from "@/lib/domain/calendar/zone-day";
import type { PersonView } from "@/lib/domain/person/view";
import { ageOn, nextOccurrence } from "@/lib/domain/person/yearly-date";
import { whyNotMakePrivate } from "@/lib/domain/task/must-be-you";

/** Somebody's page; null for somebody absent, private to the client, or a stranger's. */
export async function readPerson(actor: Actor, id: string, at: Date): Promise<PersonView | null> {
  const workspaceId = actor.workspace.id;
  const read = await readAs(actor, async (tx): Promise<PersonView | null> => {
    const person = await findPerson(tx, workspaceId, id);
    if (person === null) return null;
    const { importId, createdAt, ...facts } = person;
    const { zone, leapDayRule } = await findDeskDays(tx, workspaceId);
    const today = dayAt(at.getTime(), zone);
    const dates = await listDates(tx, workspaceId, [id]);
    return {
      ...facts,
      createdAt: createdAt.toISOString(),
      fromFile: await findFileOf(tx, workspaceId, importId),
      dates: dates.map(({ personId: _, ...date }) => {
        const next = nextOccurrence(date, today, leapDayRule);
        return { ...date, next, age: ageOn(date, next, leapDayRule) };
      }),
      tasks: (await listOpenTasksOf(tx, workspaceId, id)).map((raw) => toTaskRow(raw, actor)),
      gestures: await listGesturesOf(tx, workspaceId, id),
      can: { makePrivate: whyNotMakePrivate(actor) === null },
    };
  });
  return read.ok ? read.value : null;
}
