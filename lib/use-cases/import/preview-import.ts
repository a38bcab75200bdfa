import { randomUUID } from "node:crypto";
import { findLayout } from "@/lib/data/csv-layouts";
import { findDeskDays } from "@/lib/data/day-tasks";
import { listClientAddresses } from "@/lib/data/event-invitations";
import { insertImport } from "@/lib/data/imports";
import { readAs, writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { dayAt } from "@/lib/domain/calendar/zone-day";
import { cutText } from "@/lib/domain/cut-text";
import type { ReadTable } from "@/lib/domain/import/columns";
import type { ImportCounts, ReadFile } from "@/lib/domain/import/payload";
import { granted, type Result, refused } from "@/lib/domain/result";
import { countLine, noCounts } from "@/lib/use-cases/import/counts";
import type { CalendarOwner } from "@/lib/use-cases/import/event-from-entry";
import { LineStore } from "@/lib/use-cases/import/line-store";
import { CardMatcher } from "@/lib/use-cases/import/match-cards";
import { COMES_TWICE, EventMatcher } from "@/lib/use-cases/import/match-events";
import { countBeside, planCard, planEntry, planNothing } from "@/lib/use-cases/import/plan-lines";
import { type GivenFile, readFiles } from "@/lib/use-cases/import/read-files";
import type { Layout } from "@/lib/use-cases/import/understand-table";

type Owner = CalendarOwner & Awaited<ReturnType<typeof findDeskDays>>;
type Planned = { counts: ImportCounts; files: ReadFile[]; tables: ReadTable[]; stores: LineStore[] };

/**
 * Reads files and keeps a dry run: what importing them would make, line by line, with the reason and the differences to what
 * is there. Nothing is made yet. `tell` hears how many people and events are read so far. Refuses `invalid` when there is
 * nothing at all in the files, `signed-out`.
 */
export async function previewImport(
  actor: Actor,
  files: GivenFile[],
  at: Date,
  tell: (read: number) => void = () => undefined,
): Promise<Result<{ id: string; seq: number }>> {
  const owner = await readAs(actor, async (tx) => ({
    addresses: await listClientAddresses(tx, actor.workspace.id),
    ...(await findDeskDays(tx, actor.workspace.id)),
    at,
  }));
  if (!owner.ok) return owner;
  const planned = await planFiles(actor, files, owner.value, tell);
  if (!planned.ok) return planned;
  const { stores, ...rest } = planned.value;
  if (stores.every((store) => store.length === 0) && rest.tables.length === 0)
    return refused({ code: "invalid", fields: { files: "There is nobody and nothing in these files." } });
  const id = randomUUID();
  const written = await writeAs(actor, "preview-import", { kind: "import", id }, async (tx) => {
    const made = { ...rest, id, createdBy: actor.userId ?? "", fileName: nameOf(files) };
    await insertImport(tx, actor.workspace.id, made, stores);
    return granted(id);
  });
  return written.ok ? granted({ id, seq: written.value.seq }) : written;
}

/** What every line would come to, as the desk stands now. Each piece is read, looked up and put away before the next. */
async function planFiles(
  actor: Actor,
  given: GivenFile[],
  owner: Owner,
  tell: (read: number) => void,
): Promise<Result<Planned>> {
  const [people, events, rest] = [new LineStore(), new LineStore(), new LineStore()];
  const planned: Planned = { counts: noCounts(), files: [], tables: [], stores: [people, events, rest] };
  const { counts, files, tables } = planned;
  const today = dayAt(owner.at.getTime(), owner.zone);
  const cards = new CardMatcher(actor);
  const entries = new EventMatcher(actor);
  const layout = async (sum: string) => {
    const found = await readAs(actor, (tx) => findLayout<Layout>(tx, actor.workspace.id, sum));
    return found.ok ? found.value : null;
  };
  for await (const piece of readFiles(given, { owner, findLayout: layout }, files)) {
    if (piece.table) tables.push(piece.table);
    const loaded = await readAs(actor, async (tx) => {
      await cards.load(tx, piece.people);
      if (piece.events.length > 0) await entries.load(tx, piece.events);
    });
    if (!loaded.ok) return loaded;
    for (const card of piece.people) {
      const decision = cards.decide(card, "wider");
      const line = planCard(card, decision);
      countBeside(counts, card, decision, today, owner);
      countLine(counts, line);
      people.add(line, card);
    }
    for (const entry of piece.events) {
      const line = planEntry(entry, entries.decide(entry), owner.zone);
      counts.invitations += line.isInvitation ? 1 : 0;
      countLine(counts, line);
      // It stays so, also where the line before it is left out or was imported some steps ago.
      events.add(line, line.why === COMES_TWICE ? { ...entry, problem: COMES_TWICE } : entry);
    }
    for (const { label, why } of piece.skipped) {
      const line = planNothing(label, why);
      countLine(counts, line);
      rest.add(line, null);
    }
    tell(people.length + events.length);
  }
  return granted(planned);
}

/** "contacts.vcf", or "contacts.vcf and 2 more". */
function nameOf(files: GivenFile[]): string {
  const first = cutText(files[0]?.name ?? "", 200) || "file";
  return files.length > 1 ? `${first} and ${files.length - 1} more` : first;
}
