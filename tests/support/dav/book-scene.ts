import { listRelations } from "@/lib/data/person-relations";
import { findPicture } from "@/lib/data/pictures";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import { readAddressBook, readAddressBooks } from "@/lib/queries/read-address-books";
import type { EditBookInput, ResolveConflictInput } from "@/lib/schemas/address-book";
import { acceptGone } from "@/lib/use-cases/address-book/accept-gone";
import { addAddressBook } from "@/lib/use-cases/address-book/add-address-book";
import { editAddressBook } from "@/lib/use-cases/address-book/edit-address-book";
import { lookForBooks } from "@/lib/use-cases/address-book/look-for-books";
import { removeAddressBook } from "@/lib/use-cases/address-book/remove-address-book";
import { resolveConflict } from "@/lib/use-cases/address-book/resolve-conflict";
import { type SyncStep, syncAddressBook } from "@/lib/use-cases/address-book/sync-address-book";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { editPerson } from "@/lib/use-cases/person/edit-person";
import { mergePeople } from "@/lib/use-cases/person/merge-people";
import { type Cast, cast } from "../cast";
import { must } from "../must";
import { asSuperuser } from "../superuser";
import { flat, historyOf } from "./scene-tools";
import type { DavHouse } from "./start-servers";

/** Somebody as a test looks at them. Days as "4.5.1986". */
export type Seen = {
  id: string;
  version: number;
  organization: string;
  jobTitle: string;
  note: string;
  careful: string;
  emails: string[];
  phones: string[];
  days: string[];
  isPrivate: boolean;
  circle: string;
};

/** Mira's desk with an address book of hers on a server that runs beside the test. */
export async function bookScene(
  house: Pick<DavHouse, "url" | "book" | "username" | "password">,
): Promise<BookScene> {
  return new BookScene(house, await cast());
}

export class BookScene {
  bookId = "";

  constructor(
    readonly house: Pick<DavHouse, "url" | "book" | "username" | "password">,
    readonly cast: Cast,
  ) {}

  async look(
    more: { address?: string; password?: string } = {},
    actor: Actor = this.cast.client,
  ): Promise<unknown> {
    const { url, username, password } = this.house;
    return flat(await lookForBooks(actor, { address: url, username, password, ...more }));
  }

  async add(more: { address?: string; circle?: string } = {}): Promise<void> {
    const { book, username, password } = this.house;
    const typed = { address: book, username, password, name: "Friends", circle: "friends", ...more };
    this.bookId = must(await addAddressBook(this.cast.client, typed, new Date())).id;
  }

