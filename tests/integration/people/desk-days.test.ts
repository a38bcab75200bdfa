import { afterAll, expect, test } from "vitest";
import { closeAppDatabase } from "@/lib/data/client";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { instantAt, startOfDay } from "@/lib/domain/calendar/zone-day";
import { readDesk } from "@/lib/queries/read-desk";
import { startDraft } from "@/lib/use-cases/draft/start-draft";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { makeDueTasks } from "@/lib/use-cases/person/make-due-tasks";
import { markDied } from "@/lib/use-cases/person/mark-died";
import { removePerson } from "@/lib/use-cases/person/remove-person";
import { createTask } from "@/lib/use-cases/task/create-task";
import { mergeTask } from "@/lib/use-cases/task/merge-task";
import { changeDesk } from "@/lib/use-cases/workspace/change-desk";
import { cast } from "../../support/cast";
import { must } from "../../support/must";
import { calendar, confirm, file, preview } from "../import/files";

const at = new Date("2026-11-22T10:00:00Z");
const desk = { name: "Mira’s desk", colour: "blue" } as const;
afterAll(() => closeAppDatabase());

async function tasks(actor: Actor) {
  const found = must(await readAs(actor, (tx) => tx.task.findMany({ orderBy: { title: "asc" } })));
  return found.map(({ title, tag, dueAt, snoozedUntil }) => ({
    title,
    tag,
    due: dueAt?.getTime(),
    snoozed: snoozedUntil?.getTime(),
  }));
}

test("When Mira moves, what is due on a day stays on that day, and what is due at an hour stays at its hour", async () => {
  const { client, assistant } = await cast(at);
  const wednesday = (zone: string) => startOfDay("2026-11-25", zone);
  const from = client.workspace.zone;
  const allDay = { kind: "other", dueAt: new Date(wednesday(from)), dueAllDay: true } as const;
  const { task } = must(await createTask(client, { ...allDay, title: "A day", tag: "must-be-you" }, at));
  const twin = must(await createTask(client, { ...allDay, title: "B folded" }, at)).task;
  must(await mergeTask(client, { id: twin.id, version: 1, into: task.id }));
  const hour = new Date("2026-11-25T15:00:00Z");
  const rests = new Date(wednesday(from));
  must(await createTask(client, { kind: "other", title: "C hour", dueAt: hour, snoozedUntil: rests }, at));
  const before = await tasks(client);
  for (const zone of ["Asia/Kathmandu", "America/Los_Angeles"]) {
    must(await changeDesk(client, { ...desk, zone }, at));
    const due = wednesday(zone);

    expect(await tasks(client)).toMatchObject([
      { ...before[0], due },
      { ...before[1], due },
      { ...before[2], due: hour.getTime(), snoozed: due },
    ]);
  }
  const log = await readAs(assistant, (tx) =>
    tx.logEntry.count({ where: { verb: "change-desk", subjectId: task.id } }),
  );
  expect(must(log)).toBe(2);
});

test("When Mira moves, a whole day is that day there, nine o'clock on no clock is nine there, and what has a clock keeps it", async () => {
  const { client } = await cast(at);
  const text = calendar(
    null,
    ["UID:fair", "SUMMARY:Fair", "DTSTART;VALUE=DATE:20261202"],
    ["UID:walk", "SUMMARY:Walk", "DTSTART:20261203T090000", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=2"],
    ["UID:call", "SUMMARY:Call", "DTSTART;TZID=America/Toronto:20261204T090000", "DURATION:PT1H"],
  );
  await confirm(client, (await preview(client, [file("mira.ics", text)], at)).id, at);
  for (const zone of ["Asia/Kathmandu", "America/Los_Angeles"]) {
    must(await changeDesk(client, { ...desk, zone }, at));

    const rows = await readAs(client, (tx) => tx.eventOccurrence.findMany({ orderBy: { startsAt: "asc" } }));
    expect(must(rows).map(({ startsAt }) => startsAt.getTime())).toEqual(
      [
        startOfDay("2026-12-02", zone),
        instantAt("2026-12-03", "09:00", zone),
        instantAt("2026-12-04", "09:00", zone),
        instantAt("2026-12-04", "09:00", "America/Toronto"),
      ].sort((a, b) => a - b),
    );
  }
});

test("29 February is kept when Mira chooses, and the tasks that are open move there", async () => {
  const { client, assistant, system } = await cast(at);
  const zone = client.workspace.zone;
  const leap = { kind: "birthday", label: "", month: 2, day: 29, year: 1992, leadDays: 7 } as const;
  must(await addPerson(client, { name: "Leap Lea", dates: [leap] }, at));
  const { id } = must(await addPerson(client, { name: "Uncle Ben" }, at));
  must(await markDied(client, { id, version: 1 }, { diedOn: "2020-02-29", isRemembered: true }, at));
  must(await makeDueTasks(system, new Date("2027-02-22T10:00:00Z")));
  const days = async () => (await tasks(client)).map((task) => task.due);
  expect(await days()).toEqual([startOfDay("2027-02-28", zone), startOfDay("2027-02-28", zone)]);
  must(await changeDesk(client, { ...desk, zone, leapDayRule: "1-mar" }, at));

  expect(await days()).toEqual([startOfDay("2027-03-01", zone), startOfDay("2027-03-01", zone)]);
  expect(must(await readDesk(assistant, at))).toMatchObject({ leapDayRule: "1-mar", canChange: false });
  must(await changeDesk(client, { ...desk, zone }, at));
  expect(must(await readDesk(client, at))).toMatchObject({ leapDayRule: "1-mar", canChange: true });
});

test("That the desk has moved is no hand on a task: who is taken off it takes their birthday along, but for what Mira has begun to write", async () => {
  const { client, assistant } = await cast(at);
  const dates = [{ kind: "birthday", label: "", month: 11, day: 28, year: null, leadDays: null } as const];
  const noor = must(await addPerson(client, { name: "Noor Haddad", dates }, at));
  const tomas = must(await addPerson(client, { name: "Tomas Lind", dates }, at));
  const open = () =>
    readAs(assistant, (tx) => tx.task.findMany({ where: { state: { not: "withdrawn" } } })).then(must);
  const letter = (await open()).find((task) => task.personId === tomas.id);
  must(await startDraft(client, { taskId: letter?.id ?? "", text: "Dear Tomas,", phrases: [] }));
  must(await changeDesk(client, { ...desk, zone: "America/Los_Angeles" }, at));

  for (const { id } of [noor, tomas]) must(await removePerson(client, { id, version: 1 }, at));

  expect((await open()).map(({ personId }) => personId)).toEqual([tomas.id]);
});
