// The floor under the queue page: the very SQL it asks, sent through `pg` and answered as JSON by node:http.

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";
import type { Tx } from "@/lib/data/client";
import { listHeads } from "@/lib/data/task-lists";
import { openStates } from "@/lib/domain/task/task";

const everything = {
  q: "",
  kind: null,
  tag: null,
  state: null,
  personId: null,
  snoozed: false,
  overdue: false,
};

/** Serves the queue's rows of a desk (`/?desk=ID`, secret in a header). Returns its address and its end. */
export async function serveSqlFloor(appUrl: string): Promise<{ url: string; close: () => Promise<void> }> {
  const pool = new pg.Pool({ connectionString: appUrl, max: 10 });
  const server = createServer((request, response) => {
    const desk = new URL(request.url ?? "/", "http://floor").searchParams.get("desk") ?? "";
    readQueueRows(pool, desk, String(request.headers["x-secret"])).then(
      (rows) => response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(rows)),
      (error) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await pool.end();
    },
  };
}

async function readQueueRows(pool: pg.Pool, desk: string, secret: string): Promise<unknown[]> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT * FROM fence.enter($1, $2::uuid, 'screen', 'look', false)", [secret, desk]);
    const tx = asTx(client);
    const at = new Date();
    const wanted = openStates.map((state) => ({ state, limit: state === "inbox" ? 25 : 12 }));
    const heads = await listHeads(tx, desk, wanted, everything, at);
    await client.query("COMMIT");
    return [...heads];
  } finally {
    client.release();
  }
}

/** As much of a transaction as lib/data's reading needs: the same template, through pg. */
function asTx(client: pg.PoolClient): Tx {
  return {
    async $queryRaw(strings: TemplateStringsArray, ...values: unknown[]) {
      const given: unknown[] = [];
      const text = spell(strings, values, given);
      return (await client.query({ name: nameOf(text), text, values: given })).rows;
    },
  } as unknown as Tx;
}

const names = new Map<string, string>();

/** A question that comes again is planned once per connection, as on the page. */
function nameOf(text: string): string {
  const name = names.get(text) ?? `q${names.size}`;
  names.set(text, name);
  return name;
}

/** A template as PostgreSQL wants it, "$1" for each value; a value that is a piece of SQL itself is spelled out. */
function spell(strings: readonly string[], values: readonly unknown[], given: unknown[]): string {
  return strings.reduce((text, string, index) => {
    const value = values[index - 1] as { strings?: string[]; values?: unknown[] } | null;
    if (value?.strings && value.values) return text + spell(value.strings, value.values, given) + string;
    given.push(value);
    return `${text}$${given.length}${string}`;
  });
}
