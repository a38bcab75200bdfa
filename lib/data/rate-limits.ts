import { createHash } from "node:crypto";
import { authDatabase } from "@/lib/data/auth-database";

/** How many attempts in how many seconds. */
export type Allowance = { attempts: number; seconds: number };

/**
 * Counts one attempt of `who` at `what` and says how many seconds to wait when that was one too many; null when it was not.
 * Counted in PostgreSQL by its own clock, so that all processes count together. Throws when the database does not answer:
 * whoever asks must then refuse.
 */
export async function countAttempt(what: string, who: string, allowed: Allowance): Promise<number | null> {
  const key = `${what}:${createHash("sha256").update(who).digest("base64url")}`;
  const window = allowed.seconds * 1000;
  const [row] = await authDatabase().$queryRaw<{ points: number; wait: number }[]>`
    INSERT INTO rate_limits AS kept (key, points, expire)
    SELECT ${key}, 1, floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint + ${window}::bigint
    ON CONFLICT (key) DO UPDATE SET
      points = CASE WHEN kept.expire <= excluded.expire - ${window}::bigint THEN 1 ELSE least(kept.points + 1, 1000000) END,
      expire = CASE WHEN kept.expire <= excluded.expire - ${window}::bigint THEN excluded.expire ELSE kept.expire END
    RETURNING points, ceil((expire - extract(epoch FROM clock_timestamp()) * 1000) / 1000)::integer AS wait`;
  if (!row) throw new Error("The attempt was not counted.");
  return row.points <= allowed.attempts ? null : Math.max(1, row.wait);
}

/** Forgets counters whose time is over. */
export async function sweepAttempts(): Promise<void> {
  await authDatabase().$executeRaw`
    DELETE FROM rate_limits WHERE expire < floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint`;
}
