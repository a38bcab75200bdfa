/** An entry that was changed here and on another machine: what of it comes from where. */

/** What an entry says that both sides may change; the values are in one form, so that the same is the same text. */
export const objectFields = ["when", "summary", "place", "link", "note", "status", "free"] as const;
export type ObjectField = (typeof objectFields)[number];
export type ObjectPart = Readonly<Record<ObjectField, string>>;

/** One version of a series: its parts by the time that they stand for, "" being the series itself. Empty: it is not there. */
export type ObjectSide = ReadonlyMap<string, ObjectPart>;

/** What was changed on both sides, each time otherwise; no field where one side took away what the other changed. */
export type Clash = { place: string; field: ObjectField | null };

/** With clashes, nothing of it may be used: both versions stay until somebody decides. */
export type MergedObject = { side: ObjectSide; clashes: Clash[] };

/**
 * Puts two versions together: what was changed on one side since `base` is as it is there, what was changed on both in the same way
 * stands. A series that moved on one side fits no time that was changed by itself on the other: that is a clash, too.
 */
export function mergeObject(base: ObjectSide, here: ObjectSide, there: ObjectSide): MergedObject {
  const side = new Map<string, ObjectPart>();
  const clashes: Clash[] = [];
  for (const place of new Set([...here.keys(), ...there.keys()])) {
    const part = mergePart(place, base.get(place), here.get(place), there.get(place), clashes);
    if (part !== null) side.set(place, part);
  }
  if (isTornApart(base, here, there) || isTornApart(base, there, here))
    clashes.push({ place: "", field: "when" });
  // A time that one side made different is nothing without the series that the other side took away.
  if (clashes.length === 0 && base.has("") && !side.has("") && side.size > 0)
    clashes.push({ place: "", field: null });
  return { side, clashes };
}

/** Whether two versions say the same. */
export function isSameSide(one: ObjectSide, other: ObjectSide): boolean {
  return one.size === other.size && [...one].every(([place, part]) => isSamePart(part, other.get(place)));
}

/** In which fields two parts differ; all of them where there is only one. */
export function differingFields(one: ObjectPart | undefined, other: ObjectPart | undefined): ObjectField[] {
  return objectFields.filter((field) => one?.[field] !== other?.[field]);
}

function mergePart(
  place: string,
  base: ObjectPart | undefined,
  here: ObjectPart | undefined,
  there: ObjectPart | undefined,
  clashes: Clash[],
): ObjectPart | null {
  if (here === undefined || there === undefined) {
    const left = here ?? there;
    if (left === undefined || base === undefined) return left ?? null;
    if (!isSamePart(left, base)) clashes.push({ place, field: null });
    return null;
  }
  const merged: Record<ObjectField, string> = { ...here };
  for (const field of objectFields) {
    const [was, ours, theirs] = [base?.[field], here[field], there[field]];
    if (ours === theirs || theirs === was) continue;
    if (ours === was) merged[field] = theirs;
    else clashes.push({ place, field });
  }
  return merged;
}

function isTornApart(base: ObjectSide, moved: ObjectSide, other: ObjectSide): boolean {
  const [was, now, still] = [base.get("")?.when, moved.get("")?.when, other.get("")?.when];
  if (was === undefined || now === undefined || now === was || now === still) return false;
  const places = [...base.keys(), ...other.keys()].filter((place) => place !== "");
  return places.some((place) => {
    const part = other.get(place);
    const isTouched = part === undefined ? base.has(place) : !isSamePart(part, base.get(place));
    return isTouched && !(part === undefined ? !moved.has(place) : isSamePart(part, moved.get(place)));
  });
}

function isSamePart(one: ObjectPart, other: ObjectPart | undefined): boolean {
  return differingFields(one, other).length === 0;
}
