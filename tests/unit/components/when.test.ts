import { describe, expect, test } from "vitest";
import { ageText, dayText, fullText } from "@/components/when";

const berlin = { zone: "Europe/Berlin", locale: "en-GB" };
const now = Date.parse("2026-11-22T22:30:00Z");

describe("Somebody in Berlin, half past eleven at night", () => {
  test.each([
    ["2026-11-22T22:45:00Z", "Today 23:45"],
    ["2026-11-22T23:15:00Z", "Tomorrow 00:15"],
    ["2026-11-21T22:30:00Z", "Yesterday 23:30"],
    ["2026-11-26T08:00:00Z", "Thu 09:00"],
  ])("reads %s as %s", (iso, text) => {
    expect(dayText(iso, now, berlin, false)).toBe(text);
  });

  test("reads all-day dates with their day, and the year when it is far", () => {
    expect(dayText("2026-11-27T23:00:00Z", now, berlin, true)).toBe("Sat 28 Nov");
    expect(dayText("2027-09-02T22:00:00Z", now, berlin, true)).toMatch(/^3 Sept? 2027$/);
  });

  test("finds zone and full date in the title", () => {
    expect(fullText("2026-11-26T08:00:00Z", berlin)).toMatch(
      /^Thursday,? 26 November 2026, 09:00 \(Europe\/Berlin\)$/,
    );
  });
});

test.each([
  [90, "just now"],
  [20 * 60, "20 min ago"],
  [3 * 3600, "3 h ago"],
  [30 * 3600, "yesterday"],
  [9 * 86_400, "9 days ago"],
  [63 * 86_400, "9 weeks ago"],
])("a message that has waited %i seconds is from %s", (seconds, text) => {
  expect(ageText(new Date(now - seconds * 1000).toISOString(), now)).toBe(text);
});
