import { ageText } from "@/components/when";
import type { BookView } from "@/lib/domain/address-book/book";

/** How a book stands, in words: "In step, read 5 min ago". `now` in milliseconds. */
export function bookStateText(book: BookView, now: number): string {
  const read = book.lastSyncedAt === null ? "" : `, read ${ageText(book.lastSyncedAt, now)}`;
  switch (book.state) {
    case "paused":
      return `Paused${read}`;
    case "failing":
      return `Cannot be read: ${book.lastError}${
        book.lastSyncedAt === null ? "" : ` It was last read ${ageText(book.lastSyncedAt, now)}.`
      }`;
    case "in-step":
      return `In step${read}`;
    case "new":
      if (book.waiting > 0) return `${book.waiting} of ${book.cards} cards still to be read`;
      return book.lastSyncedAt === null ? "Not read yet" : `To be read again; last${read.slice(1)}`;
  }
}

/** What waits for the client in a book: "3 conflicts, 1 deleted there"; empty when nothing does. */
export function bookWaitsText({ conflicts, gone, unread }: BookView): string {
  const parts = [
    conflicts > 0 ? `${conflicts} ${conflicts === 1 ? "conflict" : "conflicts"}` : "",
    gone > 0 ? `${gone} deleted there` : "",
    unread > 0 ? `${unread} not taken` : "",
  ];
  return parts.filter(Boolean).join(", ");
}
