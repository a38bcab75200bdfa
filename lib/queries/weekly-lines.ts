import { listCircles, type StoredCircle } from "@/lib/data/circles";
import type { Tx } from "@/lib/data/client";
import { listLastContacts } from "@/lib/data/contacts";
import { type DeskDays, findDeskDays, findKnownKeys } from "@/lib/data/day-tasks";
import { listDaysOff } from "@/lib/data/days-off";
import { type LastTime, type LastTimeAsked, listLastTimes } from "@/lib/data/last-time";
import { listDuePeople } from "@/lib/data/touch-lists";
import type { LosingTouch } from "@/lib/data/touch-of";
import {
  type DayAhead,
  listLineTasks,
  listReach,
  listSaidAs,
  listYearlyDays,
  type TaskOfLine,
} from "@/lib/data/weekly-lists";
import type { Actor } from "@/lib/domain/actor";
import { addDays, dayAt } from "@/lib/domain/calendar/zone-day";
import { sayContact } from "@/lib/domain/person/contact";
import { outOfDaysOff } from "@/lib/domain/person/touch";
import { ageOn, occurrencesBetween } from "@/lib/domain/person/yearly-date";
import { whatCirclesAsk } from "@/lib/domain/policy/circles";
import { tagByPolicy } from "@/lib/domain/policy/default-tags";
import { whyNotClose } from "@/lib/domain/task/must-be-you";
import { isOpen, type Tag } from "@/lib/domain/task/task";
import type { DayLine, LastContact, LineTask, PastGreeting, TouchLine } from "@/lib/domain/weekly/view";

/** The stretch of days that is looked at, both ends included, how many lines of each sort are wanted, and now. */
export type Stretch = { at: Date; from: string; to: string; mostDays: number; mostTouch: number };

type Kept = DayAhead & { on: string; key: string; task: TaskOfLine | null };

const noReach = { phones: [], emails: [], addresses: [] };

/** The yearly days of a stretch that nobody has seen to yet, in their order, and how many there are in all. */
export async function findDayLines(
  tx: Tx,
  actor: Actor,
  { at, from, to, mostDays }: Stretch,
  dateId: string | null = null,
): Promise<{ lines: DayLine[]; inAll: number }> {
  const workspaceId = actor.workspace.id;
  const desk = await findDeskDays(tx, workspaceId);
  const span = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
  const ahead = (await listYearlyDays(tx, workspaceId, from, span, dateId)).flatMap((date) =>
    occurrencesBetween(date, from, to, desk.leapDayRule).map((on) => ({
      ...date,
      on,
      key: keyOf(date.id, on),
    })),
  );
  const keys = ahead.map(({ key }) => key);
  const tasks = await listLineTasks(tx, workspaceId, keys, []);
  const taskOf = new Map(tasks.map((task) => [task.sourceKey, task]));
  const known = await findKnownKeys(tx, workspaceId, keys, "ever");
  const kept = ahead
    .map((date) => ({ ...date, task: taskOf.get(date.key) ?? null }))
    // One that was taken back, or is in what this reader may not see, has no answer any more.
    .filter(({ task, key }) => task !== null || !known.has(key))
    .filter(({ task }) => dateId !== null || task === null || isOpen({ ...task, mergedIntoId: null }))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.name.localeCompare(b.name, "en")));
  return { lines: await dressDays(tx, actor, desk, kept.slice(0, mostDays), at), inAll: kept.length };
}

async function dressDays(tx: Tx, actor: Actor, desk: DeskDays, kept: Kept[], at: Date): Promise<DayLine[]> {
  const workspaceId = actor.workspace.id;
  const personIds = kept.map(({ personId }) => personId);
  const greetings = await listLastTimes(tx, workspaceId, kept.map(toLastYear));
  const reach = await listReach(tx, workspaceId, personIds);
  const contacts = await findLastContacts(tx, workspaceId, personIds, at);
  const circles = await listCircles(tx, workspaceId);
  return kept.map((date) => ({
    type: "day",
    key: date.key,
    dateId: date.id,
    day: date.on,
    kind: date.kind,
    label: date.label,
    age: ageOn(date, date.on, desk.leapDayRule),
    lastGreeting: toGreeting(greetings.get(date.key)),
    person: { id: date.personId, name: date.name, saidAs: date.saidAs },
    reach: reach.get(date.personId) ?? noReach,
    lastContact: contacts.get(date.personId) ?? null,
    task: toLineTask(date.task),
    canSkip: whyNotClose(actor, { state: "inbox", mergedIntoId: null, ...tagOf(date, circles) }) === null,
  }));
}

