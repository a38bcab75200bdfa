import { Client } from "pg";
import { ownDatabase } from "./own-database";

/** Rows as the superuser sees them: what is really kept, past every policy. */
export async function look<R extends object>(sql: string, values: unknown[] = []): Promise<R[]> {
  const client = new Client({ connectionString: ownDatabase().superuserUrl });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows as R[];
  } finally {
    await client.end();
  }
}
