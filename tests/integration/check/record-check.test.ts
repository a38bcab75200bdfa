import { describe, expect, test } from "vitest";
import { listClientAddresses } from "@/lib/data/event-invitations";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { EventInput } from "@/lib/domain/calendar/event";
import { readCalendar } from "@/lib/queries/read-calendar";
import { readCheck } from "@/lib/queries/read-check";
import { readEvent } from "@/lib/queries/read-event";
import { readHistory } from "@/lib/queries/read-history";
import { createEvent } from "@/lib/use-cases/calendar/create-event";
import { editEvent } from "@/lib/use-cases/calendar/edit-event";
import { recordCheck } from "@/lib/use-cases/check/record-check";
import { undoCheck } from "@/lib/use-cases/check/undo-check";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { completeTask } from "@/lib/use-cases/task/complete-task";
import { editTask } from "@/lib/use-cases/task/edit-task";
import { reopenTask } from "@/lib/use-cases/task/reopen-task";
import { retagTask } from "@/lib/use-cases/task/retag-task";
import { booking, noWord, targetOf } from "../../support/book";
import { cast } from "../../support/cast";
import { coming } from "../../support/meet";
import { must } from "../../support/must";
import { alter, ask, checkOf, checksOf, confirmed, enter, hours } from "./scene";

const at = new Date("2026-12-01T09:00:00Z");
const noon = new Date("2026-12-02T12:00:00Z");
const then = hours(noon, -20);
const priya = coming("priya@raman.example", "Priya Raman");

/** A meeting with its check before Ana. */
async function asked(more: Partial<Parameters<typeof enter>[1]> = {}) {
  const people = await cast(at);
  const emails = [{ value: "priya@raman.example", label: "" }];
  must(await addPerson(people.client, { name: "Priya Raman", emails }, at));
  const id = await enter(people.client, { startsAt: noon, attendees: [priya], ...more }, at);
  await ask(people.system, then);
  return { ...people, event: id };
}

async function look(actor: Actor): Promise<string | null> {
  const { entries } = must(await readCalendar(actor, "2026-11-30", "2026-12-14", then));
  const event = entries.find((entry) => entry.type === "event");
  return event?.type === "event" ? event.check : null;
}

/** The checks that are not lost. */
async function standing(actor: Actor) {
  const where = { workspaceId: actor.workspace.id, voidedAt: null };
  return must(await readAs(actor, (tx) => tx.eventCheck.findMany({ where })));
}

const record = async (actor: Actor, input: object = {}) => {
  const { id, version } = await checkOf(actor);
  return recordCheck(actor, { id, version, ...confirmed, ...input }, then);
};

