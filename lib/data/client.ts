import { PrismaPg } from "@prisma/adapter-pg";
import { databaseUrl } from "@/lib/env";
import { type Prisma, PrismaClient } from "@/prisma/generated/client";

/** A transaction with somebody's proof in it; see lib/data/transaction.ts, which opens every one of them. */
export type Tx = Prisma.TransactionClient;

const kept = globalThis as unknown as { firsthandApp?: PrismaClient };

/** The one pool of the app's own, minimal role. One pool a process, however often a module is loaded again. */
export function appDatabase(): PrismaClient {
  kept.firsthandApp ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: databaseUrl("app"), max: 10, application_name: "firsthand" }),
  });
  return kept.firsthandApp;
}

/** Ends the pool, for tests and scripts that are to exit. */
export async function closeAppDatabase(): Promise<void> {
  await kept.firsthandApp?.$disconnect();
  kept.firsthandApp = undefined;
}
