import { Client } from "pg";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { openDatabase } from "@/lib/runtime/open-database";
import { refuseRole } from "@/lib/runtime/refuse-role";
import { databaseOf, loginRole, urlForRole } from "@/lib/runtime/roles";
import { testDatabase } from "../../support/database";
import { ownDatabase } from "../../support/own-database";
import { TEST_SECRET } from "../../support/start-postgres";

const database = () => ownDatabase();
let appRole: string;

beforeAll(() => {
  appRole = loginRole("firsthand_app", databaseOf(database().ownerUrl));
});

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const open = (more: { appUrl?: string; authUrl?: string; secret?: string } = {}) =>
  openDatabase({
    ownerUrl: database().ownerUrl,
    secret: TEST_SECRET,
    migrations: inject("migrations"),
    say: () => undefined,
    ...more,
  });

describe("The server's own roles are as small as they must be", () => {
  test("nothing is found against the roles that the house makes", async () => {
    expect(await refuseRole(database().appUrl)).toEqual([]);
    expect(await refuseRole(database().authUrl)).toEqual([]);
  });

  test("the role that signs people in sees no tasks", async () => {
    await expect(query(database().authUrl, "SELECT FROM tasks")).rejects.toThrow(/permission denied/);
  });

  test.each([
    ["a temporary table", "CREATE TEMP TABLE mine (id int)"],
    ["a table", "CREATE TABLE mine (id int)"],
    ["a schema", "CREATE SCHEMA mine"],
    ["the silence of triggers", "SET session_replication_role = replica"],
    ["the owner's part", "SET ROLE firsthand_owner"],
  ])("the app's role cannot take %s", async (_what, sql) => {
    await expect(query(database().appUrl, sql)).rejects.toThrow(
      /permission denied|must be member|not permitted/,
    );
  });

  test("the role of one database cannot enter another one on the same server", async () => {
    const other = await testDatabase();
    const { username, password } = new URL(database().appUrl);
    const elsewhere = urlForRole(other.ownerUrl, username, decodeURIComponent(password));

    await expect(query(elsewhere, "SELECT 1")).rejects.toThrow(/permission denied for database/);

    await other.drop();
  });
});

describe("An operator whose role could walk around the fence is refused, with the reason", () => {
  test("a superuser", async () => {
    await expect(open({ appUrl: database().superuserUrl })).rejects.toThrow(
      /does not start[\s\S]*is a superuser/,
    );
  });

  test("the owner itself", async () => {
    const reasons = await refuseRole(database().ownerUrl);
    expect(reasons.join("\n")).toMatch(
      /owns, or may become the owner of, [\s\S]*the database[\s\S]*may create/,
    );
  });

  test.each([
    ["may bypass row-level security", "ALTER ROLE {role} BYPASSRLS", "ALTER ROLE {role} NOBYPASSRLS"],
    ["may create roles", "ALTER ROLE {role} CREATEROLE", "ALTER ROLE {role} NOCREATEROLE"],
    [
      "may become the owner of, the schema friendly",
      "CREATE ROLE {role}_friend; CREATE SCHEMA friendly AUTHORIZATION {role}_friend; GRANT {role}_friend TO {role}",
      "DROP SCHEMA friendly; DROP ROLE {role}_friend",
    ],
    [
      "is a member of pg_write_all_data",
      "GRANT pg_write_all_data TO {role}",
      "REVOKE pg_write_all_data FROM {role}",
    ],
    [
      "is a member of both firsthand_app and firsthand_auth",
      "GRANT firsthand_auth TO {role}",
      "REVOKE firsthand_auth FROM {role}",
    ],
    [
      "may create things in the schema public",
      "GRANT CREATE ON SCHEMA public TO {role}",
      "REVOKE CREATE ON SCHEMA public FROM {role}",
    ],
    [
      "may set session_replication_role",
      "GRANT SET ON PARAMETER session_replication_role TO {role}",
      "REVOKE SET ON PARAMETER session_replication_role FROM {role}",
    ],
  ])("a role that, say, %s", async (reason, grant, revoke) => {
    await query(database().superuserUrl, grant.replaceAll("{role}", appRole));
    await expect(open()).rejects.toThrow(reason);
    await query(database().superuserUrl, revoke.replaceAll("{role}", appRole));

    await expect(open()).resolves.toMatchObject({ applied: [] });
  });

  test("a role that may make temporary tables, because somebody gave that back to everyone", async () => {
    const name = databaseOf(database().ownerUrl);
    await query(database().superuserUrl, `GRANT TEMP ON DATABASE ${name} TO ${appRole}`);

    await expect(open()).rejects.toThrow(/may create temporary tables/);

    await query(database().superuserUrl, `REVOKE TEMP ON DATABASE ${name} FROM ${appRole}`);
  });
});

