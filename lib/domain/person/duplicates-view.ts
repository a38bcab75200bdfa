import type { ActingRole } from "@/lib/domain/actor";
import type { Verdict } from "@/lib/domain/person/duplicates";
import type { MergeDay } from "@/lib/domain/person/merge-days";
import type { MergeFacts } from "@/lib/domain/person/merge-people";

/** One of a pair, with everything that the two may differ in. `tasks` is what is open about them, as titles. */
export type PairSide = MergeFacts & {
  id: string;
  version: number;
  isPrivate: boolean;
  hasPicture: boolean;
  days: MergeDay[];
  tasks: string[];
  /** Whether whoever looks may merge them away into somebody else. */
  canLeave: boolean;
};

/** Two who may be one. `id` is both their ids. The first is the one that is kept unless one says otherwise. */
export type Pair = Verdict & { id: string; one: PairSide; other: PairSide };

/** A page of pairs, the surest first; `more` is the cursor of the next page. */
export type DuplicatesView = { pairs: Pair[]; more: string | null; apart: Apart[] };

/** Two who were said to be two: it can be taken back. */
export type Apart = { oneId: string; otherId: string; one: string; other: string };

/** Somebody who is known already, when one looks at or writes down another. */
export type KnownAlready = Verdict & { id: string; name: string };

/** What somebody's page says of others who are, or may be, this one. */
export type Twins = { people: KnownAlready[]; merges: MergedInto[] };

/** Somebody who was merged into this one, and may be brought back. `at` is ISO UTC. */
export type MergedInto = { id: string; name: string; at: string; by: string | null; role: ActingRole };
