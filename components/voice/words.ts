import type { PhraseKind } from "@/lib/domain/draft/phrase";

/** What a phrase is for, as its heading. */
export const kindText: Record<PhraseKind, string> = {
  refusal: "A kind no",
  thanks: "Thanks",
  later: "Later",
  introduction: "Introductions",
  other: "Other",
};

const names = new Intl.DisplayNames("en-GB", { type: "language", fallback: "code" });

/** A language in English: "German" for "de". */
export function languageText(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** Languages to choose from, by name; those of `more` are among them. */
export function languageChoices(more: readonly string[] = []): { tag: string; name: string }[] {
  const tags = new Set([...common, ...more]);
  return [...tags]
    .map((tag) => ({ tag, name: languageText(tag) }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}

const common =
  "ar bg bn ca cs da de el en es et fa fi fr he hi hr hu id is it ja ko lt lv nb nl pl pt ro ru sk sl sr sv th tr uk ur vi zh".split(
    " ",
  );

/** What a sheet asks, in a line: "begins with “Dear {first name},”; at most 80 words". Empty when it asks nothing. */
export function sheetText({
  greeting,
  signOff,
  mostWords,
}: {
  greeting: string;
  signOff: string;
  mostWords: number | null;
}): string {
  const flat = (text: string) => `“${text.replace(/\s+/g, " ")}”`;
  return [
    greeting ? `begins with ${flat(greeting)}` : "",
    signOff ? `ends with ${flat(signOff)}` : "",
    mostWords === null ? "" : `at most ${mostWords} ${mostWords === 1 ? "word" : "words"}`,
  ]
    .filter(Boolean)
    .join("; ");
}
