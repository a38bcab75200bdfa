/** E3. Whether an invitation can be answered from here, and whose word an answer needs over time that the client keeps. */
import type { Actor } from "@/lib/domain/actor";
import { type KeptSpan, whyNotBook } from "@/lib/domain/calendar/kept";
import type { Refusal } from "@/lib/domain/refusal";

type Invitation = { isCancelled: boolean; organiserAddress: string; hasTime: boolean };

/** What stands in the way of any answer, as a sentence; "" when nothing does. */
export function whyUnanswerable(invitation: Invitation): string {
  if (invitation.isCancelled) return "The organiser has cancelled it.";
  if (invitation.organiserAddress === "") return "It does not say to whom an answer goes.";
  if (!invitation.hasTime) return "It has no time any more.";
  return "";
}

/** The same as a refusal; null means yes. */
export function whyNotAnswerable(invitation: Invitation): Refusal | null {
  const why = whyUnanswerable(invitation);
  return why === "" ? null : { code: "invalid", fields: { answer: why } };
}

/**
 * I8: who promises kept time must be the client, and say that they know. What an assistant prepares waits for the client, so that
 * they may prepare it. Declining promises nothing.
 */
export function whyNotPromise(
  who: Pick<Actor, "role" | "door" | "clientName">,
  over: readonly Pick<KeptSpan, "source" | "title">[],
  isSaid: boolean,
): Refusal | null {
  return whyNotBook(who, over, { isSaid, isHeld: true });
}

type Account = { id: string; address: string; voice: "personal" | "company"; sendsMail: boolean };

/**
 * From where an answer leaves: as chosen; else from the address that was invited, as calendars know an answer by it; else where the
 * invitation came to, or the client's own voice. Null where no mail leaves from there.
 */
export function chooseAccount<A extends Account>(
  accounts: readonly A[],
  { chosen, invitedAt, cameTo }: { chosen: string | null; invitedAt: string; cameTo: string | null },
): A | null {
  const [best = null] = inOrderOfFit(accounts, invitedAt, cameTo);
  return chosen === null ? best : (accounts.find((one) => one.id === chosen && one.sendsMail) ?? null);
}

/** The accounts that an answer can leave from, the best first. */
export function inOrderOfFit<A extends Account>(
  accounts: readonly A[],
  invitedAt: string,
  cameTo: string | null,
): A[] {
  const rank = (one: A) =>
    one.address.toLowerCase() === invitedAt.toLowerCase()
      ? 0
      : one.id === cameTo
        ? 1
        : one.voice === "personal"
          ? 2
          : 3;
  return accounts.filter((one) => one.sendsMail).sort((a, b) => rank(a) - rank(b));
}
