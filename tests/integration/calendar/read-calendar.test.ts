import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { chipSentence } from "@/components/calendar/looks";
import { insertEvent, insertOccurrences } from "@/lib/data/events";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { CalendarEntry } from "@/lib/domain/calendar/view";
import { granted } from "@/lib/domain/result";
import { readCalendar } from "@/lib/queries/read-calendar";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { completeTask } from "@/lib/use-cases/task/complete-task";
import { makeTask } from "@/prisma/seed/make/make-task";
import { cast } from "../../support/cast";
import { must } from "../../support/must";

const at = new Date("2026-11-22T10:00:00Z");

async function december(actor: Actor, from = "2026-11-30", to = "2027-01-04"): Promise<CalendarEntry[]> {
  return must(await readCalendar(actor, from, to, at)).entries;
}
const brief = (entries: CalendarEntry[]) =>
  entries.map((entry) => `${entry.firstDay} ${chipSentence(entry)}`);

type Times = { startsAt: string; endsAt: string; startDate?: string; endDate?: string };
async function makeEvent(actor: Actor, summary: string, times: Times, isPrivate = false, uid = randomUUID()) {
  const id = randomUUID();
  const about = { kind: "event", id } as const;
  const plain = {
    recurrenceId: "",
    sequence: 0,
    description: "",
    location: "",
    link: "",
    status: "",
    organiser: "",
    organiserAddress: "",
    transparent: false,
    answer: "" as const,
    stamp: null,
    rule: "",
  };
  await writeAs(actor, "add-event", about, async (tx) => {
    const event = {
      ...plain,
      uid,
      summary,
      attendees: [],
      allDay: Boolean(times.startDate),
      zone: "America/Toronto",
      source: {},
    };
    await insertEvent(tx, actor.workspace.id, { ...event, id, isPrivate, importId: null, expandedUntil: at });
    const occurrence = { eventId: id, startDate: null, endDate: null, ...times };
    await insertOccurrences(tx, actor.workspace.id, [occurrence]);
    return granted(null);
  });
  return uid;
}

