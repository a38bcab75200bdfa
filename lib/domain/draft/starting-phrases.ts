/**
 * Phrases that a desk starts with, to be made one's own. Without greeting or sign-off, which are the voice sheet's; so worded
 * that they fit whoever is spoken to, near or far, wherever the language lets them. Never one for grief: no phrase is right there.
 */

import { germanPhrases } from "@/lib/domain/draft/phrases/de";
import { englishPhrases } from "@/lib/domain/draft/phrases/en";
import { spanishPhrases } from "@/lib/domain/draft/phrases/es";
import { frenchPhrases } from "@/lib/domain/draft/phrases/fr";

/** `key` names the same thing to say in every language; title and text are in `language` (ISO 639-1). */
export type StartingPhrase = {
  key: PhraseKey;
  language: "en" | "de" | "fr" | "es";
  kind: "refusal" | "thanks" | "later" | "introduction";
  title: string;
  text: string;
};

export type PhraseKey = keyof typeof kinds;
/** Title and text of every phrase in one language. */
export type PhrasesOfLanguage = Record<PhraseKey, [title: string, text: string]>;

const kinds = {
  "somebody-else": "refusal",
  invitation: "refusal",
  request: "refusal",
  "no-time": "refusal",
  favour: "refusal",
  message: "thanks",
  gift: "thanks",
  evening: "thanks",
  answer: "later",
  meeting: "later",
  "may-i": "introduction",
  both: "introduction",
} as const satisfies Record<string, StartingPhrase["kind"]>;

const languages = { en: englishPhrases, de: germanPhrases, fr: frenchPhrases, es: spanishPhrases };

/** All of them, language by language in the same order. */
export const startingPhrases: readonly StartingPhrase[] = Object.entries(languages).flatMap(
  ([language, phrases]) =>
    (Object.keys(kinds) as PhraseKey[]).map((key) => ({
      key,
      language: language as StartingPhrase["language"],
      kind: kinds[key],
      title: phrases[key][0],
      text: phrases[key][1],
    })),
);
