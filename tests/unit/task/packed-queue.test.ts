import { expect, test } from "vitest";
import { noFilter } from "@/components/tasks/filter-words";
import { packQueue, unpackQueue } from "@/lib/domain/task/packed-queue";
import type { QueueView, TaskRow } from "@/lib/domain/task/view";

/** A row of which nothing is to be said, and one that has everything there is. */
const bare: TaskRow = {
  id: "0c3f7a52-7d0e-4a36-9d7a-1f4b8f5d2a10",
  version: 1,
  kind: "other",
  title: "Ring Noor",
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
  can: { complete: false, decline: false, tighten: false, loosen: false, reopen: false, change: false },
};
const full: TaskRow = {
  ...bare,
  version: 7,
  kind: "personal-reply",
  title: "“Ünïcödé” </script> \u2028 נור",
  preview: "“Are you coming?”",
  tag: "must-be-you",
  tagReason: { by: "hand", role: "client", name: "Mira Holt" },
  state: "client",
  person: { id: "6a1f0c9e-1f0b-4c7e-8f4e-2b7a3f1c5d60", name: "Noor Haddad", circle: "friends" },
  priority: 1,
  dueAt: "2026-11-27T03:23:13.795Z",
  dueAllDay: true,
  receivedAt: "2026-11-21T08:00:00.000Z",
  replyDueAt: "2026-11-23T08:00:00.000Z",
  snoozedUntil: "2026-11-30T08:00:00.000Z",
  snoozedUntilAnswer: true,
  repeats: true,
  isPrivate: true,
  mergedIntoId: "0c3f7a52-7d0e-4a36-9d7a-1f4b8f5d2a10",
  closedAt: "2026-11-26T08:00:00.000Z",
  can: { complete: true, decline: true, tighten: true, loosen: true, reopen: true, change: true },
};

function queueOf(...tasks: TaskRow[]): QueueView {
  const { length: count } = tasks;
  return { seq: 12, sections: [{ state: "inbox", count, tasks, more: "WyIx" }], filter: noFilter };
}

test("A queue comes out as it went in, whatever its rows say or leave unsaid", () => {
  const names = Object.keys(bare) as (keyof TaskRow)[];
  // Each field alone as well: none may hide behind another.
  const rows = names.flatMap((name): TaskRow[] => [
    { ...bare, [name]: full[name] },
    { ...full, [name]: bare[name] },
  ]);

  for (const row of [bare, full, ...rows])
    expect(unpackQueue(packQueue(queueOf(row)))).toStrictEqual(queueOf(row));
});

test("Each of the things one may do is kept apart from the others", () => {
  const verbs = Object.keys(full.can) as (keyof TaskRow["can"])[];

  for (const verb of verbs) {
    const row = { ...bare, can: { ...bare.can, [verb]: true } };
    expect(unpackQueue(packQueue(queueOf(row))).sections[0]?.tasks).toStrictEqual([row]);
  }
});

test("Sections keep their order, counts and cursors, the filter its words", () => {
  const view: QueueView = {
    seq: 0,
    sections: [
      { state: "inbox", count: 1000, tasks: [bare, full], more: "WyIy" },
      { state: "waiting", count: 0, tasks: [], more: null },
    ],
    filter: { ...noFilter, q: 'söme "words"', tag: "must-be-you", overdue: true },
  };

  expect(unpackQueue(packQueue(view))).toStrictEqual(view);
});
