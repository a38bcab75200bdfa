import type { ReadPersonName } from "@/lib/adapters/contacts/read-person";
import type { ContentLine } from "@/lib/adapters/content-lines/content-line";
import { decodedValue, splitEscaped, unescapeText } from "@/lib/adapters/content-lines/text-values";

/** Components of a structured value, escapes undone: N, ORG, ADR, GENDER. */
export function components(line: ContentLine): string[] {
  return splitEscaped(decodedValue(line), ";").map((piece) => unescapeText(piece).trim());
}

export function emptyName(): ReadPersonName {
  return {
    full: "",
    given: "",
    family: "",
    additional: [],
    prefixes: [],
    suffixes: [],
    phoneticGiven: null,
    phoneticFamily: null,
  };
}

/** N: family; given; additional; prefixes; suffixes (RFC 6350 §6.2.2). Only from 3.0 on do commas part the last three. */
export function readStructuredName(line: ContentLine, name: ReadPersonName, commasPart: boolean): void {
  const pieces = splitEscaped(decodedValue(line), ";");
  const list = (piece: string | undefined): string[] => {
    const items = commasPart ? splitEscaped(piece ?? "", ",") : [piece ?? ""];
    return items.map((item) => unescapeText(item).trim()).filter((item) => item !== "");
  };
  name.family = unescapeText(pieces[0] ?? "").trim();
  name.given = unescapeText(pieces[1] ?? "").trim();
  name.additional = list(pieces[2]);
  name.prefixes = list(pieces[3]);
  name.suffixes = list(pieces[4]);
}

/** "Dr. Ana María Pérez, Jr." out of the parts, in the order in which they are spoken in the West. */
export function nameFromParts(name: ReadPersonName): string {
  return [...name.prefixes, name.given, ...name.additional, name.family, ...name.suffixes]
    .filter((piece) => piece !== "")
    .join(" ");
}
