import { Client } from "pg";

const LOCK = 72707370;

/** Does `work` while no other process does such work on the same database; whoever comes second waits until the first is done. */
export async function oneAtATime<Result>(ownerUrl: string, work: () => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    return await work();
  } finally {
    // The lock goes with the connection.
    await client.end();
  }
}
