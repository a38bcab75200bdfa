import { AsksTooMuch } from "@/lib/adapters/content-lines/asks-too-much";
import type { ContentLine } from "@/lib/adapters/content-lines/content-line";
import { lineOfJson } from "@/lib/adapters/content-lines/json-lines";

/** JSON grows twentyfold in memory; text files have no such limit. */
const MOST_JSON = 4 * 1024 * 1024;

/**
 * jCard (RFC 7095): one card `["vcard", [...]]` or a list of them → the same lines a vCard would have given. Null when
 * the text is not jCard.
 */
export function cardsFromJson(byteText: string): ContentLine[][] | null {
  if (!/^\s*\[\s*(\[\s*)?"vcard"/i.test(byteText.slice(0, 200))) return null;
  if (byteText.length > MOST_JSON) throw new AsksTooMuch("4 MB of JSON");
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(byteText, "latin1").toString("utf8"));
  } catch {
    return null;
  }
  if (!Array.isArray(parsed)) return null;
  const cards: unknown[] = typeof parsed[0] === "string" ? [parsed] : parsed;
  return cards
    .filter(Array.isArray)
    .map((card) => (Array.isArray(card[1]) ? card[1].flatMap(lineOfJson) : []));
}
