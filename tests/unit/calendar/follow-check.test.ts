import { expect, test } from "vitest";
import { happeningOfCheck } from "@/lib/domain/calendar/follow-check";

const at = (
  startsAt: string,
  more: { eventId?: string; isRepeating?: boolean; insteadOf?: string } = {},
) => ({
  eventId: more.eventId ?? "lunch",
  startsAt: new Date(startsAt),
  isRepeating: more.isRepeating ?? false,
  insteadOf: more.insteadOf ?? null,
});
const asked = { eventId: "lunch", startsAt: "2026-12-03T12:00:00.000Z" };
const follow = (happenings: ReturnType<typeof at>[], others: (typeof asked)[] = []) =>
  happeningOfCheck(asked, happenings, others, "Europe/Berlin")?.startsAt.toISOString() ?? null;

test("A check stays with the time that it asks about", () => {
  expect(follow([at("2026-12-03T11:00:00Z"), at("2026-12-03T12:00:00Z")])).toBe("2026-12-03T12:00:00.000Z");
});

test("A meeting that happens once is followed wherever it is moved", () => {
  expect(follow([at("2027-03-01T09:00:00Z")])).toBe("2027-03-01T09:00:00.000Z");
});

test("One time of a series that was moved by itself is followed, however far", () => {
  const week = { isRepeating: true };
  const moved = at("2026-12-08T12:00:00Z", { eventId: "moved", insteadOf: "2026-12-03T12:00:00Z" });
  expect(follow([at("2026-12-10T12:00:00Z", week), moved])).toBe("2026-12-08T12:00:00.000Z");
});

test("A series that was moved within the day is followed; one that leaves the day out is not taken for its next time", () => {
  const daily = { isRepeating: true };
  expect(follow([at("2026-12-03T15:00:00Z", daily), at("2026-12-04T15:00:00Z", daily)])).toBe(
    "2026-12-03T15:00:00.000Z",
  );
  expect(follow([at("2026-12-04T12:00:00Z", daily)])).toBeNull();
});

test("A time that another check asks about is not taken from it", () => {
  const taken = { eventId: "lunch", startsAt: "2026-12-03T15:00:00.000Z" };
  expect(follow([at("2026-12-03T15:00:00Z", { isRepeating: true })], [taken])).toBeNull();
});

test("What is no more has nothing to confirm", () => {
  expect(follow([])).toBeNull();
});