describe("A recorded double-check", () => {
  test("says who confirmed what with whom and how; the task is done, and the calendar shows it checked", async () => {
    const { client, assistant } = await asked();
    expect(await look(client)).toBe("unchecked");
    must(await record(assistant, { note: "She brings the proofs." }));

    expect(await look(client)).toBe("checked");
    const task = await checkOf(client);
    expect(task.state).toBe("done");
    expect(task.closingNote).toBe(
      "Confirmed with Priya Raman, by phone: date, time and place. She brings the proofs.",
    );
    expect(must(await readCheck(client, task.id, then)).check).toMatchObject({
      ...confirmed,
      by: "Ana Duarte",
      role: "assistant",
      note: "She brings the proofs.",
    });
  });

  test("is the only way to complete its task; that nobody needs to, may be said by declining", async () => {
    const { client, assistant } = await asked();
    const { id, version } = await checkOf(client);
    for (const actor of [client, assistant])
      expect(await completeTask(actor, { id, version, note: "" }, then)).toMatchObject({
        refusal: { code: "unchecked" },
      });
  });

  test("is Mira’s alone where the task must be her", async () => {
    const { client, assistant } = await asked();
    const { id, version } = await checkOf(client);
    must(await retagTask(client, { id, version, tag: "must-be-you" }));
    expect(await record(assistant)).toMatchObject({ refusal: { code: "must-be-you" } });
    must(await record(client));
    expect(await look(client)).toBe("checked");
  });

  test("of one day of a series is Ana’s to record, also where another day must be Mira", async () => {
    const { client, assistant, system } = await asked({ rule: "FREQ=DAILY;COUNT=2" });
    await ask(system, hours(noon, 2));
    const [today, tomorrow] = await checksOf(client);
    if (!today || !tomorrow) throw new Error("both days are asked about");
    must(await retagTask(client, { id: tomorrow.id, version: tomorrow.version, tag: "must-be-you" }));
    const own = { id: today.id, version: today.version, ...confirmed };
    must(await recordCheck(assistant, own, then));
    const hers = { id: tomorrow.id, version: tomorrow.version + 1, ...confirmed };
    expect(await recordCheck(assistant, hers, then)).toMatchObject({ refusal: { code: "must-be-you" } });
  });

  test("is taken back with undo, or by opening the task again, and can be recorded anew", async () => {
    const { client, assistant } = await asked();
    const { id } = must(await record(assistant));
    must(await undoCheck(assistant, id));
    expect(await look(client)).toBe("unchecked");
    expect(await checkOf(client)).toMatchObject({ state: "assistant" });
    expect(await undoCheck(assistant, id)).toMatchObject({ refusal: { code: "not-found" } });

    must(await record(assistant));
    const done = await checkOf(client);
    must(await reopenTask(client, { id: done.id, version: done.version }));
    expect(await look(client)).toBe("unchecked");
    must(await record(client));
    expect(await look(client)).toBe("checked");
  });

  test("of Mira’s stays when Ana would take it back from a task that must be Mira", async () => {
    const { client, assistant } = await asked();
    const { id, version } = await checkOf(client);
    must(await retagTask(client, { id, version, tag: "must-be-you" }));
    const check = must(await record(client));
    expect(await undoCheck(assistant, check.id)).toMatchObject({ refusal: { code: "must-be-you" } });
    expect(await look(client)).toBe("checked");
  });

  test("is not taken for another place than the one that was read", async () => {
    const { client, assistant, event } = await asked();
    const before = await checkOf(assistant);
    await alter(client, event, { place: "Quay 9" }, then);
    const { id, version } = before;
    expect(await recordCheck(assistant, { id, version, ...confirmed }, then)).toMatchObject({
      refusal: { code: "stale" },
    });
    must(await record(assistant));
    expect(await look(client)).toBe("checked");
  });

  test("keeps its meeting when who confirms it is edited", async () => {
    const { client, assistant } = await asked();
    const { id, version, fields } = await checkOf(client);
    must(
      await editTask(assistant, { id, version, fields: { otherSide: "Priya’s office", place: "Elsewhere" } }),
    );
    expect((await checkOf(client)).fields).toEqual({ ...fields, otherSide: "Priya’s office" });
  });

  test("is told in the history, and so is that it was lost", async () => {
    const { client, assistant, event } = await asked();
    must(await record(assistant));
    await alter(client, event, { startsAt: hours(noon, 2) }, then);
    const everything = { who: null, refused: false, subject: null, rows: false };
    const { lines } = must(await readHistory(client, everything, null));
    const said = lines.map((line) => line.sentence);
    expect(said).toContain(
      "Ana did “Double-check · Lunch at the harbour”, noting “Confirmed with Priya Raman, by phone: date, time and place.”",
    );
    expect(said).toContain(
      "The double-check of “Lunch at the harbour” is lost: the meeting was moved or changed.",
    );
  });
});

