/** PUTTING A DRAFT before the client, taking it back from there, and taking it away: what is let go stays as it is until it is called back. */
import type { Actor } from "@/lib/domain/actor";
import type { By, DraftFacts } from "@/lib/domain/draft/draft";
import { isLate, whyNotWrite } from "@/lib/domain/draft/who-may-approve";
import type { Refusal } from "@/lib/domain/refusal";

type Who = Pick<Actor, "role" | "clientName" | "userId" | "door">;

/** Null when it may be put before the client, or lies there already; whether its words are ready is asked beside this. */
export function whyNotPutForward(who: Who, draft: DraftFacts, at: Date): Refusal | null {
  const no = whyNotTakeAway(who, draft);
  if (no !== null) return no;
  return isLate(draft, at) ? { code: "expired", neededBy: draft.neededBy ?? "" } : null;
}

/** Null when it lies before the client and may be worked on again. */
export function whyNotTakeBack(who: Who, draft: DraftFacts): Refusal | null {
  return whyNotWrite(who, draft) ?? (draft.state === "submitted" ? null : { code: "not-submitted" });
}

/** Null when it may be taken away. */
export function whyNotTakeAway(who: Who, draft: DraftFacts): Refusal | null {
  const no = whyNotWrite(who, draft);
  if (no !== null) return no;
  return draft.state === "approved" || draft.state === "released" ? { code: "leaving" } : null;
}

/** Whoever assists and wrote last, where they have not put it before the client: it may break off in the middle. `last` wrote the newest version. */
export function notYetBy({ state }: Pick<DraftFacts, "state">, last: By | undefined): By | null {
  return state === "draft" && last !== undefined && last.role !== "client" ? last : null;
}
