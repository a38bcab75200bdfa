import { type CardField, type CardSaid, textFields } from "@/lib/domain/address-book/merge-card";
import { fillIn, type KnownDay } from "@/lib/domain/person/fill-in";
import type { PersonFacts } from "@/lib/domain/person/person";

type Here = PersonFacts & { isPrivate: boolean };

/**
 * Where a card that is read for the first time says something else than is known about whom it means. What was blank here is
 * filled in and lists grow; a field in which both say something, each another thing, is one to be decided.
 */
export function differingFields(said: CardSaid, here: Here, days: KnownDay[]): CardField[] {
  const { differences } = fillIn(here, days, said.facts, said.days);
  const fields = differences.filter((one) => one.sort === "conflict").map((one) => one.field);
  const known: readonly string[] = textFields;
  return [
    ...(asksForPrivacy(null, said, here, []) ? ["private"] : []),
    ...fields.filter((field) => known.includes(field) || field.startsWith("day:")),
  ];
}

/**
 * Whether a card is private while everybody on the desk sees whom it means, and the client has not decided about it: then nothing
 * else of the card comes here before they have. `was` null: read for the first time; `open` are the fields that wait already.
 */
export function asksForPrivacy(
  was: CardSaid | null,
  is: CardSaid,
  here: { isPrivate: boolean },
  open: CardField[],
): boolean {
  if (is.isPrivate !== true || here.isPrivate) return false;
  return was?.isPrivate !== true || open.includes("private");
}
