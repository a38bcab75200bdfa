/** What may stand in JSON that was written by anybody: nothing is believed before it was looked at. */
type Json = Record<string, unknown>;

/** The objects of a list; `dropped` hears how many items were none. */
export function objects(values: unknown, dropped: (n: number) => void = () => undefined): Json[] {
  if (!Array.isArray(values)) return [];
  const found = values.filter(
    (one): one is Json => typeof one === "object" && one !== null && !Array.isArray(one),
  );
  if (found.length < values.length) dropped(values.length - found.length);
  return found;
}

export function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

export function texts(values: unknown): string[] {
  return (Array.isArray(values) ? values : []).filter((value): value is string => typeof value === "string");
}

/** One of these words, or null. */
export function oneOf<Word extends string>(words: readonly Word[], value: unknown): Word | null {
  return words.find((word) => word === value) ?? null;
}
