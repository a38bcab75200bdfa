import type { LoggedChange } from "@/lib/domain/history/entry";
import { ofTask } from "@/lib/domain/history/say-draft";
import { type HistoryReader, sayWho, shorten, text } from "@/lib/domain/history/words";
import { firstName } from "@/lib/domain/person/first-name";

/** A saved phrase; `subjectName` is its title. */
export function sayPhrase(entry: LoggedChange): string {
  const who = sayWho(entry);
  const title = entry.subjectName ?? text(entry.after?.title);
  const what = title ? `the phrase “${shorten(title)}”` : "a phrase";
  if (entry.before === null) return `${who} saved ${what}.`;
  if (text(entry.after?.removed_at)) return `${who} removed ${what}.`;
  if (text(entry.before.removed_at)) return `${who} brought back ${what}.`;
  return `${who} changed ${what}.`;
}

/** The voice sheet. */
export function sayVoice(entry: LoggedChange, reader: HistoryReader): string {
  return `${sayWho(entry)} wrote down how ${firstName(reader.clientName)} sounds.`;
}

/** Leave to send, or to answer invitations, from an account, given or taken; null for any other change of one. */
export function sayLeave(entry: LoggedChange): string | null {
  if (entry.before === null || !entry.after) return null;
  const what = entry.subjectName ? `“${shorten(entry.subjectName)}”` : "an account";
  if ("assistants_answer" in entry.after)
    return entry.after.assistants_answer === true
      ? `${sayWho(entry)} gave assistants leave to answer delegable invitations from ${what}.`
      : `${sayWho(entry)} took back the assistants’ leave to answer invitations from ${what}.`;
  if (!("assistants_send" in entry.after)) return null;
  return entry.after.assistants_send === true
    ? `${sayWho(entry)} gave assistants leave to send what may be delegated from ${what}.`
    : `${sayWho(entry)} took back the assistants’ leave to send from ${what}.`;
}

/** "Personally written" on a message, and the keys with which it is signed. */
export function sayProof(entry: LoggedChange): string {
  const who = sayWho(entry);
  const { before, after, subject } = entry;
  if (subject === "proof")
    return before === null
      ? `${who} put “Personally written” on the words${ofTask(entry)}.`
      : `${who} took “Personally written” off the words${ofTask(entry)}.`;
  if (before === null) return `${who} made a new key to sign with.`;
  if (text(after?.revoked_at)) return `${who} revoked a key: nothing that it signed holds any more.`;
  return `${who} put a key away; what it signed still holds.`;
}
