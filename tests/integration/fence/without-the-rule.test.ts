import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { closeAppDatabase } from "@/lib/data/client";
import { completeTask } from "@/lib/use-cases/task/complete-task";
import { actAs } from "@/prisma/seed/make/make-session";
import {
  closeWorld,
  type Desk,
  newDesk,
  newPerson,
  newTask,
  openWorld,
  type TaskScene,
  type World,
} from "../../support/fence/world";
import { ownDatabase } from "../../support/own-database";
import { taskRows } from "./doors";
import { knock, nameOf, photograph } from "./knock";

// As if somebody had emptied lib/domain/task/must-be-you.ts: every question is answered with yes. What is left to say no
// is the database. It says it with an exception, which is no sentence for anybody: so all the tests above it fail, too.
vi.mock("@/lib/domain/task/must-be-you", () => {
  const yes = () => null;
  return {
    whyNotClose: yes,
    whyNotComplete: yes,
    whyNotRetag: yes,
    whyNotReopen: yes,
    whyNotMerge: yes,
    whyNotWithdraw: yes,
    whyNotTagNew: yes,
    whyNotMakePrivate: yes,
    whyNotChange: yes,
  };
});

// And lib/domain/policy/circles.ts, in what it says of taking somebody out of a strict circle.
vi.mock("@/lib/domain/policy/circles", async (original) => ({
  ...(await original<typeof import("@/lib/domain/policy/circles")>()),
  whyNotMove: () => null,
  whyNotRemovePerson: () => null,
}));

let world: World;
let desk: Desk;
beforeAll(async () => {
  world = await openWorld(ownDatabase());
  desk = await newDesk(world);
});
afterAll(async () => {
  await closeWorld(world);
  await closeAppDatabase();
});

const doors = "POST /api/v1/w/[workspace]/tasks/[id]/[verb]";
const refusedRows: [title: string, door: string, scene: TaskScene, body: object][] = [
  ["completes what must be Mira", `${doors} complete`, {}, {}],
  ["declines what must be Mira", `${doors} decline`, {}, {}],
  ["says that Mira's may be delegated", `${doors} retag`, {}, { tag: "delegable" }],
  ["re-opens what Mira completed", `${doors} reopen`, { state: "done" }, {}],
  ["takes back what Mira wrote down", `${doors} withdraw`, {}, {}],
  ["hides something from Mira's other assistants", `${doors} edit`, {}, { isPrivate: true }],
];

test.each(refusedRows)(
  "Without the rule, Ana %s: the database still refuses",
  async (_, door, scene, body) => {
    const id = await newTask(world, desk, scene);
    const before = await photograph(world, [desk]);

    const answer = await silently(() =>
      knock(door, desk.slug, id, desk.assistant, { body: { version: 1, ...body } }),
    );

    expect(answer.status, "the door's own test expects 403 or 409 and fails by this").toBe(500);
    expect(said.join(""), "the guard is named in the log").toMatch(/"guard":"(fence: |constraint)/);
    expect(await photograph(world, [desk])).toBe(before);
  },
);

const people = "POST /api/v1/w/[workspace]/people";
const refusedMoves: [title: string, door: string, body: (id: string, other: string) => object][] = [
  ["takes somebody near off the desk", `${people}/[id]/remove`, () => ({ version: 1 })],
  [
    "moves somebody near to the wider circle",
    `${people}/[id]/edit`,
    () => ({ version: 1, circles: ["wider"] }),
  ],
  [
    "merges somebody near into somebody else",
    `${people}/merge`,
    (id, other) => ({ keptId: other, keptVersion: 1, mergedId: id, mergedVersion: 1 }),
  ],
];

test.each(refusedMoves)("Without the rule, Ana %s: the database still refuses", async (_, door, body) => {
  const id = await newPerson(world, desk, "Noor Haddad", false, ["inner"]);
  const other = await newPerson(world, desk, "Nor Haddad", false, ["inner"]);
  const before = await photograph(world, [desk]);

  const answer = await silently(() => knock(door, desk.slug, id, desk.assistant, { body: body(id, other) }));

  expect(answer.status, "the door's own test expects 403 and fails by this").toBe(500);
  expect(said.join(""), "the guard is named in the log").toMatch(/"guard":"fence: only the client takes/);
  expect(await photograph(world, [desk])).toBe(before);
});

test("Without the rule, Ana folds a strict task into a loose one: the database still refuses", async () => {
  const strict = await newTask(world, desk);
  const into = await newTask(world, desk, { tag: "delegable" });
  const before = await photograph(world, [desk]);

  const answer = await silently(() =>
    knock(`${doors} merge`, desk.slug, strict, desk.assistant, { body: { version: 1, into } }),
  );

  expect(answer.status).toBe(500);
  expect(await photograph(world, [desk])).toBe(before);
});

test("Without the rule, the use-case answers with the name of the check instead of a refusal of its own", async () => {
  const id = await newTask(world, desk);
  const ana = await actAs(desk.assistant.token, desk.slug);

  await expect(completeTask(ana, { id, version: 1, note: "" }, new Date())).rejects.toThrow(
    /must_be_you_is_closed_by_the_client/,
  );
});

test("Whoever says they are the client with the assistant's session is nobody at all", async () => {
  const id = await newTask(world, desk);
  const ana = await actAs(desk.assistant.token, desk.slug);

  const asClient = await completeTask({ ...ana, role: "client" }, { id, version: 1, note: "" }, new Date());
  const asMira = await completeTask(
    { ...ana, role: "client", userId: desk.client.id },
    { id, version: 1, note: "" },
    new Date(),
  );

  expect([asClient, asMira]).toEqual([
    { ok: false, refusal: { code: "signed-out" } },
    { ok: false, refusal: { code: "signed-out" } },
  ]);
});

test("Without the rule, every line of the table with a no of the rule's would fail", async () => {
  const named = ["403 must-be-you", "403 only-client-loosens"];
  const wrong: string[] = [];
  const lines = taskRows.filter(
    (row) => row.on === "strict task" && named.includes(row.answers[1]) && !row.before,
  );
  for (const row of lines) {
    const id = await newTask(world, desk, row.scene);
    const answer = await silently(() =>
      knock(row.door, desk.slug, id, desk.assistant, { body: row.body?.({ id, version: 1 }) }),
    );
    if (nameOf(answer) === row.answers[1]) wrong.push(row.door);
  }

  expect(lines.length).toBeGreaterThanOrEqual(7);
  expect(wrong).toEqual([]);
});

/** What the server wrote into its log while something was done silently. */
let said: string[] = [];

/** The exceptions are what these tests are about; the server's log of them is not for the reader. */
async function silently<T>(work: () => Promise<T>): Promise<T> {
  const quiet = [
    vi.spyOn(console, "error"),
    vi.spyOn(process.stderr, "write"),
    vi.spyOn(process.stdout, "write"),
  ];
  said = [];
  for (const one of quiet) one.mockImplementation((line: unknown) => said.push(String(line)) as never);
  try {
    return await work();
  } finally {
    for (const one of quiet) one.mockRestore();
  }
}
