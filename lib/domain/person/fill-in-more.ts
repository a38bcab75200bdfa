/** What stands beside somebody's own row: relations, contact, facts, a picture, whether they have died. */
import type { Difference, Way, Ways } from "@/lib/domain/person/fill-in";

export const contactWays = ["call", "meeting", "message", "letter", "gift", "other"] as const;
export const factKinds = [
  "like",
  "avoid",
  "topic",
  "gift",
  "detail",
  "email",
  "phone",
  "address",
  "link",
] as const;

/** `key` is the same each time the same thing is read from the same program. `at` an ISO instant. */
export type CardContact = {
  key: string;
  at: string;
  how: (typeof contactWays)[number];
  note: string;
  isPrivate?: boolean;
};
export type CardFact = {
  kind: (typeof factKinds)[number];
  label: string;
  value: string;
  fromWhere: string;
  isPrivate?: boolean;
};
export type CardRelation = { kind: string; name: string; isPrivate?: boolean };
/** A picture that was found good (picture.ts); `sum` is its SHA-256 in hex. */
export type CardPicture = { mediaType: string; base64: string; sum: string };

export type CardMore = {
  relations: CardRelation[];
  contacts: CardContact[];
  facts: CardFact[];
  picture: CardPicture | null;
  died: { on: string | null } | null;
  circles: string[];
};

/** The same as it is on the desk. */
export type KnownMore = {
  relations: CardRelation[];
  contactKeys: string[];
  facts: Pick<CardFact, "kind" | "value">[];
  pictureSum: string | null;
  isDead: boolean;
};

/** What is to be written down. `picture` and `died` null: nothing. */
export type FilledMore = Omit<CardMore, "circles"> & { adds: string[]; differences: Difference[] };

export const nothingMore: KnownMore = {
  relations: [],
  contactKeys: [],
  facts: [],
  pictureSum: null,
  isDead: false,
};

/** Compares the rest. What is there already is left as it is; another picture is taken only when somebody says so. */
export function fillInMore(known: KnownMore, card: CardMore, chosen: Ways = {}): FilledMore {
  const filled: FilledMore = {
    relations: [],
    contacts: [],
    facts: [],
    picture: null,
    died: null,
    adds: [],
    differences: [],
  };
  const take = (
    field: string,
    word: string,
    was: string,
    will: string,
    sort: Difference["sort"],
    otherwise: Way,
  ) => {
    const way = chosen[field] === "ours" || chosen[field] === "theirs" ? chosen[field] : otherwise;
    filled.differences.push({ field, word, was, will, sort, may: ["ours", "theirs"], chosen: way });
    if (way === "theirs") filled.adds.push(word);
    return way === "theirs";
  };
  const relations = newOnes(card.relations, known.relations, relationKey);
  if (
    relations.length > 0 &&
    take("relations", count(relations.length, "relation"), "", sayRelations(relations), "more", "theirs")
  )
    filled.relations = relations;
  const contacts = card.contacts.filter((one) => !known.contactKeys.includes(one.key));
  const said = count(contacts.length, "earlier contact");
  if (contacts.length > 0 && take("contacts", said, "", said, "more", "theirs")) filled.contacts = contacts;
  const facts = newOnes(card.facts, known.facts, (one) => `${one.kind}:${one.value.trim().toLowerCase()}`);
  const words = facts
    .map((one) => one.value)
    .join(" · ")
    .slice(0, 300);
  if (facts.length > 0 && take("facts", count(facts.length, "fact"), "", words, "more", "theirs"))
    filled.facts = facts;
  const { picture, died } = card;
  if (picture !== null && picture.sum !== known.pictureSum) {
    const isNew = known.pictureSum === null;
    if (
      take(
        "picture",
        "picture",
        isNew ? "" : "a picture",
        isNew ? "a picture" : "another picture",
        isNew ? "new" : "conflict",
        isNew ? "theirs" : "ours",
      )
    )
      filled.picture = picture;
  }
  if (
    died !== null &&
    !known.isDead &&
    take("died", "that they have died", "", died.on ?? "has died", "new", "theirs")
  )
    filled.died = died;
  return filled;
}

function newOnes<A extends B, B>(said: A[], there: B[], key: (one: B) => string): A[] {
  const known = new Set(there.map(key));
  return said.filter((one) => !known.has(key(one)) && known.add(key(one)));
}

function relationKey({ kind, name }: CardRelation): string {
  return `${kind.toLowerCase()}:${name.trim().toLowerCase()}`;
}

function sayRelations(relations: CardRelation[]): string {
  return relations
    .map(({ kind, name }) => `${kind}: ${name}`)
    .join(" · ")
    .slice(0, 300);
}

function count(n: number, word: string): string {
  return n === 1 ? word : `${n} ${word}s`;
}
