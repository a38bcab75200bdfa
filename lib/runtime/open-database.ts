import { Client, escapeIdentifier, escapeLiteral } from "pg";
import { registerJobSecret } from "./job-secret";
import { lostPolicies, notePolicies } from "./kept-policies";
import { migrate } from "./migrate";
import { refuseRestored } from "./refuse-restored";
import { refuseRole } from "./refuse-role";
import {
  admitRole,
  closeDatabase,
  databaseOf,
  makeGroupRoles,
  prepareLogin,
  rolePassword,
  urlForRole,
  userOf,
} from "./roles";

/** Where the three roles of one database connect: the owner migrates, `app` holds the tasks, `auth` signs in. */
export type DatabaseUrls = { ownerUrl: string; appUrl: string; authUrl: string };

/** A database that is ready: where to connect, which migrations were applied, and whether anybody but the demo has a desk in it. */
export type OpenDatabase = DatabaseUrls & { applied: string[]; hasDesks: boolean };

export type OpenOptions = {
  ownerUrl: string;
  /** A role of the operator's own for task code; without it one is made. */
  appUrl?: string;
  /** Likewise for signing in. */
  authUrl?: string;
  secret: string;
  /** The folder of `migration.sql` files. */
  migrations: string;
  say: (sentence: string) => void;
};

const OWNER = "firsthand_owner";

const OTHER_SECRET =
  "the secret is another than at the last start: what desks keep under the old one, such as passwords of mailboxes, opens only with that; " +
  "set it again as FIRSTHAND_SECRET, or have them entered again";

/**
 * In a PostgreSQL of our own: makes the database and the owner's role if they are missing and returns the owner's
 * address. The owner is no superuser, so that what it owns runs with no more power than it would on a rented server.
 */
export async function makeDatabase(
  superuserUrl: (database: string) => string,
  database: string,
): Promise<string> {
  const client = await connect(superuserUrl("postgres"));
  try {
    const password = rolePassword(decodeURIComponent(new URL(superuserUrl("postgres")).password), OWNER);
    const { rows: roles } = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [OWNER]);
    if (roles.length === 0)
      await client.query(`CREATE ROLE ${OWNER} LOGIN CREATEROLE PASSWORD ${escapeLiteral(password)}`);
    const { rows: databases } = await client.query("SELECT FROM pg_database WHERE datname = $1", [database]);
    if (databases.length === 0)
      await client.query(`CREATE DATABASE ${escapeIdentifier(database)} OWNER ${OWNER}`);
    return urlForRole(superuserUrl(database), OWNER, password);
  } finally {
    await client.end();
  }
}

/**
 * Makes a database ready to serve: roles, migrations, login roles, and the checks that nothing of the fence was lost and that
 * the server's roles are as small as they must be. Throws one sentence, or several lines, that a person can act on.
 */
export async function openDatabase(options: OpenOptions): Promise<OpenDatabase> {
  const { ownerUrl, secret, migrations, say } = options;
  const owner = await connect(ownerUrl);
  try {
    await requireServer(owner);
    await makeGroupRoles(owner);
    await closeDatabase(owner, databaseOf(ownerUrl));
    const lost = await lostPolicies(owner);
    const applied = lost.length > 0 ? [] : await migrate(owner, migrations, say);
    const losses = [...(await refuseRestored(owner)), ...lost];
    if (losses.length > 0) throw new Error(notWhole(losses));
    await notePolicies(owner);
    if (await registerJobSecret(owner, secret)) say(OTHER_SECRET);
    await owner.query("GRANT SELECT ON public._prisma_migrations TO firsthand_app");
    if (options.appUrl && options.authUrl && userOf(options.appUrl) === userOf(options.authUrl))
      throw new Error(refusal([`The role "${userOf(options.appUrl)}" would both hold tasks and sign in.`]));
    const appUrl = options.appUrl ?? (await prepareLogin(owner, ownerUrl, "firsthand_app", secret));
    const authUrl = options.authUrl ?? (await prepareLogin(owner, ownerUrl, "firsthand_auth", secret));
    if (options.appUrl) await admitRole(owner, ownerUrl, "firsthand_app", userOf(appUrl));
    if (options.authUrl) await admitRole(owner, ownerUrl, "firsthand_auth", userOf(authUrl));
    const reasons = [...(await refuseRole(appUrl)), ...(await refuseRole(authUrl))];
    if (reasons.length > 0) throw new Error(refusal(reasons));
    const { rows } = await owner.query("SELECT fence.has_desks() AS any");
    return { ownerUrl, appUrl, authUrl, applied, hasDesks: rows[0].any };
  } catch (error) {
    throw (error as { code?: string }).code === "42501" ? new Error(notYours(owner, error as Error)) : error;
  } finally {
    await owner.end();
  }
}

function notYours(owner: Client, error: Error): string {
  return (
    `The role "${owner.user}" may not prepare this database (${error.message}). ` +
    "Give Firsthand the role that owns the database and everything in it: in DATABASE_OWNER_URL, or in DATABASE_URL alone."
  );
}

function notWhole(losses: string[]): string {
  return [
    "Firsthand does not start, because rights or policies that belong to this database are gone:",
    ...losses.map((loss) => `  ${loss}`),
    "A backup that is restored where the roles firsthand_app and firsthand_auth are missing comes back without them. Restore it",
    'anew, into an empty database, now that the roles are there: see "Backing up" in README.md.',
  ].join("\n");
}

function refusal(reasons: string[]): string {
  return [
    "Firsthand does not start, because a role it would connect as could walk around the fence:",
    ...reasons.map((reason) => `  ${reason}`),
    "Give the server a role of its own that owns nothing, or set only DATABASE_URL and let Firsthand make one.",
  ].join("\n");
}

async function requireServer(owner: Client): Promise<void> {
  const { rows } = await owner.query(
    `SELECT current_setting('server_version_num')::int AS number, version() AS words,
       current_setting('server_encoding') AS encoding`,
  );
  const { number, words, encoding } = rows[0];
  if (number < 150000) throw new Error(`Firsthand needs PostgreSQL 15 or newer; this is ${words}.`);
  if (encoding !== "UTF8")
    throw new Error(
      `Firsthand needs a database in UTF8, and this one is in ${encoding}. ` +
        "Make one with: CREATE DATABASE firsthand TEMPLATE template0 ENCODING 'UTF8';",
    );
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    const { host, pathname } = new URL(url);
    const reason = (error as Error).message || (error as NodeJS.ErrnoException).code;
    throw new Error(
      `PostgreSQL at ${host}${pathname} cannot be reached: ${reason}. Is it running, and is DATABASE_URL right?`,
      {
        cause: error,
      },
    );
  }
}
