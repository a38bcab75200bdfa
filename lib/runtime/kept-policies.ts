import { type Client, escapeLiteral } from "pg";
import { PRISMA_LOCK } from "./migrate";
import { someOf } from "./refuse-restored";

/** Which policies there are, as "name of table", and after how many migrations. */
type Policies = { migrations: number; names: string[] };

/** The note stands on the migrations' own table: every backup takes it along, and a migration makes it anew. */
const TABLE = "public._prisma_migrations";
const NOTE = `SELECT obj_description(to_regclass('${TABLE}'), 'pg_class') AS note`;
const NOW = `SELECT
  (SELECT count(*)::int FROM ${TABLE} WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL) AS migrations,
  ARRAY(SELECT policyname || ' of ' || tablename FROM pg_policies WHERE schemaname = 'public' ORDER BY 1) AS names`;

/**
 * Which policies were there at an earlier start and are gone, in a sentence. To be asked before anything is migrated: what a migration
 * takes away is no loss.
 */
export async function lostPolicies(owner: Client): Promise<string[]> {
  const noted = await readNote(owner);
  if (noted === null) return [];
  const now = await readPolicies(owner);
  const gone =
    noted.migrations === now.migrations ? noted.names.filter((one) => !now.names.includes(one)) : [];
  return gone.length > 0 ? [`Gone since the last start: the policy ${someOf(gone)}.`] : [];
}

/** Notes which policies there are, for the next start. */
export async function notePolicies(owner: Client): Promise<void> {
  const [noted, now] = [await readNote(owner), JSON.stringify(await readPolicies(owner))];
  // Of two that start at once, one waits: a comment is not written by both.
  if (JSON.stringify(noted) !== now)
    await owner.query(
      `SELECT pg_advisory_xact_lock(${PRISMA_LOCK}); COMMENT ON TABLE ${TABLE} IS ${escapeLiteral(now)}`,
    );
}

async function readPolicies(owner: Client): Promise<Policies> {
  const { rows } = await owner.query<Policies>(NOW);
  return rows[0] as Policies;
}

async function readNote(owner: Client): Promise<Policies | null> {
  const { rows } = await owner.query<{ note: string | null }>(NOTE);
  try {
    return JSON.parse(rows[0]?.note ?? "null");
  } catch {
    // Somebody else's words.
    return null;
  }
}
