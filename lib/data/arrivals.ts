import { authDatabase } from "@/lib/data/auth-database";
import { hashSecret } from "@/lib/data/secrets";

/** What an invitation's page may say before it is accepted. */
export type OpenInvitation = { email: string; clientName: string; colour: string; expiresAt: Date };

/** Null for an invitation that cannot be accepted (any more), whatever the reason. */
export async function findOpenInvitation(secret: string): Promise<OpenInvitation | null> {
  const [row] = await authDatabase().$queryRaw<OpenInvitation[]>`
    SELECT email, client_name AS "clientName", colour, expires_at AS "expiresAt" FROM fence.read_invitation(${secret})`;
  return row ?? null;
}

/** The desk's slug, or null when the invitation cannot be accepted by whoever holds this session. */
export async function acceptInvitation(sessionToken: string, secret: string): Promise<string | null> {
  const [row] = await authDatabase().$queryRaw<{ slug: string | null }[]>`
    SELECT fence.accept_invitation(${sessionToken}, ${secret}) AS slug`;
  return row?.slug ?? null;
}

/** Whether anybody lives here yet. */
export async function hasDesks(): Promise<boolean> {
  const [row] = await authDatabase().$queryRaw<{ any: boolean }[]>`SELECT fence.has_desks() AS any`;
  return row?.any ?? true;
}

export type FirstDesk = {
  founder: { name: string; email: string };
  desk: { slug: string; name: string; zone: string; colour: string };
  session: { token: string; device: string; at: Date; expiresAt: Date };
};

/**
 * Makes the first person, their desk and their session. False when there is a desk already: of two visitors who come at the
 * same moment, the lock lets one be first.
 */
export async function foundFirstDesk({ founder, desk, session }: FirstDesk): Promise<boolean> {
  return authDatabase().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('firsthand:first-desk', 0))`;
    const [row] = await tx.$queryRaw<{ any: boolean }[]>`SELECT fence.has_desks() AS any`;
    if (row?.any !== false) return false;
    const data = { id: crypto.randomUUID(), ...founder, emailVerifiedAt: session.at };
    const user = await tx.user.upsert({ where: { email: founder.email }, create: data, update: founder });
    await tx.$executeRaw`
      SELECT fence.found_desk(${crypto.randomUUID()}::uuid, ${user.id}::uuid, ${desk.slug}, ${desk.name}, ${desk.zone},
        ${desk.colour}, false)`;
    const { token, device, at, expiresAt } = session;
    const opened = {
      id: crypto.randomUUID(),
      tokenHash: hashSecret(token),
      userId: user.id,
      device,
      expiresAt,
    };
    await tx.session.create({ data: { ...opened, createdAt: at, lastSeenAt: at } });
    return true;
  });
}

/** The demo desk's client or assistant, for its one-click sign-in; null when there is no demo. */
export async function findDemoMember(
  role: "client" | "assistant",
): Promise<{ userId: string; slug: string } | null> {
  const [row] = await authDatabase().$queryRaw<{ userId: string; slug: string }[]>`
    SELECT user_id AS "userId", slug FROM fence.demo_member(${role})`;
  return row ?? null;
}
