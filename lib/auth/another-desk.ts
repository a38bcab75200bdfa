import { guessName } from "@/lib/auth/guess-name";
import { newSlug } from "@/lib/auth/new-slug";
import { sessionEnd } from "@/lib/auth/rolling-session";
import {
  findDeskInvitation,
  foundAnotherDesk,
  foundByInvitation,
  isFounder,
  welcomeFounder,
} from "@/lib/data/arrivals";
import { findPersonByEmail } from "@/lib/data/auth-store";
import { makeSecret } from "@/lib/data/secrets";
import { findHolder, type Holder } from "@/lib/data/who-is";
import { deskNameOf } from "@/lib/domain/workspace/belonging";

/** What somebody says of the desk they found. */
export type DeskWanted = { name: string; zone: string; colour: string };

/** Whoever holds this session, when they may found another desk. Null for the demo's accounts, and for who belongs nowhere yet. */
export async function findFounder(session: string | null): Promise<Holder | null> {
  return session !== null && (await isFounder(session)) ? findHolder(session) : null;
}

/** Founds another desk, whose client is whoever holds this session. Its slug, or null when they may not. */
export function foundAnother(session: string, wanted: DeskWanted): Promise<string | null> {
  return foundAnotherDesk(session, { ...wanted, slug: newSlug(wanted.name) });
}

/** What the page of an invitation to found a desk shows: for which address it is, and whether that address is new here. */
type DeskInvitationPage = { email: string; isNewcomer: boolean; guessedName: string };

/** Null for an invitation that founds nothing (any more). */
export async function readDeskInvitation(secret: string): Promise<DeskInvitationPage | null> {
  const email = await findDeskInvitation(secret);
  if (email === null) return null;
  const isNewcomer = (await findPersonByEmail(email)) === null;
  return { email, isNewcomer, guessedName: isNewcomer ? guessName(email) : "" };
}

/** What came with an invitation's form: what a newcomer is called, what somebody known calls their desk. */
type Invited = Omit<DeskWanted, "name"> & { name?: string; desk?: string; device: string; at: Date };

/**
 * Founds the desk that the host has invited to, as whoever holds `session` when it is for them, and else as somebody new. As with every
 * invitation (acceptAs), its secret is no key to an account that is there already. `known` and `over` changed nothing.
 */
export async function foundAsInvited(
  session: string | null,
  secret: string,
  { name, desk, zone, colour, device, at }: Invited,
): Promise<{ slug: string; newSession: string | null } | "known" | "over"> {
  const email = await findDeskInvitation(secret);
  if (email === null) return "over";
  const wanted = (of: string) => {
    const called = desk ?? deskNameOf(of);
    return { name: called, slug: newSlug(desk ?? of), zone, colour };
  };
  const holder = session === null ? null : await findHolder(session);
  if (session !== null && holder?.email === email) {
    const slug = await foundByInvitation(session, secret, wanted(holder.name));
    return slug === null ? "over" : { slug, newSession: null };
  }
  const token = makeSecret();
  const newcomer = { email, name: name ?? guessName(email) };
  const first = { token, device, at, expiresAt: sessionEnd(at) };
  const welcome = await welcomeFounder(secret, newcomer, first, wanted(newcomer.name));
  if (welcome === "known" && (await findDeskInvitation(secret)) === null) return "over";
  return typeof welcome === "string" ? welcome : { slug: welcome.slug, newSession: token };
}
