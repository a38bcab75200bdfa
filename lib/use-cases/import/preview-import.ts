import { randomUUID } from "node:crypto";
import { type DeskDays, findDeskDays } from "@/lib/data/day-tasks";
import { insertImport } from "@/lib/data/imports";
import { findClientEmail } from "@/lib/data/people-matching";
import { readAs, writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { dayAt } from "@/lib/domain/calendar/zone-day";
import type { CardReading, EventReading, ImportCounts, PlanLine } from "@/lib/domain/import/payload";
import { dayTaskFor } from "@/lib/domain/person/day-task";
import { DEFAULT_LEAD_DAYS } from "@/lib/domain/person/person";
import { granted, type Result, refused } from "@/lib/domain/result";
import { countLine, noCounts } from "@/lib/use-cases/import/counts";
import { sayCard, sayEntry } from "@/lib/use-cases/import/details";
import { CardMatcher, type Decision } from "@/lib/use-cases/import/match-cards";
import { type EventDecision, EventMatcher } from "@/lib/use-cases/import/match-events";
import { type FilesRead, type GivenFile, readFiles } from "@/lib/use-cases/import/read-files";

const AT_ONCE = 1000;

/**
 * Reads files and keeps a dry run: what importing them would make, line by line, with the reason. Nothing is made yet.
 * Refuses `invalid` when there is nothing at all in the files, `signed-out`.
 */
export async function previewImport(
  actor: Actor,
  files: GivenFile[],
  at: Date,
): Promise<Result<{ id: string; seq: number }>> {
  const owner = await readAs(actor, async (tx) => ({
    email: await findClientEmail(tx, actor.workspace.id),
    ...(await findDeskDays(tx, actor.workspace.id)),
  }));
  if (!owner.ok) return owner;
  const read = await readFiles(files, { ...owner.value, at });
  if (read.people.length + read.events.length + read.skipped.length === 0)
    return refused({ code: "invalid", fields: { files: "There is nobody and nothing in these files." } });
  const planned = await planImport(actor, read, owner.value, at);
  if (!planned.ok) return planned;
  const id = randomUUID();
  const written = await writeAs(actor, "preview-import", { kind: "import", id }, async (tx) => {
    const { plan, counts } = planned.value;
    const readings = [...read.people, ...read.events];
    await insertImport(tx, actor.workspace.id, {
      id,
      createdBy: actor.userId ?? "",
      fileName: nameOf(files),
      counts,
      files: read.files,
      lines: plan.map((line, n) => ({ plan: line, reading: readings[n] ?? null })),
    });
    return granted(id);
  });
  return written.ok ? granted({ id, seq: written.value.seq }) : written;
}

/** What every line would come to, as the desk stands now. Looked up in pieces, so that no transaction is held open for long. */
async function planImport(
  actor: Actor,
  read: FilesRead,
  desk: DeskDays,
  at: Date,
): Promise<Result<{ plan: PlanLine[]; counts: ImportCounts }>> {
  const counts = { ...noCounts(), pictures: read.pictures };
  const today = dayAt(at.getTime(), desk.zone);
  const plan: PlanLine[] = [];
  const cards = new CardMatcher(actor);
  for (const some of inPieces(read.people)) {
    const loaded = await readAs(actor, (tx) => cards.load(tx, some));
    if (!loaded.ok) return loaded;
    for (const card of some) {
      const decision = cards.decide(card, "wider");
      plan.push(planCard(card, decision));
      for (const day of newDaysOf(card, decision)) {
        const task = dayTaskFor({ ...day, id: "", leadDays: DEFAULT_LEAD_DAYS }, "", today, desk.leapDayRule);
        counts.days += 1;
        counts.dayTasks += task ? 1 : 0;
      }
    }
  }
  const events = new EventMatcher(actor);
  for (const some of inPieces(read.events)) {
    const loaded = await readAs(actor, (tx) => events.load(tx, some));
    if (!loaded.ok) return loaded;
    for (const entry of some) {
      const line = planEntry(entry, events.decide(entry), desk.zone);
      counts.invitations += line.isInvitation ? 1 : 0;
      plan.push(line);
    }
  }
  plan.push(...read.skipped.map(({ label, why }) => nothing(label, why)));
  for (const line of plan) countLine(counts, line);
  return granted({ plan, counts });
}

function inPieces<T>(all: T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, n) =>
    all.slice(n * AT_ONCE, (n + 1) * AT_ONCE),
  );
}

function planEntry(entry: EventReading, { outcome, why }: EventDecision, zone: string): PlanLine {
  return {
    what: "event",
    label: entry.summary || "(no title)",
    detail: sayEntry(entry, zone),
    outcome,
    why,
    isPrivate: entry.isPrivate,
    isInvitation: entry.invitation !== null && outcome === "make",
  };
}

function planCard(card: CardReading, { outcome, why }: Decision): PlanLine {
  return {
    what: "person",
    label: card.facts.name || "(no name)",
    detail: sayCard(card),
    outcome,
    why,
    isPrivate: card.isPrivate,
    isInvitation: false,
  };
}

function newDaysOf(card: CardReading, decision: Decision): CardReading["days"] {
  if (decision.outcome === "make") return card.days;
  return decision.outcome === "add" ? decision.filled.newDays : [];
}

function nothing(label: string, why: string): PlanLine {
  return { what: "nothing", label, detail: "", outcome: "skip", why, isPrivate: false, isInvitation: false };
}

/** "contacts.vcf", or "contacts.vcf and 2 more". */
function nameOf(files: GivenFile[]): string {
  const first = (files[0]?.name ?? "").replaceAll("\u0000", "").slice(0, 200) || "file";
  return files.length > 1 ? `${first} and ${files.length - 1} more` : first;
}
