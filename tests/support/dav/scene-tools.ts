import { Client } from "pg";
import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import { readHistory } from "@/lib/queries/read-history";
import { must } from "../must";
import { ownDatabase } from "../own-database";

/** The value, or the refusal: whichever a test wants to look at. */
export function flat<T>(result: Result<T>): unknown {
  return result.ok ? result.value : result.refusal;
}

/** What is really there, past every guard and trigger. */
export async function sql<Row>(text: string, values: unknown[]): Promise<Row[]> {
  const client = new Client({ connectionString: ownDatabase().superuserUrl });
  await client.connect();
  try {
    await client.query("SET session_replication_role = replica");
    return (await client.query(text, values)).rows as Row[];
  } finally {
    await client.end();
  }
}

/** The whole history as somebody may read it, and for the client also the log behind it. */
export async function historyOf(actor: Actor): Promise<string> {
  const filter = { who: null, subject: null, refused: false, rows: true };
  const page = must(await readHistory(actor, filter, null));
  const log =
    actor.role === "client"
      ? await sql("SELECT before, after FROM log_entries WHERE workspace_id = $1", [actor.workspace.id])
      : [];
  return JSON.stringify([page, log]);
}
