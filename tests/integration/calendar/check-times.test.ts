import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { insertEvent, insertOccurrences } from "@/lib/data/events";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { TimeCheck } from "@/lib/domain/calendar/conflicts";
import { granted } from "@/lib/domain/result";
import { checkTimes } from "@/lib/queries/check-times";
import { protectTime } from "@/lib/use-cases/calendar/protect-time";
import { cast } from "../../support/cast";
import { evening } from "../../support/keep";
import { must } from "../../support/must";

/** Tuesday, 11:00 in Berlin. */
const at = new Date("2026-12-01T10:00:00Z");
const blank = {
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
  attendees: [],
  allDay: false,
  zone: "Europe/Berlin",
  source: {},
  isPrivate: false,
  importId: null,
  expandedUntil: at,
  travelMinutes: null as number | null,
};

/** Puts an entry on the calendar as it came from elsewhere: "2026-12-02 10:00–11:00" in UTC. */
async function put(
  actor: Actor,
  summary: string,
  when: string,
  said: Partial<typeof blank> = {},
): Promise<string> {
  const id = randomUUID();
  const [, day, from, to] = /^(\S+) (\S+)–(\S+)$/.exec(when) as unknown as string[];
  await writeAs(actor, "add-event", { kind: "event", id }, async (tx) => {
    await insertEvent(tx, actor.workspace.id, { ...blank, ...said, uid: randomUUID(), id, summary });
    const times = { startsAt: `${day}T${from}:00Z`, endsAt: `${day}T${to}:00Z` };
    await insertOccurrences(tx, actor.workspace.id, [
      { eventId: id, startDate: null, endDate: null, ...times },
    ]);
    return granted(null);
  });
  return id;
}
async function check(actor: Actor, when: string, said = {}): Promise<TimeCheck> {
  const [, day, from, to] = /^(\S+) (\S+)–(\S+)$/.exec(when) as unknown as string[];
  const asked = {
    startsAt: `${day}T${from}:00.000Z`,
    endsAt: `${day}T${to}:00.000Z`,
    place: "",
    ignore: null,
    otherZone: null,
  };
  return must(await checkTimes(actor, { ...asked, ...said }, at));
}
const brief = ({ conflicts }: TimeCheck) => conflicts.map((one) => `${one.kind}: ${one.title || "?"}`);

describe("Before a time is promised, it is said what stands in its way", () => {
  test("an entry, a protected evening, and too little time on the way", async () => {
    const { client } = await cast(at);
    must(await protectTime(client, evening(), at));
    await put(client, "Supper", "2026-12-04 18:00–20:00");
    await put(client, "Ministry", "2026-12-04 17:00–17:30", { location: "Ministry", travelMinutes: 45 });

    expect(brief(await check(client, "2026-12-04 18:00–19:00", { place: "Studio" }))).toEqual([
      "clash: Supper",
      "kept: Evenings",
      "travel: Ministry",
    ]);
  });

  test("the minutes on the way count as they are typed, before they are kept", async () => {
    const { client } = await cast(at);
    await put(client, "Proofs", "2026-12-02 08:00–09:30", { location: "Werkhof 3" });
    const lunch = { place: "The old rope walk" };

    expect(brief(await check(client, "2026-12-02 10:00–11:00", { ...lunch, travelMinutes: 10 }))).toEqual([]);
    expect(brief(await check(client, "2026-12-02 10:00–11:00", { ...lunch, travelMinutes: 90 }))).toEqual([
      "travel: Proofs",
    ]);
  });

  test("what leaves one free, was declined or called off, and the entry that is moved stand in nobody's way", async () => {
    const { client } = await cast(at);
    await put(client, "Market day", "2026-12-02 09:00–12:00", { transparent: true });
    await put(client, "Declined", "2026-12-02 09:00–12:00", { answer: "declined" as "" });
    await put(client, "Called off", "2026-12-02 09:00–12:00", { status: "CANCELLED" });
    const moved = await put(client, "Moved", "2026-12-02 09:00–12:00");

    expect(brief(await check(client, "2026-12-02 10:00–11:00", { ignore: moved }))).toEqual([]);
    expect(brief(await check(client, "2026-12-02 10:00–11:00"))).toEqual(["clash: Moved"]);
  });

  test("Ana is told that Mira is busy with what is private, and nothing of what or where it is", async () => {
    const { client, assistant } = await cast(at);
    await put(client, "Doctor Xylander", "2026-12-02 09:00–10:00", { isPrivate: true, location: "Clinic" });
    await put(client, "Second Xylander", "2026-12-02 10:00–11:00", { isPrivate: true });

    const seen = await check(assistant, "2026-12-02 09:30–12:00");
    expect(seen.conflicts).toEqual([
      {
        kind: "clash",
        title: "",
        eventId: null,
        startsAt: "2026-12-02T09:00:00.000Z",
        endsAt: "2026-12-02T11:00:00.000Z",
      },
    ]);
    expect(JSON.stringify(seen)).not.toMatch(/xylander|clinic/i);
    expect(seen.slotText).not.toContain("Wed 2 Dec, 10:00");
    expect(brief(await check(client, "2026-12-02 09:30–12:00"))).toEqual([
      "clash: Doctor Xylander",
      "clash: Second Xylander",
    ]);
  });

  test("a time next year is looked at as well", async () => {
    const { client } = await cast(at);
    await put(client, "Fair", "2027-06-02 09:00–17:00");
    expect(brief(await check(client, "2027-06-02 10:00–11:00"))).toEqual(["clash: Fair"]);
  });

  test("three free times are there to paste, in both zones", async () => {
    const { client } = await cast(at);
    await put(client, "All afternoon", "2026-12-01 12:00–17:00");
    const { slots, slotText } = await check(client, "2026-12-01 12:00–12:30", {
      otherZone: "America/Toronto",
    });
    expect(slots).toHaveLength(3);
    expect(slotText.split("\n")).toEqual([
      "Wed 2 Dec, 13:00–13:30 (07:00–07:30 in Toronto)",
      "Wed 2 Dec, 15:30–16:00 (09:30–10:00 in Toronto)",
      "Thu 3 Dec, 13:00–13:30 (07:00–07:30 in Toronto)",
    ]);
  });

  test("to what is asked for next year, other times are proposed around it, and not tomorrow", async () => {
    const { client } = await cast(at);
    await put(client, "Fair", "2027-06-02 09:00–17:00");
    const { slots } = await check(client, "2027-06-02 10:00–11:00");
    expect(slots).toHaveLength(3);
    for (const { startsAt } of slots) {
      expect(startsAt > "2027-05-31").toBe(true);
      expect(startsAt < "2027-06-05").toBe(true);
    }
  });

  test("a zone that is none and an end before the beginning are told at their fields", async () => {
    const { client } = await cast(at);
    const asked = {
      startsAt: "2026-12-02T10:00:00.000Z",
      endsAt: "2026-12-02T09:00:00.000Z",
      place: "",
      ignore: null,
    };
    expect(await checkTimes(client, { ...asked, otherZone: null }, at)).toMatchObject({
      refusal: { fields: { endsAt: "It ends after it begins." } },
    });
    const end = { ...asked, endsAt: "2026-12-02T11:00:00.000Z", otherZone: "Mars/Base" };
    expect(await checkTimes(client, end, at)).toMatchObject({
      refusal: { fields: { otherZone: expect.any(String) } },
    });
  });
});
