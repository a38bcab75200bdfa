import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { sayEvent, typeOfEvent } from "@/lib/domain/webhook/event";
import { subjectsOf, topics } from "@/lib/domain/webhook/topics";

const entry = {
  seq: 7,
  at: "2026-11-26T10:00:00.000Z",
  by: "assistant" as const,
  verb: "edit-task",
  subject: "task",
  id: "7b5b6c9e-0000-4000-8000-000000000001",
  version: 3,
  isNew: false,
  changed: ["title", "due_at"],
};

test("A program is told which thing it was and what about it, in one order, and nothing else", () => {
  expect(sayEvent(entry, "mira")).toBe(
    '{"type":"task.changed","timestamp":"2026-11-26T10:00:00.000Z","data":{"workspace":"mira","seq":7,"subject":"task",' +
      '"id":"7b5b6c9e-0000-4000-8000-000000000001","verb":"edit-task","by":"assistant","version":3,"changed":["due_at","title"]}}',
  );
  const isNew = { ...entry, isNew: true };
  expect(typeOfEvent(isNew)).toBe("task.made");
  expect(JSON.parse(sayEvent(isNew, "mira")).data.changed).toEqual([]);
});

test("Of what proves who somebody is, and of webhooks themselves, no program is told", () => {
  const told = subjectsOf([]);
  for (const subject of ["token", "agent", "webhook", "program", "proof-key", "feed", "address-book"])
    expect(told).not.toContain(subject);
  expect(subjectsOf(["people"])).not.toContain("task");
});

test("The database knows the topics that the domain has, and no others", () => {
  const sql = readFileSync("prisma/migrations/20261126100200_webhooks/migration.sql", "utf8");
  const kept = /about <@ ARRAY\[([^\]]+)\]/.exec(sql)?.[1]?.replaceAll("'", "").split(", ");
  expect(kept).toEqual(topics);
});
