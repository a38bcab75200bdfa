import { expect, test } from "vitest";
import { readAs } from "@/lib/data/transaction";
import { extendOccurrencesJob } from "@/lib/jobs/extend-occurrences";
import { makeBirthdayTasksJob } from "@/lib/jobs/make-birthday-tasks";
import { systemActors } from "@/lib/jobs/system-actor";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { cast } from "../../support/cast";
import { must } from "../../support/must";
import { asSuperuser } from "../../support/superuser";
import { calendar, confirm, file, preview, takeBack } from "../import/files";

const at = new Date("2026-11-22T10:00:00Z");
const birthday = { kind: "birthday", label: "", month: 12, day: 24, year: null, leadDays: 7 } as const;

test("the job goes round all desks: on each, whoever's day comes near gets one task, made by nobody's hand", async () => {
  const { client, stranger } = await cast(at);
  must(await addPerson(client, { name: "Noor Haddad", dates: [birthday] }, at));
  must(await addPerson(stranger, { name: "Samir Lind", dates: [birthday] }, at));
  await makeBirthdayTasksJob.run(new Date("2026-12-20T10:00:00Z"));
  await makeBirthdayTasksJob.run(new Date("2026-12-21T10:00:00Z"));
  const read = { select: { title: true, createdRole: true, createdBy: true } } as const;
  expect(must(await readAs(client, (tx) => tx.task.findMany(read)))).toEqual([
    { title: "Birthday · Noor Haddad", createdRole: "system", createdBy: null },
  ]);
  expect(must(await readAs(stranger, (tx) => tx.task.findMany(read)))).toEqual([
    { title: "Birthday · Samir Lind", createdRole: "system", createdBy: null },
  ]);
});

test("a desk that cannot be done keeps no other from its turn", async () => {
  const { client, stranger } = await cast(at);
  must(await addPerson(client, { name: "Noor Haddad", dates: [birthday] }, at));
  must(await addPerson(stranger, { name: "Samir Lind", dates: [birthday] }, at));
  const [first] = await systemActors();
  const works = first?.workspace.id === client.workspace.id ? stranger : client;
  await asSuperuser("UPDATE workspaces SET zone = 'AET' WHERE id <> $1", [works.workspace.id]);

  await expect(makeBirthdayTasksJob.run(new Date("2026-12-20T10:00:00Z"))).rejects.toThrow("AET");

  expect(must(await readAs(works, (tx) => tx.task.count()))).toBe(1);
});

test("a weekly event goes on as the years do, without anybody's doing, and its import can still be undone", async () => {
  const { client, assistant } = await cast(at);
  const rowing = [
    "UID:rowing",
    "SUMMARY:Rowing",
    "DTSTART;TZID=Europe/Berlin:20261102T070000",
    "RRULE:FREQ=WEEKLY",
  ];
  const dry = await preview(assistant, [file("r.ics", calendar(null, rowing))], at);
  await confirm(assistant, dry.id, at);
  const last = async () => {
    const found = await readAs(client, (tx) =>
      tx.eventOccurrence.findFirst({ orderBy: { startsAt: "desc" } }),
    );
    return must(found)?.startsAt.toISOString();
  };
  const lines = () => readAs(client, (tx) => tx.logEntry.count());
  expect(await last()).toBe("2031-11-24T06:00:00.000Z");
  const before = must(await lines());
  await extendOccurrencesJob.run(new Date("2026-11-30T10:00:00Z"));
  expect(await last()).toBe("2031-11-24T06:00:00.000Z");
  await extendOccurrencesJob.run(new Date("2027-11-22T10:00:00Z"));
  expect(await last()).toBe("2032-11-22T06:00:00.000Z");
  const first = must(
    await readAs(client, (tx) => tx.eventOccurrence.findFirst({ orderBy: { startsAt: "asc" } })),
  );
  expect(first?.startsAt.toISOString()).toBe("2026-11-02T06:00:00.000Z");
  expect(must(await lines())).toBe(before);
  const undone = await takeBack(assistant, dry.id, new Date("2027-11-23T10:00:00Z"));
  expect(undone.counts.stayed).toBe(0);
});
