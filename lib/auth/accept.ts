import { endSessionEverywhere } from "@/lib/auth/end-session";
import { guessName } from "@/lib/auth/guess-name";
import { openNewSession } from "@/lib/auth/start-session";
import { acceptInvitation, findOpenInvitation } from "@/lib/data/arrivals";
import { findPersonByEmail, keepProvedPerson } from "@/lib/data/auth-store";

/** What an invitation's page shows: whose desk, for which address, and whether that address is new here. */
export type InvitationPage = { email: string; clientName: string; isNewcomer: boolean; guessedName: string };

/** Null for an invitation that cannot be accepted (any more). */
export async function readInvitation(secret: string): Promise<InvitationPage | null> {
  const invitation = await findOpenInvitation(secret);
  if (invitation === null) return null;
  const { email, clientName } = invitation;
  const isNewcomer = (await findPersonByEmail(email)) === null;
  return { email, clientName, isNewcomer, guessedName: isNewcomer ? guessName(email) : "" };
}

/**
 * Accepts an invitation in one step. Whoever has its secret has read the mail, so the mailbox is proved: the invited address is
 * signed in, made if it is new. Null when the invitation cannot be accepted; then nobody is signed in.
 */
export async function acceptAndSignIn(
  secret: string,
  name: string,
  device: string,
  at: Date,
): Promise<{ token: string; slug: string } | null> {
  const invitation = await findOpenInvitation(secret);
  if (invitation === null) return null;
  const person = await keepProvedPerson(invitation.email, name || guessName(invitation.email), at);
  const token = await openNewSession(person.id, device, at);
  const slug = await acceptInvitation(token, secret);
  if (slug !== null) return { token, slug };
  await endSessionEverywhere(token);
  return null;
}
