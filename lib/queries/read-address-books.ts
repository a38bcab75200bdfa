import { listCards, nameCardPeople } from "@/lib/data/address-book-cards";
import { listBooks } from "@/lib/data/address-books";
import type { Tx } from "@/lib/data/client";
import { findPerson } from "@/lib/data/people";
import { listDates } from "@/lib/data/person-dates";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { BookDetail, BookView, CardConflict } from "@/lib/domain/address-book/book";
import { labelOf, sayField } from "@/lib/domain/address-book/say-field";
import { granted, type Result, refused } from "@/lib/domain/result";

const MOST_SHOWN = 100;

/** The client's address books; whoever is not the client sees none. Refuses `signed-out`. */
export async function readAddressBooks(actor: Actor): Promise<Result<{ books: BookView[] }>> {
  return readAs(actor, async (tx) => ({ books: await listBooks(tx, actor.workspace.id, null) }));
}

/** One address book with what waits for the client in it. Refuses `not-found`, `signed-out`. */
export async function readAddressBook(actor: Actor, id: string): Promise<Result<BookDetail>> {
  const workspaceId = actor.workspace.id;
  const read = await readAs(actor, async (tx) => {
    const [book] = await listBooks(tx, workspaceId, id);
    if (!book) return null;
    const cards = (states: Parameters<typeof listCards>[3] & { limit: number }) =>
      listCards(tx, workspaceId, id, states);
    const conflicts = await cards({ states: ["conflict"], limit: MOST_SHOWN });
    const gone = await cards({ states: ["gone"], limit: MOST_SHOWN });
    const unread = await cards({ states: ["unreadable", "left-out"], limit: MOST_SHOWN });
    const names = await nameCardPeople(
      tx,
      workspaceId,
      gone.flatMap((card) => card.personId ?? []),
    );
    const conflictList: CardConflict[] = [];
    for (const card of conflicts) {
      const shown = await showConflict(tx, workspaceId, card);
      if (shown) conflictList.push(shown);
    }
    return {
      ...book,
      conflictList,
      goneList: gone.map(({ href, personId, isHere, said }) => ({
        href,
        personId: isHere ? personId : null,
        name: names.get(personId ?? "") ?? said?.facts.name ?? "",
      })),
      unreadList: unread.map(({ href, note, said }) => ({
        href,
        label: note.label || said?.facts.name || placeName(href),
        why: note.why ?? "",
      })),
    };
  });
  if (!read.ok) return read;
  return read.value === null ? refused({ code: "not-found" }) : granted(read.value);
}

type Card = Awaited<ReturnType<typeof listCards>>[number];

async function showConflict(
  tx: Tx,
  workspaceId: string,
  { href, personId, said, note }: Card,
): Promise<CardConflict | null> {
  const person = personId === null ? null : await findPerson(tx, workspaceId, personId);
  if (person === null || said === null) return null;
  const days = await listDates(tx, workspaceId, [person.id]);
  const here = { facts: person, days, isPrivate: person.isPrivate };
  const fields = (note.fields ?? []).map((field) => ({
    field,
    label: labelOf(field),
    here: sayField(field, here),
    there: sayField(field, said),
  }));
  return { href, personId: person.id, name: person.name, version: person.version, fields };
}

/** The last part of a card's place, for one of which nothing else is known. */
function placeName(href: string): string {
  const part = href.split("/").at(-1) ?? href;
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
