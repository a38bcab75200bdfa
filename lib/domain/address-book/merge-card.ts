/** What changed on a card since it was last read, against what changed here: both are kept, or it is a conflict to be shown. */
import { type DayChange, mergeDays } from "@/lib/domain/address-book/merge-days";
import { mergeList, mergeNames } from "@/lib/domain/address-book/merge-list";
import type { SaidMore } from "@/lib/domain/address-book/merge-more";
import type { CardDay, CardFacts, KnownDay } from "@/lib/domain/person/fill-in";
import type { PersonFacts } from "@/lib/domain/person/person";

/** What a card said. `isPrivate`: marked private or confidential (RFC 2426 §3.7.1). */
export type CardSaid = { facts: CardFacts; days: CardDay[]; isPrivate?: boolean; more?: SaidMore };

export const textFields = [
  "name",
  "givenName",
  "familyName",
  "saidAs",
  "organization",
  "jobTitle",
  "note",
  "language",
  "zone",
] as const;
const listFields = ["emails", "phones", "addresses", "links"] as const;

/** A field of a card: one of the above, "nicknames", "private", or a day ("day:birthday", "day:other:Wedding"). */
export type CardField = string;

export type MergedCard = { change: Partial<PersonFacts>; days: DayChange[]; conflicts: CardField[] };

/**
 * Three ways: `was` is the card as it was last read, `is` as it is now, `here` the person. What changed there alone is taken over,
 * what changed here alone stays, and where both changed to different things the field is a conflict and stays as it is here.
 */
export function mergeCard(was: CardSaid, is: CardSaid, here: PersonFacts, hereDays: KnownDay[]): MergedCard {
  const merged: MergedCard = { change: {}, days: [], conflicts: [] };
  for (const field of textFields) {
    const [before, now, ours] = [was.facts[field] ?? "", is.facts[field] ?? "", here[field] ?? ""];
    if (now === before || now === ours) continue;
    if (ours !== before) merged.conflicts.push(field);
    else takeText(merged.change, field, now);
  }
  for (const field of listFields) {
    const list = mergeList(field, was.facts[field] ?? [], is.facts[field] ?? [], here[field]);
    if (list === "conflict") merged.conflicts.push(field);
    else if (list !== null) merged.change[field] = list;
  }
  const nicknames = mergeNames(was.facts.nicknames ?? [], is.facts.nicknames ?? [], here.nicknames);
  if (nicknames !== null) merged.change.nicknames = nicknames;
  const days = mergeDays(was.days, is.days, hereDays);
  merged.days = days.changes;
  merged.conflicts.push(...days.conflicts);
  return merged;
}

/** What taking the card's side of one field changes. */
export function takeTheirs(
  field: CardField,
  is: CardSaid,
  hereDays: KnownDay[],
): Omit<MergedCard, "conflicts"> {
  const change: Partial<PersonFacts> = {};
  if (isOneOf(textFields, field)) takeText(change, field, is.facts[field] ?? "");
  else if (isOneOf(listFields, field)) change[field] = is.facts[field] ?? [];
  else if (field === "nicknames") change.nicknames = is.facts.nicknames ?? [];
  // Without anything remembered, a day here is as if it had come from the card: theirs replaces it.
  const ours = hereDays.filter((day) => dayField(day) === field);
  const theirs = is.days.filter((day) => dayField(day) === field);
  return { change, days: field.startsWith("day:") ? mergeDays(ours, theirs, ours).changes : [] };
}

/** Which field a day is. */
export function dayField({ kind, label }: Pick<CardDay, "kind" | "label">): CardField {
  return kind === "other" ? `day:other:${label}` : `day:${kind}`;
}

function takeText(change: Partial<PersonFacts>, field: (typeof textFields)[number], now: string): void {
  if (field === "language" || field === "zone") change[field] = now || null;
  else if (field !== "name" || now !== "") change[field] = now;
}

function isOneOf<T extends string>(all: readonly T[], field: string): field is T {
  return (all as readonly string[]).includes(field);
}
