import { foldName } from "@/lib/domain/person/sort-name";
import { type CircleRules, firstCircles } from "@/lib/domain/policy/circles";
import type { Circle } from "@/lib/domain/policy/default-tags";
import type { Refusal } from "@/lib/domain/refusal";

/** More circles than this nobody tells apart. */
export const MOST_CIRCLES = 20;

/** A key that no circle of this desk has or had: the name in plain small letters, with a number where that is needed. */
export function keyForCircle(name: string, taken: ReadonlySet<Circle>): Circle {
  const plain = foldName(name)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 30);
  const base = plain === "" ? "circle" : plain;
  for (let n = 1; ; n++) {
    const key = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(key)) return key;
  }
}

/** Two circles of one name could not be told apart. `key` is the circle that takes the name; null for a new one. */
export function whyNotNamed(
  name: string,
  key: Circle | null,
  all: readonly Pick<CircleRules, "key" | "name">[],
): Refusal | null {
  const isTaken = all.some((one) => one.key !== key && foldName(one.name) === foldName(name));
  return isTaken ? { code: "invalid", fields: { name: "There is a circle of this name already." } } : null;
}

/** A circle with people in it stays, and so do the four that every desk starts with. `people` is how many are in it. */
export function whyNotRemoveCircle(key: Circle, people: number): Refusal | null {
  if (firstCircles.includes(key))
    return {
      code: "invalid",
      fields: { form: "Every desk has this circle. It can be given another name, not removed." },
    };
  if (people === 0) return null;
  const form =
    people === 1
      ? "One person is in this circle. Move them first."
      : `${people} people are in this circle. Move them first.`;
  return { code: "invalid", fields: { form } };
}
