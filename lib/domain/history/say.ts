import { oneStop } from "@/lib/domain/full-stop";
import type { LoggedChange } from "@/lib/domain/history/entry";
import { sayAgent, sayToken } from "@/lib/domain/history/say-access";
import { sayCalendar } from "@/lib/domain/history/say-calendar";
import { sayCheckChange } from "@/lib/domain/history/say-check";
import { sayContactChange, sayPromiseChange } from "@/lib/domain/history/say-contact";
import { sayApproval, sayDraft, sayDraftPart } from "@/lib/domain/history/say-draft";
import { sayEvent } from "@/lib/domain/history/say-event";
import { sayFeed } from "@/lib/domain/history/say-feed";
import { sayKept } from "@/lib/domain/history/say-kept";
import { sayFact, sayRelationChange, sayStillRight } from "@/lib/domain/history/say-known";
import { sayMerge, sayMerged, sayToldApart } from "@/lib/domain/history/say-merge";
import { sayProgram, sayProgramsToken } from "@/lib/domain/history/say-program";
import { sayDecision, saySending } from "@/lib/domain/history/say-sending";
import { sayTask } from "@/lib/domain/history/say-task";
import { sayLeave, sayPhrase, sayProof, sayVoice } from "@/lib/domain/history/say-voice";
import { sayWebhook } from "@/lib/domain/history/say-webhook";
import { type HistoryReader, sayFields, sayWhat, sayWho, shorten, text } from "@/lib/domain/history/words";
import { firstName } from "@/lib/domain/person/first-name";

/**
 * One entry of the log as a sentence that a person reads: who did what to which thing. Says no more than the entry does;
 * a verb nobody has worded yet still gives a true sentence, made of what changed.
 */
export function sayEntry(entry: LoggedChange, reader: HistoryReader): string {
  return oneStop(sayChange(entry, reader));
}

function sayChange(entry: LoggedChange, reader: HistoryReader): string {
  if (entry.refusal !== null) return sayRefused(entry, reader);
  switch (entry.subject) {
    case "task":
      return sayTask(entry, reader);
    case "member":
      return sayMember(entry);
    case "invitation":
      return sayInvitation(entry);
    case "import":
      return sayImport(entry);
    case "desk":
      return sayDesk(entry);
    case "fact":
      return sayFact(entry);
    case "relation":
      return sayRelationChange(entry);
    case "contact":
      return sayContactChange(entry);
    case "promise":
      return sayPromiseChange(entry);
    case "merge":
      return sayMerge(entry);
    case "event":
      return sayEvent(entry) ?? sayThing(entry);
    case "protected-time":
      return sayKept(entry);
    case "feed":
      return sayFeed(entry);
    case "token":
      return sayProgramsToken(entry) ?? sayToken(entry);
    case "agent":
      return sayAgent(entry);
    case "program":
      return sayProgram(entry);
    case "webhook":
      return sayWebhook(entry);
    case "calendar":
      return sayCalendar(entry) ?? sayThing(entry);
    case "event-check":
      return sayCheckChange(entry);
    case "person":
      return sayToldApart(entry) ?? sayMerged(entry) ?? sayStillRight(entry) ?? sayThing(entry);
    case "account":
      return sayLeave(entry) ?? sayThing(entry);
    default:
      return sayWords(entry, reader) ?? sayThing(entry);
  }
}

/** What has to do with words that leave; null where the entry is of something else. */
function sayWords(entry: LoggedChange, reader: HistoryReader): string | null {
  switch (entry.subject) {
    case "draft":
      return sayDraft(entry, reader);
    case "draft-version":
    case "draft-comment":
    case "draft-attachment":
      return sayDraftPart(entry);
    case "approval":
      return sayApproval(entry);
    case "sending":
      return saySending(entry);
    case "decision":
      return sayDecision(entry);
    case "phrase":
      return sayPhrase(entry);
    case "voice":
      return sayVoice(entry, reader);
    case "proof":
    case "proof-key":
      return sayProof(entry);
    default:
      return null;
  }
}

