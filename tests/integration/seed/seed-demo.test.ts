import { beforeAll, expect, test } from "vitest";
import { findDemoMember } from "@/lib/data/arrivals";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { dayAt } from "@/lib/domain/calendar/zone-day";
import { taskKinds, taskStates } from "@/lib/domain/task/task";
import { systemActors } from "@/lib/jobs/system-actor";
import { readAgents } from "@/lib/queries/read-agents";
import { makeChecks } from "@/lib/use-cases/check/make-checks";
import { signIn } from "@/prisma/seed/make/make-session";
import { must } from "@/prisma/seed/make/must";
import { seedDemo } from "@/prisma/seed/seed-demo";
import { asSuperuser } from "../../support/superuser";

const at = new Date();
let client: Actor;
let assistant: Actor;
let before: Counts;

type Counts = Record<string, number>;

/** How much of everything there is, past every policy. */
async function countAll(): Promise<Counts> {
  const tables = [
    "users",
    "workspaces",
    "memberships",
    "sessions",
    "persons",
    "person_dates",
    "accounts",
    "tasks",
    "gestures",
    "events",
    "event_occurrences",
    "circles",
    "person_facts",
    "person_relations",
    "contacts",
    "promises",
    "drafts",
    "draft_versions",
    "draft_comments",
    "approvals",
    "decisions",
    "member_settings",
    "weekly_notes",
    "phrases",
    "voice_sheets",
    "account_mailboxes",
    "log_entries",
  ];
  const counts: Counts = {};
  for (const table of tables)
    counts[table] = (await asSuperuser<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]?.n ?? 0;
  return counts;
}

beforeAll(async () => {
  await seedDemo({ at });
  before = await countAll();
  const [mira, ana] = [await findDemoMember("client"), await findDemoMember("assistant")];
  client = await signIn(mira?.userId ?? "", mira?.slug ?? "", at);
  assistant = await signIn(ana?.userId ?? "", ana?.slug ?? "", at);
});

const tasks = async (actor: Actor) => must(await readAs(actor, (tx) => tx.task.findMany()));

test("Whoever opens the demo meets Mira, and Ana who assists her and Jonas", async () => {
  expect([client.name, client.role, assistant.name, assistant.role]).toEqual([
    "Mira Holt",
    "client",
    "Ana Duarte",
    "assistant",
  ]);
  expect(await asSuperuser("SELECT slug, name, is_demo FROM workspaces ORDER BY slug")).toEqual([
    { slug: "jonas-weber", name: "Jonas’s desk", is_demo: true },
    { slug: "mira-holt", name: "Mira’s desk", is_demo: true },
  ]);
});

test("Every kind of task and every state is there to be seen", async () => {
  const all = await tasks(client);

  expect(new Set(all.map((task) => task.kind))).toEqual(new Set(taskKinds));
  expect(new Set(all.map((task) => task.state))).toEqual(
    new Set(taskStates.filter((state) => state !== "withdrawn")),
  );
  expect(all.length).toBeGreaterThanOrEqual(40);
});

test("Sleeping, merged, private, late, repeating, loosened and tightened tasks are there too", async () => {
  const all = await tasks(client);
  const some = (is: (task: (typeof all)[number]) => boolean) => all.some(is);

  expect(some((task) => task.snoozedUntil !== null)).toBe(true);
  expect(some((task) => task.snoozedUntilAnswer)).toBe(true);
  expect(some((task) => task.mergedIntoId !== null)).toBe(true);
  expect(some((task) => task.isPrivate)).toBe(true);
  expect(some((task) => task.replyDueAt !== null && task.replyDueAt < at && task.closedAt === null)).toBe(
    true,
  );
  expect(some((task) => task.sourceKey?.startsWith("repeat:") ?? false)).toBe(true);
  expect(some((task) => task.tag === "delegable" && task.tagHandRole === "client")).toBe(true);
  expect(some((task) => task.tag === "must-be-you" && task.tagHandRole === "assistant")).toBe(true);
});

