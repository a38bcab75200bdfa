import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Client } from "pg";

/** The same number Prisma's own `migrate deploy` locks, so that the two never run at once. */
export const PRISMA_LOCK = 72707369;

/** Marks a row as ours: its migration ran as one transaction, so an unfinished row means that nothing of it remains. */
const OURS = "applied as one transaction";

const TABLE = `CREATE TABLE IF NOT EXISTS public._prisma_migrations (
  id varchar(36) PRIMARY KEY NOT NULL,
  checksum varchar(64) NOT NULL,
  finished_at timestamptz,
  migration_name varchar(255) NOT NULL,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz NOT NULL DEFAULT now(),
  applied_steps_count integer NOT NULL DEFAULT 0
)`;

type Migration = { name: string; sql: string; checksum: string };
type Applied = {
  id: string;
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
  logs: string | null;
};

/** The migrations of a folder in the order in which they apply; the checksum is Prisma's: SHA-256 of the file, in hex. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const bytes = await readFile(path.join(folder, name, "migration.sql"));
      return {
        name,
        sql: bytes.toString("utf8"),
        checksum: createHash("sha256").update(bytes).digest("hex"),
      };
    }),
  );
}

/**
 * Brings the database to the state of `folder`: each missing migration in a transaction of its own, under an advisory
 * lock. Returns the names it applied. Refuses a migration that was changed after it was applied, one that another tool
 * left half done, and a database that a newer Firsthand has already changed.
 */
export async function migrate(
  client: Client,
  folder: string,
  say: (sentence: string) => void,
): Promise<string[]> {
  const migrations = await readMigrations(folder);
  await takeLock(client, say);
  try {
    await client.query(TABLE);
    const done = await settleEarlierRuns(client, migrations, say);
    const missing = migrations.filter((migration) => !done.has(migration.name));
    for (const migration of missing) await apply(client, migration);
    return missing.map((migration) => migration.name);
  } finally {
    await client.query("SELECT pg_advisory_unlock($1)", [PRISMA_LOCK]).catch(() => undefined);
  }
}

async function takeLock(client: Client, say: (sentence: string) => void): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const { rows } = await client.query("SELECT pg_try_advisory_lock($1) AS taken", [PRISMA_LOCK]);
    if (rows[0].taken) return;
    if (attempt === 0) say("another process is migrating this database; waiting for it");
    await wait(200);
  }
}

async function settleEarlierRuns(
  client: Client,
  migrations: Migration[],
  say: (sentence: string) => void,
): Promise<Set<string>> {
  const { rows } = await client.query<Applied>(
    "SELECT id, migration_name, checksum, finished_at, logs FROM public._prisma_migrations WHERE rolled_back_at IS NULL",
  );
  const done = new Set<string>();
  for (const row of rows) {
    const migration = migrations.find((candidate) => candidate.name === row.migration_name);
    if (!row.finished_at) await forgetHalf(client, row, say);
    else if (!migration) throw new Error(newerSentence(row.migration_name));
    else if (migration.checksum !== row.checksum) throw new Error(changedSentence(row.migration_name));
    else done.add(row.migration_name);
  }
  return done;
}

async function forgetHalf(client: Client, row: Applied, say: (sentence: string) => void): Promise<void> {
  if (row.logs !== OURS)
    throw new Error(
      `Another tool left the migration ${row.migration_name} half done. Look at what it did, put it right by hand, ` +
        `then mark it: UPDATE _prisma_migrations SET rolled_back_at = now() WHERE id = '${row.id}';`,
    );
  await client.query("UPDATE public._prisma_migrations SET rolled_back_at = now() WHERE id = $1", [row.id]);
  say(`the migration ${row.migration_name} was interrupted and left no trace; it is done again`);
}

async function apply(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  const id = randomUUID();
  await client.query(
    "INSERT INTO public._prisma_migrations (id, checksum, migration_name, logs) VALUES ($1, $2, $3, $4)",
    [id, checksum, name, OURS],
  );
  try {
    await client.query("BEGIN");
    await client.query("SET LOCAL search_path TO public");
    const before = await transactionId(client);
    await client.query(sql);
    if ((await transactionId(client)) !== before)
      throw new Error("it ends the transaction it runs in; take its COMMIT out");
    await client.query(
      "UPDATE public._prisma_migrations SET finished_at = now(), logs = NULL, applied_steps_count = 1 WHERE id = $1",
      [id],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    await client
      .query("UPDATE public._prisma_migrations SET rolled_back_at = now(), logs = $2 WHERE id = $1", [
        id,
        String(error),
      ])
      .catch(() => undefined);
    throw new Error(`The migration ${name} failed and was taken back: ${sqlReason(error, sql)}`, {
      cause: error,
    });
  }
}

async function transactionId(client: Client): Promise<string> {
  return (await client.query("SELECT pg_current_xact_id()::text AS id")).rows[0].id;
}

function sqlReason(error: unknown, sql: string): string {
  const { message, position } = error as { message: string; position?: string };
  return position ? `${message} (line ${sql.slice(0, Number(position)).split("\n").length})` : message;
}

function newerSentence(name: string): string {
  return `This database was last used by a newer Firsthand, which applied the migration ${name}. Start that version, or restore a backup from before it.`;
}

function changedSentence(name: string): string {
  return `The migration ${name} was changed after it was applied to this database. Put the file back as it was and write a new migration. While developing: stop, remove the data folder and start again.`;
}
