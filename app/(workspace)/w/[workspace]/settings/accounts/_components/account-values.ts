import type { AccountSaid } from "@/lib/domain/draft/account";

/** An account that nothing is said of yet. */
export const noAccount: AccountSaid = {
  name: "",
  service: "",
  voice: "personal",
  address: "",
  shownName: "",
  signature: "",
  authorShown: "client",
  assistantsSend: false,
  assistantsAnswer: false,
  pageUrl: "",
};

/** What is said of an account, with whose voice it is changed: a personal voice gives no leave and has no representative. */
export function withVoice(said: AccountSaid, voice: AccountSaid["voice"]): AccountSaid {
  if (voice === "company") return { ...said, voice };
  const authorShown = said.authorShown === "representative" ? "client" : said.authorShown;
  return { ...said, voice, authorShown, assistantsSend: false };
}

/** Only what may be sent as such. */
export function saidOf(account: AccountSaid): AccountSaid {
  const { name, service, voice, address, shownName, signature, authorShown } = account;
  const { assistantsSend, assistantsAnswer, pageUrl } = account;
  return {
    name,
    service,
    voice,
    address,
    shownName,
    signature,
    authorShown,
    assistantsSend,
    assistantsAnswer,
    pageUrl,
  };
}