/** A greeting of last year is about a year old on the day: made a few weeks early, or late. */
function toLastYear({ key, personId, id, on }: Kept): LastTimeAsked {
  const day = (back: number) => new Date(`${addDays(on, -back)}T00:00:00Z`);
  return { key, personId, dateId: id, taskId: null, from: day(430), until: day(60) };
}

/** What was let pass was no greeting. */
function toGreeting(last: LastTime | undefined): PastGreeting | null {
  if (last === undefined || last.outcome !== "done") return null;
  const { at, by, role, words, note } = last;
  return { at, by, role, words, note };
}

/** Whom the client is losing touch with by the end of a stretch, the longest wait first, and how many there are in all. */
export async function findTouchLines(
  tx: Tx,
  actor: Actor,
  { at, to, mostTouch }: Stretch,
): Promise<{ lines: TouchLine[]; inAll: number }> {
  const workspaceId = actor.workspace.id;
  const { zone } = await findDeskDays(tx, workspaceId);
  const daysOff = await listDaysOff(tx, workspaceId);
  const due = (await listDuePeople(tx, workspaceId, { zone, at, until: to }))
    .map(({ id, name, everyDays, due }) => ({
      personId: id,
      name,
      everyDays,
      dueOn: outOfDaysOff(due, daysOff),
    }))
    .filter(({ dueOn }) => dueOn <= to);
  return { lines: await dressTouch(tx, actor, due.slice(0, mostTouch), at), inAll: due.length };
}

/** The lines of people to keep in touch with, with everything that helps to write to them. */
export async function dressTouch(tx: Tx, actor: Actor, due: LosingTouch[], at: Date): Promise<TouchLine[]> {
  const workspaceId = actor.workspace.id;
  const personIds = due.map(({ personId }) => personId);
  const reach = await listReach(tx, workspaceId, personIds);
  const contacts = await findLastContacts(tx, workspaceId, personIds, at);
  const tasks = await listLineTasks(tx, workspaceId, [], personIds);
  const today = dayAt(at.getTime(), actor.workspace.zone);
  const said = await listSaidAs(tx, workspaceId, personIds);
  return due.map(({ personId, name, dueOn, everyDays }) => ({
    type: "touch",
    key: `touch:${personId}`,
    dueOn,
    isDue: dueOn <= today,
    everyDays,
    person: { id: personId, name, saidAs: said.get(personId) ?? "" },
    reach: reach.get(personId) ?? noReach,
    lastContact: contacts.get(personId) ?? null,
    task: toLineTask(tasks.find((task) => task.personId === personId) ?? null),
    canSkip: true,
  }));
}

/** The last of so many days from `from` on: a horizon of 14 ends on the 14th. */
export function lastDayOf(from: string, horizon: number): string {
  return addDays(from, horizon - 1);
}

async function findLastContacts(
  tx: Tx,
  workspaceId: string,
  personIds: string[],
  at: Date,
): Promise<Map<string, LastContact>> {
  const found = await listLastContacts(tx, workspaceId, personIds, 1, at);
  return new Map(
    found.map(({ personId, at: when, how, note }) => [personId, { at: when, what: sayContact(how), note }]),
  );
}

/** The tag of a day's task; of one that is still to come, the tag that the policy will give. */
function tagOf({ task, circles }: Kept, all: StoredCircle[]): { tag: Tag } {
  if (task) return { tag: task.tag };
  return tagByPolicy({ kind: "birthday", circles: whatCirclesAsk(all, circles), voice: null });
}

function keyOf(dateId: string, on: string): string {
  return `day:${dateId}:${on.slice(0, 4)}`;
}

function toLineTask(task: TaskOfLine | null): LineTask | null {
  if (task === null) return null;
  const { id, version, kind, title, tag, state } = task;
  return { id, version, kind, title, tag, state };
}
