import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeAuthDatabase } from "@/lib/data/auth-database";
import { closeAppDatabase } from "@/lib/data/client";
import type { Scope } from "@/lib/domain/token";
import { newDraft } from "../../support/fence/draft-world";
import { newToken } from "../../support/fence/token-world";
import {
  closeWorld,
  type Desk,
  newDesk,
  newPerson,
  newTask,
  openWorld,
  type Someone,
  type World,
} from "../../support/fence/world";
import { ownDatabase } from "../../support/own-database";
import { knock, nameOf } from "../fence/knock";

const api = "/api/v1/w/[workspace]";
const absent = "00000000-0000-4000-8000-000000000000";

let world: World;
let desk: Desk;
beforeAll(async () => {
  world = await openWorld(ownDatabase());
  desk = await newDesk(world);
});
afterAll(async () => {
  await closeWorld(world);
  await closeAppDatabase();
  await closeAuthDatabase();
});

const tokenFor = (scopes: readonly Scope[], more: { kinds?: string[]; addresses?: string[] } = {}) =>
  newToken(world, desk, desk.assistant, { scopes, ...more });

test("A program that may only change tasks is not told how one is now, and one that may look is", async () => {
  const id = await newTask(world, desk, { tag: "delegable", title: "Order flowers" });
  const late = { body: { version: 7, title: "Order tulips" } };
  const door = `POST ${api}/tasks/[id]/[verb] edit`;

  const blind = await knock(door, desk.slug, id, await tokenFor(["tasks:write"]), late);
  const seeing = await knock(door, desk.slug, id, await tokenFor(["tasks:read", "tasks:write"]), late);

  expect([nameOf(blind), nameOf(seeing)]).toEqual(["409 stale", "409 stale"]);
  expect(blind.text).not.toContain("flowers");
  expect(JSON.parse(seeing.text).current).toMatchObject({ id, title: "Order flowers" });
});

test("A program that is for one kind of task finds no other, and makes no other", async () => {
  const who = await tokenFor(["tasks:read", "tasks:write", "history:read"], { kinds: ["follow-request"] });
  const other = await newTask(world, desk, { tag: "delegable", title: "Not a request" });
  const made = await knock(`POST ${api}/tasks`, desk.slug, absent, who, {
    body: { kind: "follow-request", title: "From Tomas" },
  });
  expect(nameOf(made)).toBe("200");
  const { id } = JSON.parse(made.text).task;
  const edit = `POST ${api}/tasks/[id]/[verb] edit`;
  const yuki = { name: "Yuki Mori", dates: [{ kind: "birthday", month: 11, day: 30 }] };
  const people = await tokenFor(["people:write"], { kinds: ["follow-request"] });

  const another = await knock(`POST ${api}/tasks`, desk.slug, absent, who, {
    body: { kind: "other", title: "Another" },
  });
  const turned = await knock(edit, desk.slug, id, who, { body: { version: 1, kind: "other" } });
  const birthday = await knock(`POST ${api}/people`, desk.slug, absent, people, { body: yuki });
  expect([another, turned, birthday].map(nameOf)).toEqual(Array(3).fill("403 out-of-scope"));

  const read = await knock(`GET ${api}/tasks/[id]`, desk.slug, other, who, {});
  const found = await knock(`GET ${api}/search`, desk.slug, absent, who, { query: "q=request" });
  const told = await knock(`GET ${api}/history`, desk.slug, absent, who, {});

  expect(nameOf(read)).toBe("404 not-found");
  expect(found.text).not.toContain("Not a request");
  expect(told.text).not.toContain("Not a request");
});

test("A program that is for one kind of task hears that something moved, reads what became of its own, and takes back what it did", async () => {
  const who = await tokenFor(["tasks:read", "tasks:write", "history:read"], { kinds: ["follow-request"] });
  const made = await knock(`POST ${api}/tasks`, desk.slug, absent, who, {
    body: { kind: "follow-request", title: "From Yuki" },
  });
  const { id } = JSON.parse(made.text).task;
  const other = await newTask(world, desk, { tag: "delegable", title: "Not a request" });
  const hear = async (after: number) => {
    const answer = await knock(`GET ${api}/changes`, desk.slug, absent, who, { query: `after=${after}` });
    return JSON.parse(answer.text) as { seq: number; reload: boolean; tasks: object[]; gone: string[] };
  };
  const { seq } = await hear(0);
  expect(await hear(seq)).toMatchObject({ seq, reload: false, tasks: [], gone: [] });

  const edit = `POST ${api}/tasks/[id]/[verb] edit`;
  const { client } = desk;
  await knock(edit, desk.slug, other, client, { body: { version: 1, title: "Not a request, again" } });
  await knock(edit, desk.slug, id, client, { body: { version: 1, kind: "other" } });
  expect(await hear(seq)).toMatchObject({ reload: true, tasks: [], gone: [] });
  await knock(edit, desk.slug, id, client, { body: { version: 2, kind: "follow-request" } });

  await knock(edit, desk.slug, id, who, { body: { version: 3, title: "Spoilt" } });
  const undo = `POST ${api}/tasks/[id]/[verb] undo`;
  expect(nameOf(await knock(undo, desk.slug, id, who, { body: { version: 4 } }))).toBe("200");
  const told = await knock(`GET ${api}/history`, desk.slug, absent, who, {});
  expect(told.text).toContain("Spoilt");
  expect(told.text).not.toContain("Not a request");
});

