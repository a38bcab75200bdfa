import { Client } from "pg";
import { afterAll, expect, test, vi } from "vitest";
import { announceChange } from "@/lib/data/announce";
import { closeAuthDatabase } from "@/lib/data/auth-database";
import { appDatabase, closeAppDatabase } from "@/lib/data/client";
import { describeError } from "@/lib/runtime/log";
import { ownDatabase } from "../../support/own-database";
import { setSettings } from "../../support/settings";

afterAll(async () => {
  await closeAppDatabase();
  await closeAuthDatabase();
});

/** What the log says of a question that the database does not answer. */
const logged = (question: Promise<unknown>) => question.then(() => ({}), describeError);

test("Whoever reads the log finds the code and the sentence of PostgreSQL", async () => {
  expect(await logged(appDatabase().$queryRaw`SELECT nothing FROM tasks`)).toMatchObject({
    code: "42703",
    message: 'column "nothing" does not exist',
  });
  expect(await logged(appDatabase().$queryRaw`SELECT FROM sessions`)).toMatchObject({
    code: "42501",
    message: "permission denied for table sessions",
  });
});

test("Nobody's words come into the log with it", async () => {
  const words = 'mira@example.com said "no"';
  const failed = [
    await logged(appDatabase().$queryRaw`SELECT ${words}::text::int`),
    await logged(appDatabase().$queryRaw`SELECT to_tsquery(${`${words} &`}::text)`),
    await logged(plainly(`SELECT '${words}'::date`)),
    await logged(plainly(`DO $$ BEGIN RAISE 'fence: not so' USING DETAIL = '${words}'; END $$`)),
  ];
  expect(failed).toMatchObject([
    { code: "22P02", message: 'invalid input syntax for type integer: "…"' },
    { code: "42601" },
    { code: "22007", message: 'invalid input syntax for type date: "…"' },
    { code: "P0001", message: "fence: not so", guard: "fence: not so" },
  ]);
  expect(JSON.stringify(failed)).not.toContain("mira");
});

test("A notice that could not be sent is one line of JSON, as everything else is", async () => {
  await closeAppDatabase();
  setSettings({ APP_DATABASE_URL: "postgresql://nobody@127.0.0.1:1/nowhere", LOG_LEVEL: "warn" });
  const written = vi.spyOn(process.stderr, "write").mockReturnValue(true);

  announceChange(crypto.randomUUID(), 1);
  await vi.waitFor(() => expect(written).toHaveBeenCalled(), 10_000);

  const line = JSON.parse(`${written.mock.calls[0]?.[0]}`);
  written.mockRestore();
  expect(line).toMatchObject({
    what: "live updates: a notice was not sent",
    message: "DatabaseNotReachable",
  });
});

async function plainly(sql: string): Promise<void> {
  const client = new Client({ connectionString: ownDatabase().appUrl });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
