import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { wrongProblem } from "@/lib/actions/problem";
import { closeAppDatabase } from "@/lib/data/client";
import { newToken } from "../../support/fence/token-world";
import { closeWorld, type Desk, newDesk, openWorld, type World } from "../../support/fence/world";
import { makeCutLine } from "../../support/once/cut-line";
import { ownDatabase } from "../../support/own-database";
import { setSettings } from "../../support/settings";
import { knock } from "../fence/knock";

const absent = "00000000-0000-4000-8000-000000000000";
const door = "POST /api/v1/w/[workspace]/tasks";
const body = { kind: "other", title: "Water the lemon tree" };

let world: World;
let desk: Desk;
let program: { id: string; name: string; token: string };
let line: Awaited<ReturnType<typeof makeCutLine>>;
beforeAll(async () => {
  world = await openWorld(ownDatabase());
  desk = await newDesk(world);
  program = { ...desk.assistant, ...(await newToken(world, desk, desk.assistant)) };
  line = await makeCutLine(ownDatabase().appUrl);
  setSettings({ APP_DATABASE_URL: line.url });
});
beforeEach(closeAppDatabase);
afterAll(async () => {
  await closeAppDatabase();
  await line.stop();
  await closeWorld(world);
});

async function countTasks(): Promise<number> {
  const { rows } = await world.sudo.query("SELECT count(*)::int AS n FROM tasks WHERE workspace_id = $1", [
    desk.id,
  ]);
  return rows[0].n;
}

test("Whoever's line breaks as a change is kept is told that this is not known, and by their key how it was", async () => {
  const send = () => knock(door, desk.slug, absent, program, { body }, { "Idempotency-Key": "lemon-tree" });
  const before = await countTasks();
  line.breakAt("COMMIT");

  const lost = await send();

  expect(lost.status).toBe(500);
  expect(JSON.parse(lost.text).title).toBe(
    "Something went wrong on our side as this was being saved. Whether it was saved is not known. Send it again with the same Idempotency-Key: it is done once, and you are told.",
  );
  expect(await countTasks()).toBe(before + 1);
  expect((await send()).status).toBe(200);
  expect(await countTasks()).toBe(before + 1);
});

test("Whoever sends it again at once, while the database is still away, is not told that nothing was changed", async () => {
  const send = () => knock(door, desk.slug, absent, program, { body }, { "Idempotency-Key": "fig-tree" });
  const before = await countTasks();
  line.breakAt("COMMIT");
  await send();
  const sentences: string[] = [];
  // Before anything is known of the key, and as what is known is looked up once more.
  for (const place of ["fence.claim_key", "COMMIT"]) {
    line.breakAt(place);
    const again = await send();
    expect(again.status).toBe(500);
    sentences.push(JSON.parse(again.text).title);
  }

  const sameKey = "Send it again with the same Idempotency-Key: it is done once, and you are told.";
  expect(sentences).toEqual([
    `Something went wrong on our side. Whether anything was changed is not known. ${sameKey}`,
    `Something went wrong on our side as this was being saved. Whether it was saved is not known. ${sameKey}`,
  ]);
  expect((await send()).status).toBe(200);
  expect(await countTasks()).toBe(before + 1);
});

test("Of a key nothing is said where none is looked at", async () => {
  const headers = { "Idempotency-Key": "quince-tree" };
  const asked = new Request("https://desk.example.com/api/mcp", { method: "POST", headers });

  const whereItIs = await wrongProblem(new Error("away"), asked).json();
  const whereItIsNot = await wrongProblem(new Error("away")).json();
  const ofAQuestion = await wrongProblem(new Error("away"), new Request(asked.url, { headers })).json();

  expect(whereItIs.title).toMatch(/same Idempotency-Key/);
  for (const { title } of [whereItIsNot, ofAQuestion])
    expect(title).toBe("Something went wrong on our side. Nothing was changed.");
});

test("Without a key they are told to look", async () => {
  line.breakAt("COMMIT");

  const lost = await knock(door, desk.slug, absent, program, { body });

  expect(lost.status).toBe(500);
  expect(JSON.parse(lost.text).title).toMatch(
    /Whether it was saved is not known\. Look before you do it again\.$/,
  );
});

test("Where the line breaks before, and where PostgreSQL itself says no as it commits, nothing was changed", async () => {
  const before = await countTasks();
  const send = () => knock(door, desk.slug, absent, program, { body });
  line.breakAt("fence.seq()");

  const cut = await send();

  await world.owner.query(`
    CREATE FUNCTION say_no() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$;
    CREATE CONSTRAINT TRIGGER no_at_last AFTER INSERT ON tasks DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION say_no()`);
  const refused = await send();
  await world.owner.query("DROP TRIGGER no_at_last ON tasks");
  for (const { status, text } of [cut, refused]) {
    expect(status).toBe(500);
    expect(JSON.parse(text).title).toBe("Something went wrong on our side. Nothing was changed.");
  }
  expect(await countTasks()).toBe(before);
});
