import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { isUuid } from "@/app/(workspace)/w/[workspace]/people/_components/is-uuid";
import { UnreadList } from "@/app/(workspace)/w/[workspace]/settings/_components/unread-list";
import { bookStateText } from "@/components/address-books/words";
import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import { SectionHeader } from "@/components/ui/sheet";
import { requireActor } from "@/lib/auth/actor";
import { readAddressBook } from "@/lib/queries/read-address-books";
import { readCircles } from "@/lib/queries/read-circles";
import { BookForm } from "../_components/book-form";
import { BookVerbs } from "../_components/book-verbs";
import { ConflictCard } from "../_components/conflict-card";
import { GoneLine } from "../_components/gone-line";

export const metadata: Metadata = { title: "Address book" };

export default async function AddressBookPage({
  params,
}: {
  params: Promise<{ workspace: string; id: string }>;
}) {
  const { workspace, id } = await params;
  const actor = await requireActor(workspace);
  const [read, shaped] = isUuid(id) ? [await readAddressBook(actor, id), await readCircles(actor)] : [];
  if (!read?.ok || !shaped?.ok) notFound();
  const { conflictList, goneList, unreadList, ...book } = read.value;
  const people = `/w/${workspace}/people`;
  return (
    <>
      <section aria-labelledby="book">
        <Link
          href={`/w/${workspace}/settings/address-books`}
          className="touchable text-[0.8125rem] text-muted underline underline-offset-2"
        >
          All address books
        </Link>
        <h2 id="book" className="mt-1 font-serif text-2xl wrap-anywhere">
          <bdi>{book.name}</bdi>
        </h2>
        <p className={cx("mb-3 wrap-anywhere", book.state === "failing" ? "text-late" : "text-muted")}>
          {bookStateText(book, Date.now())}
        </p>
        <BookVerbs book={book} />
      </section>
      {conflictList.length > 0 ? (
        <section aria-labelledby="conflicts" className="flex flex-col gap-3">
          <SectionHeader
            id="conflicts"
            title="Different here and there"
            count={book.conflicts}
            aside={firstOnly(conflictList, book.conflicts) ?? "nothing changes before you choose"}
          />
          {conflictList.map((one) => (
            <ConflictCard
              key={`${one.href} ${one.version}`}
              bookId={book.id}
              conflict={one}
              people={people}
            />
          ))}
        </section>
      ) : null}
      {goneList.length > 0 ? (
        <section aria-labelledby="gone">
          <SectionHeader
            id="gone"
            title="Deleted there"
            count={book.gone}
            aside={firstOnly(goneList, book.gone) ?? "nobody leaves the desk unasked"}
          />
          <ul className="rounded-sheet border border-line bg-sheet">
            {goneList.map((one) => (
              <GoneLine key={one.href} bookId={book.id} card={one} people={people} />
            ))}
          </ul>
        </section>
      ) : null}
      <UnreadList
        title="Not taken"
        all={book.unread}
        items={unreadList.map(({ href, label, why }) => ({ id: href, label, more: why }))}
      />
      <section aria-labelledby="how">
        <SectionHeader id="how" title="How it is read" />
        <BookForm book={book} circles={shaped.value.circles.map(({ key, name }) => ({ key, name }))} />
      </section>
    </>
  );
}

/** A long list shows its beginning, and says so. */
function firstOnly(list: unknown[], count: number): string | undefined {
  return list.length < count ? `the first ${list.length}; the others follow` : undefined;
}
