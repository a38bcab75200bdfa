import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, inject, test } from "vitest";
import { openDatabase } from "@/lib/runtime/open-database";
import { type TestDatabase, testDatabase } from "../../support/database";
import { TEST_SECRET } from "../../support/start-postgres";

const start = ({ ownerUrl }: TestDatabase, migrations = inject("migrations")) =>
  openDatabase({ ownerUrl, secret: TEST_SECRET, migrations, say: () => undefined });

describe("An operator whose restore has lost the fence is told so, and what to do, instead of being served", () => {
  const lose = "REVOKE ALL ON ALL TABLES IN SCHEMA public FROM firsthand_app, firsthand_auth";
  const drop = `DO $$ DECLARE p record; BEGIN
    FOR p IN SELECT policyname, tablename FROM pg_policies WHERE schemaname = 'public' LOOP
      EXECUTE format('DROP POLICY %I ON %I', p.policyname, p.tablename); END LOOP; END $$`;

  test.each([
    ["every policy and every right", `${drop}; ${lose}`, /The role firsthand_app has no right to any table/],
    ["every right", lose, /The role firsthand_auth has no right to any table/],
    ["every policy", drop, /No policy says what firsthand_app may see of account_mailboxes, accounts.* more/],
    ["one table's policies", "DROP POLICY auth_role ON users", /what firsthand_auth may see of users\./],
    [
      "one table's rights",
      "REVOKE ALL ON drafts FROM firsthand_app",
      /firsthand_app has no right to drafts\./,
    ],
    [
      "one of a table's policies",
      "DROP POLICY of_people_one_sees ON gestures",
      /Gone since the last start: the policy of_people_one_sees of gestures\./,
    ],
    ["one table's guard", "ALTER TABLE tasks DISABLE ROW LEVEL SECURITY", /security is off for tasks\./],
  ])("%s", async (_what, loss, sentence) => {
    const own = await testDatabase();
    await expect(start(own)).resolves.toMatchObject({ applied: [] });

    await own.sudo(loss);

    await expect(start(own)).rejects.toThrow(sentence);
    await expect(start(own)).rejects.toThrow(/does not start[\s\S]*Restore it\s+anew/);
    await own.drop();
  });
});

test("What a migration takes away is no loss, at that start or the next", async () => {
  const own = await testDatabase();
  await start(own);
  const migrations = await mkdtemp(path.join(tmpdir(), "migrations-"));
  await cp(inject("migrations"), migrations, { recursive: true });
  await mkdir(path.join(migrations, "99999999999999_less"));
  const less = "DROP POLICY of_people_one_sees ON gestures;";
  await writeFile(path.join(migrations, "99999999999999_less", "migration.sql"), less);

  await expect(start(own, migrations)).resolves.toMatchObject({ applied: ["99999999999999_less"] });
  await expect(start(own, migrations)).resolves.toMatchObject({ applied: [] });

  await own.sudo("DROP POLICY own_desk ON tasks");
  await expect(start(own, migrations)).rejects.toThrow(/the policy own_desk of tasks\./);
  await rm(migrations, { recursive: true });
  await own.drop();
});

test("A start knows whether anybody has a desk here already; the demo's does not count", async () => {
  const own = await testDatabase();
  const found = (slug: string, isDemo: boolean) =>
    own.sudo("INSERT INTO workspaces (id, slug, name, is_demo) VALUES (gen_random_uuid(), $1, $1, $2)", [
      slug,
      isDemo,
    ]);

  await found("the-demo", true);
  expect(await start(own)).toMatchObject({ hasDesks: false });
  await found("a-desk", false);
  expect(await start(own)).toMatchObject({ hasDesks: true });

  await own.drop();
});

test("A start under another secret says so, once, and what it costs", async () => {
  const own = await testDatabase();
  const said: string[] = [];
  const startWith = (secret: string) =>
    openDatabase({
      ownerUrl: own.ownerUrl,
      secret,
      migrations: inject("migrations"),
      say: (sentence) => said.push(sentence),
    });

  await startWith(TEST_SECRET);
  expect(said).toEqual([]);
  await startWith(`${TEST_SECRET}, changed`);
  await startWith(`${TEST_SECRET}, changed`);

  expect(said).toEqual([expect.stringMatching(/^the secret is another than at the last start: .*mailboxes/)]);
  await own.drop();
});
