import { authDatabase } from "@/lib/data/auth-database";
import type { NewSession } from "@/lib/data/auth-store";
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

/** The first session of somebody who arrives. */
type FirstSession = Omit<NewSession, "userId">;

/**
 * Makes the person an invitation is for, and their first session, and accepts it with that; all of it or nothing. `known` when the
 * address is somebody's already (of several who come at once, one is new), `over` when it could not be accepted any more.
 */
export function welcomeNewcomer(secret: string, newcomer: Newcomer, session: FirstSession): Promise<Welcome> {
  return welcome(newcomer, session, async (tx) => {
    const [row] = await tx.$queryRaw<{ slug: string | null }[]>`
      SELECT fence.accept_invitation(${session.token}, ${secret}) AS slug`;
    return row?.slug ?? null;
  });
}

/** The same for an invitation to found a desk of one's own, which is founded with it. */
export function welcomeFounder(
  secret: string,
  newcomer: Newcomer,
  session: FirstSession,
  desk: NewDesk,
): Promise<Welcome> {
  return welcome(newcomer, session, (tx) => foundByInvitation(session.token, secret, desk, tx));
}

type Newcomer = { email: string; name: string };
type Welcome = { slug: string } | "known" | "over";

async function welcome(
  { email, name }: Newcomer,
  session: FirstSession,
  arrive: (tx: AuthTx) => Promise<string | null>,
): Promise<Welcome> {
  try {
    return await authDatabase().$transaction(async (tx) => {
      const [made] = await tx.$queryRaw<{ id: string }[]>`
        INSERT INTO users (id, name, email, email_verified_at)
        VALUES (${crypto.randomUUID()}::uuid, ${name}, ${email}, ${session.at})
        ON CONFLICT (email) DO NOTHING RETURNING id`;
      if (!made) return "known";
      await openFirstSession(tx, made.id, session);
      const slug = await arrive(tx);
      if (slug === null) throw new NotAccepted();
      return { slug };
    });
  } catch (error) {
    if (error instanceof NotAccepted) return "over";
    throw error;
  }
}

class NotAccepted extends Error {}

type AuthTx = Pick<ReturnType<typeof authDatabase>, "session" | "$queryRaw">;

async function openFirstSession(tx: AuthTx, userId: string, session: FirstSession): Promise<void> {
  const { token, device, at, expiresAt } = session;
  const opened = { id: crypto.randomUUID(), tokenHash: hashSecret(token), userId, device, expiresAt };
  await tx.session.create({ data: { ...opened, createdAt: at, lastSeenAt: at } });
}

/** Whether anybody lives here yet; the demo's people do not. */
export async function hasDesks(): Promise<boolean> {
  const [row] = await authDatabase().$queryRaw<{ any: boolean }[]>`SELECT fence.has_desks() AS any`;
  return row?.any ?? true;
}

/** A desk that is to be founded. */
export type NewDesk = { slug: string; name: string; zone: string; colour: string };

export type FirstDesk = {
  founder: { name: string; email: string };
  desk: NewDesk;
  session: FirstSession;
};

/**
 * Makes the first person, their desk and their session. False when somebody has a desk already: of two visitors who come at the
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
    // Whoever got in as this address by an invitation of the demo's, where everybody may invite, is not let into the new desk.
    await tx.session.deleteMany({ where: { userId: user.id } });
    await openFirstSession(tx, user.id, session);
    return true;
  });
}

/** Whether whoever holds this session may found another desk: in person, and as more than an account of the demo's. */
export async function isFounder(sessionToken: string): Promise<boolean> {
  const [row] = await authDatabase().$queryRaw<{ id: string | null }[]>`
    SELECT fence.founder(${sessionToken}) AS id`;
  return row?.id != null;
}

/**
 * Founds a desk whose client is whoever holds this session. Its slug (of two by the same name within a minute the first one's), or
 * null when they may found none.
 */
export async function foundAnotherDesk(sessionToken: string, desk: NewDesk): Promise<string | null> {
  const [row] = await authDatabase().$queryRaw<{ slug: string | null }[]>`
    SELECT fence.found_another_desk(${sessionToken}, ${crypto.randomUUID()}::uuid, ${desk.slug}, ${desk.name}, ${desk.zone},
      ${desk.colour}) AS slug`;
  return row?.slug ?? null;
}

/** The address that an invitation to found a desk is for, or null when it founds nothing (any more). */
export async function findDeskInvitation(secret: string): Promise<string | null> {
  const [row] = await authDatabase().$queryRaw<{ email: string | null }[]>`
    SELECT fence.read_desk_invitation(${secret}) AS email`;
  return row?.email ?? null;
}

/** Founds the desk of an invitation, which is spent with it. Its slug, or null when it cannot be used by whoever holds this session. */
export async function foundByInvitation(
  sessionToken: string,
  secret: string,
  desk: NewDesk,
  tx: Pick<AuthTx, "$queryRaw"> = authDatabase(),
): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ slug: string | null }[]>`
    SELECT fence.found_by_invitation(${sessionToken}, ${secret}, ${crypto.randomUUID()}::uuid, ${desk.slug}, ${desk.name},
      ${desk.zone}, ${desk.colour}) AS slug`;
  return row?.slug ?? null;
}

/** The demo desk's client or assistant, for its one-click sign-in; null when there is no demo. */
export async function findDemoMember(
  role: "client" | "assistant",
): Promise<{ userId: string; slug: string } | null> {
  const [row] = await authDatabase().$queryRaw<{ userId: string; slug: string }[]>`
    SELECT user_id AS "userId", slug FROM fence.demo_member(${role})`;
  return row ?? null;
}