test("People of every circle have birthdays around today, and those near have become tasks", async () => {
  const people = must(await readAs(client, (tx) => tx.person.findMany({ include: { dates: true } })));
  const birthdays = (await tasks(client)).filter((task) => task.sourceKey?.startsWith("day:"));

  expect(people.length).toBeGreaterThanOrEqual(30);
  expect(new Set(people.flatMap((person) => person.circles))).toEqual(
    new Set(["inner", "friends", "professional", "wider", "family"]),
  );
  expect(birthdays.length).toBeGreaterThanOrEqual(6);
  expect(birthdays.map((task) => task.title)).toContain("Birthday · Noor Haddad turns 40");
});

test("Ana sees nothing of what is Mira's own", async () => {
  const [hers, anas] = [await tasks(client), await tasks(assistant)];

  expect(hers.length - anas.length).toBe(2);
  expect(anas.some((task) => task.title.includes("Quill") || task.isPrivate)).toBe(false);
});

test("The log remembers three attempts that the fence turned down, and its chain is whole", async () => {
  const refused = await asSuperuser<{ refusal: string }>(
    "SELECT refusal FROM log_entries WHERE refusal IS NOT NULL ORDER BY refusal",
  );
  const broken = await asSuperuser("SELECT v.* FROM workspaces w, fence.verify_log(w.id) v");

  expect(refused.map((row) => row.refusal)).toEqual(["must-be-you", "must-be-you", "only-client-loosens"]);
  expect(broken).toEqual([]);
});

test("What is known of people is there to be read: facts, family, contacts, promises, and somebody who has died", async () => {
  const counts = before;
  const dead = must(await readAs(client, (tx) => tx.person.findMany({ where: { isDead: true } })));
  const secret = { where: { isPrivate: true } };
  const [hers, anas] = [
    must(await readAs(client, (tx) => tx.personFact.findMany(secret))),
    must(await readAs(assistant, (tx) => tx.personFact.findMany(secret))),
  ];

  for (const table of ["person_facts", "person_relations", "contacts", "promises"])
    expect(counts[table], table).toBeGreaterThanOrEqual(5);
  expect(dead.map((person) => person.name).sort()).toEqual(["Arne Lind", "Edith Holt"]);
  expect([hers.length, anas.length]).toEqual([1, 0]);
});

test("Mira’s voice is there: three accounts without a mail server, phrases in two languages, words she never uses", async () => {
  const accounts = await asSuperuser(
    "SELECT service, voice, sends_mail FROM accounts ORDER BY service, voice",
  );
  const phrases = await asSuperuser<{ language: string }>(
    "SELECT DISTINCT language FROM phrases ORDER BY language",
  );
  const sheets = await asSuperuser(
    "SELECT circle, cardinality(never_words) AS never FROM voice_sheets ORDER BY circle",
  );

  expect(accounts).toEqual([
    { service: "E-mail", voice: "personal", sends_mail: false },
    { service: "LinkedIn", voice: "company", sends_mail: false },
    { service: "LinkedIn", voice: "personal", sends_mail: false },
  ]);
  expect(before).toMatchObject({ phrases: 16, account_mailboxes: 0 });
  expect(phrases.map((row) => row.language)).toEqual(["de", "en"]);
  expect(sheets).toEqual([
    { circle: "", never: 2 },
    { circle: "inner", never: 0 },
  ]);
});

test("Words are there in every stage: in pencil before Mira, sent back, begun by herself, gone out in ink and pencil; and questions", async () => {
  const drafts = must(await readAs(client, (tx) => tx.draft.findMany({ orderBy: { state: "asc" } })));
  const versions = await asSuperuser<{ role: string }>(
    "SELECT v.written_role AS role FROM draft_versions v JOIN drafts d ON d.id = v.draft_id WHERE d.state = 'sent' ORDER BY v.no",
  );
  const decisions = must(await readAs(client, (tx) => tx.decision.findMany()));

  expect(drafts.map((draft) => draft.state)).toEqual([
    "changes-requested",
    "draft",
    "draft",
    "sent",
    "submitted",
  ]);
  expect(versions.map((version) => version.role)).toEqual(["assistant", "client"]);
  expect(decisions.map((decision) => decision.choices.length).sort()).toEqual([0, 0, 3]);
});

