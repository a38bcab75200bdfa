import type { Client } from "pg";
import { GROUPS } from "./roles";

/** What the migrations leave, asked in one go: whom a table lets in goes together with row-level security and a policy for them. */
const LOST = `
WITH seen AS (
  SELECT g.name AS role, c.relname::text AS table, c.relrowsecurity AS guarded,
    has_any_column_privilege(r.oid, c.oid, 'SELECT, INSERT, UPDATE') AS reached,
    EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND r.oid = ANY (p.polroles)) AS spoken_for
  FROM unnest($1::text[]) AS g (name) JOIN pg_roles r ON r.rolname = g.name
  CROSS JOIN pg_class c
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations')
SELECT role,
  bool_or(reached) AS reaches,
  coalesce(array_agg("table" ORDER BY "table") FILTER (WHERE reached AND guarded AND NOT spoken_for), '{}') AS silent,
  coalesce(array_agg("table" ORDER BY "table") FILTER (WHERE spoken_for AND NOT reached), '{}') AS shut,
  coalesce(array_agg("table" ORDER BY "table") FILTER (WHERE reached AND NOT guarded AND role = 'firsthand_app'), '{}') AS open
FROM seen GROUP BY role ORDER BY role`;

type Lost = { role: string; reaches: boolean } & Record<"silent" | "shut" | "open", string[]>;

/**
 * Why a migrated database may not be served: each sentence names rights or policies that the migrations made and that are gone,
 * as after a restore to a server where the group roles were missing. Empty when it is whole.
 */
export async function refuseRestored(owner: Client): Promise<string[]> {
  const { rows } = await owner.query<Lost>(LOST, [GROUPS]);
  return rows.flatMap(nameLosses);
}

function nameLosses({ role, reaches, silent, shut, open }: Lost): string[] {
  if (!reaches) return [`The role ${role} has no right to any table.`];
  const losses: string[] = [];
  if (open.length > 0) losses.push(`Row-level security is off for ${someOf(open)}.`);
  if (silent.length > 0) losses.push(`No policy says what ${role} may see of ${someOf(silent)}.`);
  if (shut.length > 0) losses.push(`The role ${role} has no right to ${someOf(shut)}.`);
  return losses;
}

/** The first three by name, and how many more. */
export function someOf(tables: string[]): string {
  return tables.length > 3
    ? `${tables.slice(0, 3).join(", ")} and ${tables.length - 3} more`
    : tables.join(", ");
}
