import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/data/client";
import { findKnownMore } from "@/lib/data/import-more";
import { type Candidate, listCandidates } from "@/lib/data/people-matching";
import { type Actor, isClientInPerson } from "@/lib/domain/actor";
import type { CardReading } from "@/lib/domain/import/payload";
import {
  type Difference,
  type FilledIn,
  fillIn,
  type KnownDay,
  type Ways,
} from "@/lib/domain/person/fill-in";
import {
  type CardMore,
  type FilledMore,
  fillInMore,
  type KnownMore,
  nothingMore,
} from "@/lib/domain/person/fill-in-more";
import { firstName } from "@/lib/domain/person/first-name";
import { type MatchFacts, PeopleIndex, sayMatch } from "@/lib/domain/person/match-person";
import type { PersonFacts } from "@/lib/domain/person/person";
import { foldName, sortNameOf } from "@/lib/domain/person/sort-name";
import type { Circle } from "@/lib/domain/policy/default-tags";

/** Somebody whom cards are compared with: on the desk already, or about to be made from an earlier card. */
export type Known = MatchFacts & {
  id: string;
  version: number;
  isPrivate: boolean;
  facts: PersonFacts & { saidAs: string };
  days: KnownDay[];
  more: KnownMore;
  /** Null for somebody who is still to be made. */
  stored: Candidate | null;
};

/** What a card comes to. `filled` is what is new about `known`; somebody made has just been added to the known. */
export type Decision = { why: string } & (
  | { outcome: "skip" }
  | { outcome: "make"; known: Known; more: FilledMore | null }
  | {
      outcome: "add" | "same";
      known: Known;
      filled: FilledIn;
      more: FilledMore | null;
      differences: Difference[];
    }
);

/** Decides card by card, remembering what the earlier ones of the file made. Load the next cards, then decide them in order. */
export class CardMatcher {
  readonly #people = new PeopleIndex<Known>();
  readonly #ids = new Set<string>();

  constructor(readonly actor: Pick<Actor, "role" | "door" | "clientName" | "workspace">) {}

  /** Looks up whom these cards may mean, as far as the transaction may see them. */
  async load(tx: Tx, cards: CardReading[]): Promise<void> {
    const candidates = await listCandidates(tx, this.actor.workspace.id, {
      uids: cards.map((card) => card.sourceUid),
      emails: cards.flatMap((card) => (card.facts.emails ?? []).map(({ value }) => value.toLowerCase())),
      sortNames: [...new Set(cards.flatMap((card) => sortNamesOf(card)))],
    });
    const fresh = candidates.filter((candidate) => !this.#ids.has(candidate.id));
    const ids = cards.some((card) => card.more) ? fresh.map((candidate) => candidate.id) : [];
    const more = await findKnownMore(tx, this.actor.workspace.id, ids);
    for (const candidate of fresh) this.#remember(toKnown(candidate, more.get(candidate.id)));
  }

  /** `ways`: which way single fields go, where it is not the usual one. */
  decide(card: CardReading, circle: Circle, ways: Ways = {}): Decision {
    if (card.problem !== null) return { outcome: "skip", why: card.problem };
    if (card.isPrivate && !isClientInPerson(this.actor)) {
      return {
        outcome: "skip",
        why: `The card is marked private: only ${firstName(this.actor.clientName)} can import it.`,
      };
    }
    const facts = matchFactsOf(card);
    const beside = card.more && this.#mayHave(card.more);
    const match = this.#people.find(facts);
    if (!match) return this.#make({ ...card, more: beside }, facts, circle);
    const known = match.person;
    const filled = fillIn(known.facts, known.days, card.facts, card.days, ways);
    const more = beside ? fillInMore(known.more, beside, ways) : null;
    const because = `Matched because ${sayMatch(match.reason, known.name)}.`;
    const added = [...filled.adds, ...(more?.adds ?? [])];
    const adds = added.length > 0 ? [`Adds: ${added.join(", ")}.`] : [];
    const why = [because, ...adds, ...filled.differs, ...card.remarks].join(" ");
    Object.assign(known.facts, filled.change);
    for (const change of [...filled.yearsOf, ...filled.changedDays]) {
      const day = known.days.find((one) => one.id === change.id);
      if (day) Object.assign(day, change);
    }
    known.days.push(...filled.newDays.map((day) => ({ ...day, id: randomUUID() })));
    if (more) remember(known.more, more);
    const differences = [...filled.differences, ...(more?.differences ?? [])];
    return { outcome: adds.length > 0 ? "add" : "same", known, filled, more, differences, why };
  }

  /** What is private in a file is the client's to bring. */
  #mayHave(more: CardMore): CardMore {
    if (isClientInPerson(this.actor)) return more;
    const open = <T extends { isPrivate?: boolean }>(list: T[]) => list.filter((one) => !one.isPrivate);
    return {
      ...more,
      relations: open(more.relations),
      contacts: open(more.contacts),
      facts: open(more.facts),
    };
  }

