import { type Actor, isClientInPerson } from "@/lib/domain/actor";
import type { Refusal } from "@/lib/domain/refusal";

/** Fence 3: who belongs to a desk, and what the desk is called, is the client's to say. Null means yes. */
export function whyNotChangeDesk(who: Pick<Actor, "role" | "door" | "clientName">): Refusal | null {
  return isClientInPerson(who) ? null : { code: "only-client", clientName: who.clientName };
}

/** An invitation that is not accepted within this many days is over. */
export const INVITATION_DAYS = 14;

/** What a desk is called until its client gives it another name. */
export function deskNameOf(clientName: string): string {
  return `${clientName.split(" ")[0]}’s desk`;
}

/** What a desk's address is made of: its client's name in small letters, and something that nobody guesses. */
export function makeSlug(name: string, random: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40);
  return [plain, random].filter(Boolean).join("-").replace(/-+/g, "-");
}
