import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/data/client";
import { listLastContacts } from "@/lib/data/contacts";
import { type DeskDays, findDeskDays, findKnownKeys, insertTasks } from "@/lib/data/day-tasks";
import { listDaysOff } from "@/lib/data/days-off";
import { listDates } from "@/lib/data/person-dates";
import { saveTask } from "@/lib/data/tasks";
import { type DuePerson, listDuePeople, listOvertakenTasks } from "@/lib/data/touch-lists";
import { holdTouchTasks } from "@/lib/data/touch-lock";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { dayAt, startOfDay } from "@/lib/domain/calendar/zone-day";
import { type DaysOff, lastDayDue, outOfDaysOff, touchDay } from "@/lib/domain/person/touch";
import { sayOccasion } from "@/lib/domain/person/touch-note";
import { tagByPolicy } from "@/lib/domain/policy/default-tags";
import { granted, type Result } from "@/lib/domain/result";

/**
 * Makes one open task for everybody with whom it is time to be in touch, and puts off those that contact has overtaken
 * before anybody touched them. Gives how many of each; asked again it does nothing. Refuses `signed-out`.
 */
export async function makeTouchTasks(
  actor: Actor,
  at: Date,
): Promise<Result<{ made: number; putOff: number; seq: number }>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "make-touch-tasks", { kind: "desk", id: workspaceId }, async (tx) => {
    await holdTouchTasks(tx, workspaceId);
    const desk = await findDeskDays(tx, workspaceId);
    const daysOff = await listDaysOff(tx, workspaceId);
    const putOff = await putOffIn(tx, workspaceId, desk, daysOff, at);
    return granted({ made: await makeIn(tx, workspaceId, desk, daysOff, at), putOff });
  });
  return written.ok ? granted({ ...written.value.value, seq: written.value.seq }) : written;
}

async function makeIn(
  tx: Tx,
  workspaceId: string,
  desk: DeskDays,
  daysOff: DaysOff[],
  at: Date,
): Promise<number> {
  const until = lastDayDue(dayAt(at.getTime(), desk.zone), daysOff);
  const due = await listDuePeople(tx, workspaceId, { zone: desk.zone, at, until, forTasks: true });
  const known = await findKnownKeys(tx, workspaceId, due.map(keyOf), "ever");
  const wanted = due.filter((person) => !known.has(keyOf(person)));
  let made = 0;
  for (let from = 0; from < wanted.length; from += 500) {
    const some = wanted.slice(from, from + 500);
    const told = await toldOf(tx, workspaceId, desk, some, at);
    const policy = tagByPolicy({ kind: "keep-in-touch", circles: null, voice: null });
    made += await insertTasks(
      tx,
      workspaceId,
      some.map((person) => ({
        id: randomUUID(),
        kind: "keep-in-touch",
        title: `Keep in touch · ${person.name}`,
        note: told.get(person.id)?.note ?? "",
        tag: policy.tag,
        tagRule: policy.rule,
        personId: person.id,
        fields: { everyDays: person.everyDays },
        dueAt: new Date(startOfDay(outOfDaysOff(told.get(person.id)?.due ?? person.due, daysOff), desk.zone)),
        dueAllDay: true,
        isPrivate: person.isPrivate,
        sourceKey: keyOf(person),
      })),
    );
  }
  return made;
}

/** One task for each day that it was time: a new contact makes a new day, and so a new task when that day has come. */
function keyOf({ id, due }: DuePerson): string {
  return `touch:${id}:${due}`;
}

/**
 * What the task says: a day that comes, and when it is time. Where the last contact is private and the task is not, that is
 * today: from the day it was due, one could count back. Of the contact itself nothing is written down: it may become private later.
 */
async function toldOf(tx: Tx, workspaceId: string, desk: DeskDays, people: DuePerson[], at: Date) {
  const ids = people.map((person) => person.id);
  const contacts = await listLastContacts(tx, workspaceId, ids, 1, at);
  const dates = await listDates(tx, workspaceId, ids);
  return new Map(
    people.map(({ id, isPrivate, due }) => {
      const last = contacts.find((one) => one.personId === id);
      const isSecret = last?.isPrivate === true && !isPrivate;
      const note = sayOccasion(
        dates.filter((date) => date.personId === id),
        desk,
        at,
      );
      return [id, { note, due: isSecret ? dayAt(at.getTime(), desk.zone) : due }];
    }),
  );
}

/** Until it is time again, by how often it is by now: one that was put off for longer comes back sooner. */
async function putOffIn(
  tx: Tx,
  workspaceId: string,
  desk: DeskDays,
  daysOff: DaysOff[],
  at: Date,
): Promise<number> {
  let putOff = 0;
  for (const task of await listOvertakenTasks(tx, workspaceId, at)) {
    const last = dayAt(task.contactAt.getTime(), desk.zone);
    const due = new Date(startOfDay(touchDay(last, task.everyDays, task.pausedUntil, daysOff), desk.zone));
    const isTime = due.getTime() <= at.getTime();
    if (due.getTime() === task.dueAt?.getTime() || (isTime && task.snoozedUntil === null)) continue;
    const fields = { everyDays: task.everyDays };
    const change = { dueAt: due, snoozedUntil: isTime ? null : due, fields };
    if ((await saveTask(tx, workspaceId, task, change)) && !isTime) putOff += 1;
  }
  return putOff;
}
