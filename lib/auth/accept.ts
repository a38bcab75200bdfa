import { guessName } from "@/lib/auth/guess-name";
import { sessionEnd } from "@/lib/auth/rolling-session";
import { acceptInvitation, findOpenInvitation, welcomeNewcomer } from "@/lib/data/arrivals";
import { findPersonByEmail } from "@/lib/data/auth-store";
import { makeSecret } from "@/lib/data/secrets";
import { findHolder } from "@/lib/data/who-is";

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
 * The desk, and the secret of a newcomer's first session; null for whoever was signed in. `known`: the address has an account, and
 * is to be signed in first. `over`: the invitation cannot be accepted (any more). Of these two nothing was changed.
 */
export type Accepted = { slug: string; newSession: string | null } | "known" | "over";

/**
 * Accepts an invitation as whoever holds `session`, when it is for them. Whoever has its secret may have got it forwarded, two weeks
 * later: so it signs in somebody new, who has nothing here yet, and is no key to an account that is there already.
 */
export async function acceptAs(
  session: string | null,
  secret: string,
  { name, device, at }: { name: string; device: string; at: Date },
): Promise<Accepted> {
  const invitation = await findOpenInvitation(secret);
  if (invitation === null) return "over";
  const { email } = invitation;
  const holder = session === null ? null : await findHolder(session);
  if (session !== null && holder?.email === email) {
    const slug = await acceptInvitation(session, secret);
    return slug === null ? "over" : { slug, newSession: null };
  }
  const token = makeSecret();
  const newcomer = { email, name: name || guessName(email) };
  const first = { token, device, at, expiresAt: sessionEnd(at) };
  const welcome = await welcomeNewcomer(secret, newcomer, first);
  if (welcome === "known" && (await findOpenInvitation(secret)) === null) return "over";
  return typeof welcome === "string" ? welcome : { slug: welcome.slug, newSession: token };
}