test("A token that is bound to a network is nobody’s from elsewhere, and a session beside it changes nothing", async () => {
  const who = await tokenFor(["tasks:read"], { addresses: ["192.0.2.0/24", "2001:db8::/32"] });
  const from = async (ip: string) =>
    nameOf(
      await knock(
        `GET ${api}/tasks`,
        desk.slug,
        absent,
        who,
        { query: "section=inbox" },
        {
          "X-Forwarded-For": ip,
          Cookie: `firsthand-session=${desk.client.token}`,
        },
      ),
    );

  expect(await from("192.0.2.77")).not.toMatch(/^401/);
  expect(await from("2001:db8:1::5")).not.toMatch(/^401/);
  expect(await from("198.51.100.7")).toBe("401 signed-out");
  expect(await from("")).toBe("401 signed-out");
});

test("A program whose token has ended is told that it is the token, and whoever is signed out to sign in", async () => {
  const who = await tokenFor(["tasks:read"]);
  await world.sudo.query("UPDATE api_tokens SET revoked_at = now(), revoked_by = made_by WHERE id = $1", [
    who.tokenId,
  ]);
  const list = `GET ${api}/tasks`;

  const program = await knock(list, desk.slug, absent, who, {});
  const person = await knock(list, desk.slug, absent, null, {});

  expect([nameOf(program), nameOf(person)]).toEqual(["401 signed-out", "401 signed-out"]);
  expect(JSON.parse(program.text).title).toMatch(/^This token opens nothing here\./);
  expect(JSON.parse(person.text).title).toMatch(/Sign in again/);
  const asked = [program, person].map(({ headers }) => headers["www-authenticate"]);
  expect(asked).toEqual(['Bearer realm="Firsthand", error="invalid_token"', 'Bearer realm="Firsthand"']);
});

test("What a program knows by its ETag it gets again when a fact was added, a draft revised or a comment made, though no version is another", async () => {
  const { id: draft } = await newDraft(world, desk, { text: "Dear Tomas," });
  const task = (await world.sudo.query("SELECT task_id FROM drafts WHERE id = $1", [draft])).rows[0].task_id;
  const person = await newPerson(world, desk, "Noor");
  const who = await tokenFor(["tasks:read", "people:read", "drafts:read"]);
  const ask = async (door: string, id: string, known = "") => {
    const answer = await knock(`GET ${api}/${door}/[id]`, desk.slug, id, who, {}, { "If-None-Match": known });
    return { status: answer.status, etag: answer.headers.etag ?? "" };
  };
  const things = [
    ["people", person],
    ["tasks", task],
    ["drafts", draft],
  ] as const;
  const known: string[] = [];
  for (const [door, id] of things) known.push((await ask(door, id)).etag);
  const again = async () => {
    const seen: number[] = [];
    for (const [n, [door, id]] of things.entries()) seen.push((await ask(door, id, known[n])).status);
    return seen;
  };
  expect(await again()).toEqual([304, 304, 304]);

  const fact = { kind: "avoid", value: "Nuts" };
  const add = (door: string, id: string, body: object) =>
    knock(`POST ${api}/${door}`, desk.slug, id, desk.client, { body });
  const added = await add("people/[id]/facts", person, fact);
  const said = await add("drafts/[id]/comments", draft, { note: "Warmer?" });
  expect([added, said].map(nameOf)).toEqual(["200", "200"]);
  expect(await again()).toEqual([200, expect.any(Number), 200]);
  const saved = await add("drafts/[id]/save", draft, { basedOn: 1, text: "Dear Tomas, yes." });
  expect([nameOf(saved), ...(await again())]).toEqual(["200", 200, 200, 200]);
});

