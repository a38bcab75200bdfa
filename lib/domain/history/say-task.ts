import type { LoggedChange } from "@/lib/domain/history/entry";
import {
  type HistoryReader,
  sayFields,
  sayInstant,
  sayTagBefore,
  sayWhat,
  sayWho,
  shorten,
  text,
} from "@/lib/domain/history/words";
import { firstName } from "@/lib/domain/person/first-name";
import { ruleSays } from "@/lib/domain/policy/default-tags";

/** What was done to a task, as one sentence with its full stop. The verb says what was meant, the columns what came of it. */
export function sayTask(entry: LoggedChange, reader: HistoryReader): string {
  const who = sayWho(entry);
  const what = sayWhat(entry);
  const after = entry.after ?? {};
  if (entry.before === null) return sayNewTask(entry, who, what);
  if (after.state === "withdrawn") return `${who} took back ${what}.`;
  if (after.snoozed_until_answer === false && answers.has(entry.verb))
    return `An answer came, and woke ${what}.`;
  switch (entry.verb) {
    case "complete-task":
      return `${who} completed ${what}${saysNotWhich(entry) ? ", without saying what was answered." : sayNote(entry)}`;
    case "record-check":
      return `${who} did ${what}${sayNote(entry)}`;
    case "undo-check":
      return `${who} took back what was confirmed for ${what}; it is open again.`;
    case "escalate-checks":
      return `${what} is urgent: the meeting begins soon, and nobody has confirmed it.`;
    case "decline-task":
      return `${who} declined ${what}${sayNote(entry)}`;
    case "reopen-task":
      return `${who} opened ${what} again.`;
    case "snooze-task":
      return saySnooze(entry, who, what, reader);
    case "wake-task":
    case "wake-tasks":
      return `${who} woke ${what}.`;
    case "move-task":
      return sayMove(entry, who, what, reader);
    case "take-task":
      return sayTaken(entry, who, what, reader);
    case "ask-draft":
      return `${who} asked for a draft of ${what}.`;
    case "retag-task":
      return sayTag(entry, who, what);
    case "merge-task":
      return `${who} folded ${what} into another task.`;
    case "unmerge-task":
      return `${who} took ${what} out of the task it was folded into.`;
    case "undo-task":
      return sayUndo(entry, who, what);
    case "withdraw-task":
      return `${who} took back ${what}.`;
    default:
      return sayWithWords(entry, what, reader) ?? sayEdit(entry, who, what);
  }
}

/** Verbs by which somebody is heard of for whose answer a task slept. */
const answers = new Set(["create-task", "capture-task", "log-contact", "receive-invitation"]);

/** A task that went with its words, or with a question or its answer; null where it did not move with them. */
function sayWithWords(entry: LoggedChange, what: string, reader: HistoryReader): string | null {
  const to = text(entry.after?.state);
  if (to === null || !movesWithWords.has(entry.verb)) return null;
  switch (to) {
    case "done":
      return `${what} is done: its words went out${sayNote(entry)}`;
    case "client":
      return `${what} lies before ${firstName(reader.clientName)}.`;
    case "assistant":
      return `${what} is with the assistant.`;
    case "scheduled":
      return `${what} waits until its words have left.`;
    default:
      return null;
  }
}

/** Verbs on a draft, a sending, an account or a question that a task follows. */
const movesWithWords = new Set([
  "write-draft",
  "address-draft",
  "attach-file",
  "take-file-off",
  "put-file-back",
  "edit-account",
  "remove-account",
  "submit-draft",
  "take-draft-back",
  "ask-for-changes",
  "approve-draft",
  "release-draft",
  "undo-approval",
  "say-went-out",
  "carry-sending",
  "settle-sending",
  "send-again",
  "ask-client",
  "answer-decision",
  "unanswer-decision",
  "withdraw-decision",
]);

function sayNewTask(entry: LoggedChange, who: string, what: string): string {
  if (entry.verb === "complete-task" || entry.verb === "decline-task") return `The next ${what} was made.`;
  const tag = entry.after?.tag === "must-be-you" ? "Must be you" : "Delegable";
  const rule = text(entry.after?.tag_rule);
  // The rule's sentence brings its own full stop.
  return `${who} added ${what}. ${tag}, ${rule ? `by the rule “${ruleSays(rule)}”` : "by hand."}`;
}

