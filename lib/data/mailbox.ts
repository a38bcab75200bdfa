import { authDatabase } from "@/lib/data/auth-database";
import type { Outbox, Prisma } from "@/prisma/generated/client";

export type KeptMail = Outbox;

/** Whose mail the local mailbox shows: everybody's on one's own machine, the demo desk's where others can look. */
export type MailboxReach = "everything" | "demo";

async function within(reach: MailboxReach): Promise<Prisma.OutboxWhereInput> {
  if (reach === "everything") return {};
  const rows = await authDatabase().$queryRaw<{ id: string }[]>`SELECT fence.demo_desks() AS id`;
  return { workspaceId: { in: rows.map((row) => row.id) } };
}

/** The latest messages, newest first. */
export async function listMailbox(reach: MailboxReach): Promise<KeptMail[]> {
  const where = await within(reach);
  return authDatabase().outbox.findMany({ where, orderBy: [{ createdAt: "desc" }, { id: "asc" }], take: 50 });
}

/** One message, or null when there is none or it is out of reach. */
export async function findInMailbox(reach: MailboxReach, id: string): Promise<KeptMail | null> {
  return authDatabase().outbox.findFirst({ where: { AND: [{ id }, await within(reach)] } });
}

/** Addresses of this desk's messages that were given up, with the moment. */
export function listGivenUp(
  workspaceId: string,
): Promise<{ toAddress: string; givenUpAt: Date | null; createdAt: Date }[]> {
  return authDatabase().outbox.findMany({
    where: { workspaceId, givenUpAt: { not: null } },
    select: { toAddress: true, givenUpAt: true, createdAt: true },
  });
}
