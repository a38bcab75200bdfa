import type { Adapter, AdapterAccount, AdapterUser } from "next-auth/adapters";
import { endSessionEverywhere } from "@/lib/auth/end-session";
import { guessName } from "@/lib/auth/guess-name";
import { sessionEnd } from "@/lib/auth/rolling-session";
import { cookieLifetimeSeconds } from "@/lib/auth/session-cookie";
import {
  findPerson,
  findPersonByAccount,
  findPersonByEmail,
  isExpected,
  keepProvedPerson,
  linkAccount,
  openSession,
  type Person,
  spendSignInLink,
} from "@/lib/data/auth-store";

/** Whoever is at the door: what the adapter needs to know of the request. */
export type AtTheDoor = { at: Date; device: string; earlierSession: string | null };

function toUser({ id, name, email, emailVerifiedAt }: Person): AdapterUser {
  return { id, name, email, emailVerified: emailVerifiedAt };
}

const nothing = async () => null;

/** What next-auth keeps, kept our way: secrets as hashes only, no token of a provider's, nobody who is not expected. */
export function makeAdapter(visitor: AtTheDoor): Adapter {
  return {
    async getUser(id) {
      const person = await findPerson(id);
      return person && toUser(person);
    },
    async getUserByEmail(email) {
      const person = await findPersonByEmail(email.toLowerCase());
      return person && toUser(person);
    },
    async getUserByAccount({ provider, providerAccountId }) {
      const person = await findPersonByAccount(provider, providerAccountId);
      return person && toUser(person);
    },
    async createUser(user: Omit<AdapterUser, "id">) {
      const email = user.email.toLowerCase();
      if (!(await isExpected(email))) throw new Error("Nobody has invited this address.");
      return toUser(await keepProvedPerson(email, user.name || guessName(email), visitor.at));
    },
    async updateUser({ id }) {
      const person = await findPerson(id);
      if (!person) throw new Error("Whoever signs in is gone.");
      return toUser(await keepProvedPerson(person.email, person.name, visitor.at));
    },
    async linkAccount({ provider, providerAccountId, userId }: AdapterAccount) {
      await linkAccount(provider, providerAccountId, userId);
    },
    async createSession({ sessionToken: token, userId }) {
      const { at, device, earlierSession } = visitor;
      if (earlierSession) await endSessionEverywhere(earlierSession);
      await openSession({ token, userId, at, device, expiresAt: sessionEnd(at) });
      // This end is the cookie's; the session's own is in the database and moves on with every visit.
      const expires = new Date(at.getTime() + cookieLifetimeSeconds * 1000);
      return { sessionToken: token, userId, expires };
    },
    // Nobody is "signed in already" in the eyes of next-auth: it would link whatever account comes next to whoever
    // left their session open on this machine. Who is asking is looked up in lib/auth/actor.ts alone.
    getSessionAndUser: nothing,
    updateSession: nothing,
    async deleteSession(token) {
      await endSessionEverywhere(token);
    },
    async createVerificationToken() {
      throw new Error("Sign-in links are kept together with their mail: send-sign-in-link.ts.");
    },
    async useVerificationToken({ identifier, token }) {
      const expires = await spendSignInLink(identifier, token);
      return expires && { identifier, token, expires };
    },
  };
}