function sayNote({ after }: LoggedChange): string {
  const note = text(after?.closing_note);
  const words = text(after?.closing_words);
  const went = words ? ` The words were: “${shorten(words)}”` : "";
  if (!note) return `.${went}`;
  // A note that ends its own sentence ends this one too.
  return `, noting “${shorten(note)}”${/[.!?…]$/.test(note) ? "" : "."}${went}`;
}

/** An invitation or a request that is done, with no word on whether it was a yes or a no. */
function saysNotWhich({ asksForAnswer, after }: LoggedChange): boolean {
  return asksForAnswer === true && !text(after?.closing_note) && !text(after?.closing_words);
}

function saySnooze({ after }: LoggedChange, who: string, what: string, reader: HistoryReader): string {
  if (after?.snoozed_until_answer === true) return `${who} put ${what} to sleep until they answer.`;
  const until = sayInstant(after?.snoozed_until, reader.workspace.zone);
  return `${who} put ${what} to sleep${until ? ` until ${until}` : ""}.`;
}

function sayMove(entry: LoggedChange, who: string, what: string, reader: HistoryReader): string {
  switch (entry.after?.state) {
    case "client":
      return `${who} moved ${what} to ${firstName(reader.clientName)}.`;
    case "assistant":
      return entry.by.role === "client" || entry.by.role === "system"
        ? `${who} moved ${what} to the assistant.`
        : `${who} took on ${what}.`;
    case "inbox":
      return `${who} moved ${what} back to triage.`;
    case "scheduled":
      return `${who} scheduled ${what}.`;
    case "waiting":
      return `${who} let ${what} wait for somebody else.`;
    default:
      return `${who} woke ${what}.`;
  }
}

function sayTaken(entry: LoggedChange, who: string, what: string, reader: HistoryReader): string {
  if (entry.by.role !== "client") return `${who} moved ${what} to ${firstName(reader.clientName)}.`;
  return `${who} took ${what} on in person.${entry.after?.tag ? ` ${sayTag(entry, who, "it")}` : ""}`;
}

function sayTag(entry: LoggedChange, who: string, what: string): string {
  const moved = entry.after?.state === "assistant" ? " It went to the assistant." : "";
  if (entry.after?.tag === "delegable")
    return `${who} loosened the tag of ${what}: must be you → delegable.${sayTagBefore(entry)}${moved}`;
  if (entry.after?.tag === "must-be-you")
    return `${who} tightened the tag of ${what}: delegable → must be you.${sayTagBefore(entry)}`;
  return `${who} confirmed the tag of ${what} by hand.`;
}

function sayUndo(entry: LoggedChange, who: string, what: string): string {
  const was = entry.before?.state;
  if (was === "done") return `${who} undid the completion of ${what}.`;
  if (was === "declined") return `${who} undid the declining of ${what}.`;
  const before = entry.before ?? {};
  if ("merged_into_id" in before)
    return text(before.merged_into_id)
      ? `${who} took ${what} out of the task it was folded into.`
      : `${who} folded ${what} into another task again.`;
  if ("snoozed_until" in before || "snoozed_until_answer" in before) {
    const slept = text(before.snoozed_until) !== null || before.snoozed_until_answer === true;
    return `${who} undid the ${slept ? "snoozing" : "waking"} of ${what}.`;
  }
  if (was && !entry.after?.tag) return `${who} undid the moving of ${what}.`;
  const changed = sayFields(entry);
  return `${who} undid a change to ${what}${changed ? ` (${changed})` : ""}.`;
}

function sayEdit(entry: LoggedChange, who: string, what: string): string {
  const { before, after } = entry;
  const other = sayFields(entry, ["title", "state", "tag"]);
  const tag = after?.tag ? ` ${sayTag(entry, who, "it")}` : "";
  const title = text(before?.title);
  if (title && after?.title)
    return `${who} renamed “${shorten(title)}” to “${shorten(String(after.title))}”${other ? ` and changed its ${other}` : ""}.${tag}`;
  if (after?.is_private !== undefined && other === "privacy")
    return `${who} made ${what} ${after.is_private === true ? "private" : "open to assistants"}.${tag}`;
  if (other) return `${who} changed the ${other} of ${what}.${tag}`;
  return `${who} changed ${what}.${tag}`;
}
