import type { PhraseSaid } from "@/lib/domain/draft/phrase";
import { startingPhrases } from "@/lib/domain/draft/starting-phrases";
import type { SaveVoiceInput } from "@/lib/schemas/voice";
import type { AccountToMake } from "../make/make-account";
import type { Hand } from "./demo-task";

/** How the client of a demo desk sounds, and the phrases that are saved there. */
export type DemoVoice = {
  sheets: Omit<SaveVoiceInput, "version">[];
  phrases: (PhraseSaid & { by: Hand })[];
};

/** Where Mira is present. No mail leaves the demo: her mailbox has no server. */
export const miraAccounts: AccountToMake[] = [
  {
    name: "Private mail",
    service: "E-mail",
    voice: "personal",
    address: "mira@demo.firsthand.invalid",
    shownName: "Mira Holt",
    signature: "Mira Holt\nLindenhof 4, Berlin",
    authorShown: "client-and-sender",
  },
  {
    name: "Mira Holt",
    service: "LinkedIn",
    voice: "personal",
    pageUrl: "https://www.linkedin.com/messaging/",
  },
  {
    name: "Holt Workshop",
    service: "LinkedIn",
    voice: "company",
    shownName: "Holt Workshop",
    authorShown: "representative",
    pageUrl: "https://www.linkedin.com/company/",
  },
];

const usedInGerman = ["Einladung abgesagt", "Diesen Monat keine Zeit", "Danke für eine Nachricht"];

/** Mira’s voice: short, without two words she cannot bear, and shorter still towards those who are near. */
export const miraVoice: DemoVoice = {
  sheets: [
    { circle: "", greeting: "", signOff: "", neverWords: ["touch base", "leverage"], mostWords: 180 },
    { circle: "inner", greeting: "", signOff: "", neverWords: [], mostWords: 90 },
  ],
  phrases: [
    ...startingPhrases
      .filter(
        ({ language, title }) => language === "en" || (language === "de" && usedInGerman.includes(title)),
      )
      .map(({ language, kind, title, text }) => ({ by: "assistant" as const, language, kind, title, text })),
    {
      by: "client",
      language: "en",
      kind: "other",
      title: "The workshop is open",
      text: "Come by on a Thursday, {first name}; the stove is lit, and there is always a second cup.",
    },
  ],
};
