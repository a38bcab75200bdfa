import { beforeAll, expect, test } from "vitest";
import { insertPerson } from "@/lib/data/people";
import { readAs, writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted } from "@/lib/domain/result";
import { listTasks } from "@/lib/queries/list-tasks";
import { searchDesk } from "@/lib/queries/search-desk";
import { completeTask } from "@/lib/use-cases/task/complete-task";
import { mergeTask } from "@/lib/use-cases/task/merge-task";
import { makeTask } from "@/prisma/seed/make/make-task";
import { must } from "@/prisma/seed/make/must";
import { type Cast, cast } from "../../support/cast";

const at = new Date("2026-11-22T10:30:00Z");
let people: Cast;

async function know(actor: Actor, name: string, more: object = {}): Promise<string> {
  const id = crypto.randomUUID();
  must(
    await writeAs(actor, "add-person", { kind: "person", id: null }, async (tx) =>
      granted(await insertPerson(tx, actor.workspace.id, { id, name, ...more })),
    ),
  );
  return id;
}

beforeAll(async () => {
  people = await cast();
  const { client, assistant, stranger } = people;
  const elin = await know(client, "Elin Sørensen", { organization: "Harbour Light Studio" });
  const tomas = await know(client, "Tomas Lind", { nicknames: ["Tom"] });
  const secret = await know(client, "Doctor Quill", { isPrivate: true });
  await know(stranger, "Elin Sørensen of elsewhere");
  await makeTask(client, {
    kind: "personal-reply",
    title: "Reply to Tomas Lind",
    personId: tomas,
    message: {
      text: "He still talked about the summer you two fixed the boat.",
      from: "Tomas Lind",
      receivedAt: null,
      service: null,
      url: null,
    },
  });
  await makeTask(assistant, { kind: "event-invite", title: "Invitation · Makers’ Supper", personId: elin });
  await makeTask(assistant, { kind: "scheduled-post", title: "Schedule post · Supper menu" });
  await makeTask(assistant, { title: "Supper" });
  const done = await makeTask(assistant, { title: "Supper with the choir" });
  must(await completeTask(assistant, { ...done, note: "Took Zoë’s casserole dish back" }, at));
  await makeTask(client, { title: "Private supper", isPrivate: true });
  await makeTask(client, { title: "Ring the doctor", personId: secret });
  await makeTask(stranger, { title: "Supper elsewhere" });
  const double = await makeTask(assistant, { title: "Supper, folded away" });
  const into = await makeTask(assistant, { title: "What it was folded into" });
  must(await mergeTask(assistant, { ...double, into: into.id }));
});

const find = async (q: string, actor = people.assistant) => must(await searchDesk(actor, q));
const titles = async (q: string, actor = people.assistant) =>
  (await find(q, actor)).tasks.map((task) => task.title);

test("A whole title comes first, then its beginning, then a word's beginning; what is done comes last", async () => {
  expect(await titles("supper")).toEqual([
    "Supper",
    "Invitation · Makers’ Supper",
    "Schedule post · Supper menu",
    "What it was folded into",
    "Supper with the choir",
  ]);
});

test("The beginning of a word is enough, in any order and without accents", async () => {
  expect(await titles("supp mak")).toEqual(["Invitation · Makers’ Supper"]);
  expect(await titles("SORENSEN")).toEqual(["Invitation · Makers’ Supper"]);
  expect((await find("sørens")).people.map((person) => person.name)).toEqual(["Elin Sørensen"]);
});

test.each([
  ["Tmoas", "Reply to Tomas Lind"],
  ["sorrensen", "Invitation · Makers’ Supper"],
  ["invtation", "Invitation · Makers’ Supper"],
])("Whoever types “%s” still finds “%s”", async (q, title) => {
  expect(await titles(q)).toContain(title);
});

test("Words of a message are found, and so are a nickname and an organization", async () => {
  expect(await titles("fixed the boat")).toEqual(["Reply to Tomas Lind"]);
  expect((await find("Tom")).people.map((person) => person.name)).toEqual(["Tomas Lind"]);
  expect((await find("harbour")).people.map((person) => person.name)).toEqual(["Elin Sørensen"]);
});

