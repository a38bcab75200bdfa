import { describe, expect, test } from "vitest";
import { listKeptOver } from "@/lib/data/kept-spans";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { readCalendar } from "@/lib/queries/read-calendar";
import { readHistory } from "@/lib/queries/read-history";
import { readProtected } from "@/lib/queries/read-protected";
import { editProtected } from "@/lib/use-cases/calendar/edit-protected";
import { exceptProtected } from "@/lib/use-cases/calendar/except-protected";
import { protectTime } from "@/lib/use-cases/calendar/protect-time";
import { removeProtected } from "@/lib/use-cases/calendar/remove-protected";
import { restoreProtected } from "@/lib/use-cases/calendar/restore-protected";
import { spreadProtected } from "@/lib/use-cases/calendar/spread-protected";
import { type Cast, cast } from "../../support/cast";
import { evening } from "../../support/keep";
import { must } from "../../support/must";

const at = new Date("2026-12-01T10:00:00Z");

/** The days of a stretch on which somebody sees kept time. */
async function keptDays(actor: Actor, from: string, to: string): Promise<string[]> {
  const { entries } = must(await readCalendar(actor, from, to, at));
  return entries.filter(({ type }) => type === "kept").map(({ firstDay }) => firstDay);
}
const december = (actor: Actor) => keptDays(actor, "2026-12-01", "2026-12-31");
async function protect({ client }: Cast, said = {}): Promise<{ id: string; version: number }> {
  return { id: must(await protectTime(client, evening(said), at)).id, version: 1 };
}
const fridays = ["2026-12-04", "2026-12-11", "2026-12-18", "2026-12-25"];

describe("Mira protects her Friday evenings", () => {
  test("both see them on the calendar and in the settings, next ones first, until six years ahead", async () => {
    const people = await cast(at);
    const { client, assistant } = people;
    await protect(people, {
      title: "New year",
      rule: "",
      firstOn: "2026-12-31",
      allDay: true,
      minutes: 1440,
    });
    await protect(people);

    expect(await december(assistant)).toEqual(fridays);
    expect(await keptDays(client, "2032-10-01", "2032-11-01")).toHaveLength(5);
    const seen = must(await readProtected(assistant, at));
    expect(seen.canChange).toBe(false);
    expect(seen.times.map(({ title, repeatWords, next }) => [title, repeatWords, next?.startsAt])).toEqual([
      ["Evenings", "every Friday", "2026-12-04T17:00:00.000Z"],
      ["New year", "", "2026-12-30T23:00:00.000Z"],
    ]);
  });

  test("Ana changes none of it, and what she tried is remembered", async () => {
    const people = await cast(at);
    const { assistant } = people;
    const time = await protect(people);
    const answers = [
      await protectTime(assistant, evening(), at),
      await editProtected(assistant, time, evening({ minutes: 60 }), at),
      await removeProtected(assistant, time, at),
      await exceptProtected(assistant, time, "2026-12-11", at),
    ];

    expect(answers.map((answer) => (answer.ok ? "ok" : answer.refusal.code))).toEqual(
      Array(4).fill("only-client"),
    );
    expect(await december(assistant)).toEqual(fridays);
    const { lines } = must(
      await readHistory(assistant, { who: null, refused: false, subject: null, rows: false }, null),
    );
    expect(lines.slice(0, 5).map(({ sentence }) => sentence)).toEqual([
      "Refused: Ana tried to leave a day out of “Evenings”. That is for Mira alone.",
      "Refused: Ana tried to give “Evenings” free. That is for Mira alone.",
      "Refused: Ana tried to change “Evenings”. That is for Mira alone.",
      "Refused: Ana tried to protect time. That is for Mira alone.",
      "Mira protected “Evenings”: every Friday, 18:00–23:00.",
    ]);
  });

  test("said anew they keep the new hours at once, and only who saw the present ones says so", async () => {
    const people = await cast(at);
    const time = await protect(people);
    const thursdays = evening({ rule: "FREQ=WEEKLY;BYDAY=TH" });

    expect(must(await editProtected(people.client, time, thursdays, at)).version).toBe(2);
    expect(await december(people.client)).toEqual(
      ["2026-12-10", "2026-12-17", "2026-12-24", "2026-12-31"].slice(0, 3),
    );
    expect(await editProtected(people.client, time, evening(), at)).toMatchObject({
      ok: false,
      refusal: { code: "stale", version: 2 },
    });
  });

  test("given free they keep nothing, and are kept again when that was a slip", async () => {
    const people = await cast(at);
    const time = await protect(people);

    const gone = must(await removeProtected(people.client, time, at));
    expect(await december(people.client)).toEqual([]);
    expect(must(await readProtected(people.client, at)).times).toEqual([]);
    const back = must(await restoreProtected(people.client, gone, at));
    expect(back.version).toBe(3);
    expect(await december(people.client)).toEqual(fridays);
    expect(await restoreProtected(people.client, back, at)).toMatchObject({ refusal: { code: "not-found" } });
  });

  test("one evening is left out, and comes back when the hours are said again without it", async () => {
    const people = await cast(at);
    const time = await protect(people);

    const left = must(await exceptProtected(people.client, time, "2026-12-11", at));
    expect(await december(people.client)).toEqual(fridays.filter((day) => day !== "2026-12-11"));
    expect(await exceptProtected(people.client, left, "2026-12-11", at)).toMatchObject({
      refusal: { code: "invalid", fields: { on: "These hours do not begin on that day." } },
    });
    must(await editProtected(people.client, left, evening(), at));
    expect(await december(people.client)).toEqual(fridays);
  });

  test("a stranger finds none of it", async () => {
    const people = await cast(at);
    const time = await protect(people);

    expect(await removeProtected(people.stranger, time, at)).toMatchObject({
      refusal: { code: "not-found" },
    });
    expect(must(await readProtected(people.stranger, at)).times).toEqual([]);
  });
});

describe("Time passes", () => {
  test("a job keeps writing them out six years ahead, and nobody's version grows old by it", async () => {
    const people = await cast(at);
    const time = await protect(people);
    const later = new Date("2029-06-01T10:00:00Z");

    expect(must(await spreadProtected(people.system, at)).times).toBe(0);
    const both = await Promise.all([
      spreadProtected(people.system, later),
      spreadProtected(people.system, later),
    ]);
    expect(both.map((done) => must(done).times).sort()).toEqual([0, 1]);
    expect(await keptDays(people.client, "2035-05-01", "2035-06-01")).toEqual([
      "2035-05-04",
      "2035-05-11",
      "2035-05-18",
      "2035-05-25",
    ]);
    must(await removeProtected(people.client, time, later));
  });

  test("what is asked of a booking sees the evening it would stand over, and its name", async () => {
    const people = await cast(at);
    await protect(people);
    const over = (from: string, to: string) =>
      readAs(people.assistant, (tx) =>
        listKeptOver(tx, people.desk.id, new Date(`2026-12-04T${from}Z`), new Date(`2026-12-04T${to}Z`)),
      );

    expect(must(await over("16:00", "17:00"))).toEqual([]);
    expect(must(await over("22:00", "23:00"))).toEqual([]);
    expect(must(await over("21:59", "23:00"))).toMatchObject([{ source: "protected", title: "Evenings" }]);
    expect(must(await over("17:00", "17:00"))).toHaveLength(1);
  });
});