test("After the secret was changed, the roles have new passwords and the old ones no longer open anything", async () => {
  const own = await testDatabase();
  const again = await openDatabase({
    ownerUrl: own.ownerUrl,
    secret: "another-secret-of-thirty-two-letters",
    migrations: inject("migrations"),
    say: () => undefined,
  });

  expect(again.appUrl).not.toBe(own.appUrl);
  expect(await query(again.appUrl, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  await expect(query(own.appUrl, "SELECT 1")).rejects.toThrow(/password authentication failed/);

  await own.drop();
});

test("An operator who gives the server a small role of their own is served with it", async () => {
  const own = await testDatabase();
  const role = `${loginRole("firsthand_app", databaseOf(own.ownerUrl))}_own`;
  await query(own.superuserUrl, `CREATE ROLE ${role} LOGIN PASSWORD 'theirs'`);
  const appUrl = urlForRole(own.ownerUrl, role, "theirs");

  const opened = await openDatabase({
    ownerUrl: own.ownerUrl,
    appUrl,
    secret: TEST_SECRET,
    migrations: inject("migrations"),
    say: () => undefined,
  });

  expect(opened.appUrl).toBe(appUrl);
  expect(await query(appUrl, "SELECT count(*)::int AS n FROM tasks")).toEqual([{ n: 0 }]);
  await own.drop();
  await query(database().superuserUrl, `DROP ROLE ${role}`);
});

test("An operator who gives one role for both, or one that is not there, is told so, and nothing is granted", async () => {
  const role = `${appRole}_both`;
  await query(database().superuserUrl, `CREATE ROLE ${role} LOGIN PASSWORD 'theirs'`);
  const both = urlForRole(database().ownerUrl, role, "theirs");

  await expect(open({ appUrl: both, authUrl: both })).rejects.toThrow(/would both hold tasks and sign in/);
  const nobody = urlForRole(database().ownerUrl, "nobody_here", "theirs");
  await expect(open({ appUrl: nobody })).rejects.toThrow('There is no role "nobody_here"');

  const member = `SELECT pg_has_role('${role}', 'firsthand_app', 'MEMBER') AS member`;
  expect(await query(database().superuserUrl, member)).toEqual([{ member: false }]);
  await query(database().superuserUrl, `DROP ROLE ${role}`);
});

test("An operator whose own roles are not let in yet is told what an administrator has to run", async () => {
  const own = await testDatabase();
  const name = databaseOf(own.ownerUrl);
  const [owner, app] = [`plain_${name}`, `server_${name}`];
  await query(
    own.superuserUrl,
    `CREATE ROLE ${owner} LOGIN PASSWORD 'theirs'; CREATE ROLE ${app} LOGIN PASSWORD 'theirs'`,
  );
  const empty = `${name}_empty`;
  await query(own.superuserUrl, `CREATE DATABASE ${empty} OWNER ${owner}`);
  const address = own.ownerUrl.replace(`/${name}`, `/${empty}`);
  const start = (authUrl?: string) =>
    openDatabase({
      ownerUrl: urlForRole(address, owner, "theirs"),
      appUrl: urlForRole(address, app, "theirs"),
      authUrl,
      secret: TEST_SECRET,
      migrations: inject("migrations"),
      say: () => undefined,
    });

  await expect(start()).rejects.toThrow(`ALTER ROLE "${owner}" CREATEROLE;`);
  await expect(start(urlForRole(address, `${app}_2`, "theirs"))).rejects.toThrow(
    `GRANT "firsthand_app" TO "${app}";`,
  );

  await query(own.superuserUrl, `DROP DATABASE ${empty}`);
  await query(own.superuserUrl, `DROP ROLE ${owner}; DROP ROLE ${app}`);
  await own.drop();
});

test("A database that is not in UTF8 is refused before anything is made in it", async () => {
  const own = await testDatabase();
  const name = `${databaseOf(own.ownerUrl)}_latin`;
  await query(
    own.superuserUrl,
    `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C' OWNER ${new URL(own.ownerUrl).username}`,
  );

  const opening = openDatabase({
    ownerUrl: own.ownerUrl.replace(`/${databaseOf(own.ownerUrl)}`, `/${name}`),
    secret: TEST_SECRET,
    migrations: inject("migrations"),
    say: () => undefined,
  });

  await expect(opening).rejects.toThrow(/in UTF8, and this one is in LATIN1/);
  await query(own.superuserUrl, `DROP DATABASE ${name}`);
  await own.drop();
});

test("An operator who gives a role that does not own the database is told which one is wanted", async () => {
  const own = await testDatabase();
  const role = `bystander_${databaseOf(own.ownerUrl)}`;
  await query(
    own.superuserUrl,
    `CREATE ROLE ${role} LOGIN PASSWORD 'theirs'; GRANT CONNECT ON DATABASE ${databaseOf(own.ownerUrl)} TO ${role}`,
  );

  const opening = openDatabase({
    ownerUrl: urlForRole(own.ownerUrl, role, "theirs"),
    secret: TEST_SECRET,
    migrations: inject("migrations"),
    say: () => undefined,
  });

  await expect(opening).rejects.toThrow(
    /may not prepare this database[\s\S]*the role that owns the database/,
  );
  await own.drop();
  await query(database().superuserUrl, `DROP ROLE ${role}`);
});
