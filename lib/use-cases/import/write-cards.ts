import type { NewImportRow } from "@/lib/data/imports";
import { insertPeople, savePerson } from "@/lib/data/people";
import { insertDates, saveDate } from "@/lib/data/person-dates";
import type { CardReading, RowUndo } from "@/lib/domain/import/payload";
import type { FilledIn } from "@/lib/domain/person/fill-in";
import { DEFAULT_LEAD_DAYS, type PersonFacts } from "@/lib/domain/person/person";
import { circleAt, type ImportStep, LEFT_OUT } from "@/lib/use-cases/import/import-step";
import { CardMatcher, type Decision, type Known } from "@/lib/use-cases/import/match-cards";
import { makeDayTasksIn } from "@/lib/use-cases/person/make-day-tasks";

/** Imports the cards at positions from `from` on: new people are written down together, known ones filled in one by one. */
export async function writeCards(
  step: ImportStep,
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
  const newDays: { known: Known; ids: string[] }[] = [];
  const rows: NewImportRow[] = [];
  for (const [n, card] of cards.entries()) {
    const position = from + n;
    const decision: Decision = step.leaveOut.has(position)
      ? { outcome: "skip", why: LEFT_OUT }
      : matcher.decide(card, circleAt(step, position));
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
    } else if (decision.outcome === "add") {
      touched.add(decision.known.id);
      row.undo = await fill(step, decision.known, decision.filled);
      newDays.push({ known: decision.known, ids: row.undo.dates });
    }
    rows.push(row);
  }
  await insertPeople(
    tx,
    workspaceId,
    made.map(({ id, facts, isPrivate, sourceUid }) => ({ ...facts, id, isPrivate, sourceUid, importId })),
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
        leadDays: DEFAULT_LEAD_DAYS,
      })),
  );
  await insertDates(tx, workspaceId, days);
  if (touched.size > 0) await makeDayTasksIn(tx, workspaceId, desk, [...touched], at, importId);
  return rows;
}

/** Fills in what is known about somebody, and remembers how it was. Somebody still to be made has been filled in already. */
async function fill(step: ImportStep, known: Known, filled: FilledIn): Promise<RowUndo> {
  const { tx, actor } = step;
  const dates = known.days.slice(known.days.length - filled.newDays.length).map((day) => day.id);
  if (known.stored === null) return { version: 1, dates };
  const before = Object.fromEntries(
    (Object.keys(filled.change) as (keyof PersonFacts)[]).map((key) => [key, known.stored?.[key]]),
  );
  await savePerson(tx, actor.workspace.id, { ...known.stored, version: known.version }, filled.change);
  known.version += 1;
  for (const { id, year } of filled.yearsOf) await saveDate(tx, actor.workspace.id, id, { year });
  Object.assign(known.stored, filled.change);
  return { version: known.version, dates, before, yearsOf: filled.yearsOf.map(({ id }) => id) };
}
