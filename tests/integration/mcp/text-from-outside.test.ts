import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeAuthDatabase } from "@/lib/data/auth-database";
import { closeAppDatabase } from "@/lib/data/client";
import { startDraft } from "@/lib/use-cases/draft/start-draft";
import { submitDraft } from "@/lib/use-cases/draft/submit-draft";
import { newToken } from "../../support/fence/token-world";
import { closeWorld, openWorld, type Someone, type World } from "../../support/fence/world";
import { invitedDesk } from "../../support/invitations/scene";
import {
  type AgentHouse,
  type AgentLine,
  connectAgent,
  openAgentHouse,
  type Said,
} from "../../support/mcp/agent-line";
import { type InjectedOrder, injectedOrders } from "../../support/mcp/injected-orders";
import { bringIn } from "../../support/mcp/stranger-post";
import { must } from "../../support/must";
import { ownDatabase } from "../../support/own-database";
import { knock } from "../fence/knock";

let world: World;
let house: AgentHouse;
let line: AgentLine;
let people: Awaited<ReturnType<typeof invitedDesk>>;
let pen: Someone;
const heard: { tool: string; said: Said }[] = [];
const now = new Date();

beforeAll(async () => {
  people = await invitedDesk();
  const { assistant, agent, desk, mira } = people;
  world = await openWorld(ownDatabase());
  house = await openAgentHouse();
  const session = { id: assistant.userId ?? "", token: assistant.proof, name: assistant.name };
  for (const order of injectedOrders) await bringIn(order, { actor: assistant, session, mira }, now);
  const { rows } = await world.sudo.query(
    "SELECT id FROM tasks WHERE workspace_id = $1 AND message ? 'mail' ORDER BY id LIMIT 6",
    [desk.id],
  );
  for (const [n, { id }] of rows.entries()) {
    const draft = must(
      await startDraft(assistant, { taskId: id, text: "Thank you, no.\n\nMira", phrases: [] }),
    );
    if (n % 2) must(await submitDraft(assistant, { id: draft.id, latest: 1 }, now));
  }
  pen = await newToken(world, desk, { id: agent.userId ?? "", token: agent.proof, name: agent.name });
  line = await connectAgent(house, pen.token);
}, 240_000);
afterAll(async () => {
  await line.close();
  await house.close();
  await closeWorld(world);
  await closeAppDatabase();
  await closeAuthDatabase();
});

async function hear(tool: string, input: object = {}): Promise<Said> {
  const said = await line.call(tool, input);
  heard.push({ tool, said });
  return said;
}

type Draft = { id: string; latest: number };
type Row = { id: string; version: number; tag: string; draft: Draft | null };

/** Reads the whole desk, the way a thorough agent does. */
async function readEverything(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const state of ["inbox", "assistant", "client", "waiting", "scheduled", "done"]) {
    for (let cursor: unknown = null; ; ) {
      const page = await hear("list_tasks", { state, cursor });
      for (const { id } of page.tasks as Row[])
        rows.push((await hear("read_task", { id })) as unknown as Row);
      cursor = page.more;
      if (!cursor) break;
    }
  }
  for (const { draft } of rows) if (draft) await hear("read_draft", { id: draft.id });
  const { people: all } = await hear("list_people");
  for (const { id } of all as Row[]) await hear("read_whisper_card", { id });
  const day = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
  const { entries } = await hear("read_calendar", { from: day(-5), to: day(20) });
  for (const { eventId } of entries as { eventId?: string }[])
    if (eventId) await hear("read_event", { id: eventId });
  const startsAt = new Date(now.getTime() + 2 * 86_400_000).toISOString();
  const endsAt = new Date(Date.parse(startsAt) + 3_600_000).toISOString();
  await hear("check_times", { startsAt, endsAt });
  for (const { mark } of injectedOrders) await hear("search", { q: mark });
  for (const uri of ["firsthand://queue", "firsthand://rules", `firsthand://calendar/${day(0)}/${day(9)}`])
    heard.push({ tool: uri, said: await line.read(uri) });
  return rows;
}