describe("A meeting that moves loses its check, for good", () => {
  test.each<[string, Parameters<typeof alter>[2]]>([
    ["to another time", { startsAt: hours(noon, 1) }],
    ["to another place", { place: "Quay 9" }],
    ["to another link", { link: "https://meet.example/other" }],
  ])("%s: it is asked for again, and says what was lost", async (_, change) => {
    const { client, assistant, system, event } = await asked();
    must(await record(assistant));
    const first = await checkOf(client);
    await alter(client, event, change, then);
    expect(await look(client)).not.toBe("checked");
    expect(await ask(system, then)).toBe(1);
    expect(await look(client)).toBe("unchecked");
    await alter(client, event, { startsAt: noon, place: "Quay 4", link: "" }, then);
    expect(await look(client)).toBe("unchecked");

    const open = (await checksOf(client)).filter((task) => task.id !== first.id);
    expect(open).toHaveLength(1);
    expect(must(await readCheck(client, open[0]?.id ?? "", then)).lost).toMatchObject({
      by: "Ana Duarte",
      startsAt: noon.toISOString(),
      place: "Quay 4",
    });
  });

  test("what was confirmed before it began stays confirmed when a series moves on", async () => {
    const { client, assistant, event } = await asked({ rule: "FREQ=WEEKLY" });
    must(await record(assistant));
    const afterwards = hours(noon, 30);
    await alter(client, event, { startsAt: noon, rule: "FREQ=WEEKLY", place: "Quay 9" }, afterwards);
    expect(await standing(client)).toHaveLength(1);
  });

  test.each<[string, Partial<EventInput>]>([
    ["to another place", { place: "Quay 9" }],
    ["to another hour", { start: "2026-12-02T15:00", end: "2026-12-02T16:00" }],
  ])("nor does it where Ana moves all of a series of theirs %s after it was held", async (_, change) => {
    const { client, assistant, system } = await cast(at);
    const said = { start: "2026-12-02T13:00", end: "2026-12-02T14:00", place: "Quay 4", rule: "FREQ=WEEKLY" };
    const event = booking({
      ...said,
      guests: [{ name: "Priya", email: "priya@raman.example", personId: null }],
    });
    const { id } = must(await createEvent(assistant, { event, ...noWord }, at));
    await ask(system, then);
    must(await record(assistant));
    const afterwards = hours(noon, 30);
    const seen = await readEvent(assistant, id, noon.toISOString(), afterwards);
    if (seen === null) throw new Error("it is not there");
    const edited = { ...targetOf(seen), event: { ...event, ...change }, ...noWord };
    must(await editEvent(assistant, edited, afterwards));
    expect(await standing(client)).toMatchObject([{ startsAt: noon, place: "Quay 4" }]);
  });
});

describe("Before it is confirmed, the check shows", () => {
  test("the time on both sides’ walls, and that clocks change on one side until then", async () => {
    const friday = new Date("2027-03-12T15:00:00Z");
    const { client, assistant, system } = await cast(at);
    const monday = new Date("2027-03-15T14:00:00Z");
    await enter(
      client,
      { startsAt: monday, attendees: [priya], zone: "America/Toronto", wantsCheck: true },
      friday,
    );
    await ask(system, hours(monday, -20));
    const { id } = await checkOf(assistant);
    const facts = must(await readCheck(assistant, id, friday));
    expect(facts).toMatchObject({
      hereZone: client.workspace.zone,
      otherZone: "America/Toronto",
      otherWall: "2027-03-15T10:00",
      guests: [{ name: "Priya Raman", personId: null }],
      check: null,
      lost: null,
    });
    expect(facts.clockChanges).toEqual([
      { zone: "America/Toronto", at: "2027-03-14T07:00:00.000Z", minutes: 60 },
    ]);
  });

  test("whoever comes: neither who declined, nor Mira herself", async () => {
    const { client, system } = await cast(at);
    const [own = ""] = must(await readAs(client, (tx) => listClientAddresses(tx, client.workspace.id)));
    const tomas = { ...coming("tomas@lind.example", "Tomas Lind"), status: "DECLINED" };
    const attendees = [tomas, coming(own, "Mira Holt"), priya];
    await enter(client, { startsAt: noon, attendees, wantsCheck: true }, at);
    await ask(system, then);
    const { id } = await checkOf(client);

    expect(must(await readCheck(client, id, then)).guests).toEqual([{ name: "Priya Raman", personId: null }]);
  });

  test("nothing to whoever may not see it", async () => {
    const { client, assistant, stranger } = await asked({ isPrivate: true });
    const { id } = await checkOf(client);
    for (const other of [assistant, stranger])
      expect(await readCheck(other, id, then)).toMatchObject({ refusal: { code: "not-found" } });
    must(await readCheck(client, id, then));
  });
});
