/** What is said of a draft, its sending, and whoever has it open: always in words. Instants are ISO UTC, `now` milliseconds. */
import { capital, type Looking } from "@/components/tasks/words";
import { type Place, stampText, timeText } from "@/components/when";
import type { DraftState, DraftWay } from "@/lib/domain/draft/draft";
import type { PresentView, SendingView } from "@/lib/domain/draft/view";
import { stop } from "@/lib/domain/full-stop";
import { whoDoes } from "@/lib/domain/person/named";

type Said = { state: DraftState; way: DraftWay; neededBy?: string | null; sentAt?: string | null };

/** Where a draft is in its life, for whoever looks. */
export function sayDraftState(draft: Said, looking: Looking, place: Place): string {
  const isClient = looking.role === "client";
  const client = isClient ? "you" : looking.clientShort;
  switch (draft.state) {
    case "draft":
      return isClient ? "A draft, nothing is sent." : `A draft, not before ${client} yet.`;
    case "submitted":
      return isClient
        ? "Before you: approve it, write in it, or ask for changes."
        : `Before ${client} to approve.`;
    case "changes-requested":
      return `${capital(client)} asked for changes.`;
    case "approved":
      return draft.way === "mail"
        ? `Approved by ${client}.`
        : `Approved by ${client}. It goes out by hand: copy it and open the page.`;
    case "released":
      return `Sent without approval, as ${client} allows for this account.`;
    case "sent":
      return draft.sentAt ? `Went out ${stampText(draft.sentAt, place)}.` : "Went out.";
    case "expired":
      return `Not approved in time, so it is held${draft.neededBy ? ` (needed by ${stampText(draft.neededBy, place)})` : ""}. Nothing was sent.`;
  }
}

/** What is said when words that are not ready were written into a draft that lay before the client. */
export function sayTakenBack(client: string): string {
  return `It is not before ${client} any more, as something in it is not ready. Submit it again when it is.`;
}

/** Where a draft is after it was called back or dropped; nothing where that could not be read. */
export function sayBack(state: DraftState | null, looking: Looking): string {
  if (state === "submitted")
    return `It is before ${looking.role === "client" ? "you" : looking.clientShort} again.`;
  return state === "draft" ? "It is a draft again." : "";
}

/** What becomes of words on their way. */
export function saySending(sending: SendingView, now: number, client: string, place: Place): string {
  const { state, attempts, lastError, nextAt, sentAt } = sending;
  switch (state) {
    case "held": {
      if (attempts > 0 && lastError)
        return `${client}’s mail server did not take it: ${stop(lastError)} It is tried again at ${timeText(nextAt, place)}.`;
      const seconds = secondsLeft(nextAt, now);
      return seconds > 0 ? `Leaves in ${seconds} s.` : "Leaves at any moment.";
    }
    case "leaving":
    case "handed-over":
      return "On its way.";
    case "sent":
      return sentAt ? `Went out ${stampText(sentAt, place)}.` : "Went out.";
    case "failed":
      return `It could not be sent: ${stop(lastError || "the mail server did not take it")}`;
    case "unsure":
      return "The mail server broke off before it answered. Nobody can know whether it arrived. Did it?";
    case "stopped":
      return "Called back before it left.";
  }
}

/** The same for whoever listens: not every second, only when it leaves half a minute, ten seconds, or nothing. */
export function saySendingCalmly(sending: SendingView, now: number, client: string, place: Place): string {
  const seconds = secondsLeft(sending.nextAt, now);
  if (sending.state !== "held" || sending.attempts > 0 || seconds <= 0)
    return saySending(sending, now, client, place);
  return seconds > 10 ? "Leaves in half a minute. You can still undo it." : "Leaves in ten seconds.";
}

/** The same where only the minute hand moves: no seconds that would stand still. */
export function saySendingByMinute(sending: SendingView, now: number, client: string, place: Place): string {
  const isCounted = sending.state === "held" && sending.attempts === 0;
  return isCounted ? "Leaves within half a minute." : saySending(sending, now, client, place);
}

/** Whole seconds until an instant; none once it has passed. */
export function secondsLeft(until: string, now: number): number {
  return Math.max(0, Math.ceil((Date.parse(until) - now) / 1000));
}

/** "Ana is typing here, Mira is reading." Nothing while nobody else is there. */
export function sayPresent(here: readonly Pick<PresentView, "name" | "role" | "isTyping">[]): string {
  const parts = here.map(
    ({ name, role, isTyping }) => `${whoDoes(name, role)} is ${isTyping ? "typing" : "reading"}`,
  );
  return parts.length === 0 ? "" : `${parts.join(", ")}.`;
}

/** Where what was typed is now. */
export type Kept =
  | { is: "saved"; no: number; at: string | null }
  | { is: "typing" | "saving" | "offline" | "moved" }
  | { is: "refused"; says: string };

/** The state of saving, as one line. `others` wrote meanwhile. `isHere`: this device could keep what is typed. */
export function sayKept(kept: Kept, others: string, place: Place, isHere = true): string {
  const where = isHere ? "kept on this device." : "kept in this window only: leave it open.";
  switch (kept.is) {
    case "saved":
      return kept.at
        ? `Saved as version ${kept.no} · ${timeText(kept.at, place)}`
        : `Saved as version ${kept.no}`;
    case "typing":
      return `Not saved yet. ${capital(where)}`;
    case "saving":
      return "Saving…";
    case "offline":
      return `Not saved yet: no connection. ${capital(where)}`;
    case "moved":
      return `${others || "Somebody else"} wrote here meanwhile. Yours is ${where}`;
    case "refused":
      // Being signed out says so itself; where it is kept is said here, once.
      return `${stop(kept.says.replace("; what you typed is kept.", ""))} What you typed is ${where}`;
  }
}

/** A file's size as people say it. */
export function sayBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
