import type { ReadAddress } from "@/lib/adapters/contacts/read-person";

/**
 * An address in lines, as printed where the card prints it. What the print leaves out is not lost: a country stands below it; for
 * anything else the parts are taken in its place, where they say all that it says, and otherwise stand below it as well.
 */
export function addressText(address: ReadAddress): string {
  const { poBox, extended, street, postalCode, locality, region, country, formatted } = address;
  const parts = [street, extended, poBox, postalCode, locality, region, country].filter(Boolean);
  const town = [postalCode, locality].filter(Boolean).join(" ");
  const inLines = [street, extended, poBox, town, region, country].filter(Boolean).join("\n");
  if (!formatted) return inLines;
  const missing = parts.filter((part) => !says(formatted, part));
  if (missing.length === 0) return formatted;
  const isCountryAlone = missing.every((part) => part === country);
  return says(inLines, formatted) && !isCountryAlone ? inLines : [formatted, ...missing].join("\n");
}

/** Whether every word of `part` stands in `text`; capitals, commas and line ends aside. */
function says(text: string, part: string): boolean {
  const words = new Set(wordsOf(text));
  return wordsOf(part).every((word) => words.has(word));
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}
