import { PrismaPg } from "@prisma/adapter-pg";
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
      { connectionString: databaseUrl("app"), max: 10, application_name: "firsthand" },
      { statementNameGenerator: nameOf },
    ),
  });
  return kept.firsthandApp;
}

/** More would be questions with lists in them, which are never asked twice in the same words. */
const MOST_NAMES = 400;
const names = new Map<string, string>();

/** A name under which a connection keeps a question read and planned, as most of them are asked again and again; "" for none. */
function nameOf({ sql }: { sql: string }): string {
  const known = names.get(sql);
  if (known !== undefined || names.size >= MOST_NAMES) return known ?? "";
  const name = `q${names.size}`;
  names.set(sql, name);
  return name;
}

/** Ends the pool, for tests and scripts that are to exit. */
export async function closeAppDatabase(): Promise<void> {
  await kept.firsthandApp?.$disconnect();
  kept.firsthandApp = undefined;
}
