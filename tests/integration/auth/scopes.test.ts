import { afterAll, beforeAll, expect, test } from "vitest";
import { closeAuthDatabase } from "@/lib/data/auth-database";
import { closeAppDatabase } from "@/lib/data/client";
import type { Scope } from "@/lib/domain/token";
import { newDraft } from "../../support/fence/draft-world";
import { newToken } from "../../support/fence/token-world";
import { closeWorld, type Desk, newDesk, newTask, openWorld, type World } from "../../support/fence/world";
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

test("A token’s ETag is the version, and who names it again hears that nothing has changed", async () => {
  const id = await newTask(world, desk, { tag: "delegable" });
  const who = await tokenFor(["tasks:read", "tasks:write"]);
  const first = await knock(`GET ${api}/tasks/[id]`, desk.slug, id, who, {});
  const etag = first.headers.etag ?? "";
  expect(etag).toBe('"1"');

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

test("What a token for looking tried is written down as well, although it may write nothing else", async () => {
  const { id } = await newDraft(world, desk, { state: "submitted" });
  const who = await tokenFor(["drafts:read"]);

  const answer = await knock(`POST ${api}/drafts/[id]/approve`, desk.slug, id, who, { body: {} });
  const edit = await knock(`POST ${api}/drafts/[id]/save`, desk.slug, id, who, { body: {} });
  const { rows } = await world.sudo.query(
    "SELECT verb, refusal, door, by_role FROM log_entries WHERE subject_id = $1 AND refusal IS NOT NULL",
    [id],
  );

  expect([nameOf(answer), nameOf(edit)]).toEqual(["403 in-person", "403 out-of-scope"]);
  expect(rows).toEqual([{ verb: "approve-draft", refusal: "in-person", door: "api", by_role: "assistant" }]);
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
