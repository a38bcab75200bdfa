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
import { whyNotSendAgain } from "@/lib/domain/draft/who-may-settle";

/** Answers every button of one draft for one person; each asks the rule that the server asks again. */
export function canOnDraft(
  who: Pick<Actor, "role" | "clientName" | "userId" | "door" | "draftOnly">,
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
    sendAgain: maySendAgain(who, draft),
    release: hasWords && who.role !== "client" && whyNotRelease(who, draft, draft.seal, at) === null,
    sayWentOut: whyNotWentOut(who, draft) === null,
    remove: whyNotTakeAway(who, draft) === null,
  };
}

/** Of words that stand as they were let go; whether the leave for them still holds, the database says when they are. */
function maySendAgain(who: Parameters<typeof whyNotSendAgain>[0], draft: DraftFacts): boolean {
  const { state, sending, latest } = draft;
  const isLetGo = state === "approved" || state === "released";
  return sending !== null && whyNotSendAgain(who, { ...sending, isLetGo, latest }) === null;
}
