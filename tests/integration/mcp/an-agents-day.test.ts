import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findDemoMember } from "@/lib/data/arrivals";
import { closeAuthDatabase } from "@/lib/data/auth-database";
import { closeAppDatabase } from "@/lib/data/client";
import type { Actor } from "@/lib/domain/actor";
import { systemActors } from "@/lib/jobs/system-actor";
import { readDraft } from "@/lib/queries/read-draft";
import { readGestureWords } from "@/lib/queries/read-gesture-words";
import { readTask } from "@/lib/queries/read-task";
import { makeChecks } from "@/lib/use-cases/check/make-checks";
import { addressDraft } from "@/lib/use-cases/draft/address-draft";
import { sayWentOut } from "@/lib/use-cases/draft/say-went-out";
import { signIn } from "@/prisma/seed/make/make-session";
import { seedDemo } from "@/prisma/seed/seed-demo";
import { approve, origin } from "../../support/draft/scene";
import { newDraftAgent, newToken } from "../../support/fence/token-world";
import { closeWorld, type Desk, openWorld, type Someone, type World } from "../../support/fence/world";
import { type AgentHouse, type AgentLine, connectAgent, openAgentHouse } from "../../support/mcp/agent-line";
import { must } from "../../support/must";
import { ownDatabase } from "../../support/own-database";
import { knock, nameOf } from "../fence/knock";

type Row = { id: string; version: number; kind: string; tag: string; state: string } & {
  title: { text: string };
  person: { id: string } | null;
  youMay: { complete: boolean };
};

let world: World;
let house: AgentHouse;
let mira: Actor;
let quill: Someone & { tokenId: string };
let line: AgentLine;
const slug = "mira-holt";
/** What Quill was told during its day, wherever the answer was no. */
const refusals: string[] = [];

beforeAll(async () => {
  const at = new Date();
  await seedDemo({ at });
  world = await openWorld(ownDatabase());
  house = await openAgentHouse();
  const [client, assistant] = [await findDemoMember("client"), await findDemoMember("assistant")];
  mira = await signIn(client?.userId ?? "", slug, at);
  for (const system of await systemActors()) must(await makeChecks(system, at));
  const desk = { id: mira.workspace.id, assistant: { id: assistant?.userId } } as unknown as Desk;
  const agent = await newDraftAgent(world, desk);
  await world.sudo.query("UPDATE agents SET may_finish = true WHERE user_id = $1", [agent.id]);
  quill = await newToken(world, desk, agent);
  line = await connectAgent(house, quill.token);
}, 240_000);
afterAll(async () => {
  await line.close();
  await house.close();
  await closeWorld(world);
  await closeAppDatabase();
  await closeAuthDatabase();
});

/** Calls a tool; a "no" is written down with the tool's name. */
async function call(tool: string, input: object = {}) {
  const said = await line.call(tool, input);
  if (said.refused) refusals.push(`${tool}: ${said.refused}`);
  return said;
}

/** What the same token is answered at the API's own doors. */
async function knockRaw(door: string, id: string, body: object, desk = slug) {
  const [method = "", address = "", verb = ""] = door.split(" ");
  const full = [method, `/api/v1/w/[workspace]/${address}`, verb].join(" ").trim();
  const bearer = { Authorization: `Bearer ${quill.token}` };
  const answer = nameOf(await knock(full, desk, id, null, { body }, bearer));
  refusals.push(`${address} ${verb}: ${answer}`.replace(" :", ":"));
}

async function section(state: string): Promise<Row[]> {
  return (await call("list_tasks", { state })).tasks as Row[];
}

function titled(rows: Row[], title: string): Row {
  const found = rows.find((row) => row.title.text.startsWith(title));
  if (!found) throw new Error(`there is no task ${title}`);
  return found;
}

async function seen(id: string): Promise<Row> {
  return (await call("read_task", { id })) as unknown as Row;
}

