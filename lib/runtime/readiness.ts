import { readdir } from "node:fs/promises";
import { Pool } from "pg";

export type Readiness = { ready: boolean; reasons: string[] };

/** Asks whether the server can serve: the database answers, and every migration of `folder` is done. */
export function makeReadiness(appUrl: string, folder: string) {
  const pool = new Pool({
    connectionString: appUrl,
    max: 1,
    query_timeout: 3_000,
    connectionTimeoutMillis: 3_000,
  });
  pool.on("error", () => undefined);
  const wanted = readdir(folder, { withFileTypes: true }).then((entries) =>
    entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name),
  );

  async function check(): Promise<Readiness> {
    try {
      const { rows } = await pool.query<{ migration_name: string }>(
        "SELECT migration_name FROM public._prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
      );
      const done = new Set(rows.map((row) => row.migration_name));
      const missing = (await wanted).filter((name) => !done.has(name));
      return {
        ready: missing.length === 0,
        reasons: missing.map((name) => `the migration ${name} is not done`),
      };
    } catch {
      return { ready: false, reasons: ["the database does not answer"] };
    }
  }

  return { check, stop: () => pool.end() };
}
