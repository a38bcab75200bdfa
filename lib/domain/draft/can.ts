import type { Actor } from "@/lib/domain/actor";
import type { DraftFacts } from "@/lib/domain/draft/draft";
import type { DraftCan } from "@/lib/domain/draft/view";
import {
  isLate,
  whyNotApprove,
  whyNotAskChanges,
  whyNotCallBack,
  whyNotRelease,
  whyNotWentOut,
  whyNotWrite,
} from "@/lib/domain/draft/who-may-approve";

/** Answers every button of one draft for one person; each asks the rule that the server asks again. */
export function canOnDraft(
  who: Pick<Actor, "role" | "clientName" | "userId" | "door">,
  draft: DraftFacts,
  at: Date,
): DraftCan {
  const write = whyNotWrite(who, draft) === null;
  const isOut = draft.state === "approved" || draft.state === "released";
  return {
    write,
    submit: write && !isOut && draft.state !== "submitted" && !isLate(draft, at) && draft.text.trim() !== "",
    takeBack: write && draft.state === "submitted",
    approve: draft.text.trim() !== "" && whyNotApprove(who, draft, draft.seal, at) === null,
    askChanges: whyNotAskChanges(who, draft) === null,
    callBack: whyNotCallBack(draft) === null,
    release:
      who.role !== "client" && draft.text.trim() !== "" && whyNotRelease(who, draft, draft.seal, at) === null,
    sayWentOut: whyNotWentOut(who, draft) === null,
    remove: write && !isOut,
  };
}
