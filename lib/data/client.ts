import { PrismaPg } from "@prisma/adapter-pg";
import { impatientLine } from "@/lib/data/impatient-line";
import { databaseUrl } from "@/lib/env";
import { type Prisma, PrismaClient } from "@/prisma/generated/client";

/** A transaction with somebody's proof in it; see lib/data/transaction.ts, which opens every one of them. */
export type Tx = Prisma.TransactionClient;

const kept = globalThis as unknown as { firsthandApp?: PrismaClient };

/** The one pool of the app's own, minimal role. One pool a process, however often a module is loaded again. */
export function appDatabase(): PrismaClient {
  kept.firsthandApp ??= new PrismaClient({
    // Otherwise every question notes where in the code it was asked, and an error repeats what was asked.
    errorFormat: "minimal",
    adapter: new PrismaPg(
      {
        connectionString: databaseUrl("app"),
        max: 10,
        application_name: "firsthand",
        // A connection knows the questions of a page when whoever reads it goes on: most desks have two people, who look now and then.
        idleTimeoutMillis: 120_000,
        connectionTimeoutMillis: 30_000,
        // Longer than a change may take (lib/data/transaction.ts), and than a connection rests.
        stream: impatientLine(130_000),
        keepAlive: true,
        // Planned once for all desks: with the policies in it, planning a question five times anew takes longer than answering it.
        onConnect: (connection) => connection.query("SET plan_cache_mode = force_generic_plan"),
      },
      { statementNameGenerator: nameOf },
    ),
  });
  return kept.firsthandApp;
}

/** More than the code has questions. */
const MOST_NAMES = 800;
/**
 * Of as many things as somebody happens to have: "IN ($2,$3". There are as many of these as there are lengths, so they get a part of
 * the names alone.
 */
const LIST = /\bIN \(\$\d+,|\),\s*\(\$/;
const MOST_LISTS = 150;
const names = new Map<string, string>();
let lists = 0;

/** A name under which a connection keeps a question read and planned, as most of them are asked again and again; "" for none. */
function nameOf({ sql }: { sql: string }): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  if (names.size >= MOST_NAMES) return "";
  if (LIST.test(sql)) {
    if (lists >= MOST_LISTS) return "";
    lists += 1;
  }
  const name = `q${names.size}`;
  names.set(sql, name);
  return name;
}

/** Ends the pool, for tests and scripts that are to exit. */
export async function closeAppDatabase(): Promise<void> {
  await kept.firsthandApp?.$disconnect();
  kept.firsthandApp = undefined;
  names.clear();
  lists = 0;
}
