import { cutText } from "@/lib/domain/cut-text";

/**
 * What a list of people is ordered by: the family name first, where one is known, in small letters without accents, so that
 * "Émile Ångström" stands under A. Never empty for a name that is not.
 */
export function sortNameOf(person: { name: string; givenName?: string; familyName?: string }): string {
  const parts = person.familyName ? [person.familyName, person.givenName ?? ""] : [person.name];
  const folded = foldName(parts.join(" "));
  return cutText(folded === "" ? person.name.toLowerCase() : folded, 200);
}

/** A name for comparing: small letters, no accents, single spaces. "Ana-María  PÉREZ" → "ana-maria perez". */
export function foldName(name: string): string {
  return name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
}
