import type { NewImportRow } from "@/lib/data/imports";
import { insertPeople, savePerson } from "@/lib/data/people";
import { insertDates, saveDate } from "@/lib/data/person-dates";
import type { CardReading, RowUndo } from "@/lib/domain/import/payload";
import type { FilledIn } from "@/lib/domain/person/fill-in";
import type { FilledMore } from "@/lib/domain/person/fill-in-more";
import { type CardStep, circleAt, LEFT_OUT } from "@/lib/use-cases/import/import-step";
import { CardMatcher, type Decision, type Known } from "@/lib/use-cases/import/match-cards";
import { type MoreToWrite, writeMore } from "@/lib/use-cases/import/write-more";
import { type DaysNow, findDaysOf, keepDayTasksIn } from "@/lib/use-cases/person/keep-day-tasks";
import { makeDayTasksIn } from "@/lib/use-cases/person/make-day-tasks";
import { takeBackIn } from "@/lib/use-cases/person/take-back";

/** Imports the cards at positions from `from` on: new people are written down together, known ones filled in one by one. */
export async function writeCards(
  step: CardStep,
  cards: CardReading[],
  from: number,
): Promise<NewImportRow[]> {
  const { tx, actor, importId, desk, at } = step;
  if (cards.length === 0) return [];
  const workspaceId = actor.workspace.id;
  const matcher = new CardMatcher(actor);
  await matcher.load(tx, cards);
  const made: Known[] = [];
  const touched = new Set<string>();
  const daysBefore = new Map<string, DaysNow>();
  const newDays: { known: Known; ids: string[] }[] = [];
  const beside: MoreToWrite[] = [];
  const circlesOf = new Map<string, string[]>();
  const rows: NewImportRow[] = [];
  for (const [n, card] of cards.entries()) {
    const position = from + n;
    const decision: Decision = step.leaveOut.has(position)
      ? { outcome: "skip", why: LEFT_OUT }
      : matcher.decide(card, circleAt(step, position), step.choices.fields?.[String(position)]);
    const row: NewImportRow = {
      position,
      label: card.facts.name,
      outcome: decision.outcome,
      why: decision.why,
    };
    if (decision.outcome !== "skip") row.personId = decision.known.id;
    if (decision.outcome === "make") {
      const { known } = decision;
      made.push(known);
      touched.add(known.id);
      row.undo = { version: 1, dates: known.days.map((day) => day.id) };
      newDays.push({ known, ids: row.undo.dates });
      const own = circlesOfCard(card, step, position);
      if (own.length > 0) circlesOf.set(known.id, own);
    } else if (decision.outcome === "add") {
      touched.add(decision.known.id);
      const before = daysBefore.has(decision.known.id) ? null : await findDaysBefore(step, decision);
      if (before) daysBefore.set(before.id, before);
      row.undo = await fill(step, decision.known, decision.filled, decision.more);
      newDays.push({ known: decision.known, ids: row.undo.dates });
    }
    if (decision.outcome !== "skip" && decision.more && row.undo)
      beside.push({
        personId: decision.known.id,
        isNew: decision.known.stored === null,
        more: decision.more,
        undo: row.undo,
      });
    rows.push(row);
  }
  const diedOn = new Map(beside.map(({ personId, more }) => [personId, more.died?.on ?? null]));
  await insertPeople(
    tx,
    workspaceId,
    made.map(({ id, facts, isPrivate, sourceUid, more }) => ({
      ...facts,
      ...(circlesOf.has(id) ? { circles: circlesOf.get(id) } : {}),
      id,
      isPrivate,
      sourceUid,
      importId,
      isDead: more.isDead,
      diedOn: diedOn.get(id) ?? null,
    })),
  );
  const days = newDays.flatMap(({ known, ids }) =>
    known.days
      .filter((day) => ids.includes(day.id))
      .map(({ id, kind, label, month, day, year }) => ({
        id,
        personId: known.id,
        kind,
        label,
        month,
        day,
        year,
      })),
  );
  await insertDates(tx, workspaceId, days);
  await writeMore(step, beside);
  await keepTasksOf(step, daysBefore);
  if (touched.size > 0) await makeDayTasksIn(tx, workspaceId, desk, [...touched], at, { importId });
  return rows;
}

/** Somebody who was there, as they were, where the card changes what their open tasks say. */
async function findDaysBefore(
  { tx, actor }: CardStep,
  { known, filled, more }: Extract<Decision, { outcome: "add" | "same" }>,
): Promise<DaysNow | null> {
  const { change, changedDays, yearsOf } = filled;
  const changes = [change.name, more?.died, ...changedDays, ...yearsOf].some(Boolean);
  return changes && known.stored !== null ? findDaysOf(tx, actor.workspace.id, known.id) : null;
}

/** Their open tasks follow a day, or go with the news that they have died, as they do when somebody types it. */
async function keepTasksOf({ tx, actor, desk, at }: CardStep, daysBefore: Map<string, DaysNow>) {
  for (const [id, before] of daysBefore) {
    const after = await findDaysOf(tx, actor.workspace.id, id);
    if (after?.isDead && !before.isDead) await takeBackIn(tx, actor, id, { remembrances: false });
    if (after) await keepDayTasksIn(tx, actor, desk, before, after, at);
  }
}

/** The circles that the card itself names, as far as the desk has them and nobody chose others in the dry run. */
function circlesOfCard(card: CardReading, { choices, circleKeys }: CardStep, position: number): string[] {
  if (choices.circles[String(position)] || choices.circle !== "wider") return [];
  return (card.more?.circles ?? []).filter((key) => circleKeys?.has(key));
}

/** Fills in what is known about somebody, and remembers how it was. Somebody still to be made has been filled in already. */
async function fill(
  step: CardStep,
  known: Known,
  filled: FilledIn,
  more: FilledMore | null,
): Promise<RowUndo> {
  const { tx, actor } = step;
  const dates = known.days.slice(known.days.length - filled.newDays.length).map((day) => day.id);
  if (known.stored === null) return { version: 1, dates };
  const change = { ...filled.change, ...(more?.died ? { isDead: true, diedOn: more.died.on } : {}) };
  const stored = known.stored as Record<string, unknown> & typeof known.stored;
  const before = Object.fromEntries(Object.keys(change).map((key) => [key, stored[key]]));
  const daysBefore = filled.changedDays.flatMap(({ id }) => {
    const day = stored.dates.find((one) => one.id === id);
    return day ? [{ id, month: day.month, day: day.day, year: day.year }] : [];
  });
  await savePerson(tx, actor.workspace.id, { ...known.stored, version: known.version }, change);
  known.version += 1;
  for (const { id, year } of filled.yearsOf) await saveDate(tx, actor.workspace.id, id, { year });
  for (const { id, ...day } of filled.changedDays) await saveDate(tx, actor.workspace.id, id, day);
  Object.assign(known.stored, change);
  return { version: known.version, dates, before, yearsOf: filled.yearsOf.map(({ id }) => id), daysBefore };
}
