import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { SectionHeader } from "@/components/ui/sheet";
import { requireActor } from "@/lib/auth/actor";
import { signInPath } from "@/lib/auth/safe-path";
import { firstName } from "@/lib/domain/person/first-name";
import { readAddressBooks } from "@/lib/queries/read-address-books";
import { readCircles } from "@/lib/queries/read-circles";
import { AddBook } from "./_components/add-book";
import { BookList } from "./_components/book-list";

export const metadata: Metadata = { title: "Address books" };

export default async function AddressBooksPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const actor = await requireActor(workspace);
  const [read, shaped] = [await readAddressBooks(actor), await readCircles(actor)];
  if (!read.ok || !shaped.ok) redirect(signInPath(`/w/${workspace}/settings/address-books`));
  if (actor.role !== "client")
    return (
      <Notice>Address books on other servers are {firstName(actor.clientName)}’s to add and to read.</Notice>
    );
  const { books } = read.value;
  const circles = shaped.value.circles.map(({ key, name }) => ({ key, name }));
  return (
    <>
      <section aria-labelledby="books">
        <SectionHeader
          id="books"
          title="Address books"
          aside="read every half hour; nothing is written there"
        />
        {books.length > 0 ? (
          <BookList books={books} base={`/w/${workspace}/settings/address-books`} now={Date.now()} />
        ) : (
          <EmptyState title="No address book yet">
            If you keep your contacts on a server of your own (Nextcloud, Radicale, Fastmail, iCloud…),
            Firsthand can read them there. People come into a circle of your choice; what changes on both
            sides is shown to you.
          </EmptyState>
        )}
      </section>
      <section aria-labelledby="add">
        <SectionHeader id="add" title="Add an address book" />
        <AddBook circles={circles} />
      </section>
    </>
  );
}
