import { Pool } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { impatientLine, within } from "@/lib/data/impatient-line";
import { emptyDatabase } from "../../support/database";

let own: Awaited<ReturnType<typeof emptyDatabase>>;
beforeAll(async () => {
  own = await emptyDatabase();
});
afterAll(() => own.drop());

test("Of a change during which PostgreSQL falls silent nothing is left, and whoever comes next is served", async () => {
  const pool = new Pool({ connectionString: own.ownerUrl, max: 1, stream: impatientLine(300) });
  await pool.query("CREATE TABLE said (word text)");
  const client = await pool.connect();
  client.on("error", () => undefined);
  await client.query("BEGIN");
  await client.query("INSERT INTO said VALUES ('half')");

  await expect(client.query("SELECT pg_sleep(2)")).rejects.toThrow("PostgreSQL has said nothing for 0.3 s.");
  await expect(client.query("COMMIT")).rejects.toThrow(/not queryable/);
  client.release();

  expect((await pool.query("SELECT word FROM said")).rows).toEqual([]);
  await pool.end();
});

test("A line that is spoken on is not cut, however long it is open", async () => {
  const pool = new Pool({ connectionString: own.ownerUrl, max: 1, stream: impatientLine(400) });
  const client = await pool.connect();
  for (let time = 0; time < 5; time += 1) await client.query("SELECT pg_sleep(0.2)");
  client.release();
  await pool.end();
});

test("Whoever waits for an answer is told when it does not come, and otherwise has it", async () => {
  await expect(within(20, new Promise(() => undefined))).rejects.toThrow("has not answered for 0.02 s.");
  await expect(within(1_000, Promise.resolve("here"))).resolves.toBe("here");
});
