import { listCircles } from "@/lib/data/circles";
import { findDeskDays } from "@/lib/data/day-tasks";
import { findPerson } from "@/lib/data/people";
import { listDates } from "@/lib/data/person-dates";
import { findFileOf, listOpenTasksOf } from "@/lib/data/person-page";
import { listPictureVersions } from "@/lib/data/pictures";
import { listOpenPromises } from "@/lib/data/promises";
import { showTasks } from "@/lib/data/shown-tasks";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { dayAt } from "@/lib/domain/calendar/zone-day";
import { leadDaysOf } from "@/lib/domain/person/lead-days";
import type { PersonView } from "@/lib/domain/person/view";
import { ageOn, nextOccurrence } from "@/lib/domain/person/yearly-date";
import { whatCirclesAsk, whyNotRemovePerson } from "@/lib/domain/policy/circles";
import { whyNotMakePrivate } from "@/lib/domain/task/must-be-you";
import { readKnown } from "@/lib/queries/known-of-person";
import { storyIn } from "@/lib/queries/read-story";
import { touchOfPersonIn } from "@/lib/queries/touch-of-person";

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
    const circles = await listCircles(tx, workspaceId);
    const asks = whatCirclesAsk(circles, person.circles);
    return {
      ...facts,
      ...(await readKnown(tx, workspaceId, person, dates, at)),
      createdAt: createdAt.toISOString(),
      picture: (await listPictureVersions(tx, workspaceId, [id])).get(id) ?? null,
      fromFile: await findFileOf(tx, workspaceId, importId),
      dates: dates.map(({ personId: _, ...date }) => {
        const next = nextOccurrence(date, today, leapDayRule);
        const lead = leadDaysOf(date.leadDays, person, circles);
        return { ...date, lead, next, age: ageOn(date, next, leapDayRule) };
      }),
      tasks: await showTasks(tx, actor, await listOpenTasksOf(tx, workspaceId, id)),
      promises: await listOpenPromises(tx, workspaceId, [id]),
      touch: await touchOfPersonIn(tx, workspaceId, id, { zone, circles }, at),
      story: await storyIn(tx, workspaceId, id, { kind: null, cursor: null, zone }, at),
      can: {
        makePrivate: whyNotMakePrivate(actor) === null,
        remove: whyNotRemovePerson(actor, asks) === null,
      },
    };
  });
  return read.ok ? read.value : null;
}
