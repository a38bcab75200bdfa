import { createHash, createHmac } from "node:crypto";
import { Client, escapeIdentifier, escapeLiteral } from "pg";

/** The NOLOGIN roles the migrations grant to. Login roles, one pair per database, are their members. */
export const GROUPS = ["firsthand_app", "firsthand_auth"] as const;
export type Group = (typeof GROUPS)[number];

const ALREADY_THERE = new Set(["42710", "23505"]); // duplicate_object, and the same seen by the index of a racing process

/** The login role of `group` for one database: several databases on one server share neither role nor password. */
export function loginRole(group: Group, database: string): string {
  return `${group}_${createHash("sha256").update(database).digest("hex").slice(0, 10)}`;
}

/** Every process that knows the secret works out the same password, so none has to be kept or handed around. */
export function rolePassword(secret: string, role: string): string {
  return createHmac("sha256", secret).update(`database role ${role}`).digest("base64url");
}

/** The address of the same database for another role. */
export function urlForRole(url: string, role: string, password: string): string {
  const changed = new URL(url);
  changed.username = encodeURIComponent(role);
  changed.password = encodeURIComponent(password);
  return changed.href;
}

/** Makes the two group roles. Roles belong to the whole server, so another database's start may be making them too. */
export async function makeGroupRoles(owner: Client): Promise<void> {
  const { rows } = await owner.query("SELECT rolname FROM pg_roles WHERE rolname = ANY($1)", [GROUPS]);
  for (const group of GROUPS)
    if (!rows.some((row) => row.rolname === group))
      await createRole(owner, `${escapeIdentifier(group)} NOLOGIN`);
}

/** Takes from everyone what PostgreSQL gives to everyone: connecting, temporary tables, and making things in `public`. */
export async function closeDatabase(owner: Client, database: string): Promise<void> {
  const name = escapeIdentifier(database);
  await owner.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
  await owner.query("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
  await owner.query("GRANT USAGE ON SCHEMA public TO firsthand_app, firsthand_auth");
}

/**
 * Makes the login role of `group` for this database, or sets its password again after the secret changed.
 * Returns the address it connects with.
 */
export async function prepareLogin(
  owner: Client,
  ownerUrl: string,
  group: Group,
  secret: string,
): Promise<string> {
  const database = databaseOf(ownerUrl);
  const role = loginRole(group, database);
  const password = rolePassword(secret, role);
  const url = urlForRole(ownerUrl, role, password);
  if (await canLogIn(url)) return url;
  const name = escapeIdentifier(role);
  await createRole(owner, `${name} LOGIN INHERIT PASSWORD ${escapeLiteral(password)}`);
  await owner.query(`ALTER ROLE ${name} PASSWORD ${escapeLiteral(password)}`);
  await admitRole(owner, ownerUrl, group, role);
  return url;
}

/** Lets `role` into the database, as a member of its group and of nothing else. */
export async function admitRole(owner: Client, ownerUrl: string, group: Group, role: string): Promise<void> {
  const { rowCount } = await owner.query("SELECT FROM pg_roles WHERE rolname = $1", [role]);
  if (rowCount === 0)
    throw new Error(`There is no role "${role}" at this PostgreSQL, and an address to serve with names it.`);
  await owner.query(
    `GRANT CONNECT ON DATABASE ${escapeIdentifier(databaseOf(ownerUrl))} TO ${escapeIdentifier(role)}`,
  );
  const { rows } = await owner.query("SELECT pg_has_role($1, $2, 'MEMBER') AS member", [role, group]);
  if (rows[0].member) return;
  const grant = `GRANT ${escapeIdentifier(group)} TO ${escapeIdentifier(role)}`;
  await owner.query(grant).catch((error) => {
    if (error.code !== "42501") throw error;
    throw new Error(
      `The role "${owner.user}" may not let "${role}" into ${group}. As an administrator of the database, run: ${grant};`,
    );
  });
}

/** Whom an address connects as. */
export function userOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}

export function databaseOf(url: string): string {
  const parsed = new URL(url);
  return decodeURIComponent(parsed.pathname.slice(1)) || decodeURIComponent(parsed.username);
}

async function canLogIn(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function createRole(owner: Client, definition: string): Promise<void> {
  try {
    await owner.query(`CREATE ROLE ${definition}`);
  } catch (error) {
    const code = (error as { code?: string }).code ?? "";
    if (code === "42501")
      throw new Error(
        `The role "${owner.user}" may not create roles, which Firsthand needs to keep tasks and signing in apart. ` +
          `As an administrator of the database, run: ALTER ROLE ${escapeIdentifier(owner.user ?? "")} CREATEROLE;`,
      );
    if (!ALREADY_THERE.has(code)) throw error;
  }
}