test("Pen, an agent that Ana answers for, has prepared this and that, and finished nothing", async () => {
  const { agents } = must(await readAgents(client));
  const did = await asSuperuser(
    "SELECT DISTINCT verb, door FROM log_entries WHERE by_role = 'agent' ORDER BY verb",
  );
  const words = await asSuperuser("SELECT no FROM draft_versions WHERE written_role = 'agent'");

  expect(agents.map(({ name, owner, mayFinish }) => [name, owner.name, mayFinish])).toEqual([
    ["Pen", "Ana Duarte", false],
  ]);
  expect(did).toEqual(
    ["ask-client", "edit-task", "move-task", "start-draft"].map((verb) => ({ verb, door: "api" })),
  );
  expect(words).toEqual([{ no: 1 }]);
});

test("The job that asks for double-checks finds those of the demo as they should be", async () => {
  const read = () => readAs(client, (tx) => tx.task.findMany({ where: { kind: "meeting-check" } }));
  const versions = must(await read()).map((task) => [task.id, task.version, task.note]);

  for (const system of await systemActors()) must(await makeChecks(system, at));

  const after = new Map(must(await read()).map((task) => [task.id, [task.id, task.version, task.note]]));
  expect(versions.map(([id]) => after.get(String(id)))).toEqual(versions);
});

test("Mira’s evenings are kept, Ana’s supper waits over one of them, and one meeting is checked", async () => {
  const kept = must(await readAs(assistant, (tx) => tx.protectedTime.findMany()));
  const held = must(await readAs(assistant, (tx) => tx.event.findMany({ where: { held: true } })));
  const checks = must(await readAs(client, (tx) => tx.eventCheck.findMany()));

  expect(kept.map((hours) => hours.title).sort()).toEqual(["Family", "Protected evening"]);
  expect(held.map((event) => event.summary)).toEqual(["Supper with the printers"]);
  expect(checks.map((check) => [check.withWhom, check.checkedRole])).toEqual([
    ["Per Aksel Dahl’s office", "assistant"],
  ]);
});

test("Choir is every week, and today is in the calendar", async () => {
  const times = must(await readAs(client, (tx) => tx.eventOccurrence.findMany({ include: { event: true } })));

  expect(times.filter((time) => time.event.summary === "Choir practice").length).toBeGreaterThan(100);
  expect(
    times.some(
      (time) => dayAt(time.startsAt.getTime(), "Europe/Berlin") >= dayAt(at.getTime(), "Europe/Berlin"),
    ),
  ).toBe(true);
});

test("The sessions that made the demo have ended", async () => {
  expect(before.sessions).toBe(0);
});

test("Starting again makes nothing a second time", async () => {
  const { sessions: _, ...first } = await countAll();

  await seedDemo({ at });

  const { sessions: __, ...after } = await countAll();
  expect(after).toEqual(first);
});

test("A demo that was broken off half way is finished, and nothing in it is there twice", async () => {
  const { sessions: _, log_entries: __, ...first } = await countAll();
  await asSuperuser(`UPDATE users SET name = 'Being prepared' WHERE name = 'Mira Holt';
    DELETE FROM gestures WHERE task_id IN (SELECT id FROM tasks WHERE source_key IN ('demo:sam-call', 'demo:amsel'));
    DELETE FROM tasks WHERE source_key = 'demo:sam-call';
    UPDATE tasks SET version = 1, state = 'inbox', closed_at = NULL, closed_by = NULL, closed_role = NULL, closed_door = NULL, closing_note = ''
      WHERE source_key = 'demo:amsel';
    DELETE FROM event_occurrences WHERE event_id IN (SELECT id FROM events WHERE uid = 'demo-supper');
    DELETE FROM events WHERE uid = 'demo-supper'`);

  await seedDemo({ at });

  const { sessions: ___, log_entries: ____, ...after } = await countAll();
  expect(after).toEqual(first);
  expect(await asSuperuser("SELECT name FROM users ORDER BY name")).toEqual(
    ["Ana Duarte", "Jonas Weber", "Mira Holt", "Pen"].map((name) => ({ name })),
  );
});
