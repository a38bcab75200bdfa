import { describe, expect, test } from "vitest";
import { contactHows, isRealContact, kindsOfContact, sayContact } from "@/lib/domain/person/contact";
import { cadenceOf, lastDayDue, outOfDaysOff, sayAgo, sayEvery, touchDay } from "@/lib/domain/person/touch";
import { taskKinds } from "@/lib/domain/task/task";

const circles = [
  { key: "inner", cadenceDays: 30 },
  { key: "friends", cadenceDays: 90 },
  { key: "wider", cadenceDays: null },
];
const noor = { cadenceDays: null, neverDue: false, isDead: false, circles: ["friends"] };
const at = "2026-11-24T10:00:00Z";

test("What contact there was is said in words that are true for Mira and for Ana", () => {
  for (const how of [...contactHows, ...taskKinds])
    expect(sayContact(how)).not.toMatch(/\b(you|your|me|my)\b/);
});

describe("How often one likes to hear from somebody", () => {
  test("Noor's own word goes before that of her circles", () => {
    const own = { ...noor, cadenceDays: 200 };
    expect(cadenceOf(own, circles)).toEqual({ days: 200, by: "person", circle: null });
  });

  test("Of several circles the shortest counts, wherever it stands", () => {
    const both = { ...noor, circles: ["friends", "inner", "wider"] };
    expect(cadenceOf(both, circles)).toEqual({ days: 30, by: "circle", circle: "inner" });
  });

  test("Nobody is due whose circles do not say, who is never to be, or who has died", () => {
    expect(cadenceOf({ ...noor, circles: ["wider"] }, circles)).toBeNull();
    expect(cadenceOf({ ...noor, cadenceDays: 7, neverDue: true }, circles)).toBeNull();
    expect(cadenceOf({ ...noor, cadenceDays: 7, isDead: true }, circles)).toBeNull();
  });
});

describe("When it is time again", () => {
  test("So many days after the last contact, across the night on which clocks change", () => {
    expect(touchDay("2026-10-24", 1, null, [])).toBe("2026-10-25");
    expect(touchDay("2026-10-24", 2, null, [])).toBe("2026-10-26");
    expect(touchDay("2026-03-28", 2, null, [])).toBe("2026-03-30");
    expect(touchDay("2027-11-30", 91, null, [])).toBe("2028-02-29");
  });

  test("Not before a pause is over, and an old pause moves nothing", () => {
    expect(touchDay("2026-11-01", 30, "2027-01-15", [])).toBe("2027-01-15");
    expect(touchDay("2026-11-01", 30, "2026-11-15", [])).toBe("2026-12-01");
  });

  test("A day off moves it to the first day that is none, through stretches that touch or overlap", () => {
    const off = [
      { fromOn: "2026-12-01", toOn: "2026-12-05" },
      { fromOn: "2026-12-06", toOn: "2026-12-08" },
      { fromOn: "2026-12-07", toOn: "2026-12-10" },
    ];
    expect(touchDay("2026-11-01", 30, null, off)).toBe("2026-12-11");
    expect(outOfDaysOff("2026-11-30", off)).toBe("2026-11-30");
    expect(outOfDaysOff("2026-12-11", off)).toBe("2026-12-11");
  });

  test("The day up to which everybody is due today is the same rule, asked from the other side", () => {
    const off = [
      { fromOn: "2026-12-03", toOn: "2026-12-05" },
      { fromOn: "2026-12-06", toOn: "2026-12-06" },
      { fromOn: "2026-12-10", toOn: "2026-12-10" },
    ];
    const days = Array.from({ length: 16 }, (_, n) => `2026-12-${String(n + 1).padStart(2, "0")}`);
    for (const today of days)
      for (const due of days)
        expect(due <= lastDayDue(today, off), `${due} on ${today}`).toBe(outOfDaysOff(due, off) <= today);
  });
});

describe("What is real contact", () => {
  const gesture = { source: "gesture", kind: "personal-reply", outcome: "done", isUndone: false } as const;
  const meeting = {
    source: "meeting",
    endsAt: "2026-11-23T10:00:00Z",
    status: "CONFIRMED",
    held: false,
    answer: null,
    clientAnswer: null,
  } as const;

  test("An answer that went out is; one that was declined or taken back is not", () => {
    expect(isRealContact(gesture, at)).toBe(true);
    expect(isRealContact({ ...gesture, outcome: "declined" }, at)).toBe(false);
    expect(isRealContact({ ...gesture, isUndone: true }, at)).toBe(false);
  });

  test("Of the ten kinds of tasks five reach the person", () => {
    const reach = taskKinds.filter((kind) => isRealContact({ ...gesture, kind }, at));
    expect(reach.sort()).toEqual([...kindsOfContact].sort());
    expect(reach).not.toContain("follow-request");
  });

  test("A meeting is once it is over, unless it was cancelled or one of the two said no", () => {
    expect(isRealContact(meeting, at)).toBe(true);
    expect(isRealContact({ ...meeting, endsAt: "2026-11-25T10:00:00Z" }, at)).toBe(false);
    expect(isRealContact({ ...meeting, status: "CANCELLED" }, at)).toBe(false);
    expect(isRealContact({ ...meeting, answer: "DECLINED" }, at)).toBe(false);
    expect(isRealContact({ ...meeting, clientAnswer: "declined" }, at)).toBe(false);
  });

  test("What is in pencil is none, nor an invitation that the client never answered", () => {
    expect(isRealContact({ ...meeting, held: true }, at)).toBe(false);
    expect(isRealContact({ ...meeting, clientAnswer: "needs-action" }, at)).toBe(false);
    expect(isRealContact({ ...meeting, clientAnswer: "accepted" }, at)).toBe(true);
    expect(isRealContact({ ...meeting, answer: "needs-action" }, at)).toBe(true);
  });

  test("A logged contact is, until it is taken away", () => {
    expect(isRealContact({ source: "contact", isRemoved: false }, at)).toBe(true);
    expect(isRealContact({ source: "contact", isRemoved: true }, at)).toBe(false);
  });
});

test("Stretches of time are said as people say them", () => {
  expect([7, 14, 30, 90, 91, 180, 182, 365, 730].map(sayEvery)).toEqual([
    "every week",
    "every 2 weeks",
    "every month",
    "every 3 months",
    "every 3 months",
    "every 6 months",
    "every 6 months",
    "every year",
    "every 2 years",
  ]);
  expect([sayEvery(1), sayEvery(10), sayEvery(45)]).toEqual(["every day", "every 10 days", "every 45 days"]);
  expect(sayAgo("2026-11-24", "2026-11-24")).toBe("today");
  expect(sayAgo("2026-11-23", "2026-11-24")).toBe("yesterday");
  expect(sayAgo("2026-06-24", "2026-11-24")).toBe("5 months ago");
  expect(sayAgo("2024-10-01", "2026-11-24")).toBe("2 years ago");
});
