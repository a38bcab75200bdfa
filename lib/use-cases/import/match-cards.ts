import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/data/client";
import { type Candidate, listCandidates } from "@/lib/data/people-matching";
import type { Actor } from "@/lib/domain/actor";
import type { CardReading } from "@/lib/domain/import/payload";
import { type FilledIn, fillIn, type KnownDay } from "@/lib/domain/person/fill-in";
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
  facts: PersonFacts;
  days: KnownDay[];
  /** Null for somebody who is still to be made. */
  stored: Candidate | null;
};

/** What a card comes to. `filled` is what is new about `known`; somebody made has just been added to the known. */
export type Decision = { why: string } & (
  | { outcome: "skip" }
  | { outcome: "make"; known: Known }
  | { outcome: "add"; known: Known; filled: FilledIn }
  | { outcome: "same"; known: Known; filled: FilledIn }
);

/** Decides card by card, remembering what the earlier ones of the file made. Load the next cards, then decide them in order. */
export class CardMatcher {
  readonly #people = new PeopleIndex<Known>();
  readonly #ids = new Set<string>();

  constructor(readonly actor: Pick<Actor, "role" | "clientName" | "workspace">) {}

  /** Looks up whom these cards may mean, as far as the transaction may see them. */
  async load(tx: Tx, cards: CardReading[]): Promise<void> {
    const candidates = await listCandidates(tx, this.actor.workspace.id, {
      uids: cards.map((card) => card.sourceUid),
      emails: cards.flatMap((card) => (card.facts.emails ?? []).map(({ value }) => value.toLowerCase())),
      sortNames: [...new Set(cards.flatMap((card) => sortNamesOf(card)))],
    });
    for (const candidate of candidates) {
      if (!this.#ids.has(candidate.id)) this.#remember(toKnown(candidate));
    }
  }

  decide(card: CardReading, circle: Circle): Decision {
    if (card.problem !== null) return { outcome: "skip", why: card.problem };
    if (card.isPrivate && this.actor.role !== "client") {
      return {
        outcome: "skip",
        why: `The card is marked private: only ${firstName(this.actor.clientName)} can import it.`,
      };
    }
    const facts = matchFactsOf(card);
    const match = this.#people.find(facts);
    if (!match) return this.#make(card, facts, circle);
    const known = match.person;
    const filled = fillIn(known.facts, known.days, card.facts, card.days);
    const because = `Matched because ${sayMatch(match.reason, known.name)}.`;
    const adds = filled.adds.length > 0 ? [`Adds: ${filled.adds.join(", ")}.`] : [];
    const why = [because, ...adds, ...filled.differs, ...card.remarks].join(" ");
    Object.assign(known.facts, filled.change);
    for (const { id, year } of filled.yearsOf) {
      const day = known.days.find((one) => one.id === id);
      if (day) day.year = year;
    }
    known.days.push(...filled.newDays.map((day) => ({ ...day, id: randomUUID() })));
    return { outcome: adds.length > 0 ? "add" : "same", known, filled, why };
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
      stored: null,
    };
    this.#remember(known);
    const remark = namesake
      ? [`${namesake.name} has the same e-mail address, but another name: made as somebody new.`]
      : [];
    return { outcome: "make", known, why: [...remark, ...card.remarks].join(" ") };
  }

  #remember(known: Known): void {
    this.#ids.add(known.id);
    this.#people.add(known);
  }
}

const nothingKnown: Omit<PersonFacts, "name" | "circle"> = {
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
    birthday: days.find((day) => day.kind === "birthday") ?? null,
  };
}

function toKnown(candidate: Candidate): Known {
  const { dates, sourceUid, id, version, isPrivate, importId: _, createdAt: __, ...facts } = candidate;
  return {
    id,
    version,
    isPrivate,
    sourceUid,
    name: facts.name,
    emails: facts.emails.map((email) => email.value),
    phones: facts.phones.map((phone) => phone.value),
    birthday: dates.find((date) => date.kind === "birthday") ?? null,
    facts,
    days: dates.map((date) => ({ ...date })),
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
