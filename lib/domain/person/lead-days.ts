import { DEFAULT_LEAD_DAYS } from "@/lib/domain/person/person";
import type { CircleRules } from "@/lib/domain/policy/circles";

/** How many days ahead a day's task appears, and who said so: the day itself, the person, a circle (its key), or nobody. */
export type LeadDays = {
  days: number;
  by: "day" | "person" | "circle" | "usual";
  circle: string | null;
};

/**
 * Lead days of one yearly day: its own, else the person's, else those of the nearest of their circles that has some
 * (`all` stand from near to far), else seven.
 */
export function leadDaysOf(
  own: number | null,
  person: { leadDays: number | null; circles: readonly string[] },
  all: readonly Pick<CircleRules, "key" | "leadDays">[],
): LeadDays {
  if (own !== null) return { days: own, by: "day", circle: null };
  if (person.leadDays !== null) return { days: person.leadDays, by: "person", circle: null };
  const nearest = all.find((one) => one.leadDays !== null && person.circles.includes(one.key));
  if (nearest?.leadDays != null) return { days: nearest.leadDays, by: "circle", circle: nearest.key };
  return { days: DEFAULT_LEAD_DAYS, by: "usual", circle: null };
}
