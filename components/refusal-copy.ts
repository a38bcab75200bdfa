/**
 * Every refusal as the sentence a person reads, and what they can do instead. Exhaustive: a new refusal without
 * a sentence does not compile. The screen, the HTTP answers and mails all take their words from here.
 */

import type { Role } from "@/lib/domain/actor";
import { inARow } from "@/lib/domain/in-a-row";
import { firstName } from "@/lib/domain/person/first-name";
import { whoDoes } from "@/lib/domain/person/named";
import type { Refusal, Stale } from "@/lib/domain/refusal";
import type { OpenState, TaskState } from "@/lib/domain/task/task";

/** What is known around the refusal; all of it optional, the sentence is then more general. */
export type RefusalContext = { clientName?: string; role?: Role };

/** The next best step, as a button: a verb of the API with its input. */
export type NextStep =
  | { label: string; verb: "move"; to: OpenState }
  | { label: string; verb: "refresh" }
  | { label: string; verb: "reopen" }
  | { label: string; verb: "sign-in" };

/** Says who can do it, or what is wrong, in plain words. Ends with a full stop. */
export function refusalSentence(refusal: Refusal, context: RefusalContext = {}): string {
  const client = nameOf(refusal, context);
  switch (refusal.code) {
    case "must-be-you":
      return `Only ${client} can complete or decline this.`;
    case "only-client-loosens":
      return `Only ${client} can say that an assistant may do this one.`;
    case "only-client":
      return `Only ${client} can change this.`;
    case "only-client-approves":
      return `Words leave when ${client} has approved exactly these. Nobody else can do that, not even in ${client}’s name.`;
    case "words-changed":
      return "The draft has changed since you looked. This is how it stands now; nothing was sent.";
    case "let-go":
      return refusal.state === "approved"
        ? `${upper(client)} approved these words as they stand. Undo the approval first, to write in them.`
        : "These words wait to leave as they stand. Call them back first, to write in them.";
    case "leaving":
      return "These words are on their way already, so they stay as they are.";
    case "expired":
      return "This was not approved in time, so it is held. Give it another time first.";
    case "unready":
      return `Not ready yet. ${refusal.marks.join(" ")}`;
    case "words-moved":
      return `${whoDoes(refusal.merge.by, refusal.merge.role)} wrote here meanwhile. Both texts are kept: look at them together.`;
    case "not-submitted":
      return `This draft is not before ${client}, so there is nothing to send back.`;
    case "has-draft":
      return "There is a draft for this already.";
    case "already-answered":
      return "This question is answered or taken back already.";
    case "protected":
      return `Only ${client} gives this time away: ${refusal.kept.join(", ") || "it is kept"}.`;
    case "not-ours":
      return "This is kept in another calendar, so it is changed there.";
    case "unchecked":
      return "A meeting is checked by writing down what was confirmed. Record the check instead.";
    case "draft-only":
      return `This agent prepares and finishes nothing. Put it before ${client}, or leave it to an assistant.`;
    case "paused":
      return "This agent is paused. Whoever answers for it, or the client, can wake it.";
    case "day-used-up":
      return `The ${refusal.limit} changes for today are used up. Looking counts for nothing. It begins anew at ${refusal.begins}.`;
    case "out-of-scope":
      return `This token was not made for that: it would need “${refusal.scope}”.`;
    case "in-person":
      return "No token does this, whoever made it. Open Firsthand and do it there yourself.";
    case "key-reused":
      return "This Idempotency-Key came with another request before. Use a new one for each thing that is to happen.";
    case "cannot-merge":
      return mergeSentence(refusal.why, client);
    case "already-closed":
      return refusal.state === "withdrawn"
        ? "This was taken back already."
        : `This is ${closedWord(refusal.state)} already.`;
    case "not-closed":
      return "This is still open, so there is nothing to open again.";
    case "stale":
      return staleSentence(refusal);
    case "not-found":
      return "There is nothing here by that name. It may have been taken back.";
    case "invalid":
      return Object.values(refusal.fields)[0] ?? "Something in what was typed cannot be read.";
    case "not-undoable":
      return "This can no longer be undone: something else has happened to it since.";
    case "merged-since":
      return `There was another merge since, with ${refusal.name}. Take that one back first.`;
    case "signed-out":
      return "You are signed out of this desk. Sign in again; what you typed is kept.";
    case "too-many":
      return `That was a lot at once. Try again in ${waitWords(refusal.retryAfterSeconds)}.`;
    case "too-large":
      return `This is larger than ${sizeWords(refusal.limitBytes)}, the most that fits here.`;
  }
}

/** What to offer instead, or null when there is nothing better than the sentence. */
export function nextStep(
  refusal: Refusal,
  context: RefusalContext & { state?: TaskState } = {},
): NextStep | null {
  switch (refusal.code) {
    case "must-be-you":
    case "only-client-loosens":
      if (context.state === "client") return null;
      return { label: `Put before ${nameOf(refusal, context)}`, verb: "move", to: "client" };
    case "stale":
      return { label: "Show it as it is now", verb: "refresh" };
    case "already-closed":
      return refusal.state === "withdrawn" ? null : { label: "Open it again", verb: "reopen" };
    case "signed-out":
      return { label: "Sign in", verb: "sign-in" };
    default:
      return null;
  }
}

function nameOf(refusal: Refusal, context: RefusalContext): string {
  const name = ("clientName" in refusal && refusal.clientName) || context.clientName;
  return name ? firstName(name) : "the client";
}

function upper(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function mergeSentence(why: Extract<Refusal, { code: "cannot-merge" }>["why"], client: string): string {
  if (why === "looser") return `This must be ${client}, so it cannot be folded into one that need not be.`;
  if (why === "closed") return "Only open tasks can be folded together.";
  if (why === "same") return "A task cannot be folded into itself.";
  if (why === "repeats")
    return "This comes back, and the other does not: fold the other into this one, or let the other come back first.";
  return "This was not folded into another task.";
}

function closedWord(state: TaskState): string {
  return state === "declined" ? "declined" : state === "done" ? "done" : "closed";
}

/** The fields of a task in words; several that are one thing to whoever reads have one word. */
const changedWords: Record<string, string> = {
  kind: "its kind",
  tag: "its tag",
  tagBy: "its tag",
  tagRule: "its tag",
  state: "whose turn it is",
  title: "its title",
  note: "its note",
  message: "its message",
  fields: "its details",
  dueAt: "its date",
  dueAllDay: "its date",
  receivedAt: "when it came",
  replyWithinHours: "by when to reply",
  repeat: "how it repeats",
  personId: "the person",
  accountId: "the account",
  priority: "its priority",
  snoozedUntil: "until when it sleeps",
  snoozedUntilAnswer: "until when it sleeps",
  isPrivate: "who may see it",
  mergedIntoId: "what it is folded into",
};

function staleSentence(refusal: Stale): string {
  const what = new Set(refusal.changed.flatMap((field) => changedWords[field] ?? []));
  const who = refusal.by ? `${whoDoes(refusal.by, refusal.byRole)} changed` : "Meanwhile somebody changed";
  return `${who} ${what.size > 0 ? inARow(what) : "this"}. Nothing of yours was done yet.`;
}

function waitWords(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.ceil(seconds))} seconds`;
  return seconds < 7_200 ? `${Math.ceil(seconds / 60)} minutes` : `${Math.ceil(seconds / 3_600)} hours`;
}

function sizeWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${Math.round(bytes / 1_000_000)} MB`;
}