  /** Reads the book to the end. */
  async sync(actor: Actor = this.cast.client, limits?: { mostMs: number }): Promise<SyncStep> {
    for (let begin = true; ; begin = false) {
      const step = must(await this.#step(actor, begin, limits));
      if (step.finished) return step;
    }
  }

  async syncOnce(actor: Actor): Promise<unknown> {
    return flat(await this.#step(actor, true));
  }

  /** The next step of a reading, so many minutes from now. */
  async goOnIn(minutes: number): Promise<SyncStep> {
    const at = new Date(Date.now() + minutes * 60_000);
    return must(await syncAddressBook(this.cast.client, this.bookId, { begin: false, at, random: 0.5 }));
  }

  #step(actor: Actor, begin: boolean, limits?: { mostMs: number }): Promise<Result<SyncStep>> {
    return syncAddressBook(actor, this.bookId, { begin, at: new Date(), random: 0.5, ...limits });
  }

  async book() {
    return must(await readAddressBook(this.cast.client, this.bookId));
  }

  async booksOf(actor: Actor): Promise<unknown> {
    return flat(await readAddressBooks(actor));
  }

  async editBook(input: EditBookInput): Promise<unknown> {
    return flat(await editAddressBook(this.cast.client, this.bookId, input, new Date()));
  }

  async removeBook(): Promise<void> {
    must(await removeAddressBook(this.cast.client, this.bookId, new Date()));
  }

  async edit(name: string, input: Record<string, unknown>): Promise<void> {
    const { id, version } = (await this.people())[name] as Seen;
    must(await editPerson(this.cast.client, { id, version }, input, new Date()));
  }

  /** Somebody whom Mira knew before any card of theirs came. */
  async know(name: string, facts: Record<string, unknown> = {}): Promise<void> {
    must(await addPerson(this.cast.client, { name, ...facts }, new Date()));
  }

  async merge(kept: string, merged: string): Promise<void> {
    const people = await this.people();
    const [one, other] = [people[kept], people[merged]] as [Seen, Seen];
    must(await mergePeople(this.cast.client, { kept: one, merged: other, choices: {} }, new Date()));
  }

  /** As if a reading had begun before somebody was merged, and been written down after it. */
  async putCardBack(card: string, personId: string): Promise<void> {
    await asSuperuser(
      "UPDATE address_book_cards SET person_id = $3 WHERE workspace_id = $1 AND href LIKE '%/' || $2",
      [this.cast.desk.id, card, personId],
    );
  }

  /** In how many whole minutes the book is read next by a job. */
  async nextTurn(): Promise<number> {
    const [row] = await asSuperuser<{ minutes: number }>(
      "SELECT round(extract(epoch FROM next_at - now()) / 60)::int AS minutes FROM address_book_turns WHERE workspace_id = $1",
      [this.cast.desk.id],
    );
    return row?.minutes ?? 0;
  }

  async resolve(name: string, fields: ResolveConflictInput["fields"]): Promise<unknown> {
    const conflict = (await this.book()).conflictList.find((one) => one.name === name);
    const { href = "", version = 0 } = conflict ?? {};
    return flat(await resolveConflict(this.cast.client, this.bookId, { href, version, fields }, new Date()));
  }

  async gone(name: string, person: "keep" | "remove"): Promise<void> {
    const { href = "" } = (await this.book()).goneList.find((one) => one.name === name) ?? {};
    must(await acceptGone(this.cast.client, this.bookId, { href, person }, new Date()));
  }

  /** Everybody on the desk, by name; as `actor` may see them. */
  async people(actor: Actor = this.cast.client): Promise<Record<string, Seen>> {
    const rows = await asSuperuser<Seen & { name: string }>(
      `SELECT p.name, p.id, p.version, organization, job_title AS "jobTitle", note, careful, p.is_private AS "isPrivate", circle,
         ARRAY(SELECT e ->> 'value' FROM jsonb_array_elements(emails) e) AS emails, ARRAY(SELECT e ->> 'value' FROM jsonb_array_elements(phones) e) AS phones,
         ARRAY(SELECT concat_ws('.', d.day, d.month, d.year) FROM person_dates d WHERE d.workspace_id = p.workspace_id AND d.person_id = p.id
           AND d.removed_at IS NULL ORDER BY month, day) AS days
       FROM persons p WHERE p.workspace_id = $1 AND p.removed_at IS NULL AND (NOT p.is_private OR $2) ORDER BY p.name, p.id`,
      [this.cast.desk.id, actor.role === "client"],
    );
    return Object.fromEntries(rows.map(({ name, ...rest }) => [name, rest]));
  }

  /** Who is what to somebody, as "partner Otto Lind", and the sum of their picture. */
  async beside(name: string): Promise<{ relations: string[]; picture: string | null }> {
    const { id } = (await this.people())[name] as Seen;
    const { client, desk } = this.cast;
    const read = await readAs(client, async (tx) => ({
      relations: (await listRelations(tx, desk.id, id)).map(({ kind, other }) => `${kind} ${other.name}`),
      picture: (await findPicture(tx, desk.id, id))?.sum ?? null,
    }));
    return must(read);
  }

  async sources(name: string): Promise<string[]> {
    const rows = await asSuperuser<{ from_where: string }>(
      "SELECT DISTINCT s.from_where FROM fact_sources s JOIN persons p ON p.workspace_id = s.workspace_id AND p.id = s.person_id WHERE p.workspace_id = $1 AND p.name = $2",
      [this.cast.desk.id, name],
    );
    return rows.map((row) => row.from_where);
  }

  history(actor: Actor = this.cast.client): Promise<string> {
    return historyOf(actor);
  }

  /** As if FIRSTHAND_SECRET had been another one when the password was sealed. */
  async spoilSeal(): Promise<void> {
    await asSuperuser(
      "UPDATE address_books SET sealed = set_byte(sealed, 20, (get_byte(sealed, 20) + 1) % 256) WHERE workspace_id = $1",
      [this.cast.desk.id],
    );
  }
}
