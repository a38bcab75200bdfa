import { writeCard } from "@/lib/adapters/contacts/write-card";
import { peopleTableHead, peopleTableRow } from "@/lib/adapters/tables/write-people-table";
import { type ExportCursor, type ExportOf, findWidths, listExported } from "@/lib/data/export-people";
import { findPerson } from "@/lib/data/people";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import {
  type ExportedPerson,
  type ExportFormat,
  PEOPLE_FORMAT,
  PEOPLE_FORMAT_VERSION,
  type TableWidths,
} from "@/lib/domain/person/exported";
import { granted, type Result, refused } from "@/lib/domain/result";

/** Few at a time: each may have a picture of a megabyte. */
const PEOPLE_AT_ONCE = 25;

export type ExportWish = ExportOf & { format: ExportFormat };

/**
 * People as one file, in pieces: everybody, one circle or one person, as far as whoever asks may see them: what is private is
 * in the client's own export alone. Refuses `not-found` for one person who is not there, `signed-out`.
 */
export async function exportPeople(
  actor: Actor,
  wish: ExportWish,
  at: Date,
): Promise<Result<AsyncGenerator<string>>> {
  const workspaceId = actor.workspace.id;
  const begun = await readAs(actor, async (tx) => ({
    isThere: wish.personId === null || (await findPerson(tx, workspaceId, wish.personId)) !== null,
    widths: await findWidths(tx, workspaceId, wish),
  }));
  if (!begun.ok) return begun;
  if (!begun.value.isThere) return refused({ code: "not-found" });
  return granted(pieces(actor, wish, begun.value.widths, at));
}

async function* pieces(
  actor: Actor,
  wish: ExportWish,
  widths: TableWidths,
  at: Date,
): AsyncGenerator<string> {
  const { format } = wish;
  if (format === "csv") yield peopleTableHead(widths);
  if (format === "json") {
    const head = {
      format: PEOPLE_FORMAT,
      version: PEOPLE_FORMAT_VERSION,
      exportedAt: at.toISOString(),
      desk: actor.workspace.slug,
    };
    yield `${JSON.stringify(head).slice(0, -1)},"people":[\n`;
  }
  let isFirst = true;
  for (let after: ExportCursor | null = null; ; ) {
    const read = await readAs(actor, (tx) =>
      listExported(tx, actor.workspace.id, wish, after, PEOPLE_AT_ONCE, format !== "csv"),
    );
    // Signed out half-way: what was sent stays short of its end, and the reader's connection says so.
    if (!read.ok) throw new Error("the session ended while people were being exported");
    for (const person of read.value.people) {
      yield `${format === "json" && !isFirst ? ",\n" : ""}${writePerson(person, format, widths)}`;
      isFirst = false;
    }
    after = read.value.next;
    if (after === null) break;
  }
  if (format === "json") yield "\n]}\n";
}

function writePerson(person: ExportedPerson, format: ExportFormat, widths: TableWidths): string {
  if (format === "json") return JSON.stringify(person);
  if (format === "csv") return peopleTableRow(person, widths);
  return writeCard(person, format === "vcard4" ? "4.0" : "3.0");
}
