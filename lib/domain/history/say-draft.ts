import type { AnswerKind, CalendarAnswer } from "@/lib/domain/calendar/answer";
import { kindOfAnswer } from "@/lib/domain/calendar/answer-of";
import type { LoggedChange } from "@/lib/domain/history/entry";
import { type HistoryReader, sayFields, sayWho, shorten, text } from "@/lib/domain/history/words";
import { firstName } from "@/lib/domain/person/first-name";

const answerWords: Record<AnswerKind, string> = {
  accepted: "yes",
  tentative: "perhaps",
  declined: "no",
  counter: "another time",
};

/** Verbs on a task that its words follow. */
const goesWithTask = new Set([
  "retag-task",
  "move-task",
  "ask-draft",
  "reopen-task",
  "undo-task",
  "undo-check",
]);

/** What was done to a draft. `subjectName` is the title of its task, where the reader may know it. */
export function sayDraft(entry: LoggedChange, reader: HistoryReader): string {
  const who = sayWho(entry);
  const of = ofTask(entry);
  const { before, after } = entry;
  if (before === null) return `${who} began a draft${of}.`;
  if (text(after?.removed_at)) return `${who} took the draft${of} away.`;
  if (text(before.removed_at)) return `${who} brought the draft${of} back.`;
  if (text(after?.state)) return sayState(entry, firstName(reader.clientName));
  const answer = after?.answer as CalendarAnswer | null | undefined;
  if (answer) return `${who} prepared an answer${of}: ${answerWords[kindOfAnswer(answer)]}.`;
  const changed = sayFields(entry, ["latest"]);
  return changed ? `${who} changed the ${changed} of the draft${of}.` : `${who} changed the draft${of}.`;
}

/** A version, a comment or a file of a draft. */
export function sayDraftPart(entry: LoggedChange): string {
  const who = sayWho(entry);
  const of = ofTask(entry);
  const { before, after, subject } = entry;
  if (subject === "draft-version") {
    const no = typeof after?.no === "number" ? `version ${after.no} of the draft` : "a version of the draft";
    return `${who} wrote ${no}${of}.`;
  }
  const isGone = before !== null && text(after?.removed_at) !== null;
  const isBack = before !== null && text(before.removed_at) !== null;
  if (subject === "draft-attachment") {
    if (isGone) return `${who} took a file off the draft${of}.`;
    if (isBack) return `${who} put a file back on the draft${of}.`;
    const name = text(after?.name);
    return `${who} put ${name ? `“${shorten(name)}”` : "a file"} on the draft${of}.`;
  }
  if (isGone) return `${who} took a comment on the draft${of} away.`;
  if (isBack) return `${who} brought a comment on the draft${of} back.`;
  const note = text(after?.note);
  const said = note ? `: “${shorten(note)}”.` : ".";
  if (before !== null) return `${who} changed a comment on the draft${of}${said}`;
  return after?.asks_changes === true
    ? `${who} said what should be different in the draft${of}${said}`
    : `${who} commented on the draft${of}${said}`;
}

/** The client's word for some words, or its end. */
export function sayApproval(entry: LoggedChange): string {
  const { before, after } = entry;
  if (before !== null) return `The approval of the draft${ofTask(entry)} no longer holds.`;
  const no = typeof after?.no === "number" ? `version ${after.no} of the draft` : "the draft";
  return `${sayWho(entry)} approved ${no}${ofTask(entry)}.`;
}

/** The title of the task that something is for, with its preposition, or nothing. */
export function ofTask({ subjectName }: LoggedChange): string {
  return subjectName ? ` for “${shorten(subjectName)}”` : "";
}

function sayState(entry: LoggedChange, client: string): string {
  const who = sayWho(entry);
  const of = ofTask(entry);
  const was = entry.before?.state;
  switch (entry.after?.state) {
    case "approved":
      return `${who} approved the draft${of}.`;
    case "released":
      return `${who} let the words${of} go, as ${client} has given leave to.`;
    case "changes-requested":
      return `${who} asked for changes to the draft${of}.`;
    case "expired":
      return `The draft${of} was not approved in time, so it is held.`;
    case "sent":
      return entry.by.role === "system"
        ? `The words${of} went out.`
        : `${who} wrote down that the words${of} went out.`;
    default:
      break;
  }
  if (was === "approved" || was === "released")
    return entry.verb === "undo-approval"
      ? `${who} called back the words${of}.`
      : `The words${of} no longer wait to leave: something has changed since they were let go.`;
  if (was === "expired") return `${who} gave the draft${of} another time.`;
  const isBefore = entry.after?.state === "submitted";
  if (isBefore && was === "changes-requested" && entry.by.role === "client")
    return `${who} took the request for changes to the draft${of} back.`;
  if (goesWithTask.has(entry.verb))
    return isBefore
      ? `The draft${of} lies before ${client} again.`
      : `The draft${of} went back to the assistant with its task.`;
  if (isBefore) return `${who} put the draft${of} before ${client}.`;
  return `${who} took the draft${of} back to work on it.`;
}