  #make(card: CardReading, facts: MatchFacts, circle: Circle): Decision {
    const namesake = this.#people.findNamesake(facts);
    const known: Known = {
      ...facts,
      id: randomUUID(),
      version: 1,
      isPrivate: card.isPrivate,
      facts: { ...nothingKnown, ...card.facts, circle },
      days: card.days.map((day) => ({ ...day, id: randomUUID() })),
      more: { relations: [], contactKeys: [], facts: [], pictureSum: null, isDead: false },
      stored: null,
    };
    const more = card.more ? fillInMore(nothingMore, card.more) : null;
    if (more) remember(known.more, more);
    this.#remember(known);
    const remark = namesake
      ? [`${namesake.name} has the same e-mail address, but another name: made as somebody new.`]
      : [];
    return { outcome: "make", known, more, why: [...remark, ...card.remarks].join(" ") };
  }

  #remember(known: Known): void {
    this.#ids.add(known.id);
    this.#people.add(known);
  }
}

/** What one card has added is no news to the next. */
function remember(known: KnownMore, more: FilledMore): void {
  known.relations.push(...more.relations);
  known.contactKeys.push(...more.contacts.map((one) => one.key));
  known.facts.push(...more.facts);
  if (more.picture) known.pictureSum = more.picture.sum;
  if (more.died) known.isDead = true;
}

const nothingKnown: Omit<PersonFacts, "name" | "circle"> & { saidAs: string } = {
  saidAs: "",
  givenName: "",
  familyName: "",
  nicknames: [],
  organization: "",
  jobTitle: "",
  emails: [],
  phones: [],
  addresses: [],
  links: [],
  howMet: "",
  careful: "",
  note: "",
  language: null,
  zone: null,
};

function matchFactsOf({ facts, sourceUid, days }: CardReading): MatchFacts {
  return {
    name: facts.name,
    sourceUid,
    emails: (facts.emails ?? []).map((email) => email.value),
    phones: (facts.phones ?? []).map((phone) => phone.value),
    pages: (facts.links ?? []).map((link) => link.value),
    birthday: days.find((day) => day.kind === "birthday") ?? null,
  };
}

function toKnown(candidate: Candidate, more?: KnownMore): Known {
  const {
    dates,
    sourceUid,
    mergedUids,
    id,
    version,
    isPrivate,
    importId: _,
    createdAt: __,
    ...facts
  } = candidate;
  return {
    id,
    version,
    isPrivate,
    sourceUid,
    mergedUids,
    name: facts.name,
    emails: facts.emails.map((email) => email.value),
    phones: facts.phones.map((phone) => phone.value),
    pages: facts.links.map((link) => link.value),
    birthday: dates.find((date) => date.kind === "birthday") ?? null,
    facts,
    days: dates.map((date) => ({ ...date })),
    more: more ?? { relations: [], contactKeys: [], facts: [], pictureSum: null, isDead: candidate.isDead },
    stored: candidate,
  };
}

/** Under which names the list may have somebody: as the card sorts, as written, and with the last word first. */
function sortNamesOf({ facts }: CardReading): string[] {
  const written = foldName(facts.name);
  const words = written.split(" ");
  const turned = [words.at(-1) ?? "", ...words.slice(0, -1)].join(" ");
  return [sortNameOf(facts), written, turned];
}