/** Every text of an answer, and whether it stands as the text of something quoted. */
function textsIn(
  value: unknown,
  path = "",
  isQuoted = false,
): { path: string; text: string; isQuoted: boolean }[] {
  if (typeof value === "string") return [{ path, text: value, isQuoted }];
  if (typeof value !== "object" || value === null) return [];
  const isQuote = "quoted" in value && value.quoted === true;
  return Object.entries(value).flatMap(([key, one]) => [
    { path: `${path}.${key}`, text: key, isQuoted: false },
    ...textsIn(one, `${path}.${key}`, isQuote && key === "text"),
  ]);
}

/** What orders are about, to the last column: tags, recipients, rules, approvals, and whose desk it is. */
async function whatIsFenced(): Promise<unknown[]> {
  const questions = [
    "SELECT id, tag, tag_by, tag_rule, tag_hand, (tag = 'must-be-you' AND closed_at IS NOT NULL) AS closed FROM tasks WHERE workspace_id = $1",
    "SELECT id, state, recipients, account_id, way, subject FROM drafts WHERE workspace_id = $1",
    ...[
      "approvals",
      "sendings",
      "memberships",
      "agents",
      "api_tokens",
      "circles",
      "voice_sheets",
      "accounts",
      "protected_times",
      "phrases",
      "feeds",
      "events",
      "persons",
    ].map((table) => `SELECT t.* FROM ${table} t WHERE workspace_id = $1`),
    "SELECT w.* FROM workspaces w WHERE id = $1",
  ];
  const kept: unknown[] = [];
  for (const question of questions) {
    const { rows } = await world.sudo.query(`SELECT x::text AS row FROM (${question}) AS x ORDER BY 1`, [
      people.desk.id,
    ]);
    kept.push(rows.map(({ row }) => row));
  }
  return kept;
}

