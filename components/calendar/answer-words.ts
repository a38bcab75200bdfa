/** An answer to an invitation in words: what was said, where it is, and how it goes before it is given. */
import { saySending, saySendingByMinute } from "@/components/drafts/draft-words";
import type { Place } from "@/components/when";
import type { AnswerKind, InvitationView } from "@/lib/domain/calendar/answer";

type Looking = Place & { role: string; clientShort: string };

export const answerLabels: Record<AnswerKind, string> = {
  accepted: "Yes",
  tentative: "Maybe",
  declined: "No",
  counter: "Another time",
};

/** What an answer would say yes or no to. Another text: something of it is other than whoever answers has read. */
export function whatIsAsked(invitation: InvitationView): string {
  const { eventId, summary, startsAt, endsAt, allDay, zone, place, link, repeatWords } = invitation;
  const { organiser, isCancelled } = invitation;
  return JSON.stringify([
    eventId,
    summary,
    [startsAt, endsAt, allDay, zone],
    [place, link],
    repeatWords,
    organiser.address,
    isCancelled,
  ]);
}

/** "Yes. Leaves within half a minute." Of an answer that is written: what it says, and where it is. `now` is milliseconds since 1970. */
export function answerStateWords(
  draft: NonNullable<InvitationView["draft"]>,
  now: number,
  looking: Looking,
): string {
  const said = `${answerLabels[draft.kind]}.`;
  const { sending, state } = draft;
  const isClient = looking.role === "client";
  if (sending?.state === "failed" || sending?.state === "unsure")
    return `${said} ${saySending(sending, now, looking.clientShort, looking)}`;
  if (state === "approved" || state === "released" || state === "sent")
    return `${said} ${sending ? saySendingByMinute(sending, now, looking.clientShort, looking) : "It leaves in a moment."}`;
  if (state === "submitted") return `${said} It waits for ${isClient ? "you" : looking.clientShort}.`;
  if (state === "changes-requested")
    return `${said} ${isClient ? "You" : looking.clientShort} asked for changes.`;
  if (state === "expired") return `${said} It was not approved in time. Nothing was sent.`;
  return `${said} It is not sent.`;
}

type Going = Pick<InvitationView, "can" | "accounts">;

/** Who sends an answer, and when: said before the button is pressed. */
export function howItGoes(
  { can, accounts }: Going,
  { words, accountId }: { words: string; accountId: string | null },
  { role, clientShort, mustBeYou }: { role: string; clientShort: string; mustBeYou: boolean },
): string {
  if (role === "client") return "It leaves after 30 seconds; until then you can undo it.";
  if (mustBeYou) return `Only ${clientShort} answers this one. What you choose waits for ${clientShort}.`;
  const account = accounts.find((one) => one.id === accountId) ?? accounts[0];
  const mayGo = can.send && account?.assistantsAnswer === true && words.trim() === "";
  return mayGo
    ? `It leaves after 30 seconds and says that you answer for ${clientShort}.`
    : `It waits for ${clientShort}, who sends it.`;
}
