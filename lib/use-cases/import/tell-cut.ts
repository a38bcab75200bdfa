import type { ReadPerson } from "@/lib/adapters/contacts/read-person";
import type { CardFacts } from "@/lib/domain/person/fill-in";

/** How many of each list had no room at the person's, in sentences; the same value twice is one. */
export function tellCut(card: ReadPerson, facts: CardFacts): string[] {
  return [
    tell("e-mail addresses", distinct(card.emails), facts.emails?.length ?? 0),
    tell("phone numbers", distinct(card.phones), facts.phones?.length ?? 0),
  ].filter((sentence) => sentence !== "");
}

function tell(what: string, written: number, kept: number): string {
  const most = 20;
  if (kept < most || written <= kept) return "";
  return `Of ${written} ${what}, the first ${kept} are kept.`;
}

function distinct(values: { value: string; extension?: string | null }[]): number {
  const seen = values.map(({ value, extension }) => `${value.trim()} ${extension ?? ""}`.toLowerCase());
  return new Set(seen.filter((one) => one.trim() !== "")).size;
}
