import type { DraftFacts } from "@/lib/domain/draft/draft";
import type { Refusal } from "@/lib/domain/refusal";

/** Null when mail can leave as it is addressed: from an account with a mail server, to somebody. */
export function whyNotAddressed(draft: DraftFacts): Refusal | null {
  if (draft.way === "elsewhere") return null;
  if (!draft.recipients.some(({ field }) => field === "to"))
    return { code: "invalid", fields: { recipients: "Say to whom this goes." } };
  if (draft.account === null || draft.account.removed)
    return { code: "invalid", fields: { accountId: "Say from which account this goes." } };
  if (!draft.account.sendsMail)
    return { code: "invalid", fields: { accountId: "This account has no mail server yet." } };
  return null;
}
