import { writeLetter } from "@/lib/adapters/mail/letter";
import { addInvitation, listInvitations, listMembers, withdrawInvitationsOf } from "@/lib/data/members";
import { putInOutbox } from "@/lib/data/outbox";
import { makeSecret } from "@/lib/data/secrets";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";
import { INVITATION_DAYS, whyNotChangeDesk } from "@/lib/domain/workspace/belonging";
import type { InviteInput } from "@/lib/schemas/workspace";

/** More open invitations than any desk needs; fewer than are worth sending through us. */
const MOST_OPEN = 20;

/**
 * Invites somebody by mail to assist at the actor's desk; the mail leaves with the invitation or not at all. An earlier
 * invitation of the same address is withdrawn. Refuses `only-client`, and `invalid` for somebody who is here already.
 * @param origin the public origin, which mailed links are built from alone
 */
export async function inviteAssistant(
  actor: Actor,
  { email }: InviteInput,
  origin: string,
  at: Date,
): Promise<Result<{ email: string }>> {
  const workspaceId = actor.workspace.id;
  const invited = await writeAs(actor, "invite-assistant", { kind: "member", id: null }, async (tx) => {
    const no = whyNotChangeDesk(actor);
    if (no !== null) return refused(no);
    const members = await listMembers(tx, workspaceId);
    const here = members.find((member) => member.email === email && member.endedAt === null);
    if (here) return refused({ code: "invalid", fields: { email: `${here.name} is at this desk already.` } });
    await withdrawInvitationsOf(tx, workspaceId, email, at);
    if ((await listInvitations(tx, workspaceId, at)).length >= MOST_OPEN)
      return refused({
        code: "invalid",
        fields: { email: "Too many invitations are open. Withdraw one first." },
      });
    const secret = makeSecret();
    const expiresAt = new Date(at.getTime() + INVITATION_DAYS * 24 * 60 * 60 * 1000);
    const invitedBy = actor.userId as string;
    await addInvitation(tx, { workspaceId, id: crypto.randomUUID(), email, secret, invitedBy, expiresAt });
    await putInOutbox(tx, writeInvitation(actor, email, `${origin}/invitation/${secret}`, origin), null);
    return granted({ email });
  });
  return invited.ok ? granted(invited.value.value) : invited;
}

function writeInvitation(actor: Actor, to: string, href: string, origin: string) {
  const { clientName, workspace } = actor;
  return writeLetter({
    to,
    workspaceId: workspace.id,
    origin,
    subject: `${clientName} invites you to assist them`,
    paragraphs: [
      `${clientName} asks you to be an assistant at their desk in Firsthand.`,
      "You would share one queue: you prepare and do what may be delegated, and what must be them stays theirs.",
    ],
    button: { label: "See the invitation", href },
    below: [
      `The invitation is for ${to} and lasts ${INVITATION_DAYS} days.`,
      "If you expected nothing of the kind, do nothing.",
    ],
  });
}
