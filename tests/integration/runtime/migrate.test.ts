import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { migrate, readMigrations } from "@/lib/runtime/migrate";
import { emptyDatabase } from "../../support/database";

let folder: string;
let database: Awaited<ReturnType<typeof emptyDatabase>>;
let client: Client;
let said: string[];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "migrations-"));
  database = await emptyDatabase();
  client = await connect();
  said = [];
});

afterEach(async () => {
  await client.end();
  await database.drop();
  await rm(folder, { recursive: true });
});

async function connect(): Promise<Client> {
  const made = new Client({ connectionString: database.ownerUrl });
  // One of these tests has its connection cut; that is seen by what it was doing.
  made.on("error", () => undefined);
  await made.connect();
  return made;
}

async function write(name: string, sql: string): Promise<void> {
  await mkdir(path.join(folder, name), { recursive: true });
  await writeFile(path.join(folder, name, "migration.sql"), sql);
}

const run = (on = client) => migrate(on, folder, (sentence) => said.push(sentence));

async function rows(): Promise<{ migration_name: string; done: boolean; undone: boolean; steps: number }[]> {
  const { rows: found } = await client.query(
    `SELECT migration_name, finished_at IS NOT NULL AS done, rolled_back_at IS NOT NULL AS undone, applied_steps_count AS steps
     FROM _prisma_migrations ORDER BY started_at`,
  );
  return found;
}

describe("An operator starts a new version", () => {
  test("what is missing is applied in order, once, and written down the way Prisma does", async () => {
    await write("2_second", "INSERT INTO cards VALUES (1);");
    await write(
      "1_first",
      "CREATE TABLE cards (id int); -- with a function\nCREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;",
    );

    expect(await run()).toEqual(["1_first", "2_second"]);
    expect(await run()).toEqual([]);

    expect(await rows()).toEqual([
      { migration_name: "1_first", done: true, undone: false, steps: 1 },
      { migration_name: "2_second", done: true, undone: false, steps: 1 },
    ]);
    const { rows: kept } = await client.query(
      "SELECT checksum FROM _prisma_migrations ORDER BY migration_name",
    );
    expect(kept.map((row) => row.checksum)).toEqual(
      (await readMigrations(folder)).map((one) => one.checksum),
    );
  });

  test("several processes at once apply everything once", async () => {
    await write("1_first", "CREATE TABLE cards (id int); SELECT pg_sleep(0.3);");
    await write("2_second", "INSERT INTO cards VALUES (1);");
    const others = await Promise.all([connect(), connect(), connect()]);

    const applied = await Promise.all([client, ...others].map((on) => run(on)));
    await Promise.all(others.map((other) => other.end()));

    expect(applied.flat().sort()).toEqual(["1_first", "2_second"]);
    expect((await client.query("SELECT count(*)::int AS n FROM cards")).rows[0].n).toBe(1);
    expect(said).toContain("another process is migrating this database; waiting for it");
  });

  test("a migration that fails leaves nothing behind, names itself and its line, and works once it is put right", async () => {
    await write("1_first", "CREATE TABLE cards (id int);\nCREATE TABLE half (id int);\nSELECT nonsense;");

    await expect(run()).rejects.toThrow(
      /The migration 1_first failed and was taken back: .*nonsense.*\(line 3\)/,
    );
    expect((await client.query("SELECT to_regclass('half') AS half")).rows[0].half).toBeNull();
    await write("1_first", "CREATE TABLE cards (id int);");

    expect(await run()).toEqual(["1_first"]);
    expect((await rows()).map(({ done, undone }) => [done, undone])).toEqual([
      [false, true],
      [true, false],
    ]);
  });

  test("a migration that was cut off in the middle is done again, and that is said", async () => {
    await write("1_first", "CREATE TABLE cards (id int); SELECT pg_sleep(60);");
    const victim = await connect();
    const cutOff = migrate(victim, folder, () => undefined).catch((error: Error) => error);
    await untilBusy("pg_sleep");
    await superuser(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(60)%' AND pid <> pg_backend_pid()",
    );
    expect(await cutOff).toBeInstanceOf(Error);
    await victim.end().catch(() => undefined);
    expect(await rows()).toEqual([{ migration_name: "1_first", done: false, undone: false, steps: 0 }]);
    await write("1_first", "CREATE TABLE cards (id int);");

    expect(await run()).toEqual(["1_first"]);

    expect(said).toEqual(["the migration 1_first was interrupted and left no trace; it is done again"]);
  });
});

describe("An operator whose files and database do not fit is told so and nothing is changed", () => {
  test("a migration that was edited after it was applied", async () => {
    await write("1_first", "CREATE TABLE cards (id int);");
    await run();
    await write("1_first", "CREATE TABLE cards (id bigint);");

    await expect(run()).rejects.toThrow(/1_first was changed after it was applied/);
  });

  test("a database that a newer Firsthand has been at", async () => {
    await write("1_first", "CREATE TABLE cards (id int);");
    await write("2_newer", "CREATE TABLE newer (id int);");
    await run();
    await rm(path.join(folder, "2_newer"), { recursive: true });

    await expect(run()).rejects.toThrow(
      /last used by a newer Firsthand, which applied the migration 2_newer/,
    );
  });

  test("a migration that another tool left half done", async () => {
    await write("1_first", "CREATE TABLE cards (id int);");
    await run();
    await client.query("UPDATE _prisma_migrations SET finished_at = NULL, logs = 'error from elsewhere'");

    await expect(run()).rejects.toThrow(/Another tool left the migration 1_first half done/);
  });

  test("a migration that would end the transaction it runs in", async () => {
    await write("1_first", "CREATE TABLE cards (id int); COMMIT; CREATE TABLE more (id int);");

    await expect(run()).rejects.toThrow(/take its COMMIT out/);
  });
});

async function superuser(sql: string): Promise<void> {
  const admin = new Client({ connectionString: database.superuserUrl });
  await admin.connect();
  await admin.query(sql);
  await admin.end();
}

/** Waits until somebody in this database runs a statement with these words. */
async function untilBusy(words: string): Promise<void> {
  await expect
    .poll(async () => {
      const { rows: found } = await client.query(
        "SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep' AND query LIKE $1",
        [`%${words}%`],
      );
      return found[0].n;
    })
    .toBe(1);
}
