import type { AuthorShown } from "@/lib/domain/draft/draft";
import type { AccountChoice } from "@/lib/domain/draft/view";
import type { Voice } from "@/lib/domain/policy/default-tags";
import type { Refusal } from "@/lib/domain/refusal";

/** The server that takes an account's mail, as the client sees it: never the password. Instants ISO UTC. */
export type MailboxView = {
  host: string;
  port: number;
  security: "tls" | "starttls";
  username: string;
  triedAt: string | null;
  lastError: string;
};

/** An account as its settings show it. `mailbox` is null for whoever is not the client, also where there is one. */
export type AccountView = AccountChoice & {
  version: number;
  removedAt: string | null;
  mailbox: MailboxView | null;
};

/** What is said of an account that is no secret. */
export type AccountSaid = {
  name: string;
  service: string;
  voice: Voice;
  address: string;
  shownName: string;
  signature: string;
  authorShown: AuthorShown;
  assistantsSend: boolean;
  /** Assistants may answer invitations that are delegable, without words. */
  assistantsAnswer: boolean;
  pageUrl: string;
};

/**
 * Whether what is said of an account fits together. Leave for assistants is for a company's voice alone (fence 4), and so is
 * speaking as its representative; mail has an address that it comes from. Null means yes.
 */
export function whyNotSuchAccount(said: AccountSaid, sendsMail: boolean): Refusal | null {
  const isPersonal = said.voice === "personal";
  if (isPersonal && said.assistantsSend)
    return invalid(
      "assistantsSend",
      "Nobody sends on their own in a personal voice. Choose a company’s voice first.",
    );
  if (isPersonal && said.authorShown === "representative")
    return invalid("authorShown", "A representative speaks for a company. Choose a company’s voice first.");
  if (sendsMail && said.address === "")
    return invalid("address", "Mail leaves from this account, so it needs its address.");
  return null;
}

function invalid(field: string, sentence: string): Refusal {
  return { code: "invalid", fields: { [field]: sentence } };
}