/** What was tried, as it stands after "tried to"; a verb that is not here is told by its own name. */
const attempts: Record<string, (what: string, why: string) => string> = {
  "complete-task": (what) => `complete ${what}`,
  "decline-task": (what) => `decline ${what}`,
  "reopen-task": (what) => `open ${what} again`,
  // A program that was turned away at the door was not asked how it would have changed the tag.
  "retag-task": (what, why) => `${why === "only-client-loosens" ? "loosen" : "change"} the tag of ${what}`,
  "move-task": (what) => `say whose turn ${what} is`,
  "change-tasks": () => "change several tasks at once",
  "merge-task": (what) => `fold ${what} into another task`,
  "edit-task": (what) => `change ${what}`,
  "create-task": () => "add a task with a looser tag than the rules give",
  "undo-task": (what) => `undo a change to ${what}`,
  "withdraw-task": (what) => `take back ${what}`,
  "invite-assistant": () => "invite an assistant",
  "withdraw-invitation": () => "withdraw an invitation",
  "remove-assistant": () => "remove an assistant",
  "change-desk": () => "change the desk",
  "add-fact": (what) => `write something private down about ${what}`,
  "set-fact-privacy": () => "make a fact private or open",
  "merge-people": (what) => `merge ${what} into somebody else`,
  "undo-merge": () => "take a merge back",
  "edit-person": (what) => `change ${what}`,
  "remove-person": (what) => `take ${what} off the desk`,
  "add-circle": () => "add a circle",
  "edit-circle": () => "change a circle",
  "move-circle": () => "move a circle",
  "remove-circle": () => "remove a circle",
  "start-draft": (what) => `begin the words for ${what}`,
  "save-words": (what) => `change the words for ${what}`,
  "address-draft": (what) => `say to whom the words for ${what} go`,
  "remove-draft": (what) => `take the draft for ${what} away`,
  "call-back-draft": (what) => `call the words for ${what} back`,
  "approve-draft": (what) => `approve the words for ${what}`,
  "release-draft": (what) => `send the words for ${what} without approval`,
  "ask-for-changes": (what) => `send the draft for ${what} back`,
  "say-went-out": (what) => `say that the words for ${what} went out`,
  "send-again": (what) => `have the words for ${what} tried again`,
  "settle-sending": (what) => `say whether the words for ${what} went out`,
  "revoke-proof": (what) => `take “Personally written” off the words for ${what}`,
  "answer-decision": (what) => `answer a question about ${what}`,
  "unanswer-decision": (what) => `take back an answer about ${what}`,
  "withdraw-decision": (what) => `take back a question about ${what}`,
  "answer-invitation": (what) => `answer ${what}`,
  "receive-invitation": () => "take an invitation in",
  "add-account": () => "add an account",
  "edit-account": (what) => `change ${what}`,
  "remove-account": (what) => `remove ${what}`,
  "restore-account": (what) => `bring back ${what}`,
  "set-mailbox": (what) => `set the mail server of ${what}`,
  "remove-mailbox": (what) => `remove the mail server of ${what}`,
  "try-mailbox": (what) => `try the mail server of ${what}`,
  "save-voice": () => "change the voice sheet",
  "make-proof-key": () => "make a new key to sign with",
  "revoke-proof-key": () => "revoke a key",
  "make-feed": () => "hand the calendar out",
  "reissue-feed": (what) => `give ${what} a new address`,
  "revoke-feed": (what) => `take the address of ${what} back`,
  "make-token": () => "make a token",
  "revoke-token": (what) => `end ${what}`,
  "add-agent": () => "add an agent",
  "change-agent": (what) => `say what ${what} may`,
  "pause-agent": (what) => `pause ${what}`,
  "wake-agent": (what) => `wake ${what}`,
  "remove-agent": (what) => `remove ${what}`,
  "let-program-in": () => "let a program in",
  "end-program": (what) => `send ${what} away`,
  "wake-webhook": (what) => `wake ${what}`,
  "create-event": () => "put something on the calendar",
  "edit-event": (what) => `change ${what}`,
  "move-event": (what) => `move ${what}`,
  "remove-event": (what) => `take ${what} off the calendar`,
  "undo-event": () => "take back a change of the calendar",
  "set-event-privacy": (what) => `make ${what} private or open`,
  "allow-event": (what) => `let ${what} stand over protected time`,
  "protect-time": () => "protect time",
  "edit-protected": (what) => `change ${what}`,
  "remove-protected": (what) => `give ${what} free`,
  "restore-protected": (what) => `keep ${what} again`,
  "except-protected": (what) => `leave a day out of ${what}`,
  "record-check": (what) => `confirm the meeting of ${what}`,
  "undo-check": (what) => `take back the double-check of ${what}`,
  "wish-calendar": () => "change the desk’s hours",
  "add-calendar": () => "add a calendar",
  "look-for-calendars": () => "look for calendars on a server",
  "edit-calendar": (what) => `change ${what}`,
  "pause-calendar": (what) => `stop ${what} being read`,
  "go-on-with-calendar": (what) => `have ${what} read again`,
  "remove-calendar": (what) => `take ${what} away`,
  "sync-calendar": (what) => `have ${what} read`,
  "resolve-calendar-conflict": (what) => `choose between what is here and in ${what}`,
  "set-person-privacy": (what) => `make ${what} private or open`,
};

