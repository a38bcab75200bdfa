import type { Attack } from "../../../support/fence/attack";
import { during } from "../../../support/fence/world";

/** Statements that the app's role has no business with, each with its one refusal. */
const statements: [title: string, sql: string, no: string][] = [
  ["reads sessions", "SELECT FROM sessions", "42501 permission denied for table sessions"],
  [
    "signs in as the client",
    "INSERT INTO sessions (id, token_hash, user_id, expires_at) VALUES (gen_random_uuid(), '', gen_random_uuid(), now())",
    "42501 permission denied for table sessions",
  ],
  ["reads sign-in links", "SELECT FROM sign_in_tokens", "42501 permission denied for table sign_in_tokens"],
  ["reads the mail that is to leave", "SELECT FROM outbox", "42501 permission denied for table outbox"],
  ["changes who people are", "UPDATE users SET email = 'x'", "42501 permission denied for table users"],
  [
    "reads provider accounts",
    "SELECT FROM oauth_accounts",
    "42501 permission denied for table oauth_accounts",
  ],
  ["clears the rate limits", "DELETE FROM rate_limits", "42501 permission denied for table rate_limits"],
  ["reads the signing key", "SELECT FROM fence.keys", "42501 permission denied for table keys"],
  ["changes the signing key", "UPDATE fence.keys SET key = ''", "42501 permission denied for table keys"],
  ["reads the jobs' secrets", "SELECT FROM fence.job_keys", "42501 permission denied for table job_keys"],
  [
    "gives itself a job's secret",
    "INSERT INTO fence.job_keys VALUES ('')",
    "42501 permission denied for table job_keys",
  ],
  [
    "switches the triggers off",
    "ALTER TABLE tasks DISABLE TRIGGER ALL",
    "42501 must be owner of table tasks",
  ],
  [
    "switches row-level security off",
    "ALTER TABLE tasks DISABLE ROW LEVEL SECURITY",
    "42501 must be owner of table tasks",
  ],
  [
    "drops the check",
    "ALTER TABLE tasks DROP CONSTRAINT must_be_you_is_closed_by_the_client",
    "42501 must be owner of table tasks",
  ],
  ["drops a policy", "DROP POLICY own_desk ON tasks", "42501 must be owner of relation tasks"],
  [
    "silences triggers for the session",
    "SET session_replication_role = replica",
    '42501 permission denied to set parameter "session_replication_role"',
  ],
  ["becomes the owner", "SET ROLE firsthand_owner", '42501 permission denied to set role "firsthand_owner"'],
  [
    "becomes the role that signs people in",
    "SET ROLE firsthand_auth",
    '42501 permission denied to set role "firsthand_auth"',
  ],
  [
    "becomes somebody else altogether",
    "SET SESSION AUTHORIZATION postgres",
    "42501 permission denied to set session authorization",
  ],
  ["grants itself a group", "GRANT firsthand_auth TO CURRENT_USER", "42501 may not grant firsthand_auth"],
  [
    "grants itself a table",
    "GRANT ALL ON sessions TO CURRENT_USER",
    "42501 permission denied for table sessions",
  ],
  ["makes a table", "CREATE TABLE public.mine (id int)", "42501 permission denied for schema public"],
  [
    "makes a temporary table of the same name",
    "CREATE TEMP TABLE tasks (id int)",
    "42501 may not make temporary tables",
  ],
  [
    "makes a temporary view of the same name",
    "CREATE TEMP VIEW memberships AS SELECT 1",
    "42501 may not make temporary tables",
  ],
  [
    "makes a function",
    "CREATE FUNCTION public.now() RETURNS timestamptz LANGUAGE sql AS 'SELECT ''infinity''::timestamptz'",
    "42501 permission denied for schema public",
  ],
  [
    "makes a function where temporary things live",
    "CREATE FUNCTION pg_temp.now() RETURNS timestamptz LANGUAGE sql AS 'SELECT ''infinity''::timestamptz'",
    "42501 may not make temporary tables",
  ],
  [
    "makes a function in the fence",
    "CREATE FUNCTION fence.writer2() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "42501 permission denied for schema fence",
  ],
  [
    "makes an operator that hears every comparison",
    "CREATE OPERATOR public.= (LEFTARG = text, RIGHTARG = text, FUNCTION = texteq)",
    "42501 permission denied for schema public",
  ],
  ["makes a schema", "CREATE SCHEMA mine", "42501 may not make schemas"],
  [
    "makes a rule on a table",
    "CREATE RULE r AS ON INSERT TO tasks DO NOTHING",
    "42501 must be owner of relation tasks",
  ],
  [
    "makes a trigger",
    "CREATE TRIGGER t BEFORE INSERT ON tasks FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()",
    "42501 permission denied for table tasks",
  ],
  [
    "replaces a guard",
    "CREATE OR REPLACE FUNCTION fence.writer() RETURNS fence.context LANGUAGE sql AS 'SELECT NULL::fence.context'",
    "42501 permission denied for schema fence",
  ],
  ["loads code", "LOAD 'auto_explain'", '42501 access to library "auto_explain" is not allowed'],
  ["makes an untrusted function language", "CREATE EXTENSION plperlu", "42501 or not to be had"],
  [
    "reads a file of the server",
    "SELECT pg_read_file('PG_VERSION')",
    "42501 permission denied for function pg_read_file",
  ],
  [
    "runs a program",
    "COPY (SELECT 1) TO PROGRAM 'true'",
    "42501 permission denied to COPY to or from an external program",
  ],
];

/** The words differ between versions of PostgreSQL, the refusal does not. */
function sameWords(error: unknown, no: string): never {
  const { code, message } = error as { code: string; message: string };
  const alike: [RegExp, string][] = [
    [
      /permission denied to create temporary tables|cannot create temporary|permission denied for schema pg_temp/,
      "may not make temporary tables",
    ],
    [
      /must have admin option on role|permission denied to grant role|permission denied to grant/,
      "may not grant firsthand_auth",
    ],
    [/permission denied to set session authorization/, "permission denied to set session authorization"],
    [/permission denied for database/, "may not make schemas"],
    [/permission denied to create extension|is not available/, "or not to be had"],
    [/must be owner of (relation|table) tasks/, no.replace(/^42501 /, "")],
    [
      /permission denied to COPY to or from an external program|must be superuser or have privileges/,
      "permission denied to COPY to or from an external program",
    ],
  ];
  const words = alike.find(([pattern]) => pattern.test(message))?.[1];
  throw words === undefined
    ? error
    : Object.assign(new Error(words), { code: code === "0A000" ? "42501" : code });
}

/** Around the role: what the app connects as cannot reach behind the fence, nor build anything of its own beside it. */
export const reach: Attack[] = [
  ...statements.map(
    ([title, sql, no]): Attack => ({
      title: `The app's role ${title}`,
      no,
      run: ({ app, desk }) =>
        during(app, desk.client, desk, async () => {
          await app.query(sql).catch((error: unknown) => sameWords(error, no));
          return 1;
        }),
    }),
  ),
  {
    title: "The assistant puts another schema before the fence's own, for what it calls",
    no: "23514 must_be_you_is_closed_by_the_client",
    run: ({ app, desk, strict }) =>
      during(app, desk.assistant, desk, async () => {
        await app.query("SET LOCAL search_path = pg_temp, fence, public, pg_catalog");
        await app.query("UPDATE public.tasks SET state = 'done' WHERE id = $1", [strict]);
        return 1;
      }),
  },
];