test("A token’s ETag begins with the version, and who names it again hears that nothing has changed", async () => {
  const id = await newTask(world, desk, { tag: "delegable" });
  const who = await tokenFor(["tasks:read", "tasks:write"]);
  const first = await knock(`GET ${api}/tasks/[id]`, desk.slug, id, who, {});
  const etag = first.headers.etag ?? "";
  expect(etag).toMatch(/^"1-[\w-]{27}"$/);

  const again = await knock(`GET ${api}/tasks/[id]`, desk.slug, id, who, {}, { "If-None-Match": etag });
  const edit = `POST ${api}/tasks/[id]/[verb] edit`;
  const moved = await knock(edit, desk.slug, id, who, { body: { title: "New" } }, { "If-Match": etag });
  const late = await knock(edit, desk.slug, id, who, { body: { title: "Newer" } }, { "If-Match": etag });
  const two = await knock(
    edit,
    desk.slug,
    id,
    who,
    { body: { title: "x", version: 2 } },
    { "If-Match": etag },
  );

  expect([again.status, moved.status, moved.headers.etag]).toEqual([304, 200, '"2"']);
  expect([nameOf(late), JSON.parse(late.text).current.version]).toEqual(["409 stale", 2]);
  expect(nameOf(two)).toBe("400 invalid");
});

test("That a program tried to approve is written down, and Mira reads it", async () => {
  const { id } = await newDraft(world, desk, { state: "submitted" });
  const who = await tokenFor(["drafts:read", "drafts:write"]);

  const answer = await knock(`POST ${api}/drafts/[id]/approve`, desk.slug, id, who, { body: {} });
  const history = await knock(`GET ${api}/history`, desk.slug, absent, desk.client, {});

  expect(nameOf(answer)).toBe("403 in-person");
  expect(JSON.parse(answer.text)).toMatchObject({ page: expect.stringMatching(/\/w\/.*\/you$/) });
  expect(history.text).toContain("No program does this, whoever it works for.");
});

test("What a token for looking tried is written down as well, also what it only was not made for: every refused attempt is recorded", async () => {
  const { id } = await newDraft(world, desk, { state: "submitted" });
  const who = await tokenFor(["drafts:read"]);

  const answer = await knock(`POST ${api}/drafts/[id]/approve`, desk.slug, id, who, { body: {} });
  const edit = await knock(`POST ${api}/drafts/[id]/save`, desk.slug, id, who, { body: {} });
  const { rows } = await world.sudo.query(
    "SELECT verb, refusal, door, by_role FROM log_entries WHERE subject_id = $1 AND refusal IS NOT NULL ORDER BY seq",
    [id],
  );

  expect([nameOf(answer), nameOf(edit)]).toEqual(["403 in-person", "403 out-of-scope"]);
  const byProgram = { door: "api", by_role: "assistant" };
  expect(rows).toEqual([
    { verb: "approve-draft", refusal: "in-person", ...byProgram },
    { verb: "save-words", refusal: "out-of-scope", ...byProgram },
  ]);
});

const tries = async (who: Someone, id: string, verbs: readonly string[]) => {
  const names: string[] = [];
  for (const verb of verbs)
    names.push(
      nameOf(await knock(`POST ${api}/tasks/[id]/[verb] ${verb}`, desk.slug, id, who, { body: {} })),
    );
  return names;
};
const refusedLately = async (id: string) => {
  const { rows } = await world.sudo.query(
    "SELECT verb, refusal FROM log_entries WHERE subject_id = $1 AND refusal IS NOT NULL ORDER BY seq",
    [id],
  );
  return rows.map(({ verb, refusal }) => `${verb}: ${refusal}`);
};

const complete = `POST ${api}/tasks/[id]/[verb] complete`;
const makeBirthday = async () => {
  const body = { kind: "birthday", title: "Greet Noor", tag: "delegable" };
  const made = await knock(`POST ${api}/tasks`, desk.slug, absent, desk.client, { body });
  return JSON.parse(made.text).task as { id: string };
};

test("That a program tried a must-be-you task that it was not made for stands in Mira’s history, once an hour however often it tries", async () => {
  const id = await newTask(world, desk, { tag: "must-be-you", title: "Reply to Tomas" });
  const who = await tokenFor(["tasks:read", "people:write"]);
  const verbs = ["complete", "decline", "retag", "edit", "snooze"];

  expect(await tries(who, id, [...verbs, ...verbs, ...verbs])).toEqual(Array(15).fill("403 out-of-scope"));

  const lines = ["complete-task", "decline-task", "retag-task", "edit-task"];
  expect(await refusedLately(id)).toEqual(lines.map((verb) => `${verb}: out-of-scope`));
  const history = await knock(`GET ${api}/history`, desk.slug, absent, desk.client, { query: "refused=1" });
  expect(history.text).toContain("tried to complete “Reply to Tomas”. The token was not made for that.");
  expect(history.text).toContain("tried to change the tag of “Reply to Tomas”.");

  await world.sudo.query("UPDATE rate_limits SET expire = 0 WHERE key LIKE 'attempt:%'");
  await tries(who, id, ["complete", "complete"]);
  await tries(await tokenFor(["tasks:read"]), id, ["complete"]);
  expect(await refusedLately(id)).toHaveLength(6);
});

