import { keyOf } from "@/lib/domain/person/fill-in";
import type { LabelledText } from "@/lib/domain/person/person";

/**
 * A list after what changed there was brought here: what is new there is added, what is gone there goes. Null when nothing
 * changes; a conflict when both sides replaced the same entry, each by another.
 */
export function mergeList(
  field: Parameters<typeof keyOf>[0],
  was: LabelledText[],
  is: LabelledText[],
  here: LabelledText[],
): LabelledText[] | null | "conflict" {
  const key = (one: LabelledText) => keyOf(field, one);
  const [wasKeys, isKeys, hereKeys] = [was, is, here].map((list) => new Set(list.map(key))) as [
    Set<string>,
    Set<string>,
    Set<string>,
  ];
  const added = is.filter((one) => !wasKeys.has(key(one)) && !hereKeys.has(key(one)));
  const removed = new Set([...wasKeys].filter((one) => !isKeys.has(one)));
  const replacedHere =
    [...removed].some((one) => !hereKeys.has(one)) &&
    here.some((one) => !wasKeys.has(key(one)) && !isKeys.has(key(one)));
  if (added.length > 0 && replacedHere) return "conflict";
  const labels = new Map(is.map((one) => [key(one), one.label]));
  const before = new Map(was.map((one) => [key(one), one.label]));
  const kept = here
    .filter((one) => !removed.has(key(one)))
    .map((one) =>
      before.get(key(one)) === one.label ? { ...one, label: labels.get(key(one)) ?? one.label } : one,
    );
  const next = [...kept, ...added].slice(0, 100);
  return JSON.stringify(next) === JSON.stringify(here) ? null : next;
}

/** The same for plain names, which are never a conflict: one more nickname does no harm. */
export function mergeNames(was: string[], is: string[], here: string[]): string[] | null {
  const removed = new Set(was.filter((name) => !is.includes(name)));
  const added = is.filter((name) => !was.includes(name) && !here.includes(name));
  const next = [...here.filter((name) => !removed.has(name)), ...added].slice(0, 20);
  return next.length === here.length && added.length === 0 ? null : next;
}
