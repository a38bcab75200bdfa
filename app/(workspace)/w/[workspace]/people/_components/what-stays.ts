import { keep, read } from "@/app/(workspace)/w/[workspace]/_components/use-kept";

const keyOf = (slug: string, id: string) => `firsthand:what-stays:${slug}:${id}`;

/** Hands what the form was answered, how many tasks stay, to the person's page, which is shown next. */
export function keepStays(slug: string, id: string, stays: number): void {
  keep(keyOf(slug, id), stays > 0 ? String(stays) : "");
}

/** How many tasks stayed with the change that was saved just now; once asked, it is forgotten. */
export function takeStays(slug: string, id: string): number {
  const kept = Number(read(keyOf(slug, id)));
  keep(keyOf(slug, id), "");
  return Number.isInteger(kept) ? kept : 0;
}
