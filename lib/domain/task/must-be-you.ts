/**
 * THE FENCE, lines 1, 2 and 6. Who may complete what, and who may change a tag. Everything asks this file;
 * nothing repeats it but the database, which holds the same lines again for whoever gets past this one.
 */
import { type Actor, isClientInPerson } from "@/lib/domain/actor";
import type { Refusal } from "@/lib/domain/refusal";
import { isOpen, type Tag, type TaskFacts } from "@/lib/domain/task/task";

type Who = Pick<Actor, "role" | "door" | "clientName" | "userId" | "draftOnly">;
type Answer = Refusal | null;

/** Fence 1: completing or declining. Null means yes. A job closes nothing at all. */
export function whyNotClose(who: Who, task: Pick<TaskFacts, "tag" | "state" | "mergedIntoId">): Answer {
  if (!isOpen(task)) return { code: "already-closed", state: task.state };
  if (isClientInPerson(who)) return null;
  if (who.role === "system" || task.tag === "must-be-you") return mustBeYou(who);
  if (who.draftOnly) return { code: "draft-only" };
  return null;
}

/** Completing without more. E4: a meeting is checked by recording what was confirmed; declining it says that nobody needs to. */
export function whyNotComplete(
  who: Who,
  task: Pick<TaskFacts, "tag" | "state" | "mergedIntoId" | "isCheck">,
): Answer {
  return whyNotClose(who, task) ?? (task.isCheck ? { code: "unchecked" } : null);
}

/** Fence 2: anyone tightens, only the client loosens, and a closed task keeps the tag it was closed under. */
export function whyNotRetag(
  who: Who,
  task: Pick<TaskFacts, "tag" | "state" | "mergedIntoId">,
  to: Tag,
): Answer {
  if (!isOpen(task)) return { code: "already-closed", state: task.state };
  if (to === "must-be-you" || task.tag === to || isClientInPerson(who)) return null;
  return { code: "only-client-loosens", clientName: who.clientName };
}

/** Re-opening undoes a completion, so it is for whoever could have completed. */
export function whyNotReopen(who: Who, task: Pick<TaskFacts, "tag" | "state">): Answer {
  if (task.state !== "done" && task.state !== "declined") return { code: "not-closed" };
  return whyNotClose(who, { tag: task.tag, state: "inbox", mergedIntoId: null });
}

/**
 * Fence 6: a task is folded only into an open one at least as strict, so that merging never loosens, and one that comes back only into
 * one that does: folded away it is never closed, so nothing would make its next.
 */
export function whyNotMerge(task: TaskFacts, into: TaskFacts): Answer {
  if (task.id === into.id) return { code: "cannot-merge", why: "same" };
  if (!isOpen(task) || !isOpen(into)) return { code: "cannot-merge", why: "closed" };
  if (task.tag === "must-be-you" && into.tag === "delegable") return { code: "cannot-merge", why: "looser" };
  if (task.repeats && !into.repeats) return { code: "cannot-merge", why: "repeats" };
  return null;
}

/** Fence 6: taking a task back is for whoever made it, while nobody has touched it; the client always may. */
export function whyNotWithdraw(
  who: Who,
  task: Pick<TaskFacts, "state" | "mergedIntoId" | "version" | "createdBy" | "tag"> & { hasMerged: boolean },
): Answer {
  if (!isOpen(task)) return { code: "already-closed", state: task.state };
  if (task.hasMerged) return { code: "not-undoable" };
  if (isClientInPerson(who)) return null;
  // What the client wrote down themselves, and must be them, no token of theirs takes back.
  if (who.role === "client" && task.tag === "must-be-you") return { code: "not-undoable" };
  if (task.version === 1 && who.userId !== null && task.createdBy === who.userId) return null;
  return { code: "not-undoable" };
}

/** Fence 2, for a task being made: the policy's tag, or a stricter one by hand; a looser one is the client's word. */
export function whyNotTagNew(who: Who, policy: Tag, wanted: Tag): Answer {
  return whyNotRetag(who, { tag: policy, state: "inbox", mergedIntoId: null }, wanted);
}

/** Fence 7: what is private is the client's to decide. */
export function whyNotMakePrivate(who: Who): Answer {
  return isClientInPerson(who) ? null : { code: "only-client", clientName: who.clientName };
}

/** Everything else about a task may be changed by either, while it is open. */
export function whyNotChange(task: Pick<TaskFacts, "state" | "mergedIntoId">): Answer {
  return isOpen(task) ? null : { code: "already-closed", state: task.state };
}

function mustBeYou(who: Who): Refusal {
  return { code: "must-be-you", clientName: who.clientName };
}
