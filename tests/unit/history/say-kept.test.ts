import { describe, expect, test } from "vitest";
import type { LoggedChange } from "@/lib/domain/history/entry";
import { sayEntry } from "@/lib/domain/history/say";

const reader = { clientName: "Mira Holt", workspace: { zone: "Europe/Berlin" } };
const row = {
  title: "Evenings",
  first_on: "2026-12-04",
  all_day: false,
  from_time: "18:00",
  minutes: 300,
  zone: "Europe/Berlin",
  rule: "FREQ=WEEKLY;BYDAY=FR",
  except_on: [],
};
const entry = (part: Partial<LoggedChange>): LoggedChange => ({
  seq: 1,
  at: "2026-12-01T10:00:00Z",
  by: { name: "Mira Holt", role: "client" },
  door: "screen",
  verb: "protect-time",
  subject: "protected-time",
  subjectId: "x",
  subjectName: "Evenings",
  before: null,
  after: row,
  refusal: null,
  ...part,
});

describe("The history says when time was kept, and given free", () => {
  test.each<[string, Partial<LoggedChange>]>([
    ["Mira protected “Evenings”: every Friday, 18:00–23:00.", {}],
    [
      "Mira protected time: 4 December 2026, the whole day.",
      { subjectName: null, after: { ...row, title: "", rule: "", all_day: true, minutes: 1440 } },
    ],
    [
      "Mira gave “Evenings” free.",
      { before: { removed_at: null }, after: { removed_at: "2026-12-01T10:00:00Z" } },
    ],
    [
      "Mira kept “Evenings” again.",
      { before: { removed_at: "2026-12-01T10:00:00Z" }, after: { removed_at: null } },
    ],
    [
      "Mira left 11 December 2026 out of “Evenings”.",
      { before: { except_on: [] }, after: { except_on: ["2026-12-11"] } },
    ],
    [
      "Mira changed the days left out of “Evenings”.",
      { before: { except_on: ["2026-12-11"] }, after: { except_on: [] } },
    ],
    [
      "Mira changed the length and time of day of “Evenings”.",
      { before: { minutes: 300, from_time: "18:00" }, after: { minutes: 240, from_time: "19:00" } },
    ],
    [
      "Refused: Ana tried to give “Evenings” free. That is for Mira alone.",
      { by: { name: "Ana Duarte", role: "assistant" }, verb: "remove-protected", refusal: "only-client" },
    ],
    [
      "Mira changed the desk’s hours, time of double-checks and time on the way.",
      {
        subject: "desk",
        subjectName: null,
        verb: "wish-calendar",
        before: { hours_from: "09:00", hours_to: "18:00", travel_minutes: 30, check_hours: 24 },
        after: { hours_from: "10:00", hours_to: "17:00", travel_minutes: 45, check_hours: 48 },
      },
    ],
  ])("%s", (sentence, part) => expect(sayEntry(entry(part), reader)).toBe(sentence));
});
