import type { AccountView } from "@/lib/domain/draft/account";
import type { AuthorShown } from "@/lib/domain/draft/draft";
import type { Voice } from "@/lib/domain/policy/default-tags";

/** Whose names the sentences use: "Mira", and "Ana" or "an assistant". */
export type AccountPeople = { client: string; assistant: string };

/** Whose voice it is: "Mira’s own voice". */
export function voiceText(voice: Voice, { client }: AccountPeople): string {
  return voice === "personal" ? `${client}’s own voice` : "a company’s voice";
}

/** Who is shown to whoever gets it, for each way: what it is called, and what it means. */
export function authorShownText(
  shown: AuthorShown,
  { client, assistant }: AccountPeople,
): { label: string; says: string } {
  switch (shown) {
    case "client":
      return { label: `${client} alone`, says: `It comes from ${client}, and nobody else is named.` };
    case "client-and-sender":
      return {
        label: `Sent by ${assistant} for ${client}`,
        says: `It comes from ${client}; an assistant who prepared it is named below the words, and in mail programs as the sender.`,
      };
    case "representative":
      return {
        label: "The company’s representative",
        says: "It comes from whoever lets it go, by name, for the company.",
      };
  }
}

/** The one sentence about leave to send: what it allows, and what it never does. */
export function leaveText({ client }: AccountPeople): string {
  return `Delegable mail may then leave from here in the company’s voice without ${client} having approved it. What must be ${client} still waits for ${client}, always.`;
}

/** The one sentence about leave to answer invitations. */
export function answerLeaveText({ client }: AccountPeople): string {
  return `A yes, a no or a perhaps then goes to the organiser in ${client}’s name, with the assistant’s address beside it. Anything with words in it, over protected time, or that must be ${client} still waits for ${client}.`;
}

/** Whether mail leaves from here, and how it stands. `tried` is the day it last let us in, in words. */
export function mailText(account: AccountView, tried: string | null): { text: string; isLate: boolean } {
  const { mailbox, sendsMail } = account;
  if (mailbox?.lastError) return { text: mailbox.lastError, isLate: true };
  if (mailbox) {
    const since = tried ? `, which let us in on ${tried}` : "";
    return { text: `Mail leaves by ${mailbox.host}${since}.`, isLate: false };
  }
  if (sendsMail) return { text: "Mail leaves from here.", isLate: false };
  if (account.address)
    return { text: "No mail server yet, so words are copied and sent by hand.", isLate: false };
  return {
    text: account.pageUrl
      ? "Words are copied, and its page is opened."
      : "Words are copied and taken there by hand.",
    isLate: false,
  };
}
