import type { Tx } from "@/lib/data/client";
import { hashSecret } from "@/lib/data/secrets";
import type { Role } from "@/lib/domain/actor";
import type { LeapDayRule } from "@/lib/domain/person/yearly-date";

export type MemberRow = {
  userId: string;
  name: string;
  email: string;
  role: Role;
  joinedAt: Date;
  endedAt: Date | null;
};
export type InvitationRow = { id: string; email: string; createdAt: Date; expiresAt: Date };

/** Everybody who belongs or belonged to a desk: the client first, then in the order they came. */
export async function listMembers(tx: Tx, workspaceId: string): Promise<MemberRow[]> {
  return tx.$queryRaw<MemberRow[]>`
    SELECT m.user_id AS "userId", u.name, u.email, m.role, m.joined_at AS "joinedAt", m.ended_at AS "endedAt"
    FROM memberships m JOIN users u ON u.id = m.user_id
    WHERE m.workspace_id = ${workspaceId}::uuid ORDER BY m.role <> 'client', m.joined_at, u.name`;
}

/** Whom background jobs may write to: the client and whoever assists, each in their own zone (null: the desk's). */
export type MailReader = { userId: string; email: string; role: Role; zone: string | null };

/** The client and the assistants of a desk as they are now; for jobs, as nobody reads the settings of others. */
export function listMailReaders(tx: Tx, workspaceId: string): Promise<MailReader[]> {
  return tx.$queryRaw<MailReader[]>`
    SELECT m.user_id AS "userId", u.email, m.role, s.zone FROM memberships m JOIN users u ON u.id = m.user_id
    LEFT JOIN member_settings s ON s.workspace_id = m.workspace_id AND s.user_id = m.user_id
    WHERE m.workspace_id = ${workspaceId}::uuid AND m.ended_at IS NULL AND m.role IN ('client', 'assistant') ORDER BY m.role <> 'client', m.user_id`;
}

/** Invitations that can still be accepted, the latest first. */
export function listInvitations(tx: Tx, workspaceId: string, at: Date): Promise<InvitationRow[]> {
  return tx.invitation.findMany({
    where: { workspaceId, acceptedAt: null, withdrawnAt: null, expiresAt: { gt: at } },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    select: { id: true, email: true, createdAt: true, expiresAt: true },
  });
}

export type NewInvitation = {
  workspaceId: string;
  id: string;
  email: string;
  secret: string;
  invitedBy: string;
  expiresAt: Date;
};

/** Only the hash of the invitation's secret is kept. */
export async function addInvitation(tx: Tx, { secret, ...invitation }: NewInvitation): Promise<void> {
  await tx.invitation.createMany({
    data: [{ ...invitation, role: "assistant", tokenHash: hashSecret(secret) }],
  });
}

/** Withdraws the open invitation `id`. How many that were: none when it was accepted, withdrawn, or never there. */
export async function withdrawInvitation(tx: Tx, workspaceId: string, id: string, at: Date): Promise<number> {
  const where = { workspaceId, id, acceptedAt: null, withdrawnAt: null };
  return (await tx.invitation.updateMany({ where, data: { withdrawnAt: at } })).count;
}

/** Withdraws what is still open for this address, so that one mail alone can be accepted. */
export async function withdrawInvitationsOf(
  tx: Tx,
  workspaceId: string,
  email: string,
  at: Date,
): Promise<void> {
  const where = { workspaceId, email, acceptedAt: null, withdrawnAt: null };
  await tx.invitation.updateMany({ where, data: { withdrawnAt: at } });
}

/** Ends a membership; never the client's. How many that were. */
export async function endMembership(tx: Tx, workspaceId: string, userId: string, at: Date): Promise<number> {
  const where = { workspaceId, userId, role: { not: "client" }, endedAt: null };
  return (await tx.membership.updateMany({ where, data: { endedAt: at } })).count;
}

/** `leapDayRule`: when 29 February is kept in a year that has none; left out, it stays as it is. */
export type DeskWords = { name: string; colour: string; zone: string; leapDayRule?: LeapDayRule };

export async function saveDesk(tx: Tx, workspaceId: string, words: DeskWords): Promise<void> {
  await tx.workspace.updateMany({ where: { id: workspaceId }, data: words });
}
