import { describe, expect, test } from "vitest";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { readPeople } from "@/lib/queries/read-people";
import { editPerson } from "@/lib/use-cases/person/edit-person";
import { completeTask } from "@/lib/use-cases/task/complete-task";
import { cast } from "../../support/cast";
import { must } from "../../support/must";
import { calendar, card, confirm, file, preview, takeBack } from "./files";

const at = new Date("2026-11-22T10:00:00Z");

const noor = card(
  "FN:Noor Haddad",
  "N:Haddad;Noor",
  "UID:noor-1",
  "EMAIL:noor@test.invalid",
  "BDAY:1986-11-28",
);
const tomas = card("FN:Tomas Lind", "N:Lind;Tomas", "TEL:+46 70 123 45 67", "BDAY:--05-03");
const nobody = card("NOTE:an empty card");
const dinner = [
  "UID:dinner-1",
  "SUMMARY:Makers' Supper",
  "DTSTART:20261211T180000Z",
  "DTEND:20261211T210000Z",
  "ORGANIZER;CN=Noor Haddad:mailto:noor@test.invalid",
  "LOCATION:Old mill",
];
const weekly = [
  "UID:weekly-1",
  "SUMMARY:Rowing",
  "DTSTART:20261102T060000Z",
  "DTEND:20261102T070000Z",
  "RRULE:FREQ=WEEKLY;COUNT=10",
];

const files = () => [
  file("people.vcf", noor + tomas + nobody),
  file("mail.ics", calendar("REQUEST", dinner)),
  file("own.ics", calendar(null, weekly)),
];

/** Everything that stands on the desk, as somebody sees it. */
async function desk(actor: Actor) {
  return must(
    await readAs(actor, async (tx) => ({
      people: (await tx.person.findMany({ where: { removedAt: null }, orderBy: { name: "asc" } })).map(
        (p) => p.name,
      ),
      days: await tx.personDate.count({ where: { removedAt: null } }),
      tasks: (
        await tx.task.findMany({ where: { state: { not: "withdrawn" } }, orderBy: { title: "asc" } })
      ).map((t) => t.title),
      events: (await tx.event.findMany({ where: { removedAt: null }, orderBy: { uid: "asc" } })).map(
        (e) => e.uid,
      ),
    })),
  );
}

const imported = {
  people: ["Noor Haddad", "Tomas Lind"],
  days: 2,
  tasks: ["Birthday · Noor Haddad turns 40", "Invitation · Makers' Supper, Fri, 11 Dec 2026, 19:00"],
  events: ["dinner-1", "weekly-1"],
};
const empty = { people: [], days: 0, tasks: [], events: [] };

