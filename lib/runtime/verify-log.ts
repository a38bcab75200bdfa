import { Client } from "pg";

/** What walking every desk's chain found. `breaks` names the first entry of each desk that is not what was written. */
export type LogReport = {
  entries: number;
  desks: number;
  breaks: { desk: string; seq: number; why: string }[];
};

/**
 * Walks the log of every desk, entry by entry, as the owner of the database: nobody else may read all of it.
 * Throws when the database cannot be reached or is none of ours.
 */
export async function verifyLogs(ownerUrl: string): Promise<LogReport> {
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rows: desks } = await client.query<{ id: string; slug: string; entries: string }>(
      `SELECT w.id, w.slug, (SELECT count(*) FROM log_entries l WHERE l.workspace_id = w.id) AS entries
       FROM workspaces w ORDER BY w.slug`,
    );
    const report: LogReport = { entries: 0, desks: desks.length, breaks: [] };
    for (const { id, slug, entries } of desks) {
      report.entries += Number(entries);
      const { rows } = await client.query<{ seq: string; why: string }>(
        "SELECT seq, why FROM fence.verify_log($1)",
        [id],
      );
      for (const { seq, why } of rows) report.breaks.push({ desk: slug, seq: Number(seq), why });
    }
    return report;
  } finally {
    await client.end();
  }
}

/** The report as lines for a terminal; the last one is the verdict. */
export function sayLogReport({ entries, desks, breaks }: LogReport): string {
  const counted = `${entries.toLocaleString("en")} ${entries === 1 ? "entry" : "entries"} on ${desks} ${desks === 1 ? "desk" : "desks"}`;
  if (breaks.length === 0) return `${counted}, the chain is whole.`;
  const lines = breaks.map(({ desk, seq, why }) => `${desk}: broken at entry ${seq}: ${why}.`);
  return [...lines, `${counted}, the chain is broken on ${breaks.length} of them.`].join("\n");
}
