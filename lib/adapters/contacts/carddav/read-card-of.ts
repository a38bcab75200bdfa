import { readCards } from "@/lib/adapters/contacts/read-cards";
import type { ReadPerson } from "@/lib/adapters/contacts/read-person";

/** What stands in a card that a server gave: who it is, or why nobody can be made of it. */
export type CardContent = { person: ReadPerson | null; why: string | null };

/** Reads the one card in a text. Belongs into the reader's thread. */
export function readCardOf(text: string): CardContent {
  const { people, skipped } = readCards(new TextEncoder().encode(text), { keepPictures: true });
  const [person] = people;
  if (person) return { person, why: null };
  return { person: null, why: skipped[0]?.why ?? "There is no card in it." };
}