test("What was folded away is found where it went, and not where nothing of it is seen", async () => {
  const { client, assistant } = people;
  const letter = {
    text: "The gasket arrives by barge.",
    from: "",
    receivedAt: null,
    service: null,
    url: null,
  };
  const hers = await makeTask(client, { title: "From the yard", message: letter, isPrivate: true });
  const into = await makeTask(client, { title: "Ask about the engine" });
  must(await mergeTask(client, { ...hers, into: into.id }));

  expect(await titles("folded away")).toEqual(["What it was folded into"]);
  expect(await titles("gasket barge", client)).toEqual(["Ask about the engine"]);
  expect(await titles("gasket barge", assistant)).toEqual([]);
});

test("What was done is found by its note, in a sentence", async () => {
  const { history } = await find("zoe casserole");

  expect(history.map((one) => one.sentence)).toEqual([
    "Ana Duarte completed “Supper with the choir”: Took Zoë’s casserole dish back",
  ]);
  expect(history[0]?.seq).toBeGreaterThan(0);
});

test("Mira finds what is private, Ana does not, and neither its person", async () => {
  expect(await titles("private", people.client)).toEqual(["Private supper"]);
  expect(await titles("private")).toEqual([]);
  expect(await titles("doctor", people.client)).toEqual(["Ring the doctor"]);
  expect(await find("doctor")).toEqual({ tasks: [], people: [], history: [] });
  expect((await find("quill", people.client)).people).toHaveLength(1);
});

test("Nothing of another desk is found, by anybody", async () => {
  expect(await titles("elsewhere", people.client)).toEqual([]);
  expect(await titles("elsewhere", people.stranger)).toEqual(["Supper elsewhere"]);
});

test.each(["", "  ", "%", "_", "\\", "''; --", "🦜", "\u0301", "x".repeat(5000)])(
  "Searching for %j finds nothing and breaks nothing",
  async (q) => {
    expect(await find(q)).toEqual({ tasks: [], people: [], history: [] });
  },
);

test("The queue's own filter finds the same, forgiving accents and slips", async () => {
  const filter = {
    kind: null,
    tag: null,
    state: "inbox" as const,
    personId: null,
    snoozed: false,
    overdue: false,
  };
  const rows = async (q: string) => must(await listTasks(people.assistant, { ...filter, q }, null, at)).tasks;

  expect((await rows("Sorensen")).map((task) => task.title)).toEqual(["Invitation · Makers’ Supper"]);
  expect((await rows("sorrensen")).map((task) => task.title)).toEqual(["Invitation · Makers’ Supper"]);
  expect((await rows("menu supper")).map((task) => task.title)).toEqual(["Schedule post · Supper menu"]);
  expect((await rows("mneu")).map((task) => task.title)).toEqual(["Schedule post · Supper menu"]);
});

test("What is due today is not late before the day is over", async () => {
  const filter = {
    q: "stamps",
    kind: null,
    tag: null,
    state: "inbox" as const,
    personId: null,
    snoozed: false,
    overdue: true,
  };
  await makeTask(people.assistant, {
    title: "Stamps today",
    dueAt: new Date("2026-11-21T23:00:00Z"),
    dueAllDay: true,
  });
  await makeTask(people.assistant, {
    title: "Stamps yesterday",
    dueAt: new Date("2026-11-20T23:00:00Z"),
    dueAllDay: true,
  });

  const late = must(await listTasks(people.assistant, filter, null, at)).tasks;

  expect(late.map((task) => task.title)).toEqual(["Stamps yesterday"]);
});

test("With a thousand tasks an answer still comes at once", async () => {
  const { stranger } = people;
  must(
    await writeAs(stranger, "create-task", { kind: "task", id: null }, async (tx) =>
      granted(
        await tx.task.createMany({
          data: Array.from({ length: 1000 }, (_, n) => ({
            workspaceId: stranger.workspace.id,
            id: crypto.randomUUID(),
            kind: "personal-reply",
            title: `Reply to person number ${n}`,
            tag: "must-be-you",
            tagBy: "rule",
            tagRule: "personal-message",
            message: {
              text: `Message ${n}. ${"It was good to see you at the harbour last summer. ".repeat(6)}`,
              from: `Person ${n}`,
            },
          })),
        }),
      ),
    ),
  );
  const asked = ["person number 777", "summer", "harbuor", "persn nmber", "nothing like it", "reply"];
  const searching: number[] = [];
  const looking: number[] = [];
  for (const q of [...asked, ...asked, ...asked]) {
    looking.push(await timed(() => readAs(stranger, (tx) => tx.task.count())));
    searching.push(await timed(() => find(q, stranger)));
  }

  // Measured against the plainest look at the same desk, so that a busy machine does not matter.
  expect(median(searching)).toBeLessThan(25 * median(looking));
});

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function median(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}
