import type { Actor } from "@/lib/domain/actor";
import type { SendingState } from "@/lib/domain/draft/draft";
import type { Refusal } from "@/lib/domain/refusal";

type Who = Pick<Actor, "role" | "clientName" | "userId" | "door" | "draftOnly">;
/** Words on their way; `isLetGo`: they still stand as they were let go. */
type Words = { state: SendingState; version: number; pressedBy: string; isLetGo: boolean; latest: number };

/**
 * Fence 4: words that did not leave are sent again by the client, or by whoever sent them by the client's leave; of words that may have
 * arrived, a further copy is the client's word alone. Null means yes.
 */
export function whyNotSendAgain(who: Who, words: Words): Refusal | null {
  // What the client pressed is theirs in person, so their own token is nobody here.
  const isOwn = who.role !== "client" && words.state === "failed" && words.pressedBy === who.userId;
  if (!isClientInPerson(who) && !isOwn) return { code: "only-client-approves", clientName: who.clientName };
  if (who.draftOnly) return { code: "draft-only" };
  if (words.state !== "failed" && words.state !== "unsure") return moved(words);
  return words.isLetGo ? null : { code: "words-changed", latest: words.latest };
}

/** Whether words that nobody knows of went out is the client's to say, as it completes what must be them; and so is dropping them. */
export function whyNotSettle(who: Who, words: Words, went: boolean): Refusal | null {
  if (!isClientInPerson(who)) return { code: "only-client", clientName: who.clientName };
  return words.state === "unsure" || (words.state === "failed" && !went) ? null : moved(words);
}

function isClientInPerson({ role, door }: Who): boolean {
  return role === "client" && (door === "screen" || door === "mail");
}

function moved({ version }: Words): Refusal {
  return { code: "stale", version, changed: [] };
}
