import { randomBytes } from "node:crypto";
import { Client, escapeIdentifier } from "pg";
import { inject } from "vitest";
import { type DatabaseUrls, openDatabase } from "@/lib/runtime/open-database";
import { databaseOf, GROUPS, loginRole } from "@/lib/runtime/roles";
import { connect } from "./connect";
import { TEST_SECRET } from "./start-postgres";

/** A database of its own: three addresses, one per role, the superuser's for what no role may do, and its end. */
export type TestDatabase = DatabaseUrls & {
  superuserUrl: string;
  /** Rows as they are really kept, past every policy, trigger and foreign key; or a scene that no guard would let stand. */
  sudo<R extends object>(sql: string, values?: unknown[]): Promise<R[]>;
  drop(): Promise<void>;
};

/** A fresh copy of the migrated, empty database on the test server, with login roles and passwords of its own. */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `desk_${randomBytes(6).toString("hex")}`;
  await onServer((client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE template_desk OWNER firsthand_owner STRATEGY file_copy`),
  );
  const ownerUrl = withDatabase(inject("templateUrl"), name);
  const urls = await openDatabase({
    ownerUrl,
    secret: TEST_SECRET,
    migrations: inject("migrations"),
    say: console.log,
  });
  const { appUrl, authUrl } = urls;
  const superuserUrl = withDatabase(inject("superuserUrl"), name);
  let line: Promise<Client> | null = null;
  return {
    ownerUrl,
    appUrl,
    authUrl,
    superuserUrl,
    sudo: async (sql, values = []) => {
      line ??= openPastGuards(superuserUrl);
      return (await (await line).query(sql, values)).rows;
    },
    drop: async () => {
      await (await line)?.end();
      await drop(ownerUrl);
    },
  };
}

async function openPastGuards(url: string): Promise<Client> {
  const client = await connect(url);
  await client.query("SET session_replication_role = replica");
  return client;
}

/** A database with nothing in it, not even migrations: for tests of the house itself. */
export async function emptyDatabase(): Promise<Omit<TestDatabase, "appUrl" | "authUrl" | "sudo">> {
  const name = `bare_${randomBytes(6).toString("hex")}`;
  await onServer((client) => client.query(`CREATE DATABASE ${name} OWNER firsthand_owner`));
  const ownerUrl = withDatabase(inject("templateUrl"), name);
  return { ownerUrl, superuserUrl: withDatabase(inject("superuserUrl"), name), drop: () => drop(ownerUrl) };
}

async function drop(ownerUrl: string): Promise<void> {
  const name = databaseOf(ownerUrl);
  await onServer(async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`);
    for (const group of GROUPS) await client.query(`DROP ROLE IF EXISTS ${loginRole(group, name)}`);
  });
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

/** Where databases and roles are made: in the server's own database. */
async function onServer<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: inject("superuserUrl") });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
