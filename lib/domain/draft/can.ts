import type { Actor } from "@/lib/domain/actor";
import { type DraftFacts, saysSomething } from "@/lib/domain/draft/draft";
import { whyNotPutForward, whyNotTakeAway, whyNotTakeBack } from "@/lib/domain/draft/put-forward";
import type { DraftCan } from "@/lib/domain/draft/view";
import {
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
  const hasWords = saysSomething(draft);
  return {
    write: whyNotWrite(who, draft) === null,
    submit: hasWords && draft.state !== "submitted" && whyNotPutForward(who, draft, at) === null,
    takeBack: whyNotTakeBack(who, draft) === null,
    approve: hasWords && whyNotApprove(who, draft, draft.seal, at) === null,
    askChanges: whyNotAskChanges(who, draft) === null,
    callBack: whyNotCallBack(draft) === null,
    release: hasWords && who.role !== "client" && whyNotRelease(who, draft, draft.seal, at) === null,
    sayWentOut: whyNotWentOut(who, draft) === null,
    remove: whyNotTakeAway(who, draft) === null,
  };
}
