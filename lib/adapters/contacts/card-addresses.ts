import { type GroupLabels, isPreferred, kindsOf, labelOf } from "@/lib/adapters/contacts/card-labels";
import { components } from "@/lib/adapters/contacts/card-names";
import type { ReadAddress } from "@/lib/adapters/contacts/read-person";
import { type ContentLine, paramValue } from "@/lib/adapters/content-lines/content-line";
import { decodeText } from "@/lib/adapters/content-lines/decode-text";
import { textValue } from "@/lib/adapters/content-lines/text-values";

/** ADR lines and the LABEL lines that print the same address (2.1, 3.0), paired by their types. */
export function readAddresses(
  adrLines: ContentLine[],
  labelLines: ContentLine[],
  labels: GroupLabels,
): ReadAddress[] {
  const found = adrLines.map((line) => ({ line, address: readAddress(line, labels) }));
  for (const line of labelLines) {
    const formatted = textValue(line);
    if (formatted === "") continue;
    const kinds = placeKinds(line);
    const match =
      found.find((entry) => entry.address.formatted === null && placeKinds(entry.line) === kinds) ??
      (found.length === 1 && found[0]?.address.formatted === null ? found[0] : undefined);
    if (match) match.address.formatted = formatted;
    else found.push({ line, address: { ...emptyAddress(line, labels), formatted } });
  }
  return found.map((entry) => entry.address).filter((address) => !isEmpty(address));
}

/** RFC 6350 §6.3.1. One piece without a single semicolon is a whole address written as text. */
function readAddress(line: ContentLine, labels: GroupLabels): ReadAddress {
  const pieces = components(line);
  const printed = paramValue(line, "LABEL");
  const address = {
    ...emptyAddress(line, labels),
    formatted:
      printed === null ? null : decodeText(printed, paramValue(line, "CHARSET")).replace(/\\n/gi, "\n"),
  };
  if (pieces.length === 1) return { ...address, street: pieces[0] ?? "" };
  return {
    ...address,
    // A LABEL without its quotation marks ends at its first colon: what is left of it is no box.
    poBox: printed !== null && /:$/.test(pieces[0] ?? "") ? "" : (pieces[0] ?? ""),
    extended: pieces[1] ?? "",
    street: pieces[2] ?? "",
    locality: pieces[3] ?? "",
    region: pieces[4] ?? "",
    postalCode: pieces[5] ?? "",
    country: pieces.slice(6, 7).join(" "),
  };
}

function emptyAddress(line: ContentLine, labels: GroupLabels): ReadAddress {
  return {
    label: labelOf(line, labels),
    preferred: isPreferred(line),
    poBox: "",
    extended: "",
    street: "",
    locality: "",
    region: "",
    postalCode: "",
    country: "",
    formatted: null,
  };
}

function isEmpty(address: ReadAddress): boolean {
  const { poBox, extended, street, locality, region, postalCode, country, formatted } = address;
  return [poBox, extended, street, locality, region, postalCode, country, formatted ?? ""].every(
    (text) => text === "",
  );
}

function placeKinds(line: ContentLine): string {
  return kindsOf(line)
    .filter((kind) => kind === "home" || kind === "work")
    .sort()
    .join(" ");
}
