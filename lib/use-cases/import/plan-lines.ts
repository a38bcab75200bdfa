import type { DeskDays } from "@/lib/data/day-tasks";
import type { CardReading, EventReading, ImportCounts, PlanLine } from "@/lib/domain/import/payload";
import { dayTaskFor } from "@/lib/domain/person/day-task";
import { DEFAULT_LEAD_DAYS } from "@/lib/domain/person/person";
import { sayCard, sayEntry } from "@/lib/use-cases/import/details";
import type { Decision } from "@/lib/use-cases/import/match-cards";
import type { EventDecision } from "@/lib/use-cases/import/match-events";

/** The line of a card in a dry run. */
export function planCard(card: CardReading, decision: Decision): PlanLine {
  const differences = "differences" in decision ? decision.differences : [];
  return {
    what: "person",
    label: card.facts.name || "(no name)",
    detail: sayCard(card),
    outcome: decision.outcome,
    why: decision.why,
    isPrivate: card.isPrivate,
    isInvitation: false,
    ...(differences.length > 0 ? { differences } : {}),
  };
}

/** The line of a calendar's entry. */
export function planEntry(
  entry: EventReading,
  { outcome, why, asks }: EventDecision,
  zone: string,
): PlanLine {
  return {
    what: "event",
    label: entry.summary || "(no title)",
    detail: sayEntry(entry, zone),
    outcome,
    why,
    isPrivate: entry.isPrivate,
    isInvitation: asks !== null,
  };
}

/** The line of something that cannot be read. */
export function planNothing(label: string, why: string): PlanLine {
  return { what: "nothing", label, detail: "", outcome: "skip", why, isPrivate: false, isInvitation: false };
}

/** Counts what a card brings along: pictures, and days with those that become tasks at once. */
export function countBeside(
  counts: ImportCounts,
  card: CardReading,
  decision: Decision,
  today: string,
  desk: DeskDays,
): void {
  if (decision.outcome === "skip") return;
  if ("differences" in decision && decision.differences.some((one) => one.sort === "conflict"))
    counts.differs = (counts.differs ?? 0) + 1;
  if (decision.more?.picture) counts.pictures += 1;
  const days = decision.outcome === "make" ? card.days : decision.filled.newDays;
  const isDead = card.more?.died != null;
  for (const day of days) {
    const task = isDead
      ? null
      : dayTaskFor({ ...day, id: "", leadDays: DEFAULT_LEAD_DAYS }, "", today, desk.leapDayRule);
    counts.days += 1;
    counts.dayTasks += task ? 1 : 0;
  }
}
