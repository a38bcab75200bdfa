import { PrismaPg } from "@prisma/adapter-pg";
import { impatientLine } from "@/lib/data/impatient-line";
import { databaseUrl } from "@/lib/env";
import { PrismaClient } from "@/prisma/generated/client";

const kept = globalThis as unknown as { firsthandAuth?: PrismaClient };

/**
 * The small pool of the role that signs people in: users, sessions, mail and no desk. For lib/data/auth-store.ts and its
 * neighbours that carry mail and count attempts; never for anything on a desk.
 */
export function authDatabase(): PrismaClient {
  kept.firsthandAuth ??= new PrismaClient({
    errorFormat: "minimal",
    adapter: new PrismaPg({
      connectionString: databaseUrl("auth"),
      max: 4,
      application_name: "firsthand-auth",
      connectionTimeoutMillis: 30_000,
      stream: impatientLine(30_000),
    }),
  });
  return kept.firsthandAuth;
}

/** Ends the pool, for tests and scripts that are to exit. */
export async function closeAuthDatabase(): Promise<void> {
  await kept.firsthandAuth?.$disconnect();
  kept.firsthandAuth = undefined;
}
