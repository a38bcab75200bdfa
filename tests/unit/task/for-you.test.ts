import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, startOfDay } from "@/lib/domain/calendar/zone-day";
import type { SendingState } from "@/lib/domain/draft/draft";
import { endOfToday, inPileOrder, liesBeforeClient, minutesFor } from "@/lib/domain/task/for-you";
import { openStates, tags, taskStates } from "@/lib/domain/task/task";

const at = "2026-11-22T10:00:00Z";
const midnight = "2026-11-22T23:00:00Z";
const tonight = { hours: new Date(midnight), days: new Date(midnight) };

type Task = Parameters<typeof liesBeforeClient>[0];
function task(change: Partial<Task> = {}): Task {
  return {
    id: "a",
    state: "client",
    tag: "must-be-you",
    mergedIntoId: null,
    snoozedUntil: null,
    snoozedUntilAnswer: false,
    dueAt: null,
    dueAllDay: false,
    replyDueAt: null,
    priority: 0,
    createdAt: "2026-11-20T10:00:00Z",
    ...change,
  };
}
const lies = (change: Partial<Task>) => liesBeforeClient(task(change), at, tonight);

describe("What lies before the client", () => {
  test("everything that was put before them, whatever its tag or day", () => {
    expect([lies({}), lies({ tag: "delegable" }), lies({ dueAt: "2027-05-01T00:00:00Z" })]).toEqual([
      true,
      true,
      true,
    ]);
  });

  test("what must be them and is due today, or is late, wherever it lies", () => {
    for (const state of ["inbox", "assistant", "scheduled"] as const) {
      expect(lies({ state, dueAt: "2026-11-22T22:59:59Z" })).toBe(true);
      expect(lies({ state, replyDueAt: "2026-11-01T08:00:00Z" })).toBe(true);
      expect(lies({ state, dueAt: midnight })).toBe(false);
      expect(lies({ state })).toBe(false);
      expect(lies({ state, tag: "delegable", dueAt: at })).toBe(false);
    }
  });

  test.each([
    ["America/New_York", "2026-12-24T12:00:00Z", "2026-12-24"],
    ["America/New_York", "2026-12-25T12:00:00Z", "2026-12-25"],
    ["Pacific/Kiritimati", "2026-12-24T17:00:00Z", "2026-12-25"],
    ["Europe/Berlin", "2026-12-25T06:00:00Z", "2026-12-25"],
  ])("a day without an hour is that day wherever it is read: in %s at %s", (reader, now, today) => {
    for (const desk of ["Europe/Berlin", "Pacific/Honolulu", "Asia/Kathmandu", reader]) {
      const end = endOfToday(new Date(now), reader, desk);
      const isShown = (day: string) => {
        const dueAt = new Date(startOfDay(day, desk)).toISOString();
        return liesBeforeClient(task({ state: "assistant", dueAt, dueAllDay: true }), now, end);
      };
      expect([isShown(addDays(today, -1)), isShown(today), isShown(addDays(today, 1))]).toEqual([
        true,
        true,
        false,
      ]);
    }
  });

  test("nothing that waits for somebody else, sleeps, is folded away or closed", () => {
    expect(lies({ state: "waiting", dueAt: "2026-11-01T08:00:00Z" })).toBe(false);
    expect(lies({ snoozedUntil: "2026-11-22T10:00:01Z" })).toBe(false);
    expect(lies({ snoozedUntil: "2026-11-22T10:00:00Z" })).toBe(true);
    expect(lies({ snoozedUntilAnswer: true })).toBe(false);
    expect(lies({ mergedIntoId: "b" })).toBe(false);
    for (const state of taskStates.filter((one) => !(openStates as readonly string[]).includes(one)))
      expect(lies({ state, dueAt: "2026-11-01T08:00:00Z" })).toBe(false);
  });

  test("what was marked first comes first, then what is due first, and the order never depends on where it began", () => {
    const day = fc.option(fc.integer({ min: 0, max: 5 }).map((n) => `2026-11-2${n}T10:00:00Z`));
    const some = fc.record({
      id: fc.uuid(),
      priority: fc.constantFrom(0, 1, 2, 3) as fc.Arbitrary<0 | 1 | 2 | 3>,
      tag: fc.constantFrom(...tags),
      dueAt: day,
      replyDueAt: day,
    });
    fc.assert(
      fc.property(fc.uniqueArray(some, { selector: (one) => one.id }), (made) => {
        const sorted = inPileOrder(made.map((one) => task(one)));
        const again = inPileOrder(made.map((one) => task(one)).reverse());
        expect(again.map((one) => one.id)).toEqual(sorted.map((one) => one.id));
        const marked = sorted.map((one) => one.priority === 1);
        expect(marked).toEqual([...marked].sort((a, b) => Number(b) - Number(a)));
      }),
    );
    const order = inPileOrder([
      task({ id: "undated", createdAt: "2026-11-21T00:00:00Z" }),
      task({ id: "late", dueAt: "2026-11-19T00:00:00Z" }),
      task({ id: "first", priority: 1, dueAt: "2026-12-24T00:00:00Z" }),
      task({ id: "answer", dueAt: "2026-12-01T00:00:00Z", replyDueAt: "2026-11-20T00:00:00Z" }),
    ]);
    expect(order.map((one) => one.id)).toEqual(["first", "late", "answer", "undated"]);
  });

  test("four ordinary cards are a few minutes, and none are no minutes", () => {
    const four = ["personal-reply", "event-invite", "follow-request", "birthday"] as const;
    expect(minutesFor(four.map((kind) => ({ kind })))).toBe(6);
    expect(minutesFor([])).toBe(0);
  });

  test("a draft takes as long as it is to read and half a minute more, whatever the kind; a question half a minute", () => {
    const words = (count: number) => ({ text: "word ".repeat(count) });
    const reply = { kind: "personal-reply" as const, decision: null };
    const asked = { ...reply, draft: null, decision: { answer: null } };
    expect(minutesFor([{ ...reply, draft: words(100) }])).toBe(1);
    expect(minutesFor([{ ...reply, draft: words(101) }])).toBe(2);
    expect(minutesFor([{ ...reply, draft: words(1_000) }])).toBe(6);
    expect(minutesFor([asked])).toBe(1);
    expect(minutesFor([asked, asked, asked])).toBe(2);
    // A question is answered before anybody reads on; one that was answered, and an empty draft, are nothing to read.
    expect(minutesFor([{ ...asked, draft: words(1_000) }])).toBe(1);
    expect(minutesFor([{ ...reply, draft: words(0), decision: { answer: "yes" } }])).toBe(2);
  });

  test("words that wait to leave do not lie before them, however due; words that went wrong do, wherever they lie", () => {
    const late = { state: "scheduled", dueAt: "2026-11-01T08:00:00Z" } as const;
    const stands = (sending: SendingState) => liesBeforeClient(task(late), at, tonight, sending);
    expect(["held", "leaving", "handed-over"].map((state) => stands(state as SendingState))).toEqual([
      false,
      false,
      false,
    ]);
    expect([stands("stopped"), stands("failed"), stands("unsure")]).toEqual([true, true, true]);
    const mild = { state: "scheduled", tag: "delegable" } as const;
    expect(liesBeforeClient(task(mild), at, tonight, "failed")).toBe(true);
    expect(
      liesBeforeClient(task({ ...mild, snoozedUntil: "2026-11-23T00:00:00Z" }), at, tonight, "unsure"),
    ).toBe(false);
    expect(liesBeforeClient(task({ state: "client" }), at, tonight, "held")).toBe(true);
  });
});