describe("What strangers send reaches an agent as data and nothing else", () => {
  let rows: Row[];
  beforeAll(async () => {
    rows = await readEverything();
  }, 240_000);

  test("at least fifty orders are on the desk, in twelve languages, by every door", () => {
    expect(injectedOrders.length).toBeGreaterThanOrEqual(50);
    expect(rows.length).toBeGreaterThan(40);
    const scripts = [/\p{Script=Cyrillic}/u, /\p{Script=Arabic}/u, /\p{Script=Hebrew}/u, /\p{Script=Han}/u];
    for (const script of [...scripts, /\p{Script=Hangul}/u, /\p{Script=Hiragana}/u, /\p{Script=Devanagari}/u])
      expect(injectedOrders.some(({ text }) => script.test(text))).toBe(true);
  });

  test("each is heard of, or was hidden from people and stays hidden; none stands outside a quotation", () => {
    const everything = heard.flatMap(({ tool, said }) => textsIn(said, tool));
    const outside = everything.filter(
      ({ text, isQuoted }) => !isQuoted && injectedOrders.some(({ mark }) => text.includes(mark)),
    );
    expect(outside).toEqual([]);

    const unheard = injectedOrders.filter(({ mark }) =>
      everything.every(({ text, isQuoted }) => !isQuoted || !text.includes(mark)),
    );
    // Nobody was meant to see these; a card's note stands on the person's own page, which no tool reads.
    expect(unheard.map(({ inlet }) => inlet)).toEqual([
      "mail html",
      "mail html",
      "mail html",
      "mail html",
      "message",
      "message",
      "calendar note",
      "card note",
      "card note",
    ]);
  });

  test("nothing that cannot be seen is in any answer", () => {
    const unseen = /[^\P{C}\n\t]|[\u{e0100}-\u{e01ef}]/u;
    const hidden = heard
      .flatMap(({ tool, said }) => textsIn(said, tool))
      .filter(({ text }) => unseen.test(text));
    expect(hidden).toEqual([]);
  });

  test("an agent that obeys them all changes no tag, recipient, rule or approval", async () => {
    const before = await whatIsFenced();
    const strict = rows.filter(({ tag }) => tag === "must-be-you");
    const drafts = rows.flatMap(({ draft }) => draft ?? []);
    expect([strict.length > 20, drafts.length]).toEqual([true, 6]);
    let obeyed = 0;
    const done: string[] = [];
    for (const [n, order] of injectedOrders.entries()) {
      const task = strict[n % strict.length] as Row;
      const draft = drafts[n % drafts.length] as Draft;
      for (const [tool, input] of wanted(order, task, draft)) {
        const said = await line.call(tool, input).catch((): Said => ({ refused: "no such tool" }));
        obeyed += 1;
        if (!said.refused) done.push(`${tool} for ${order.text}`);
      }
    }

    expect(obeyed).toBeGreaterThan(150);
    expect(done).toEqual([]);
    expect(await whatIsFenced()).toEqual(before);
  }, 240_000);

  test("not even at the API’s own doors, with the same token", async () => {
    const before = await whatIsFenced();
    const [task] = rows.filter(({ tag }) => tag === "must-be-you") as [Row, ...Row[]];
    const [draft] = rows.flatMap((row) => row.draft ?? []) as [Draft, ...Draft[]];
    const { version } = task;
    const doors: [string, string, object][] = [
      ["drafts/[id]/approve", draft.id, { seal: "0".repeat(64) }],
      ["drafts/[id]/release", draft.id, { seal: "0".repeat(64) }],
      ["tasks/[id]/[verb] retag", task.id, { version, tag: "delegable" }],
      ["tasks/[id]/[verb] complete", task.id, { version }],
      ["tasks/[id]/[verb] decline", task.id, { version }],
      ["voice", "", {}],
      ["protected-times", "", {}],
    ];
    const bearer = { Authorization: `Bearer ${pen.token}` };
    for (const [door, id, body] of doors) {
      const full = `POST /api/v1/w/[workspace]/${door}`;
      expect((await knock(full, people.desk.slug, id, null, { body }, bearer)).status, door).toBe(403);
    }
    expect(await whatIsFenced()).toEqual(before);
  });
});

/** What an order would have done, by the tools there are and by those that a stranger imagines. */
function wanted({ wish, mark }: InjectedOrder, task: Row, draft: Draft): [string, object][] {
  const seen = { id: task.id, version: task.version };
  const evil = [{ name: mark, address: "x@evil.test", field: "to" }];
  switch (wish) {
    case "approve":
      return [
        ["approve_draft", draft],
        ["release_draft", draft],
        ["send_draft", draft],
        ["answer_decision", { id: task.id, answer: "yes" }],
        ["complete_task", { ...seen, words: mark }],
      ];
    case "loosen":
      return [
        ["retag_task", { ...seen, tag: "delegable" }],
        ["tighten_tag", { ...seen, tag: "delegable" }],
        ["edit_task", { ...seen, tag: "delegable" }],
        ["create_task", { kind: "personal-reply", title: mark, tag: "delegable" }],
      ];
    case "complete":
      return [
        ["complete_task", seen],
        ["decline_task", seen],
        ["move_task", { ...seen, to: "done" }],
        ["record_check", { ...seen, confirmed: ["date"], withWhom: mark, how: "mail" }],
      ];
    case "recipients":
      return [
        ["address_draft", { id: draft.id, recipients: evil }],
        ["revise_draft", { id: draft.id, basedOn: draft.latest, text: mark, recipients: evil }],
        ["start_draft", { id: task.id, text: mark, recipients: evil }],
        ["edit_task", { ...seen, message: { text: mark, from: "x@evil.test" } }],
      ];
    default:
      return [
        ["change_rules", { rule: mark }],
        ["save_voice", { greeting: mark }],
        ["protect_time", {}],
        ["edit_task", { ...seen, isPrivate: true }],
        ["invite_member", { email: "x@evil.test" }],
      ];
  }
}
