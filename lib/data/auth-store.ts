import { authDatabase } from "@/lib/data/auth-database";
import { type OutgoingMail, putInOutbox } from "@/lib/data/outbox";
import { hashSecret } from "@/lib/data/secrets";
import type { User } from "@/prisma/generated/client";

/** A session ends this long after it was last used. */
export const SESSION_DAYS = 30;

/** Who somebody is, for signing in. */
export type Person = Pick<User, "id" | "name" | "email" | "emailVerifiedAt">;
export type NewSession = { token: string; userId: string; at: Date; expiresAt: Date; device: string };
export type SessionRow = { id: string; device: string; createdAt: Date; lastSeenAt: Date };

const personColumns = { id: true, name: true, email: true, emailVerifiedAt: true } as const;

/** By address, which is kept in small letters. */
export function findPersonByEmail(email: string): Promise<Person | null> {
  return authDatabase().user.findUnique({ where: { email }, select: personColumns });
}

export function findPerson(id: string): Promise<Person | null> {
  return authDatabase().user.findUnique({ where: { id }, select: personColumns });
}

/** Whoever signs in with this account of a provider. */
export async function findPersonByAccount(
  provider: string,
  providerAccountId: string,
): Promise<Person | null> {
  const key = { provider, providerAccountId };
  const account = await authDatabase().oauthAccount.findUnique({
    where: { provider_providerAccountId: key },
  });
  return account && findPerson(account.userId);
}

/** Remembers that this account of a provider is theirs. No token of the provider's is kept. */
export async function linkAccount(
  provider: string,
  providerAccountId: string,
  userId: string,
): Promise<void> {
  await authDatabase().oauthAccount.create({ data: { provider, providerAccountId, userId } });
}

/** Whether signing in is for this address: somebody's, or openly invited. */
export async function isExpected(email: string): Promise<boolean> {
  const [row] = await authDatabase().$queryRaw<{ expected: boolean }[]>`
    SELECT fence.is_expected(${email}) AS expected`;
  return row?.expected ?? false;
}

/** Whoever has this address, made if need be; their mailbox has just been proved. Two at once make one. */
export async function keepProvedPerson(email: string, name: string, at: Date): Promise<Person> {
  const id = crypto.randomUUID();
  const [row] = await authDatabase().$queryRaw<Person[]>`
    INSERT INTO users AS kept (id, name, email, email_verified_at) VALUES (${id}::uuid, ${name}, ${email}, ${at})
    ON CONFLICT (email) DO UPDATE SET email_verified_at = coalesce(kept.email_verified_at, excluded.email_verified_at)
    RETURNING id, name, email, email_verified_at AS "emailVerifiedAt"`;
  if (!row) throw new Error("A person was neither found nor made.");
  return row;
}

export async function renamePerson(id: string, name: string): Promise<void> {
  await authDatabase().user.update({ where: { id }, data: { name }, select: { id: true } });
}

export async function openSession({ token, userId, at, expiresAt, device }: NewSession): Promise<void> {
  const data = { id: crypto.randomUUID(), tokenHash: hashSecret(token), userId, device, expiresAt };
  await authDatabase().session.create({ data: { ...data, createdAt: at, lastSeenAt: at } });
}

/** Lets a session in use last longer. "Last seen" is no finer than five minutes, so that looking at a page almost never writes. */
export async function rollSession(token: string): Promise<void> {
  await authDatabase().$executeRaw`
    UPDATE sessions SET last_seen_at = now(), expires_at = now() + ${`${SESSION_DAYS} days`}::interval
    WHERE token_hash = ${hashSecret(token)} AND expires_at > now() AND last_seen_at < now() - interval '4 minutes'`;
}

/** Sessions that are not over, newest use first. */
export function listSessions(userId: string, at: Date): Promise<SessionRow[]> {
  return authDatabase().session.findMany({
    where: { userId, expiresAt: { gt: at } },
    orderBy: [{ lastSeenAt: "desc" }, { id: "asc" }],
    select: { id: true, device: true, createdAt: true, lastSeenAt: true },
  });
}

/** Ends the session with this secret. Whose it was, or null when it was over already. */
export async function endSessionByToken(token: string): Promise<string | null> {
  const [row] = await authDatabase().$queryRaw<{ userId: string }[]>`
    DELETE FROM sessions WHERE token_hash = ${hashSecret(token)} RETURNING user_id AS "userId"`;
  return row?.userId ?? null;
}

/** Ends one of somebody's own sessions. How many there were: none when it is a stranger's. */
export async function endSession(userId: string, id: string): Promise<number> {
  return (await authDatabase().session.deleteMany({ where: { userId, id } })).count;
}

/** Ends all of somebody's sessions but the one they are using. */
export async function endOtherSessions(userId: string, keep: string): Promise<number> {
  const tokenHash = hashSecret(keep);
  return (await authDatabase().session.deleteMany({ where: { userId, NOT: { tokenHash } } })).count;
}

/** The desks on which somebody's live connections are to be looked at again. */
export async function findDesksOfPerson(userId: string): Promise<string[]> {
  const rows = await authDatabase().$queryRaw<{ id: string }[]>`
    SELECT fence.desks_of_user(${userId}::uuid) AS id`;
  return rows.map((row) => row.id);
}

export type SignInLink = { email: string; secret: string; expiresAt: Date };

/**
 * Keeps a sign-in link and puts its mail into the outbox, in one transaction. For an address that is not expected the same
 * is done but for the mail: its link is known to nobody, and whoever asked cannot tell the difference.
 * @param link `secret` is what next-auth will look the link up by
 */
export async function keepSignInLink(link: SignInLink, mail: OutgoingMail): Promise<void> {
  await authDatabase().$transaction(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO sign_in_tokens (identifier, token_hash, expires_at)
      VALUES (${link.email}, ${hashSecret(link.secret)}, ${link.expiresAt})`;
    const [row] = await tx.$queryRaw<{ expected: boolean }[]>`
      SELECT fence.is_expected(${link.email}) AS expected`;
    if (row?.expected) await putInOutbox(tx, mail, null);
  });
}

/** When a link that was not used yet ends; null when it was used or never existed. Looking spends nothing. */
export async function findSignInLink(email: string, secret: string): Promise<Date | null> {
  const key = { identifier: email, tokenHash: hashSecret(secret) };
  const row = await authDatabase().signInToken.findUnique({ where: { identifier_tokenHash: key } });
  return row?.expiresAt ?? null;
}

/** Spends a link that still works: the first to come gets its end, everybody else null. The address's other links go with it. */
export async function spendSignInLink(email: string, secret: string): Promise<Date | null> {
  return authDatabase().$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ expiresAt: Date }[]>`
      DELETE FROM sign_in_tokens WHERE identifier = ${email} AND token_hash = ${hashSecret(secret)} AND expires_at > now()
      RETURNING expires_at AS "expiresAt"`;
    if (row) await tx.signInToken.deleteMany({ where: { identifier: email } });
    return row?.expiresAt ?? null;
  });
}

/** Forgets sessions that are over, and links a day later: until then whoever opens one reads that it is too old. */
export async function sweepEnded(at: Date): Promise<void> {
  await authDatabase().session.deleteMany({ where: { expiresAt: { lt: at } } });
  const dayBefore = new Date(at.getTime() - 24 * 60 * 60 * 1000);
  await authDatabase().signInToken.deleteMany({ where: { expiresAt: { lt: dayBefore } } });
}
