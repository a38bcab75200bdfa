import { expect, test } from "vitest";
import { calendarKindText, calendarStateText, calendarWaitsText } from "@/components/calendar/source-words";
import type { CalendarSource } from "@/lib/domain/calendar/source";

const now = Date.parse("2026-11-25T10:00:00Z");
const calendar: CalendarSource = {
  id: "calendar-1",
  version: 1,
  name: "Work",
  kind: "caldav",
  isPrivate: false,
  takesOurs: false,
  state: "in-step",
  lastSyncedAt: "2026-11-25T09:50:00Z",
  lastError: "",
  host: "dav.example.com",
  username: "mira",
  events: 312,
  waiting: 0,
  conflicts: 0,
  unread: 0,
};

test.each<[Partial<CalendarSource>, string]>([
  [{}, "Read 10 min ago · 312 entries"],
  [{ events: 1 }, "Read 10 min ago · 1 entry"],
  [{ state: "paused" }, "Paused · read 10 min ago"],
  [{ state: "new", lastSyncedAt: null }, "Not read yet"],
  [{ state: "new", waiting: 30 }, "30 entries still to be read"],
  [{ state: "new" }, "To be read again · last read 10 min ago"],
  [
    { state: "failing", lastError: "dav.example.com cannot be reached." },
    "Cannot be read: dav.example.com cannot be reached. It was last read 10 min ago.",
  ],
  [{ state: "failing", host: null, lastSyncedAt: null }, "Cannot be read at the moment."],
])("How a calendar stands, in words: %o", (change, text) => {
  expect(calendarStateText({ ...calendar, ...change }, now)).toBe(text);
});

test("What is true of it besides, and what makes trouble", () => {
  expect(calendarKindText(calendar)).toBe("From a calendar server, dav.example.com");
  expect(calendarKindText({ ...calendar, kind: "feed", host: null, isPrivate: true })).toBe(
    "Read as a file · private",
  );
  expect(calendarWaitsText(calendar)).toBe("");
  expect(calendarWaitsText({ ...calendar, conflicts: 2, unread: 1 })).toBe(
    "2 changed here and there, 1 cannot be read",
  );
  expect(calendarWaitsText({ ...calendar, conflicts: null, unread: null })).toBe("");
});