test("What a paused agent tries is written down too, and so is what it tries when its day is used up", async () => {
  const id = await newTask(world, desk, { tag: "must-be-you", title: "Reply to Noor" });
  const pen = await newToken(world, desk, desk.agent);
  const set = (what: string) =>
    world.sudo.query(`UPDATE agents SET ${what} WHERE user_id = $1`, [desk.agent.id]);

  await set(`paused_at = now(), paused_by = '${desk.client.id}'`);
  expect(await tries(pen, id, ["complete", "complete", "edit", "wake"])).toEqual(Array(4).fill("403 paused"));
  await set("paused_at = NULL, paused_by = NULL");
  const today = "(now() AT TIME ZONE (SELECT zone FROM workspaces WHERE id = $1))::date";
  await world.sudo.query(`INSERT INTO agent_days VALUES ($1, $2, ${today}, 5000)`, [desk.id, desk.agent.id]);
  const body = { version: 1, note: "" };
  const spent = await knock(complete, desk.slug, id, pen, { body });
  const both = { verb: "decline", items: [{ id, version: 1 }], input: { note: "" } };
  const many = await knock(`POST ${api}/tasks/bulk decline`, desk.slug, absent, pen, { body: both });

  expect([nameOf(spent), spent.headers["retry-after"]]).toEqual(["429 day-used-up", expect.any(String)]);
  expect(JSON.parse(spent.text).title).toMatch(
    /^The \d+ changes for today are used up\. .* It begins anew at 00:00 on /,
  );
  expect(await refusedLately(id)).toEqual([
    "complete-task: paused",
    "edit-task: paused",
    "complete-task: day-used-up",
    "decline-task: day-used-up",
  ]);
  expect(JSON.parse(many.text).results).toMatchObject([{ id, problem: { code: "day-used-up" } }]);
  await world.sudo.query("DELETE FROM agent_days WHERE user_id = $1", [desk.agent.id]);
});

test("A token that tries on made-up ids fills no log", async () => {
  const who = await tokenFor(["tasks:read"]);
  await tries(who, randomUUID(), ["complete"]);
  await world.sudo.query("UPDATE rate_limits SET points = 500 WHERE key LIKE 'attempts:%'");
  const id = randomUUID();

  expect(await tries(who, id, ["complete"])).toEqual(["403 out-of-scope"]);
  expect(await refusedLately(id)).toEqual([]);
});

test("A program with Mira’s own token writes no words in her hand, and reads none of another’s that it only changes", async () => {
  const { id } = await newDraft(world, desk, { text: "Words of Ana’s", by: desk.assistant });
  const mira = await newToken(world, desk, desk.client);
  const blind = await tokenFor(["drafts:write"]);
  const save = { body: { basedOn: 0, text: "Other words." } };

  const own = await knock(`POST ${api}/drafts/[id]/save`, desk.slug, id, mira, save);
  const moved = await knock(`POST ${api}/drafts/[id]/save`, desk.slug, id, blind, save);

  expect(nameOf(own)).toBe("403 in-person");
  expect(moved.status).toBe(409);
  expect(moved.text).not.toContain("Words of Ana");
});

test("Nor does a program with Mira’s own token say that words of its own went out: they would stand as hers", async () => {
  const { id } = await makeBirthday();
  const mira = await newToken(world, desk, desk.client);
  const words = { version: 1, words: "All the best, Noor." };
  const bulk = { verb: "complete", items: [{ id, version: 1 }], input: { words: words.words } };

  const one = await knock(complete, desk.slug, id, mira, { body: words });
  const many = await knock(`POST ${api}/tasks/bulk complete`, desk.slug, absent, mira, { body: bulk });
  const { rows } = await world.sudo.query("SELECT words FROM gestures WHERE task_id = $1", [id]);
  const bare = await knock(complete, desk.slug, id, mira, { body: { version: 1 } });

  expect(nameOf(one)).toBe("403 in-person");
  expect(JSON.parse(many.text).results).toMatchObject([{ id, problem: { code: "in-person" } }]);
  expect(rows).toEqual([]);
  expect(nameOf(bare)).toBe("200");
});

test("Mira in person, and a program with Ana’s token, say which words went out", async () => {
  const words = { version: 1, words: "All the best, Noor." };
  for (const who of [desk.client, await tokenFor(["tasks:write"])]) {
    const { id } = await makeBirthday();
    expect(nameOf(await knock(complete, desk.slug, id, who, { body: words }))).toBe("200");
  }
});