describe("Importing, taking back, importing again", () => {
  test("Ana sees what would be made, makes it, takes it back, and makes it again", async () => {
    const { assistant } = await cast(at);
    const dry = await preview(assistant, files(), at);
    expect(dry.counts).toMatchObject({
      people: { make: 2 },
      events: { make: 2 },
      invitations: 1,
      days: 2,
      dayTasks: 1,
      skipped: 1,
    });
    expect(dry.rows.map((row) => [row.what, row.label, row.outcome])).toEqual([
      ["person", "Noor Haddad", "make"],
      ["person", "Tomas Lind", "make"],
      ["event", "Makers' Supper", "make"],
      ["event", "Rowing", "make"],
      ["nothing", "people.vcf, line 16", "skip"],
    ]);
    expect(await desk(assistant)).toEqual(empty);
    const done = await confirm(assistant, dry.id, at);
    expect(done).toMatchObject({ state: "done", counts: dry.counts, written: 5 });
    expect(await desk(assistant)).toEqual(imported);
    const undone = await takeBack(assistant, dry.id, at);
    expect(undone).toMatchObject({ state: "undone", counts: { stayed: 0 } });
    expect(await desk(assistant)).toEqual(empty);
    const again = await preview(assistant, files(), at);
    expect(again.counts).toEqual(dry.counts);
    await confirm(assistant, again.id, at);
    expect(await desk(assistant)).toEqual(imported);
  });

  test("the same files again change nothing, and say why each line was matched", async () => {
    const { client, assistant } = await cast(at);
    await confirm(assistant, (await preview(assistant, files(), at)).id, at);
    const before = await desk(client);
    const second = await preview(client, files(), at);
    expect(second.counts).toMatchObject({
      people: { make: 0, same: 2 },
      events: { make: 0, same: 2 },
      invitations: 0,
      days: 0,
    });
    expect(second.rows[0]?.why).toBe("Matched because it is the card that Noor Haddad came from.");
    await confirm(client, second.id, at);
    expect(await desk(client)).toEqual(before);
    const versions = must(await readAs(client, (tx) => tx.person.findMany({ select: { version: true } })));
    expect(versions).toEqual([{ version: 1 }, { version: 1 }]);
  });

  test("what somebody touched since stays, with the reason, and Mira reads which", async () => {
    const { client, assistant } = await cast(at);
    const dry = await preview(assistant, files(), at);
    await confirm(assistant, dry.id, at);
    const people = must(await readPeople(client, { q: "tomas", circle: null, cursor: null }, at)).people;
    must(
      await editPerson(client, { id: people[0]?.id ?? "", version: 1 }, { careful: "No calls at work" }, at),
    );
    const tasks = must(await readAs(client, (tx) => tx.task.findMany({ where: { kind: "birthday" } })));
    must(await completeTask(client, { id: tasks[0]?.id ?? "", version: 1, note: "" }, at));
    const undone = await takeBack(assistant, dry.id, at);
    expect(undone.rows.flatMap((row) => (row.stays ? [[row.label, row.stays]] : []))).toEqual([
      ["Noor Haddad", "There is a task about them that was not taken back."],
      ["Tomas Lind", "Somebody has changed something about them since."],
    ]);
    expect(undone.counts.stayed).toBe(2);
    expect(await desk(client)).toMatchObject({ people: ["Noor Haddad", "Tomas Lind"], events: [] });
  });

  test("a card of somebody known adds what is missing, overwrites nothing, and can be taken back", async () => {
    const { client } = await cast(at);
    await confirm(client, (await preview(client, [file("a.vcf", noor)], at)).id, at);
    const more = card(
      "FN:Noor Haddad",
      "EMAIL:noor@test.invalid",
      "EMAIL:n@work.invalid",
      "BDAY:1986-11-30",
      "TEL:+49 30 1234567",
      "ORG:Harbour",
    );
    const dry = await preview(client, [file("b.vcf", more)], at);
    expect(dry.rows[0]).toMatchObject({
      outcome: "add",
      why: "Matched because Noor Haddad has the same e-mail address. Adds: organization, e-mail address, phone number. The birthday differs and is kept as it is here.",
    });
    await confirm(client, dry.id, at);
    const read = () => readAs(client, (tx) => tx.person.findFirst({ include: { dates: true } }));
    expect(must(await read())).toMatchObject({
      organization: "Harbour",
      emails: [{}, {}],
      dates: [{ day: 28 }],
    });
    await takeBack(client, dry.id, at);
    expect(must(await read())).toMatchObject({
      organization: "",
      emails: [{ value: "noor@test.invalid" }],
      phones: [],
    });
  });

  test("a changed event is changed, a cancelled one cancelled, and both come back with the import", async () => {
    const { client } = await cast(at);
    await confirm(client, (await preview(client, files(), at)).id, at);
    const later = [
      "UID:weekly-1",
      "SEQUENCE:1",
      "SUMMARY:Rowing",
      "DTSTART:20261103T060000Z",
      "DTEND:20261103T070000Z",
      "RRULE:FREQ=WEEKLY;COUNT=4",
    ];
    const off = [...dinner, "SEQUENCE:1", "STATUS:CANCELLED"];
    const dry = await preview(client, [file("c.ics", calendar(null, later, off))], at);
    expect(dry.rows.map((row) => [row.label, row.outcome, row.why])).toEqual([
      ["Rowing", "add", "Changes: time."],
      ["Makers' Supper", "add", "Changes: status."],
    ]);
    await confirm(client, dry.id, at);
    const times = () =>
      readAs(client, (tx) => tx.eventOccurrence.count({ where: { event: { uid: "weekly-1" } } }));
    expect(must(await times())).toBe(4);
    await takeBack(client, dry.id, at);
    expect(must(await times())).toBe(10);
    const dinnerNow = must(await readAs(client, (tx) => tx.event.findFirst({ where: { uid: "dinner-1" } })));
    expect(dinnerNow).toMatchObject({ status: "", sequence: 0 });
  });

  test("lines that Mira unticks are left out, and circles are hers to choose", async () => {
    const { client } = await cast(at);
    const dry = await preview(client, files(), at);
    const done = await confirm(client, dry.id, at, {
      circle: "friends",
      circles: { "0": "inner" },
      leaveOut: [1, 3],
    });
    expect(done.rows[1]).toMatchObject({ outcome: "skip", why: "Left out in the dry run." });
    const people = must(
      await readAs(client, (tx) => tx.person.findMany({ select: { name: true, circle: true } })),
    );
    expect(people).toEqual([{ name: "Noor Haddad", circle: "inner" }]);
    const task = must(await readAs(client, (tx) => tx.task.findFirst({ where: { kind: "birthday" } })));
    expect(task).toMatchObject({ tag: "must-be-you", tagRule: "inner-birthday", dueAllDay: true });
    expect(task?.dueAt?.toISOString()).toBe("2026-11-27T23:00:00.000Z");
  });
});
