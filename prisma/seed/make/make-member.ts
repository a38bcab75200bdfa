import { randomUUID } from "node:crypto";
import { acceptInvitation } from "@/lib/data/arrivals";
import { endSessionByToken } from "@/lib/data/auth-store";
import { addInvitation, withdrawInvitationsOf } from "@/lib/data/members";
import { makeSecret } from "@/lib/data/secrets";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted } from "@/lib/domain/result";
import { makeSession } from "./make-session";
import type { MadeUser } from "./make-user";
import { must } from "./must";

const WEEK = 7 * 24 * 60 * 60 * 1000;

/** Lets the client invite somebody as an assistant, who accepts at once. No mail leaves. */
export async function makeAssistant(client: Actor, user: MadeUser, at: Date): Promise<void> {
  const workspaceId = client.workspace.id;
  const secret = makeSecret();
  const { email } = user;
  const invitedBy = client.userId as string;
  const expiresAt = new Date(at.getTime() + WEEK);
  must(
    await writeAs(client, "invite-assistant", { kind: "member", id: null }, async (tx) => {
      await withdrawInvitationsOf(tx, workspaceId, email, at);
      return granted(
        await addInvitation(tx, { workspaceId, id: randomUUID(), email, secret, invitedBy, expiresAt }),
      );
    }),
  );
  const token = await makeSession(user.id, at);
  const slug = await acceptInvitation(token, secret);
  await endSessionByToken(token);
  if (slug !== client.workspace.slug) throw new Error(`${user.name} could not accept the invitation.`);
}
