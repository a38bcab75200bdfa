import { describe, expect, test } from "vitest";
import { sayLooked, saySeriesConflicts } from "@/components/calendar/series-words";
import type { Conflict, SeriesCheck } from "@/lib/domain/calendar/conflicts";

const place = { zone: "Europe/Berlin", locale: "en-GB" };
const supper = (day: string): Conflict => ({
  kind: "clash",
  title: "Makers’ Supper",
  startsAt: `${day}T18:00:00.000Z`,
  endsAt: `${day}T21:00:00.000Z`,
  eventId: null,
});
const evening = (day: string): Conflict => ({
  kind: "kept",
  source: "protected",
  title: "",
  startsAt: `${day}T17:00:00.000Z`,
  endsAt: `${day}T21:00:00.000Z`,
});

function series(days: Record<string, Conflict[]>, more: Partial<SeriesCheck> = {}): SeriesCheck {
  const clashing = Object.entries(days).map(([day, conflicts]) => ({
    startsAt: `${day}T18:30:00.000Z`,
    endsAt: `${day}T19:30:00.000Z`,
    conflicts,
  }));
  return { looked: 20, hasMore: true, clashing, ...more };
}
function say(...days: string[]): string[] {
  const check = series(Object.fromEntries(days.map((day) => [day, [supper(day)]])));
  return saySeriesConflicts(check, "2026-12-03", place, "Mira");
}

describe("What is in the way of a series", () => {
  test.each([
    [["2026-12-03"], "3 December"],
    [["2026-12-03", "2026-12-10", "2026-12-17"], "3, 10 and 17 December"],
    [["2026-12-03", "2026-12-10", "2026-12-17", "2026-12-24"], "3, 10 and 17 December, and once more"],
    [
      ["2026-12-03", "2026-12-10", "2026-12-17", "2026-12-24", "2026-12-31", "2027-01-07"],
      "3, 10 and 17 December, and 3 times more",
    ],
    [["2026-12-24", "2026-12-31", "2027-01-07"], "24 and 31 December and 7 January 2027"],
    [["2026-12-03", "2027-12-02"], "3 December and 2 December 2027"],
  ])("on %j is said once, on its days", (days, said) => {
    expect(say(...days)).toEqual([`On ${said}: Clashes with Makers’ Supper, 19:00–22:00`]);
  });

  test("is named each by itself, and what Ana may not see by nobody’s name", () => {
    const busy = { ...supper("2026-12-10"), title: "" };
    const days = { "2026-12-03": [supper("2026-12-03"), evening("2026-12-03")], "2026-12-10": [busy] };
    expect(saySeriesConflicts(series(days), "2026-12-03", place, "Mira")).toEqual([
      "On 3 December: Clashes with Makers’ Supper, 19:00–22:00",
      "On 3 December: Protected time, 18:00–22:00, nobody’s to book",
      "On 10 December: Mira is busy, 19:00–22:00",
    ]);
  });

  test("is said with how far it was looked at", () => {
    const one = { "2026-12-03": [supper("2026-12-03")] };
    expect(sayLooked(series({}))).toBe("Nothing is in the way of its next 20 times.");
    expect(sayLooked(series({}, { looked: 4, hasMore: false }))).toBe(
      "Nothing is in the way of its 4 times.",
    );
    expect(sayLooked(series({}, { looked: 1, hasMore: false }))).toBe(
      "Nothing is in the way of the one time that is left.",
    );
    expect(sayLooked(series(one))).toBe("Only its next 20 times are looked at here.");
    expect(sayLooked(series(one, { looked: 4, hasMore: false }))).toBe("");
  });
});
