import { bookStateText, bookWaitsText } from "@/components/address-books/words";
import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import type { BookView } from "@/lib/domain/address-book/book";

/** The client's address books, each with how it stands and what waits. `now` in milliseconds. */
export function BookList({ books, base, now }: { books: BookView[]; base: string; now: number }) {
  return (
    <ul className="rounded-sheet border border-line bg-sheet">
      {books.map((book) => {
        const waits = bookWaitsText(book);
        return (
          <li key={book.id} className="border-b border-line last:border-b-0">
            <Link
              href={`${base}/${book.id}`}
              className="flex min-h-14 flex-col gap-0.5 px-4 py-3 hover:bg-sunken/50"
            >
              <span className="flex flex-wrap items-baseline justify-between gap-x-3">
                <bdi className="font-medium wrap-anywhere">{book.name}</bdi>
                {waits ? <span className="text-[0.8125rem] text-late">{waits}</span> : null}
              </span>
              <span
                className={cx(
                  "text-[0.8125rem] wrap-anywhere",
                  book.state === "failing" ? "text-late" : "text-muted",
                )}
              >
                {bookStateText(book, now)}
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
