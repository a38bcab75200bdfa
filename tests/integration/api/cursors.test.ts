import { expect, test } from "vitest";
import { noFilter } from "@/components/tasks/filter-words";
import { listTasks } from "@/lib/queries/list-tasks";
import { readPeople } from "@/lib/queries/read-people";
import { readStory } from "@/lib/queries/read-story";
import { listPeopleSchema } from "@/lib/schemas/person";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { makeTask } from "@/prisma/seed/make/make-task";
import { cast } from "../../support/cast";
import { must } from "../../support/must";

const at = new Date("2026-11-22T10:00:00Z");
const id = "00000000-0000-4000-8000-000000000000";
const cursor = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString("base64url");

test("However long their names are, everybody comes once, page by page", async () => {
  const { assistant } = await cast(at);
  const names = Array.from({ length: 60 }, (_, n) => `${"龍".repeat(147)}${100 + n}`);
  for (const name of names) must(await addPerson(assistant, { name }, at));

  const seen: string[] = [];
  let next: string | null = null;
  do {
    const wanted = listPeopleSchema.parse({ cursor: next });
    const page = must(await readPeople(assistant, wanted, at));
    seen.push(...page.people.map((person) => person.name));
    next = page.more;
  } while (next !== null && seen.length < 1_000);

  expect(seen.filter((name) => name.startsWith("龍")).sort()).toEqual(names);
});

const noCursors: [string, string][] = [
  ["is no base64 of JSON", "%%%"],
  ["has too few parts", cursor(id)],
  ["has words for a number", cursor("abc", "2026-11-22T10:00:00.000Z", id)],
  ["has a number that is too large", cursor(99999999999, "2026-11-22T10:00:00.000Z", id)],
  ["has a date that JavaScript alone reads", cursor(1, "1", id)],
  ["lies in the year 275760", cursor(1, "+275760-09-13T00:00:00.000Z", id)],
  ["lies in the year 0", cursor(1, "0000-01-01T00:00:00.000Z", id)],
  ["has hyphens for an id", cursor(1, "2026-11-22T10:00:00.000Z", "-".repeat(36))],
  ["has hyphens for somebody's id", cursor("a", "-".repeat(36))],
  ["has no letter for somebody's name", cursor("\u0000", id)],
  ["has a year for a story that nobody lives", cursor("-200000-01-01T00:00:00.000Z", "contact", id)],
];

test.each(noCursors)("A cursor that %s begins at the top", async (_, no) => {
  const { assistant } = await cast(at);
  const person = must(await addPerson(assistant, { name: "Noor Haddad" }, at));
  await makeTask(assistant, { title: "A task" });

  for (const state of ["inbox", "done"] as const) {
    const filter = { ...noFilter, state };
    expect(must(await listTasks(assistant, filter, no, at))).toEqual(
      must(await listTasks(assistant, filter, null, at)),
    );
  }
  const all = { q: "", circle: null };
  expect(must(await readPeople(assistant, { ...all, cursor: no }, at))).toEqual(
    must(await readPeople(assistant, { ...all, cursor: null }, at)),
  );
  const story = await readStory(assistant, person.id, { kind: null, cursor: null }, at);
  expect(story).not.toBeNull();
  expect(await readStory(assistant, person.id, { kind: null, cursor: no }, at)).toEqual(story);
});
