import type { FactKind } from "@/lib/domain/person/fact";
import type { LeadDays } from "@/lib/domain/person/lead-days";
import type { DateKind, PersonFacts, PersonStanding } from "@/lib/domain/person/person";
import type { PromiseView } from "@/lib/domain/person/promise";
import type { RelationKind } from "@/lib/domain/person/relation";
import type { SourceView } from "@/lib/domain/person/source";
import type { StoryPage } from "@/lib/domain/person/story";
import type { TouchOfPerson } from "@/lib/domain/person/touch";
import type { Circle } from "@/lib/domain/policy/default-tags";
import type { TaskRow } from "@/lib/domain/task/view";

/**
 * One line of the list of people. `circles` stand from near to far. `nextDay` is the next yearly day of theirs, "YYYY-MM-DD" where the client lives; `age` the
 * full years on it, where the year is known.
 */
export type PersonRow = {
  id: string;
  name: string;
  circle: Circle;
  circles: Circle[];
  /** Whether they have died, and on which day ("YYYY-MM-DD") where that is known. */
  isDead: boolean;
  diedOn: string | null;
  organization: string;
  jobTitle: string;
  isPrivate: boolean;
  /** The version of their picture; null: there is none. */
  picture: number | null;
  nextDay: { kind: DateKind; label: string; day: string; age: number | null } | null;
  /** The last contact that the reader may know of: its day, and what it was ("a call"). */
  lastContact: { day: string; says: string } | null;
};

/** A page of the list. `total` is everybody whom the words and the circle leave; `more` the cursor of the next page. */
export type PeopleView = {
  people: PersonRow[];
  more: string | null;
  total: number;
  q: string;
  circle: Circle | null;
};

/** A yearly day as a person's page shows it. `next` is "YYYY-MM-DD"; `age` what they turn then, where the year is known. */
export type PersonDateView = {
  id: string;
  kind: DateKind;
  label: string;
  month: number;
  day: number;
  year: number | null;
  /** Its own lead days, or null; `lead` is what holds, and who said so. */
  leadDays: number | null;
  lead: LeadDays;
  next: string;
  age: number | null;
};

/** One fact about somebody, with where it is from. */
export type FactView = {
  id: string;
  version: number;
  kind: FactKind;
  label: string;
  value: string;
  isPrivate: boolean;
  source: SourceView;
};

/** Who somebody is to somebody else, from the side of the page: `kind` is what the other is to them. An `id` of null: a name alone. */
export type RelationView = {
  id: string;
  version: number;
  kind: RelationKind;
  other: { id: string | null; name: string };
  note: string;
  isPrivate: boolean;
  source: SourceView;
};

/** What is known about somebody beside their own row; `sources` by field: "howMet", "phones:+49 30 1", "day:<id>". */
export type KnownView = {
  facts: FactView[];
  relations: RelationView[];
  sources: Record<string, SourceView>;
};

/** Somebody's page. */
export type PersonView = PersonFacts &
  KnownView &
  PersonStanding & {
    id: string;
    version: number;
    isPrivate: boolean;
    picture: number | null;
    createdAt: string;
    fromFile: string | null;
    dates: PersonDateView[];
    tasks: TaskRow[];
    promises: PromiseView[];
    touch: TouchOfPerson;
    /** The first page of what happened with them. */
    story: StoryPage;
    can: { makePrivate: boolean; remove: boolean };
  };
