import { Client } from "pg";

/** Roles this one may act as, itself included, whether or not it inherits from them: SET ROLE is one statement away. */
const POWERS = `
WITH mine AS (SELECT oid, rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication
              FROM pg_roles WHERE pg_has_role(current_user, oid, 'MEMBER')),
     ours AS (SELECT oid, nspname, nspowner FROM pg_namespace
              WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema')
SELECT
  (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS superuser,
  current_user::text AS role,
  ARRAY(SELECT rolname::text FROM mine WHERE rolsuper) AS superusers,
  ARRAY(SELECT rolname::text FROM mine WHERE rolbypassrls) AS bypassing,
  ARRAY(SELECT rolname::text FROM mine WHERE rolcreaterole OR rolcreatedb OR rolreplication) AS making,
  ARRAY(SELECT rolname::text FROM mine WHERE rolname LIKE 'pg\\_%' AND rolname <> 'pg_database_owner') AS predefined,
  (SELECT count(*) > 1 FROM mine WHERE rolname IN ('firsthand_app', 'firsthand_auth')) AS both_groups,
  ARRAY(SELECT c.oid::regclass::text FROM pg_class c JOIN ours ON ours.oid = c.relnamespace
        WHERE c.relowner IN (SELECT oid FROM mine) LIMIT 3) AS relations,
  ARRAY(SELECT p.oid::regprocedure::text FROM pg_proc p JOIN ours ON ours.oid = p.pronamespace
        WHERE p.proowner IN (SELECT oid FROM mine) LIMIT 3) AS functions,
  ARRAY(SELECT nspname::text FROM ours WHERE nspowner IN (SELECT oid FROM mine) LIMIT 3) AS schemas,
  ARRAY(SELECT nspname::text FROM ours WHERE has_schema_privilege(current_user, oid, 'CREATE') LIMIT 3) AS creating,
  EXISTS (SELECT FROM pg_database WHERE datname = current_database() AND datdba IN (SELECT oid FROM mine)) AS owns_database,
  has_database_privilege(current_user, current_database(), 'CREATE') AS create_schema,
  has_database_privilege(current_user, current_database(), 'TEMP') AS temporary,
  has_parameter_privilege(current_user, 'session_replication_role', 'SET') AS silencing`;

type Powers = Record<
  "superusers" | "bypassing" | "making" | "predefined" | "relations" | "functions" | "schemas" | "creating",
  string[]
> &
  Record<
    "superuser" | "both_groups" | "owns_database" | "create_schema" | "temporary" | "silencing",
    boolean
  > & {
    role: string;
  };

/**
 * Why the role behind `url` may not be used by the server: each sentence names one way in which it could walk around
 * the database's half of the fence. Empty when it is as small as it must be.
 */
export async function refuseRole(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const powers = (await client.query<Powers>(POWERS)).rows[0];
    if (!powers) throw new Error("PostgreSQL did not say what the role may do.");
    return nameReasons(powers);
  } finally {
    await client.end();
  }
}

function nameReasons(powers: Powers): string[] {
  const role = `The role "${powers.role}"`;
  if (powers.superuser) return [`${role} is a superuser: no rule of the database holds for it.`];
  const reasons: string[] = [];
  const when = (applies: boolean, sentence: string) => applies && reasons.push(`${role} ${sentence}`);
  when(powers.superusers.length > 0, `may become the superuser ${powers.superusers[0]}.`);
  when(powers.bypassing.length > 0, "may bypass row-level security (BYPASSRLS).");
  when(powers.making.length > 0, "may create roles or databases, or replicate.");
  when(powers.predefined.length > 0, `is a member of ${powers.predefined.join(", ")}.`);
  when(
    powers.both_groups,
    "is a member of both firsthand_app and firsthand_auth, which are apart for a reason.",
  );
  when(powers.relations.length > 0, `owns, or may become the owner of, ${powers.relations.join(", ")}.`);
  when(powers.functions.length > 0, `owns, or may become the owner of, ${powers.functions.join(", ")}.`);
  when(
    powers.schemas.length > 0,
    `owns, or may become the owner of, the schema ${powers.schemas.join(", ")}.`,
  );
  when(powers.owns_database, "owns, or may become the owner of, the database.");
  when(powers.creating.length > 0, `may create things in the schema ${powers.creating.join(", ")}.`);
  when(powers.create_schema, "may create schemas in the database.");
  when(powers.temporary, "may create temporary tables in the database.");
  when(powers.silencing, "may set session_replication_role, which silences triggers.");
  return reasons;
}
