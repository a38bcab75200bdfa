import type { CalendarObject, ReadObjects } from "@/lib/adapters/calendar/read-objects";
import type { ListedItem, StoredItem } from "@/lib/data/calendar-items";
import { cutText } from "@/lib/domain/cut-text";
import type { GivenObject } from "@/lib/use-cases/calendar-source/take-objects";

const LONGEST_NAME = 900;

/** What a file has, as a list: each series under its id, and what could not be read; the same name comes once. */
export function listObjects({ objects, unread }: ReadObjects): {
  present: ListedItem[];
  unread: { href: string; why: string }[];
} {
  const present = new Map<string, ListedItem>();
  for (const object of objects) {
    const href = nameOf(object.uid, object.sum);
    if (!present.has(href)) present.set(href, { href, etag: object.sum, theirs: JSON.stringify(object) });
  }
  const lost = new Map<string, { href: string; why: string }>();
  for (const { uid, label, why } of unread) {
    const href = nameOf(uid, label);
    if (!present.has(href)) lost.set(href, { href, why });
  }
  return { present: [...present.values()], unread: [...lost.values()] };
}

/** What waits to be taken of a file, as it was read. */
export function waitingObject({ href, theirs, etagThere: seen }: StoredItem): GivenObject {
  const object = JSON.parse(theirs ?? "null") as CalendarObject | null;
  return { href, seen, text: "", object, why: null, isGone: false, isPassing: false };
}

/** A series without an id goes by what it says. */
function nameOf(uid: string | null, otherwise: string): string {
  const name = (uid ?? "").replaceAll("\u0000", "").toWellFormed().trim();
  const isName = name !== "" && name.length <= LONGEST_NAME;
  return isName ? name : `#${cutText(otherwise, LONGEST_NAME)}`;
}
