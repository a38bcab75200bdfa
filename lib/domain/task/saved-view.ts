import type { QueueFilter } from "@/lib/domain/task/view";

/** A filter of the queue that a person has given a name, for themselves, on one desk. */
export type SavedView = { id: string; version: number; name: string; filter: QueueFilter; asBoard: boolean };

/** What a view is saved with. */
export type ViewSaid = Pick<SavedView, "name" | "filter" | "asBoard">;

/** More than these nobody finds their way among. */
export const MOST_VIEWS = 30;
export const LONGEST_VIEW_NAME = 60;

/** Whether two names are the same to whoever reads them: capitals and blanks around them do not matter. */
export function isSameViewName(one: string, other: string): boolean {
  const plain = (name: string) => name.normalize("NFC").trim().toLocaleLowerCase("en");
  return plain(one) === plain(other);
}
