import { listGivenUp } from "@/lib/data/mailbox";
import { listInvitations, listMembers } from "@/lib/data/members";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import { whyNotChangeDesk } from "@/lib/domain/workspace/belonging";
import type { InvitationView, MemberView } from "@/lib/domain/workspace/view";

export type MembersView = { members: MemberView[]; invitations: InvitationView[]; canChange: boolean };

/** Who belongs to the desk, who did, and who is invited. Only the client sees invitations. Refuses `signed-out`. */
export async function readMembers(actor: Actor, at: Date): Promise<Result<MembersView>> {
  const workspaceId = actor.workspace.id;
  const canChange = whyNotChangeDesk(actor) === null;
  const undelivered = canChange ? await listGivenUp(workspaceId) : [];
  return readAs(actor, async (tx) => {
    const members = await listMembers(tx, workspaceId);
    const invitations = canChange ? await listInvitations(tx, workspaceId, at) : [];
    return {
      canChange,
      members: members.map((member) => ({
        ...member,
        joinedAt: member.joinedAt.toISOString(),
        endedAt: member.endedAt?.toISOString() ?? null,
      })),
      invitations: invitations.map(({ id, email, createdAt, expiresAt }) => ({
        id,
        email,
        createdAt: createdAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
        undelivered: undelivered.some(
          (mail) => mail.toAddress === email && isAbout(mail.createdAt, createdAt),
        ),
      })),
    };
  });
}

/** A mail is written in the transaction of its cause: what is older by a minute belongs to an earlier invitation. */
function isAbout(mailAt: Date, invitedAt: Date): boolean {
  return mailAt.getTime() > invitedAt.getTime() - 60_000;
}
