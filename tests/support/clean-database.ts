import { Client } from "pg";

/** A database as nobody has touched it yet: how it is built, and the rows that it begins with, by table. */
export type Untouched = { built: string; rows: Record<string, string> };

/** More than so many rows of one table are left to whoever drops the database: to take them out would take longer. */
const MOST_ROWS = 2_000;

/** What {@link cleanDatabase} brings a database back to. `url` is the superuser's. */
export async function lookAtUntouched(url: string): Promise<Untouched> {
  return connected(url, async (client) => {
    const rows: Record<string, string> = {};
    for (const [table, { count }] of await countRows(client))
      if (count > 0) rows[table] = await contentOf(client, table);
    return { built: await howBuilt(client), rows };
  });
}

/**
 * Takes out every row that a test has put in and puts back what there was, past every guard. False when that cannot be done: somebody has
 * changed how the database is built, or still holds rows of it, or there are too many of them.
 */
export async function cleanDatabase(url: string, before: Untouched): Promise<boolean> {
  return connected(url, async (client) => {
    if ((await howBuilt(client)) !== before.built) return false;
    const tables = await countRows(client);
    if (tables.some(([, { count }]) => count > MOST_ROWS)) return false;
    await client.query("BEGIN");
    await client.query("SET LOCAL session_replication_role = replica");
    await client.query("SET LOCAL lock_timeout = '2s'");
    for (const [table, { count }] of tables) {
      const rows = before.rows[table];
      if (count === 0 && rows === undefined) continue;
      if (rows !== undefined && rows === (await contentOf(client, table))) continue;
      await client.query(`DELETE FROM ${table}`);
      if (rows !== undefined)
        await client.query(
          `INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(null::${table}, $1)`,
          [rows],
        );
    }
    await client.query("COMMIT");
    return true;
  }).catch(() => false);
}

/** Functions, guards, policies, columns, rights and settings of this database in one sum; not how many pages it has. */
async function howBuilt(client: Client): Promise<string> {
  const catalogs = [
    "SELECT c::text FROM pg_proc c WHERE oid >= 16384",
    "SELECT c::text FROM pg_trigger c WHERE oid >= 16384",
    "SELECT c::text FROM pg_policy c",
    "SELECT c::text FROM pg_constraint c WHERE oid >= 16384",
    "SELECT c::text FROM pg_attribute c WHERE attrelid >= 16384",
    "SELECT c::text FROM pg_index c WHERE indexrelid >= 16384",
    "SELECT c::text FROM pg_namespace c WHERE nspname !~ '^pg_(toast_)?temp'",
    "SELECT c::text FROM pg_default_acl c",
    "SELECT c::text FROM pg_event_trigger c",
    "SELECT c::text FROM pg_sequence c",
    "SELECT c::text FROM pg_extension c",
    "SELECT c::text FROM pg_db_role_setting c WHERE setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())",
    "SELECT row(oid, relname, relkind, relowner, relacl, relrowsecurity, relforcerowsecurity, relpersistence, reloptions)::text FROM pg_class WHERE oid >= 16384",
  ];
  const { rows } = await client.query(
    `SELECT md5(string_agg(line, E'\\n' ORDER BY line COLLATE "C")) AS sum FROM (${catalogs.join(" UNION ALL ")}) AS everything (line)`,
  );
  return rows[0].sum;
}

async function countRows(client: Client): Promise<(readonly [string, { count: number }])[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND c.oid >= 16384 AND n.nspname !~ '^pg_' ORDER BY 1`,
  );
  const { rows } = await client.query<{ name: string; count: number }>(
    tables
      .map(({ name }) => `SELECT '${name}' AS name, (SELECT count(*)::int FROM ${name}) AS count`)
      .join(" UNION ALL "),
  );
  return rows.map(({ name, count }) => [name, { count }] as const);
}

async function contentOf(client: Client, table: string): Promise<string> {
  const { rows } = await client.query<{ content: string }>(
    `SELECT jsonb_agg(to_jsonb(t) ORDER BY t::text)::text AS content FROM ${table} t`,
  );
  return rows[0]?.content ?? "[]";
}

async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
