import { describe, expect, test } from "vitest";
import { clockWords, lostWords, thingsToCheck, wallWords } from "@/components/calendar/check-words";

const place = { zone: "Europe/Berlin", locale: "en-GB" };

describe("A double-check in words", () => {
  test("the wall of either side is said with its place", () => {
    expect(wallWords("2026-12-04T16:00", "Europe/Berlin", "en-GB")).toBe(
      "Friday 4 December, 16:00 in Berlin",
    );
    expect(wallWords("2026-12-04T10:00", "America/New_York", "en-GB")).toBe(
      "Friday 4 December, 10:00 in New York",
    );
  });

  test("clocks that change before the meeting are said on the wall where they change", () => {
    const back = { zone: "America/Toronto", at: "2026-11-01T06:00:00Z", minutes: -60 };
    expect(clockWords(back, "en-GB")).toBe(
      "Clocks in Toronto go an hour back on Sun 1 Nov, 01:00, before the meeting. Say the time with its place.",
    );
    const forward = { zone: "Australia/Lord_Howe", at: "2026-10-03T15:30:00Z", minutes: 30 };
    expect(clockWords(forward, "en-GB")).toContain("Clocks in Lord Howe go 30 minutes forward on");
  });

  test("a check that was lost says whose it was, and of which time and place", () => {
    const lost = {
      at: "2026-11-24T09:00:00Z",
      by: "Ana Duarte",
      role: "assistant" as const,
      startsAt: "2026-12-03T13:00:00Z",
      place: "Quay 4",
    };
    expect(lostWords({ ...lost, by: "Ana Helper", role: "agent" }, place)).toMatch(
      /^Ana, an agent, had checked it for Thu 3 Dec/,
    );
    expect(lostWords(lost, place)).toBe(
      "Ana had checked it for Thu 3 Dec, 14:00, Quay 4. It changed since, so it is to be checked again.",
    );
    expect(lostWords({ ...lost, place: "" }, place)).toContain("for Thu 3 Dec, 14:00. It changed");
  });

  test("nobody is asked to confirm a link that there is not, or a zone that is the same", () => {
    expect(thingsToCheck({ place: "", link: "", otherZone: null })).toEqual(["date", "time"]);
    expect(thingsToCheck({ place: "Quay 4", link: "", otherZone: "America/Toronto" })).toEqual([
      "date",
      "time",
      "zone",
      "place",
    ]);
    expect(thingsToCheck({ place: "", link: "https://meet.test/1", otherZone: null })).toContain("link");
  });
});
