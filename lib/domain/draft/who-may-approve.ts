/**
 * THE FENCE, lines 4 and 5. Whose word words need before they leave. Everything asks this file; nothing repeats it but the
 * database, which holds the same lines again for whoever gets past this one.
 */
import { type Actor, isClientInPerson } from "@/lib/domain/actor";
import type { DraftFacts } from "@/lib/domain/draft/draft";
import type { Refusal } from "@/lib/domain/refusal";
import { isOpen } from "@/lib/domain/task/task";

type Who = Pick<Actor, "role" | "clientName" | "userId" | "door" | "draftOnly">;
type Answer = Refusal | null;

/** Fence 4 and 5: the client alone, in person or by mail verified as theirs, and exactly what they were shown. Null means yes. */
export function whyNotApprove(who: Who, draft: DraftFacts, shownSeal: string, at: Date): Answer {
  if (who.role !== "client" || !isInPerson(who)) return onlyClient(who);
  const no = whyNotAtWork(draft);
  if (no !== null) return no;
  if (draft.state === "approved" || draft.state === "released") return { code: "leaving" };
  if (isLate(draft, at)) return { code: "expired", neededBy: draft.neededBy ?? "" };
  if (draft.seal !== shownSeal) return { code: "words-changed", latest: draft.latest };
  return null;
}

/** B4, E3: an assistant lets words go without approval only for a delegable task, by mail, with the client's leave. */
export function whyNotRelease(who: Who, draft: DraftFacts, shownSeal: string, at: Date): Answer {
  const no = whyNotAtWork(draft);
  if (no !== null) return no;
  const { task, way, wantsProof } = draft;
  if (who.role === "system" || !hasLeave(draft) || task.tag !== "delegable" || way !== "mail" || wantsProof)
    return onlyClient(who);
  if (who.draftOnly) return { code: "draft-only" };
  if (draft.state === "approved" || draft.state === "released") return { code: "leaving" };
  if (isLate(draft, at)) return { code: "expired", neededBy: draft.neededBy ?? "" };
  if (draft.seal !== shownSeal) return { code: "words-changed", latest: draft.latest };
  return null;
}

/** Only the client sends a draft back, and only one that was put before them. */
export function whyNotAskChanges(who: Who, draft: DraftFacts): Answer {
  if (!isClientInPerson(who)) return onlyClient(who);
  return whyNotAtWork(draft) ?? (draft.state === "submitted" ? null : { code: "not-submitted" });
}

/** What went out elsewhere was approved; for a must-be-you task the client says so, as it completes the task. */
export function whyNotWentOut(who: Who, draft: DraftFacts): Answer {
  const no = whyNotAtWork(draft);
  if (no !== null) return no;
  if (draft.state !== "approved" || draft.way !== "elsewhere") return onlyClient(who);
  if (who.role === "client") return isInPerson(who) || draft.task.tag === "delegable" ? null : mustBeYou(who);
  if (who.role === "system" || draft.task.tag !== "delegable") return mustBeYou(who);
  return who.draftOnly ? { code: "draft-only" } : null;
}

/** Anybody may stop what has not left; stopping is always the safe side. */
export function whyNotCallBack(draft: DraftFacts): Answer {
  if (draft.state === "sent" || isLeaving(draft)) return { code: "leaving" };
  return draft.state === "approved" || draft.state === "released" ? null : { code: "not-undoable" };
}

/** Writing, addressing, attaching, submitting: either of them, while it stands. A change of what is approved voids that. */
export function whyNotWrite(who: Who, draft: DraftFacts): Answer {
  return who.role === "system" ? onlyClient(who) : whyNotAtWork(draft);
}

/** Words begun before others were let go do not end that unasked: a window left open writes by itself. `voids`: whoever writes knows. */
export function whyNotWriteOver(who: Who, { state }: DraftFacts, voids: boolean): Answer {
  if (voids || (state !== "approved" && state !== "released")) return null;
  return { code: "let-go", state, clientName: who.clientName };
}

/** A task is not closed, folded away or taken back over words that are on their way; those that wait are called back. */
export function whyNotOverWords(draft: Pick<DraftFacts, "sending"> | null): Answer {
  return draft !== null && isLeaving(draft) ? { code: "leaving" } : null;
}

/** Whether the words are past calling back. */
function isLeaving(draft: Pick<DraftFacts, "sending">): boolean {
  return draft.sending !== null && ["leaving", "handed-over", "unsure", "sent"].includes(draft.sending.state);
}

/** Line 5: what was not approved in time is held, whatever else is asked of it, until it has another time. */
export function isLate(draft: Pick<DraftFacts, "state" | "neededBy">, at: Date): boolean {
  return draft.state === "expired" || (draft.neededBy !== null && Date.parse(draft.neededBy) <= at.getTime());
}

/** For words, leave is for a company's voice. An answer has nobody's voice, as long as nobody put a word or a file to it. */
function hasLeave({ account, answer, task, text, hasFiles, takesKept, isClients }: DraftFacts): boolean {
  if (account === null || account.removed) return false;
  if (answer === null) return account.voice === "company" && account.assistantsSend;
  const isBare = text === "" && !hasFiles && !takesKept && !isClients;
  return account.assistantsAnswer && task.kind === "event-invite" && isBare;
}

function whyNotAtWork(draft: DraftFacts): Answer {
  if (draft.removedAt !== null) return { code: "not-found" };
  if (!isOpen(draft.task)) return { code: "already-closed", state: draft.task.state };
  return draft.state === "sent" || isLeaving(draft) ? { code: "leaving" } : null;
}

function isInPerson({ door }: Who): boolean {
  return door === "screen" || door === "mail";
}

function onlyClient({ clientName }: Who): Refusal {
  return { code: "only-client-approves", clientName };
}

function mustBeYou({ clientName }: Who): Refusal {
  return { code: "must-be-you", clientName };
}