describe("The shared calendar", () => {
  test("shows tasks on their day, events at their hour and birthdays every year, in the desk's own zone", async () => {
    const { client, assistant } = await cast(at);
    const days = [{ kind: "birthday", label: "", month: 12, day: 6, year: 1986, leadDays: 3 }] as const;
    must(await addPerson(assistant, { name: "Noor Haddad", dates: [...days] }, at));
    await makeTask(
      assistant,
      { kind: "personal-reply", title: "Joon’s new job", dueAt: new Date("2026-12-01T23:30:00Z") },
      at,
    );
    await makeEvent(assistant, "Coffee", {
      startsAt: "2026-12-04T15:00:00Z",
      endsAt: "2026-12-04T16:00:00Z",
    });
    const seen = brief(await december(client));
    const zone = client.workspace.zone;
    expect(zone).toBe("Europe/Berlin");
    expect(seen).toEqual([
      "2026-12-02 Personal reply: Joon’s new job, 00:30, must be you",
      "2026-12-04 Event: Coffee, 16:00 to 17:00",
      "2026-12-06 Birthday: Noor Haddad, turns 40",
    ]);
    expect(brief(await december(assistant))).toEqual(seen);
  });

  test("a birthday and its task on that very day are one entry, with the task in it", async () => {
    const { client } = await cast(at);
    const day = { kind: "birthday", label: "", month: 11, day: 25, year: null, leadDays: 7 } as const;
    must(await addPerson(client, { name: "Ida Lind", dates: [day] }, at));
    const [entry, ...more] = await december(client, "2026-11-01", "2026-12-01");
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      type: "day",
      firstDay: "2026-11-25",
      years: null,
      task: { tag: "delegable" },
    });
  });

  test("29 February is kept on the day that the desk chose in years that have none", async () => {
    const { client } = await cast(at);
    const day = { kind: "birthday", label: "", month: 2, day: 29, year: 2000, leadDays: 7 } as const;
    must(await addPerson(client, { name: "Leap", dates: [day] }, at));
    expect((await december(client, "2027-02-01", "2027-03-08")).map((one) => one.firstDay)).toEqual([
      "2027-02-28",
    ]);
    expect((await december(client, "2028-02-01", "2028-03-08")).map((one) => one.firstDay)).toEqual([
      "2028-02-29",
    ]);
  });

  test("an event over midnight, over days and over whole days covers the days it covers", async () => {
    const { client } = await cast(at);
    await makeEvent(client, "Night train", {
      startsAt: "2026-12-10T20:00:00Z",
      endsAt: "2026-12-11T06:00:00Z",
    });
    await makeEvent(client, "Until midnight", {
      startsAt: "2026-12-12T20:00:00Z",
      endsAt: "2026-12-12T23:00:00Z",
    });
    const away = { startDate: "2026-12-24", endDate: "2026-12-27" };
    await makeEvent(client, "Away", {
      startsAt: "2026-12-23T23:00:00Z",
      endsAt: "2026-12-26T23:00:00Z",
      ...away,
    });
    const covered = (await december(client)).map(
      (one) => `${one.title} ${one.firstDay.slice(8)}-${one.lastDay.slice(8)} ${one.time}`,
    );
    expect(covered).toEqual(["Night train 10-11 21:00", "Until midnight 12-12 21:00", "Away 24-26 null"]);
    expect((await december(client, "2026-12-26", "2026-12-27")).map((one) => one.title)).toEqual(["Away"]);
    expect(await december(client, "2026-12-27", "2026-12-28")).toEqual([]);
  });

  test("a meeting says whether its double-check is done", async () => {
    const { client, assistant } = await cast(at);
    const uid = await makeEvent(client, "Board", {
      startsAt: "2026-12-18T09:00:00Z",
      endsAt: "2026-12-18T10:00:00Z",
    });
    const due = new Date("2026-12-17T09:00:00Z");
    const check = await makeTask(
      assistant,
      { kind: "meeting-check", title: "Check Board", fields: { eventUid: uid }, dueAt: due },
      at,
    );
    const board = async () => (await december(client, "2026-12-18", "2026-12-19"))[0];
    expect(await board()).toMatchObject({ title: "Board", check: "unchecked", otherZone: "America/Toronto" });
    must(await completeTask(assistant, { id: check.id, version: 1, note: "" }, at));
    expect(await board()).toMatchObject({ check: "checked" });
  });

  test("shows Ana that Mira is busy, and nothing of what is private: no task, no name, no birthday; and a stranger nothing at all", async () => {
    const { client, assistant, agent, stranger } = await cast(at);
    const day = { kind: "birthday", label: "", month: 12, day: 6, year: null, leadDays: 3 } as const;
    must(await addPerson(client, { name: "Noor Haddad", isPrivate: true, dates: [day] }, at));
    await makeTask(client, { title: "Secret", isPrivate: true, dueAt: new Date("2026-12-01T10:00:00Z") }, at);
    await makeEvent(
      client,
      "Doctor",
      { startsAt: "2026-12-04T15:00:00Z", endsAt: "2026-12-04T16:00:00Z" },
      true,
    );
    expect((await december(client)).map((one) => [one.title, one.isPrivate])).toEqual([
      ["Secret", true],
      ["Doctor", true],
      ["Noor Haddad", true],
    ]);
    for (const other of [assistant, agent]) {
      const seen = await december(other);
      expect(brief(seen)).toEqual(["2026-12-04 Busy, 16:00 to 17:00"]);
      expect(JSON.stringify(seen)).not.toMatch(/Doctor|Secret|Noor/);
    }
    expect(await december(stranger)).toEqual([]);
  });

  test("a stretch that is empty or longer than a season is refused with a sentence", async () => {
    const { client } = await cast(at);
    for (const to of ["2026-12-01", "2026-11-30", "2027-12-01"])
      expect(await readCalendar(client, "2026-12-01", to, at)).toMatchObject({
        ok: false,
        refusal: { code: "invalid" },
      });
  });
});
