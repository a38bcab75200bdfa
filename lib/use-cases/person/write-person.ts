import type { Tx } from "@/lib/data/client";
import { findPerson, type StoredPerson } from "@/lib/data/people";
import { changedSince } from "@/lib/data/tasks";
import type { Actor } from "@/lib/domain/actor";
import type { DateKind, PersonFacts } from "@/lib/domain/person/person";
import { isYearlyDate } from "@/lib/domain/person/yearly-date";
import type { CircleRules } from "@/lib/domain/policy/circles";
import type { Circle } from "@/lib/domain/policy/default-tags";
import type { Refusal } from "@/lib/domain/refusal";
import { granted, type Result, refused } from "@/lib/domain/result";

/** A yearly day as the form gives it back; without an id it is a new one. */
export type DateInput = {
  id?: string | null;
  kind: DateKind;
  label: string;
  month: number;
  day: number;
  year: number | null;
  /** Null or absent: as the person and their circles say. */
  leadDays?: number | null;
};

/** What somebody typed about a person. Days that are not in `dates` any more are taken away; without `dates` they all stay. */
export type PersonInput = Partial<PersonFacts> & {
  circles?: Circle[];
  leadDays?: number | null;
  dates?: DateInput[];
};

/** Which person, as the one acting saw them. */
export type PersonTarget = { id: string; version: number };

/** Loads whom the change is about. Refuses `not-found`, and `stale` with what changed meanwhile. */
export async function loadPerson(tx: Tx, actor: Actor, target: PersonTarget): Promise<Result<StoredPerson>> {
  const person = await findPerson(tx, actor.workspace.id, target.id);
  if (person === null) return refused({ code: "not-found" });
  if (person.version !== target.version) return refused(await stalePerson(tx, actor, person, target));
  return granted(person);
}

/** What a stale change is told. */
export async function stalePerson(
  tx: Tx,
  actor: Actor,
  person: StoredPerson,
  target: PersonTarget,
): Promise<Refusal> {
  const since = await changedSince(tx, actor.workspace.id, person.id, target.version);
  return { code: "stale", version: person.version, ...since };
}

/**
 * The circles that somebody will be in, from near to far: those that were typed, or with one of them (`circle`) in place of
 * the nearest. `was` are the ones of now; empty for somebody new.
 */
export function circlesAfter(
  was: readonly Circle[],
  input: Pick<PersonInput, "circle" | "circles">,
  all: readonly CircleRules[],
): Circle[] {
  const [nearest, ...rest] = was;
  const wanted =
    input.circles ?? (input.circle && input.circle !== nearest ? [input.circle, ...rest] : [...was]);
  const order = new Map(all.map((circle, at) => [circle.key, at]));
  return [...new Set(wanted)].sort((a, b) => (order.get(a) ?? 99) - (order.get(b) ?? 99));
}

/** Whether all these circles are there, and at least one of them. */
export function whyNotCircles(keys: readonly Circle[], all: readonly CircleRules[]): Refusal | null {
  if (keys.length === 0) return { code: "invalid", fields: { circles: "Choose at least one circle." } };
  const isThere = keys.every((key) => all.some((circle) => circle.key === key));
  return isThere ? null : { code: "invalid", fields: { circles: "This circle is not there any more." } };
}

/** A sentence for every day that does not exist; null when all do. */
export function whyNotDates(dates: readonly DateInput[]): Refusal | null {
  const wrong = dates.flatMap((date, index) =>
    isYearlyDate(date) ? [] : [[`dates.${index}.day`, sayNoSuchDay(date)] as const],
  );
  return wrong.length === 0 ? null : { code: "invalid", fields: Object.fromEntries(wrong) };
}

function sayNoSuchDay({ month, day, year }: DateInput): string {
  if (month === 2 && day === 29 && year !== null)
    return `${year} had no 29 February. Leave the year empty if it is not known.`;
  return "There is no such day in this month.";
}
