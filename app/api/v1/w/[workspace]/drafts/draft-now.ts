import type { Actor } from "@/lib/domain/actor";
import type { DraftView } from "@/lib/domain/draft/view";
import { env } from "@/lib/env";
import { readDraft } from "@/lib/queries/read-draft";

/** How a draft is now, for whoever lost a race for it; null for one that they may not see. */
export function draftNow(actor: Actor, id: string, at: Date): Promise<DraftView | null> {
  return readDraft(actor, id.toLowerCase(), at, env.FIRSTHAND_URL);
}