function sayRefused(entry: LoggedChange, reader: HistoryReader): string {
  const what = sayWhat(entry);
  const tried =
    attempts[entry.verb]?.(what, entry.refusal ?? "") ?? `${entry.verb.replaceAll("-", " ")}: ${what}`;
  return `Refused: ${sayWho(entry)} tried to ${tried}. ${sayWhy(entry.refusal ?? "", firstName(reader.clientName))}`;
}

function sayWhy(code: string, client: string): string {
  switch (code) {
    case "must-be-you":
      return `Only ${client} can.`;
    case "only-client-loosens":
      return `Only ${client} can loosen a tag.`;
    case "only-client-approves":
      return `Words leave when ${client} has approved them.`;
    case "only-client":
      return `That is for ${client} alone.`;
    case "draft-only":
      return "An agent that prepares only finishes nothing.";
    case "out-of-scope":
      return "The token was not made for that.";
    case "paused":
      return "The agent was paused.";
    case "day-used-up":
      return "The agent’s changes for the day were used up.";
    case "in-person":
      return "No program does this, whoever it works for.";
    case "protected":
      return `Only ${client} gives protected time away.`;
    case "cannot-merge":
      return "A task is folded only into an open one that is at least as strict, and comes back where it does.";
    default:
      return `The answer was “${code.replaceAll("-", " ")}”.`;
  }
}

function sayMember(entry: LoggedChange): string {
  const { after, subjectName } = entry;
  const name = subjectName ? firstName(subjectName) : "Somebody";
  const whom = subjectName && entry.isOfAgent ? `the agent “${shorten(subjectName)}”` : name;
  const role = after?.role === "client" ? "client" : after?.role === "agent" ? "an agent" : "an assistant";
  if (entry.before === null)
    return role === "client" ? `${name} opened this desk.` : `${name} joined as ${role}.`;
  if (after && "ended_at" in after)
    return after.ended_at === null
      ? `${whom.replace(/^the /, "The ")} joined again.`
      : `${sayWho(entry)} removed ${whom} from the desk.`;
  return `${sayWho(entry)} changed the membership of ${whom}.`;
}

function sayInvitation(entry: LoggedChange): string {
  const { after } = entry;
  const address = text(after?.email) ?? entry.subjectName ?? "somebody";
  if (entry.before === null) return `${sayWho(entry)} invited ${address} as an assistant.`;
  if (after && "withdrawn_at" in after) return `${sayWho(entry)} withdrew the invitation of ${address}.`;
  if (after && "accepted_at" in after) return `${sayWho(entry)} accepted the invitation sent to ${address}.`;
  return `${sayWho(entry)} changed the invitation of ${address}.`;
}

function sayImport(entry: LoggedChange): string {
  const file = entry.subjectName ?? text(entry.after?.file_name);
  const name = file ? `“${shorten(file)}”` : "a file";
  switch (entry.after?.state) {
    case "previewed":
      return `${sayWho(entry)} looked at what importing ${name} would make.`;
    case "done":
      return `${sayWho(entry)} imported ${name}.`;
    case "undone":
      return `${sayWho(entry)} took back the import of ${name}.`;
    case "dropped":
      return `${sayWho(entry)} put the import of ${name} away.`;
    default:
      return `${sayWho(entry)} changed the import of ${name}.`;
  }
}

function sayDesk(entry: LoggedChange): string {
  if (entry.after && "table_columns" in entry.after)
    return `${sayWho(entry)} said what the columns of a table mean.`;
  const before = text(entry.before?.name);
  const after = text(entry.after?.name);
  const other = sayFields(entry, ["name"]);
  if (before && after)
    return `${sayWho(entry)} renamed the desk from “${before}” to “${after}”${other ? ` and changed its ${other}` : ""}.`;
  return `${sayWho(entry)} changed the desk’s ${other || "settings"}.`;
}

/** People, dates, events, accounts, and whatever a later table brings. */
function sayThing(entry: LoggedChange): string {
  const who = sayWho(entry);
  const what =
    entry.subject === "person-date" && entry.subjectName ? `a date of ${sayWhat(entry)}` : sayWhat(entry);
  if (entry.before === null) return `${who} added ${what}.`;
  if (text(entry.after?.removed_at)) return `${who} removed ${what}.`;
  if (entry.before?.removed_at) return `${who} brought back ${what}.`;
  if (entry.after && Object.keys(entry.after).length === 1 && "is_private" in entry.after)
    return `${who} made ${what} ${entry.after.is_private === true ? "private" : "open to assistants"}.`;
  if (entry.after?.is_dead === true) return `${who} wrote down that ${what} has died.`;
  if (entry.after?.is_dead === false) return `${who} took back that ${what} has died.`;
  // Somebody's nearest circle follows from their circles: one of the two is said.
  const changed = sayFields(entry, entry.after && "circles" in entry.after ? ["circle"] : []);
  return changed ? `${who} changed the ${changed} of ${what}.` : `${who} changed ${what}.`;
}
