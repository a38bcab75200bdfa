/** What a saved phrase is for. */
export const phraseKinds = ["refusal", "thanks", "later", "introduction", "other"] as const;
export type PhraseKind = (typeof phraseKinds)[number];

/** A saved phrase. `language` is a BCP 47 tag such as "en"; the text may have gaps to fill ({first name}). */
export type PhraseView = {
  id: string;
  version: number;
  language: string;
  kind: PhraseKind;
  title: string;
  text: string;
};

/** A phrase about to be saved. */
export type PhraseSaid = Omit<PhraseView, "id" | "version">;

/** More than anybody finds their way in. */
export const MOST_PHRASES = 500;
