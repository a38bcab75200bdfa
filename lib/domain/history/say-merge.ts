import type { LoggedChange } from "@/lib/domain/history/entry";
import { sayFields, sayWhat, sayWho } from "@/lib/domain/history/words";

/** What a merge did to one of the two, or what taking it back did; null where the entry is of something else. */
export function sayMerged(entry: LoggedChange): string | null {
  const { before, after } = entry;
  if (before === null || after === null) return null;
  const who = sayWho(entry);
  const what = sayWhat(entry);
  if (entry.verb === "merge-people") {
    if (after.merged_into_id) return `${who} merged ${what} into somebody who is the same person.`;
    const taken = sayFields(entry);
    return `${who} merged somebody into ${what}${taken ? `, who took on their ${taken}` : ""}.`;
  }
  if (entry.verb !== "undo-merge") return null;
  if (before.merged_into_id) return `${who} took a merge back: ${what} is somebody of their own again.`;
  return `${who} took a merge back: ${what} is as before it.`;
}

/** That somebody is not the one who looks like them, or that nobody knows any more; null where the entry is of something else. */
export function sayToldApart(entry: LoggedChange): string | null {
  if (!entry.after || !("told_apart" in entry.after)) return null;
  const what = `${sayWhat(entry)} and somebody who looks alike`;
  return entry.after.told_apart === true
    ? `${sayWho(entry)} wrote down that ${what} are two people.`
    : `${sayWho(entry)} took back that ${what} are two people.`;
}

/** The merge itself, beside what it did to the two. */
export function sayMerge(entry: LoggedChange): string {
  return entry.before === null
    ? `${sayWho(entry)} made one person of two.`
    : `${sayWho(entry)} made two people of one again.`;
}