describe("Quill’s day at Mira’s desk", () => {
  test("it reads what it may do, and what it is refused", async () => {
    const { text } = await line.read("firsthand://rules");
    expect(text).toMatch(/You may:[\s\S]*- complete or decline a delegable task\./);
    expect(text).toMatch(
      /refused:[\s\S]*- complete or decline a task that must be you: that is Mira’s alone/,
    );
    const { sections } = await line.read("firsthand://queue");
    expect((sections as { state: string }[]).map(({ state }) => state)).toContain("client");
  });

  test("it triages the inbox: prepares what is delegable, puts before Mira what is hers, tightens one", async () => {
    const inbox = await section("inbox");
    expect(inbox.length).toBeGreaterThan(3);
    for (const { id, version, tag } of inbox.slice(1)) {
      const to = tag === "delegable" ? "assistant" : "client";
      expect((await call("move_task", { id, version, to })).task).toMatchObject({ id, state: to, tag });
    }
    const loose =
      inbox.find(({ tag }) => tag === "delegable") ?? titled(await section("assistant"), "Account care");
    const { version } = await seen(loose.id);
    expect((await call("tighten_tag", { id: loose.id, version })).task).toMatchObject({ tag: "must-be-you" });
    const [first] = inbox;
    const now = await seen(first?.id ?? "");
    const until = new Date(Date.now() + 86_400_000).toISOString();
    const asleep = await call("snooze_task", { id: now.id, version: now.version, until });
    expect(asleep.task).toMatchObject({ snoozedUntil: until });
    const { version: later } = await seen(now.id);
    expect((await call("wake_task", { id: now.id, version: later })).task).toMatchObject({
      snoozedUntil: null,
    });
    const edited = await seen(now.id);
    const note = "Quill has read it.";
    expect((await call("edit_task", { id: now.id, version: edited.version, note })).refused).toBeUndefined();
    expect((await readTask(mira, now.id))?.note).toBe(note);
  });

  test("it looks people up, and the calendar", async () => {
    const found = await call("search", { q: "Tomas" });
    expect(JSON.stringify(found.people)).toContain("Tomas Lind");
    const { people } = await call("list_people", { q: "Tomas Lind" });
    const [tomas] = people as { id: string }[];
    const card = await call("read_whisper_card", { id: tomas?.id });
    expect(card).toEqual(await line.read(`firsthand://people/${tomas?.id}/whisper`));
    const [from, to] = [0, 14].map((days) =>
      new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10),
    );
    const { entries } = await line.read(`firsthand://calendar/${from}/${to}`);
    expect((entries as unknown[]).length).toBeGreaterThan(3);
    const event = (entries as { type: string; eventId?: string }[]).find(({ type }) => type === "event");
    expect((await call("read_event", { id: event?.eventId })).id).toBe(event?.eventId);
    const logged = { id: tomas?.id, at: new Date(Date.now() - 3_600_000).toISOString(), how: "call" };
    expect((await call("log_contact", logged)).refused).toBeUndefined();
    const { contacts } = await call("read_whisper_card", { id: tomas?.id });
    expect((contacts as object[])[0]).toMatchObject({ what: "Call", by: "Quill", isByAgent: true });
  });

  test("it adds a task and an entry in pencil, at a time that is free", async () => {
    const made = await call("create_task", { kind: "personal-reply", title: "Thank Tomas for the bread" });
    expect(made.task).toMatchObject({ tag: "must-be-you", state: "inbox" });
    const startsAt = new Date(Date.now() + 3 * 86_400_000).toISOString();
    const endsAt = new Date(Date.parse(startsAt) + 3_600_000).toISOString();
    const { free } = await call("check_times", { startsAt, endsAt });
    const [slot] = free as { startsAt: string; endsAt: string }[];
    const entry = (summary: string, start = "", end = "") => ({
      event: { summary, start: start.slice(0, 16), end: end.slice(0, 16), zone: "UTC" },
    });
    const lunch = await call("add_event", entry("Lunch, perhaps", slot?.startsAt, slot?.endsAt));
    expect(lunch.event).toMatchObject({ inPencil: false });
    const { id } = lunch.event as { id: string };
    expect(await call("read_event", { id })).toMatchObject({ madeBy: "Quill", isMadeByAgent: true });
    // A week holds evenings that Mira keeps for herself.
    const aWeekLater = new Date(Date.parse(startsAt) + 7 * 86_400_000).toISOString();
    const away = await call("add_event", entry("A week away", startsAt, aWeekLater));
    expect(away.event).toMatchObject({ inPencil: true });
  });

  test("it drafts, revises the same draft in place, and submits; the words are marked as a program’s", async () => {
    const task = titled([...(await section("client")), ...(await section("inbox"))], "Reply to Tomas Lind");
    const started = await call("start_draft", { id: task.id, text: "Tomas! Nothing but {what exactly}." });
    const { id, latest } = started.draft as { id: string; latest: number };
    expect((await call("start_draft", { id: task.id, text: "Another one" })).draftId).toBe(id);
    const unready = await call("submit_draft", { id, latest });
    expect(JSON.stringify(unready.notReady)).toContain("what exactly");
    const stale = await call("revise_draft", { id, basedOn: 0, text: "From nowhere" });
    expect(stale).toMatchObject({ refused: "words-moved", latest });

    const { voice } = await call("read_draft", { id });
    const { greeting, signOff } = voice as Record<string, { text: string } | null>;
    const text = `${greeting?.text.replace(/\{.*?\}|\[.*?\]/, "Tomas") ?? "Dear Tomas,"}\n\nNothing but bread, and yourself.\n\n${signOff?.text ?? "Mira"}`;
    const revised = await call("revise_draft", { id, basedOn: latest, text });
    expect(revised.draft).toMatchObject({ id, latest: latest + 1 });
    const submitted = await call("submit_draft", { id, latest: latest + 1 });
    expect(submitted.draft).toMatchObject({ id, state: "submitted" });
    expect((await call("comment_on_draft", { id, note: "@Mira He asked what to bring." })).id).toBeDefined();

    const draft = await readDraft(mira, id, new Date(), origin);
    expect(draft?.versions.map(({ by }) => by.role)).toEqual(["agent", "agent"]);
    expect(draft?.whose.every(({ whose }) => whose !== "several" && whose.by === "agent")).toBe(true);
    expect(draft?.comments.at(-1)?.by.role).toBe("agent");
    must(await addressDraft(mira, { id, version: draft?.version ?? 0 }, { way: "elsewhere" }, new Date()));
    must(await approve(mira, id));
    // What she approved it leaves alone; that its words are to end that, it says, and they go before her anew.
    const salted = { id, basedOn: latest + 1, text: text.replace("bread", "bread and salt") };
    const kept = await call("revise_draft", salted);
    expect(kept).toMatchObject({ refused: "let-go", says: expect.stringContaining("Mira approved") });
    expect(JSON.stringify(kept.allowed)).toContain("voids");
    const voided = await call("revise_draft", { ...salted, voids: true });
    expect(voided.draft).toMatchObject({ latest: latest + 2, state: "submitted" });
    expect((await readTask(mira, task.id))?.state).toBe("client");
    must(await approve(mira, id));
    must(await sayWentOut(mira, { id, latest: latest + 2, note: "" }, new Date()));
    const gesture = (await readTask(mira, task.id))?.gestures[0]?.id ?? "";
    const words = await readGestureWords(mira, gesture);
    expect(words?.whose.every(({ whose }) => whose !== "several" && whose.by === "agent")).toBe(true);
  });

  test("it asks Mira, completes what is delegable, and records a double-check", async () => {
    const assistant = await section("assistant");
    const { id, version } = titled(assistant, "Account care");
    const asked = await call("ask_decision", {
      id,
      question: "Which photograph?",
      choices: ["Yard", "Door"],
    });
    expect(asked.taskId).toBe(id);
    expect((await call("ask_decision", { id, question: "And which hours?" })).refused).toBe("invalid");
    const thanks = titled(assistant, "Send the thank-you list");
    const done = await call("complete_task", { id: thanks.id, version: thanks.version, note: "All sent." });
    expect(done.task).toMatchObject({ state: "done" });
    expect((await readTask(mira, thanks.id))?.closed).toMatchObject({
      by: "Quill",
      role: "agent",
      door: "api",
    });
    expect((await call("complete_task", { id, version })).refused).toBe("stale");

    const open = [...(await section("inbox")), ...(await section("assistant"))];
    const check = open.find(
      (row) => row.kind === "meeting-check" && !row.youMay.complete && row.tag === "delegable",
    );
    const { version: now } = await seen(check?.id ?? "");
    expect((await call("complete_task", { id: check?.id, version: now })).allowed).toEqual([
      { says: expect.any(String), tool: "record_check" },
    ]);
    const confirmed = {
      id: check?.id,
      version: now,
      confirmed: ["date", "time"],
      withWhom: "Greta",
      how: "mail",
    };
    expect((await call("record_check", confirmed)).refused).toBeUndefined();
    expect((await readTask(mira, check?.id ?? ""))?.state).toBe("done");
  });

  test("and it fails at exactly the fence", async () => {
    const before = refusals.splice(0);
    expect(before).toEqual([
      "start_draft: has-draft",
      "submit_draft: unready",
      "revise_draft: words-moved",
      "revise_draft: let-go",
      "ask_decision: invalid",
      "complete_task: stale",
      "complete_task: unchecked",
    ]);
    const strict = titled(await section("client"), "Congratulate Joon");
    const { draft } = (await call("read_task", { id: strict.id })) as never as { draft: { id: string } };
    const words = await readDraft(mira, draft.id, new Date(), origin);
    const seal = words?.seal ?? "";
    const asked = titled(await section("client"), "Account care");
    const { decisions } = (await call("read_task", { id: asked.id })) as never as {
      decisions: { id: string }[];
    };
    const question = decisions[0]?.id ?? "";
    const [theirs] = (
      await world.sudo.query(
        "SELECT t.id FROM tasks t JOIN workspaces w ON w.id = t.workspace_id WHERE w.slug = 'jonas-weber' LIMIT 1",
      )
    ).rows;
    const { id, version } = strict;

    await call("complete_task", { id, version });
    await call("tighten_tag", { id: theirs.id, version: 1 });
    await call("read_task", { id: theirs.id });
    for (const tool of ["approve_draft", "send_draft", "retag_task", "answer_decision", "change_rules"])
      await line.client.callTool({ name: tool, arguments: { id } }).then(
        ({ isError }) => refusals.push(`${tool}: ${isError ? "no such tool" : "done"}`),
        () => refusals.push(`${tool}: no such tool`),
      );
    await knockRaw("POST tasks/[id]/[verb] complete", id, { version });
    await knockRaw("POST tasks/[id]/[verb] decline", id, { version });
    await knockRaw("POST tasks/[id]/[verb] retag", id, { version, tag: "delegable" });
    await knockRaw("POST drafts/[id]/approve", draft.id, { seal });
    await knockRaw("POST drafts/[id]/release", draft.id, { seal });
    await knockRaw("POST drafts/[id]/ask-changes", draft.id, { latest: words?.latest, reason: "Longer" });
    await knockRaw("POST decisions/[id]/answer", question, { version: 1, answer: "1" });
    await knockRaw("POST voice", "", {});
    await knockRaw("POST protected-times", "", {});
    await knockRaw("POST accounts", "", {});
    await knockRaw("POST tasks/[id]/[verb] complete", theirs.id, { version: 1 }, "jonas-weber");

    expect(refusals).toEqual([
      "complete_task: must-be-you",
      "tighten_tag: not-found",
      "read_task: not-found",
      "approve_draft: no such tool",
      "send_draft: no such tool",
      "retag_task: no such tool",
      "answer_decision: no such tool",
      "change_rules: no such tool",
      "tasks/[id]/[verb] complete: 403 must-be-you",
      "tasks/[id]/[verb] decline: 403 must-be-you",
      "tasks/[id]/[verb] retag: 403 only-client-loosens",
      "drafts/[id]/approve: 403 in-person",
      "drafts/[id]/release: 403 only-client-approves",
      "drafts/[id]/ask-changes: 403 in-person",
      "decisions/[id]/answer: 403 in-person",
      "voice: 403 in-person",
      "protected-times: 403 in-person",
      "accounts: 403 in-person",
      "tasks/[id]/[verb] complete: 404 not-found",
    ]);
    expect(await readTask(mira, id)).toMatchObject({ tag: "must-be-you", state: "client", version });
    const { rows: remembered } = await world.sudo.query(
      "SELECT refusal, by_role, door FROM log_entries WHERE by_user = $1 AND refusal IS NOT NULL ORDER BY seq",
      [quill.id],
    );
    expect(remembered.map(({ refusal, by_role, door }) => `${by_role}, ${door}: ${refusal}`)).toEqual([
      "agent, api: must-be-you",
      "agent, api: must-be-you",
      "agent, api: must-be-you",
      "agent, api: only-client-loosens",
      "agent, api: in-person",
      "agent, api: only-client-approves",
      ...Array(5).fill("agent, api: in-person"),
    ]);
  });
});
