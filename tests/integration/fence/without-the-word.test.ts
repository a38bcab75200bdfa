import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { closeAppDatabase } from "@/lib/data/client";
import { approveDraft } from "@/lib/use-cases/draft/approve-draft";
import { actAs } from "@/prisma/seed/make/make-session";
import { type DraftScene, newDecision, newDraft } from "../../support/fence/draft-world";
import { closeWorld, type Desk, newDesk, openWorld, type World } from "../../support/fence/world";
import { ownDatabase } from "../../support/own-database";
import { draftRows } from "./draft-doors";
import { knock, nameOf, photograph } from "./knock";

// As if somebody had emptied lib/domain/draft/who-may-approve.ts and lib/domain/decision/decision.ts: every question is answered
// with yes. What is left to say no is the database. It says it with an exception, so all the tests above it fail, too.
vi.mock("@/lib/domain/draft/who-may-approve", () => {
  const yes = () => null;
  return {
    whyNotApprove: yes,
    whyNotRelease: yes,
    whyNotAskChanges: yes,
    whyNotWentOut: yes,
    whyNotCallBack: yes,
    whyNotWrite: yes,
    whyNotWriteOver: yes,
    whyNotOverWords: yes,
    isLeaving: () => false,
    isLate: () => false,
  };
});
vi.mock("@/lib/domain/decision/decision", async (original) => ({
  ...(await original<typeof import("@/lib/domain/decision/decision")>()),
  whyNotAnswer: () => null,
  whyNotUnanswer: () => null,
  whyNotWithdrawQuestion: () => null,
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

const api = "/api/v1/w/[workspace]";
const loose = { task: { tag: "delegable" } } as const;
const company = { ...loose, voice: "company", hasLeave: true } as const;
const leaving = { state: "approved", onItsWay: "leaving" } as const;
type Who = "client" | "assistant";
type Line = [title: string, who: Who, verb: string, scene: DraftScene, body: (seal: string) => object];

const old = () => ({ seal: "f".repeat(64) });
const shown = (seal: string) => ({ seal });
const latest = () => ({ latest: 1 });
const lines: Line[] = [
  ["Ana approves in Mira's place", "assistant", "approve", { state: "submitted" }, shown],
  ["Ana approves what may be delegated", "assistant", "approve", loose, shown],
  ["Mira approves what she was not shown", "client", "approve", {}, old],
  ["Mira approves too late", "client", "approve", { isLate: true }, shown],
  ["Mira approves words that are leaving", "client", "approve", leaving, shown],
  ["Mira approves what was taken away", "client", "approve", { isRemoved: true }, shown],
  ["Mira approves for a task that is closed", "client", "approve", { task: { state: "done" } }, shown],
  [
    "Ana sends without approval what must be Mira",
    "assistant",
    "release",
    { voice: "company", hasLeave: true },
    shown,
  ],
  ["Ana sends without leave", "assistant", "release", { ...loose, voice: "company" }, shown],
  ["Ana sends in Mira's own voice", "assistant", "release", loose, shown],
  [
    "Ana sends with “Personally written” on it",
    "assistant",
    "release",
    { ...company, wantsProof: true },
    shown,
  ],
  ["Ana sends what goes elsewhere", "assistant", "release", { ...company, way: "elsewhere" }, shown],
  ["Ana sends too late", "assistant", "release", { ...company, isLate: true }, shown],
  [
    "Ana sends a draft back in Mira's name",
    "assistant",
    "ask-changes",
    { state: "submitted" },
    () => ({ ...latest(), reason: "No" }),
  ],
  [
    "Mira sends back what is leaving",
    "client",
    "ask-changes",
    leaving,
    () => ({ ...latest(), reason: "No" }),
  ],
  [
    "Ana says that unapproved words went out",
    "assistant",
    "went-out",
    { ...loose, way: "elsewhere" },
    latest,
  ],
  ["Mira says that unapproved words went out", "client", "went-out", { way: "elsewhere" }, latest],
  [
    "Ana says that Mira's own words went out",
    "assistant",
    "went-out",
    { state: "approved", way: "elsewhere" },
    latest,
  ],
  ["Mira says of a mail that waits that it went out", "client", "went-out", { state: "approved" }, latest],
  ["Mira calls back what is leaving", "client", "undo", leaving, () => ({})],
  [
    "Ana rewrites what is leaving",
    "assistant",
    "save",
    leaving,
    () => ({ basedOn: 1, text: "Other words." }),
  ],
  [
    "Ana writes into what was taken away",
    "assistant",
    "save",
    { isRemoved: true },
    () => ({ basedOn: 1, text: "Other." }),
  ],
];

describe("Without the rule, the database still refuses", () => {
  test.each(lines)("%s", async (_, who, verb, scene, body) => {
    const { id, other } = await newDraft(world, desk, scene);
    const before = await photograph(world, [desk]);

    const answer = await silently(() =>
      knock(`POST ${api}/drafts/[id]/${verb}`, desk.slug, id, desk[who], { body: body(other) }),
    );

    expect(answer.status, "the door's own test expects 403 or 409 and fails by this").toBe(500);
    expect(said.join(""), "the guard is named in the log").toMatch(/"guard":"(fence: |constraint)/);
    expect(await photograph(world, [desk])).toBe(before);
  });

  test.each(["complete", "decline"])("Mira would %s a task over words that are leaving", async (verb) => {
    const { id } = await newDraft(world, desk, leaving);
    const { rows } = await world.sudo.query("SELECT task_id FROM drafts WHERE id = $1", [id]);
    const before = await photograph(world, [desk]);

    const answer = await silently(() =>
      knock(`POST ${api}/tasks/[id]/[verb] ${verb}`, desk.slug, rows[0].task_id, desk.client, {
        body: { version: 1 },
      }),
    );

    expect(answer.status).toBe(500);
    expect(await photograph(world, [desk])).toBe(before);
  });

  test("Ana answers what Mira is asked", async () => {
    const { id } = await newDecision(world, desk);
    const before = await photograph(world, [desk]);

    const answer = await silently(() =>
      knock(`POST ${api}/decisions/[id]/answer`, desk.slug, id, desk.assistant, {
        body: { version: 1, answer: "yes" },
      }),
    );

    expect(answer.status).toBe(500);
    expect(said.join("")).toMatch(/"guard":"fence: only the client answers/);
    expect(await photograph(world, [desk])).toBe(before);
  });

  test.each(["api", "import"] as const)("Mira herself approves through the door “%s”", async (door) => {
    const { id, other: seal } = await newDraft(world, desk);
    const mira = { ...(await actAs(desk.client.token, desk.slug)), door };

    await expect(approveDraft(mira, { id, seal }, new Date(), "firsthand.test")).rejects.toThrow(
      /approved_by_the_client/,
    );
  });

  test("Whoever says they are Mira with Ana's session is nobody at all", async () => {
    const { id, other: seal } = await newDraft(world, desk);
    const ana = await actAs(desk.assistant.token, desk.slug);

    for (const claim of [{ role: "client" as const }, { role: "client" as const, userId: desk.client.id }])
      expect(await approveDraft({ ...ana, ...claim }, { id, seal }, new Date(), "firsthand.test")).toEqual({
        ok: false,
        refusal: { code: "signed-out" },
      });
  });
});

test("Without the rule, every line of the table with a no of the rule's would fail", async () => {
  const named = ["403 only-client-approves", "403 must-be-you"];
  const rows = draftRows.filter((row) => row.on === "draft" && named.includes(row.answers[1]));
  const right: string[] = [];
  for (const row of rows) {
    const thing = await newDraft(world, desk, { ...row.draft, by: desk.assistant });
    const answer = await silently(() =>
      knock(row.door, desk.slug, thing.id, desk.assistant, { body: row.body?.(thing) }),
    );
    if (nameOf(answer) === row.answers[1]) right.push(`${row.door}: ${row.when}`);
  }

  expect(rows.length).toBeGreaterThanOrEqual(20);
  expect(right).toEqual([]);
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
