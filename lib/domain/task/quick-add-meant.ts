import { foldName } from "@/lib/domain/person/sort-name";
import type { Circle } from "@/lib/domain/policy/default-tags";
import type { QuickAddReading } from "@/lib/domain/task/quick-add";

/** Somebody whom a typed name may mean. `called` is the name as typed; `exact` when it is their whole name. */
export type PersonCalled = {
  id: string;
  name: string;
  circle: Circle;
  circles: Circle[];
  called: string;
  exact: boolean;
};

/** Who is meant: the one with exactly this name, or the only one who has it in theirs. A sentence when it could be several. */
export function whoIsMeant(
  reading: QuickAddReading,
  people: PersonCalled[],
): { person: PersonCalled | null; isUnclear: string | null } {
  const name = reading.person?.name;
  if (!name) return { person: null, isUnclear: null };
  const meant = people.filter((person) => foldName(person.called) === foldName(name));
  const exact = meant.filter((person) => person.exact);
  const [only, ...others] = exact.length > 0 ? exact : meant;
  if (!only || others.length === 0) return { person: only ?? null, isUnclear: null };
  if (reading.person?.use === "link") return { person: null, isUnclear: null };
  const names = [only, ...others].slice(0, 3).map((person) => person.name);
  return {
    person: null,
    isUnclear:
      exact.length > 1
        ? `There are ${exact.length} people called ${name}; add this on the page of the one you mean.`
        : `Several people are called ${name} (${names.join(", ")}${others.length > 2 ? ", …" : ""}); type more of the name.`,
  };
}
