/**
 * Who somebody is to somebody else. A relation is kept once, from one side: its kind says what the other is to the person,
 * and the other's page shows the inverse.
 */
export const relationKinds = [
  "partner",
  "child",
  "parent",
  "sibling",
  "grandchild",
  "grandparent",
  "relative",
  "friend",
  "colleague",
  "neighbour",
  "assistant",
  "boss",
  "introduced-by",
  "introduced",
  "pet",
  "keeper",
  "other",
] as const;
export type RelationKind = (typeof relationKinds)[number];

const inverses: Partial<Record<RelationKind, RelationKind>> = {
  child: "parent",
  parent: "child",
  grandchild: "grandparent",
  grandparent: "grandchild",
  assistant: "boss",
  boss: "assistant",
  "introduced-by": "introduced",
  introduced: "introduced-by",
  pet: "keeper",
  keeper: "pet",
};

/** What the person is to the other, given what the other is to them. */
export function inverseOf(kind: RelationKind): RelationKind {
  return inverses[kind] ?? kind;
}

/** A kind as it is kept, or "other" for a word nobody here knows. */
export function readRelationKind(kind: string): RelationKind {
  return (relationKinds as readonly string[]).includes(kind) ? (kind as RelationKind) : "other";
}

/** What stands before the other's name on somebody's page. */
export const relationWords: Record<RelationKind, string> = {
  partner: "Partner",
  child: "Child",
  parent: "Parent",
  sibling: "Sibling",
  grandchild: "Grandchild",
  grandparent: "Grandparent",
  relative: "Relative",
  friend: "Friend",
  colleague: "Colleague",
  neighbour: "Neighbour",
  assistant: "Assistant",
  boss: "Works for",
  "introduced-by": "Introduced by",
  introduced: "Introduced",
  pet: "Pet",
  keeper: "Lives with",
  other: "Close to",
};

/** One relation as a sentence without its full stop: "Leni is Noor’s child", "Tomas introduced Noor". */
export function sayRelation(person: string, kind: RelationKind, other: string): string {
  switch (kind) {
    case "boss":
      return `${person} works for ${other}`;
    case "introduced-by":
      return `${other} introduced ${person}`;
    case "introduced":
      return `${person} introduced ${other}`;
    case "keeper":
      return `${person} lives with ${other}`;
    case "other":
      return `${person} and ${other} are close`;
    default:
      return `${other} is ${person}’s ${relationWords[kind].toLowerCase()}`;
  }
}

/** The same relation, whichever side it was written from. Names are compared as they stand. */
export function isSameRelation(a: RelationEnds, b: RelationEnds): boolean {
  if (a.kind === b.kind && a.personId === b.personId)
    return a.otherId === b.otherId && a.otherName === b.otherName;
  return (
    a.otherId !== null && a.otherId === b.personId && a.personId === b.otherId && inverseOf(a.kind) === b.kind
  );
}

/** Between whom: `otherName` is "" where the other is on the desk. */
export type RelationEnds = {
  personId: string;
  kind: RelationKind;
  otherId: string | null;
  otherName: string;
};
