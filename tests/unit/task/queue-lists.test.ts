import { describe, expect, test } from "vitest";
import {
  appendPage,
  belongs,
  compareRows,
  isOverdue,
  mergeRows,
  removeRows,
  withCounts,
} from "@/lib/domain/task/queue-lists";
import type { QueueFilter, QueueSection, TaskRow } from "@/lib/domain/task/view";

const at = Date.parse("2026-11-22T10:00:00Z");
const nothing: QueueFilter = {
  q: "",
  kind: null,
  tag: null,
  state: null,
  personId: null,
  snoozed: false,
  overdue: false,
};

function row(id: string, change: Partial<TaskRow> = {}): TaskRow {
  return {
    id,
    version: 1,
    kind: "other",
    title: id,
    preview: "",
    tag: "delegable",
    tagReason: { by: "rule", rule: "ask" },
    state: "inbox",
    person: null,
    priority: 0,
    dueAt: null,
    dueAllDay: false,
    receivedAt: null,
    replyDueAt: null,
    snoozedUntil: null,
    snoozedUntilAnswer: false,
    repeats: false,
    isPrivate: false,
    mergedIntoId: null,
    createdAt: "2026-11-20T10:00:00.000Z",
    closedAt: null,
    can: { complete: true, decline: true, tighten: true, loosen: false, reopen: false, change: true },
    ...change,
  };
}

const section = (state: TaskRow["state"], tasks: TaskRow[], more: string | null = null): QueueSection => ({
  state,
  count: tasks.length,
  tasks,
  more,
});
const ids = (lists: QueueSection[], state: string) =>
  lists.find((list) => list.state === state)?.tasks.map((one) => one.id);

describe("The order of a section", () => {
  test("what comes first for the client stands first, then the earliest, then by id", () => {
    const first = row("z", { priority: 1, createdAt: "2026-11-21T10:00:00.000Z" });
    const due = row("y", { dueAt: "2026-11-19T10:00:00.000Z" });
    const answer = row("x", { replyDueAt: "2026-11-18T10:00:00.000Z", dueAt: "2026-12-01T10:00:00.000Z" });
    const [a, b] = [row("a"), row("b")];
    const sorted = [b, a, due, first, answer].sort(compareRows).map((one) => one.id);
    expect(sorted).toEqual(["z", "x", "y", "a", "b"]);
  });
});

describe("A row that changed elsewhere", () => {
  const looking = { filter: nothing, at, zone: "UTC" };

  test("goes to the section where it belongs now, and both counts follow", () => {
    const lists = [section("inbox", [row("a"), row("b")]), section("assistant", [])];
    const after = mergeRows(lists, [row("a", { state: "assistant", version: 2 })], looking);
    expect(ids(after, "inbox")).toEqual(["b"]);
    expect(ids(after, "assistant")).toEqual(["a"]);
    expect(after.map((list) => list.count)).toEqual([1, 1]);
  });

  test("leaves an open queue when it is done, folded or asleep", () => {
    const gone = [
      row("a", { state: "done" }),
      row("a", { mergedIntoId: "b" }),
      row("a", { snoozedUntil: "2026-11-23T10:00:00.000Z" }),
      row("a", { snoozedUntilAnswer: true }),
    ];
    for (const one of gone)
      expect(ids(mergeRows([section("inbox", [row("a")])], [one], looking), "inbox")).toEqual([]);
  });

  test("is counted and not shown when it stands behind the last row that is loaded", () => {
    const lists = [section("inbox", [row("a", { dueAt: "2026-11-20T00:00:00.000Z" })], "cursor")];
    const [after] = mergeRows(lists, [row("b", { dueAt: "2026-12-20T00:00:00.000Z" })], looking);
    expect(after?.tasks).toHaveLength(1);
    expect(after?.count).toBe(2);
  });

  test("is not counted a second time when it stood there all along, behind the last row that is loaded", () => {
    const lists = [section("inbox", [row("a", { dueAt: "2026-11-20T00:00:00.000Z" })], "cursor")];
    const [after] = mergeRows(lists, [row("b", { dueAt: "2026-12-20T00:00:00.000Z", version: 4 })], looking);
    expect([after?.tasks.length, after?.count]).toEqual([1, 1]);
  });

  test("keeps its place in the number when it moves behind the last row that is loaded", () => {
    const lists = [section("inbox", [row("a"), row("b", { dueAt: "2026-11-20T00:00:00.000Z" })], "cursor")];
    const [after] = mergeRows(lists, [row("a", { dueAt: "2026-12-20T00:00:00.000Z", version: 2 })], looking);
    expect([ids([after as QueueSection], "inbox"), after?.count]).toEqual([["b"], 2]);
  });

  test("leaves the numbers to the desk where it counts them", () => {
    const lists = [section("inbox", [row("a")], "cursor"), section("done", [row("b")])];
    expect(withCounts(lists, { inbox: 89, assistant: 3 }).map((list) => list.count)).toEqual([89, 1]);
  });

  test("does not slip into the answer to a search that it was not in", () => {
    const searching = { filter: { ...nothing, q: "boat" }, at, zone: "UTC" };
    const lists = [section("inbox", [row("a")])];
    expect(ids(mergeRows(lists, [row("b")], searching), "inbox")).toEqual(["a"]);
    expect(ids(mergeRows(lists, [row("a", { version: 2 })], searching), "inbox")).toEqual(["a"]);
  });

  test("stands once, whichever page it comes with", () => {
    const after = appendPage([section("inbox", [row("a")], "c")], "inbox", {
      tasks: [row("a"), row("b")],
      more: null,
    });
    expect(ids(after, "inbox")).toEqual(["a", "b"]);
    expect(after[0]?.more).toBeNull();
  });

  test("that is gone takes its count along", () => {
    expect(removeRows([section("inbox", [row("a"), row("b")])], ["a"])[0]?.count).toBe(1);
  });
});

describe("What is late", () => {
  test.each([
    ["2026-10-24T22:00:00.000Z", "2026-10-25T22:59:00Z", "2026-10-25T23:01:00Z"],
    ["2027-03-27T23:00:00.000Z", "2027-03-28T21:59:00Z", "2027-03-28T22:01:00Z"],
  ])("a day of 25 hours or of 23 is over at midnight in Berlin: %s", (dueAt, before, after) => {
    const row = { dueAt, dueAllDay: true, replyDueAt: null };
    const isLate = (when: string) => isOverdue(row, Date.parse(when), "Europe/Berlin");
    expect([isLate(before), isLate(after)]).toEqual([false, true]);
  });

  test("an all-day date is late when the day is over, an hour when it has struck", () => {
    const today = { dueAt: "2026-11-22T00:00:00.000Z", replyDueAt: null };
    expect(isOverdue({ ...today, dueAllDay: true }, at, "UTC")).toBe(false);
    expect(isOverdue({ ...today, dueAllDay: false }, at, "UTC")).toBe(true);
    expect(
      isOverdue({ dueAt: null, dueAllDay: false, replyDueAt: "2026-11-22T09:59:00.000Z" }, at, "UTC"),
    ).toBe(true);
  });

  test.each([
    [{ kind: "birthday" as const }, false],
    [{ tag: "must-be-you" as const }, false],
    [{ snoozed: true }, false],
    [{ overdue: true }, false],
    [{ personId: "somebody" }, false],
    [{ kind: "other" as const, tag: "delegable" as const }, true],
  ])("a filter of %o lets an ordinary row through: %s", (change, through) => {
    expect(belongs(row("a"), { filter: { ...nothing, ...change }, at, zone: "UTC" })).toBe(through);
  });
});
