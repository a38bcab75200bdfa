import { expect, test } from "vitest";
import { bookStateText } from "@/components/address-books/words";
import type { BookView } from "@/lib/domain/address-book/book";

const now = Date.parse("2026-11-25T10:00:00Z");
const book: BookView = {
  id: "book-1",
  version: 1,
  name: "Friends",
  url: "https://dav.example.com/mira/",
  username: "mira",
  circle: "friends",
  state: "in-step",
  lastSyncedAt: "2026-11-25T07:00:00Z",
  lastError: "",
  cards: 40,
  waiting: 0,
  conflicts: 0,
  gone: 0,
  unread: 0,
};

test.each<[Partial<BookView>, string]>([
  [{}, "In step, read 3 h ago"],
  [{ state: "paused" }, "Paused, read 3 h ago"],
  [{ state: "new", lastSyncedAt: null, cards: 0 }, "Not read yet"],
  [{ state: "new", lastSyncedAt: null, waiting: 30 }, "30 of 40 cards still to be read"],
  [{ state: "new" }, "To be read again; last read 3 h ago"],
  [
    { state: "failing", lastError: "dav.example.com cannot be reached." },
    "Cannot be read: dav.example.com cannot be reached. It was last read 3 h ago.",
  ],
  [
    { state: "failing", lastError: "dav.example.com cannot be reached.", lastSyncedAt: null },
    "Cannot be read: dav.example.com cannot be reached.",
  ],
])("Mira reads how her address book stands: %o", (change, text) => {
  expect(bookStateText({ ...book, ...change }, now)).toBe(text);
});
