import { keep, read } from "@/app/(workspace)/w/[workspace]/_components/use-kept";

/** Somebody just taken off the desk, as the list needs to know them to bring them back. */
export type Removed = { id: string; name: string; version: number; stays: number };

const keyOf = (slug: string) => `firsthand:removed-person:${slug}`;

/** Hands it to the list of people, which is shown next. */
export function keepRemoved(slug: string, removed: Removed): void {
  keep(keyOf(slug), JSON.stringify(removed));
}

/** Who was taken off just now; once asked, it is forgotten. */
export function takeRemoved(slug: string): Removed | null {
  const kept = read(keyOf(slug));
  keep(keyOf(slug), "");
  try {
    return JSON.parse(kept ?? "null") as Removed | null;
  } catch {
    return null;
  }
}
