import type { Refusal } from "@/lib/domain/refusal";
import { isSameViewName, MOST_VIEWS, type SavedView } from "@/lib/domain/task/saved-view";

/** Why a view cannot have this name beside the `others` that somebody has; null when it can. */
export function whyNotName(name: string, others: readonly SavedView[]): Refusal | null {
  if (others.length >= MOST_VIEWS)
    return { code: "invalid", fields: { name: `You have ${MOST_VIEWS} views already: remove one first.` } };
  if (others.some((other) => isSameViewName(other.name, name)))
    return { code: "invalid", fields: { name: "You have a view of this name already." } };
  return null;
}
