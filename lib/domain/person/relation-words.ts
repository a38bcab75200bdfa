import { type RelationKind, readRelationKind } from "@/lib/domain/person/relation";

/** What other programs call relations, in the words of this one; several languages, as address books write them. */
const words: [RegExp, RelationKind][] = [
  [
    /^(spouse|partner|domestic.?partner|wife|husband|boyfriend|girlfriend|ehe(frau|mann|partner)|significant.?other|date|lover|love|ex(-?(wife|husband|spouse|partner|boyfriend|girlfriend|lover|frau|mann|freund(in)?))?)$/,
    "partner",
  ],
  [/^(child|children|son|daughter|stepchild|kind|sohn|tochter|enfant)$/, "child"],
  [/^(parent|mother|father|stepparent|mutter|vater|m[èe]re|p[èe]re)$/, "parent"],
  [/^(sibling|brother|sister|bruder|schwester|fr[èe]re|s(œ|oe)ur)$/, "sibling"],
  [/^(grand.?child|grand.?son|grand.?daughter|enkel(in)?)$/, "grandchild"],
  [/^(grand.?parent|grand.?mother|grand.?father|oma|opa)$/, "grandparent"],
  [/^(relative|kin|uncle|aunt|nephew|niece|cousin|godfather|godson|.*in.?law)$/, "relative"],
  [/^(friend|best.?friend|freund(in)?|ami|acquaintance|contact|met)$/, "friend"],
  [/^(colleague|co.?worker|kollegin|kollege)$/, "colleague"],
  [/^(neighbou?r|nachbar(in)?)$/, "neighbour"],
  [/^(assistant|agent|subordinate)$/, "assistant"],
  [/^(manager|boss|chef|supervisor)$/, "boss"],
  [/^referred.?by$/, "introduced-by"],
];

/** "Spouse", "_$!<Mother>!$_", "x-ehefrau" → one of our kinds; "other" for what nobody here knows. */
export function relationOfWord(word: string): RelationKind {
  const plain = word
    .toLowerCase()
    .replace(/^x-/, "")
    .replace(/[_\s]+/g, "-")
    .trim();
  return words.find(([pattern]) => pattern.test(plain))?.[1] ?? readRelationKind(plain);
}
