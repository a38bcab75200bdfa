import type { Tx } from "@/lib/data/client";
import { findDeskDays } from "@/lib/data/day-tasks";
import { type EventFacts, listEvents, saveEvent } from "@/lib/data/events";
import { listWrittenAbout, removeImportedMore } from "@/lib/data/import-more";
import {
  type DoneRow,
  listDoneRows,
  listUntouchedEvents,
  removeImportedEvents,
  removeImportedPeople,
  withdrawImported,
} from "@/lib/data/import-undo";
import { countStays } from "@/lib/data/import-view";
import { findImport, findProgress, saveImportState } from "@/lib/data/imports";
import { removeDatesOf } from "@/lib/data/person-dates";
import { removePictures } from "@/lib/data/pictures";
import { writeAs } from "@/lib/data/transaction";
import { type Actor, isClientInPerson } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";
import { spreadSeriesIn } from "@/lib/use-cases/calendar/spread-series";
import { takeFilledBack } from "@/lib/use-cases/import/take-filled-back";

const LINES_PER_STEP = 500;

/** How far an undo is. Ask again with `next` until `finished`. */
export type UndoAdvance = { next: number; total: number; finished: boolean; seq: number };

/**
 * Takes back the next lines of an import: tasks, people and entries that it made and nobody has touched since, and what it
 * added to those who were there. What somebody did something with stays, and the import's page says why. May be asked again
 * from the start. Refuses `not-found`; `not-undoable` when nothing was imported, or it was taken back already.
 */
export async function undoImport(
  actor: Actor,
  id: string,
  from: number,
  at: Date,
): Promise<Result<UndoAdvance>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "undo-import", { kind: "import", id }, async (tx) => {
    const found = await findImport(tx, workspaceId, id);
    if (found === null || found.state === "dropped") return refused({ code: "not-found" });
    const { written: total } = await findProgress(tx, workspaceId, id);
    if (found.state === "undone" || total === 0) return refused({ code: "not-undoable" });
    const rows = await listDoneRows(tx, workspaceId, id, from, LINES_PER_STEP);
    const days = {
      personIds: rows.flatMap((row) => (row.undo && row.personId ? [row.personId] : [])),
      dateIds: rows.flatMap((row) => row.undo?.dates ?? []),
    };
    await withdrawImported(tx, workspaceId, id, days, isClientInPerson(actor) ? null : actor.userId);
    await takePeopleBack(tx, actor, id, rows, at);
    await takeEventsBack(tx, workspaceId, id, rows, at);
    const next = from + rows.length;
    const finished = rows.length < LINES_PER_STEP || next >= total;
    if (finished) {
      const counts = { ...found.counts, stayed: await countStays(tx, workspaceId, id) };
      await saveImportState(tx, workspaceId, id, found.state, { state: "undone", undoneAt: at, counts });
    }
    return granted({ next, total, finished });
  });
  return written.ok ? granted({ ...written.value.value, seq: written.value.seq }) : written;
}

async function takePeopleBack(
  tx: Tx,
  actor: Actor,
  importId: string,
  rows: DoneRow[],
  at: Date,
): Promise<void> {
  const workspaceId = actor.workspace.id;
  const made = rows.flatMap((row) => (row.outcome === "made" && row.personId ? [row.personId] : []));
  const beside = rows.flatMap(({ personId, undo }) => (personId && undo ? [{ personId, undo }] : []));
  const busy = new Set(made.length > 0 ? await listWrittenAbout(tx, workspaceId, made, beside) : []);
  const free = made.filter((id) => !busy.has(id));
  const gone = await removeImportedPeople(tx, workspaceId, importId, free, at);
  await removeDatesOf(tx, workspaceId, gone, at);
  const left = new Set(made.filter((id) => !gone.includes(id)));
  await removeImportedMore(
    tx,
    workspaceId,
    beside.filter(({ personId }) => !left.has(personId)),
    at,
  );
  await removePictures(
    tx,
    workspaceId,
    gone.map((id) => ({ id, version: null })),
    at,
  );
  await takeFilledBack(tx, actor, importId, rows, at);
}

async function takeEventsBack(
  tx: Tx,
  workspaceId: string,
  importId: string,
  rows: DoneRow[],
  at: Date,
): Promise<void> {
  const made = rows.flatMap((row) => (row.outcome === "made" && row.eventId ? [row.eventId] : []));
  const series = await removeImportedEvents(tx, workspaceId, importId, made, at);
  const changed = rows.flatMap(({ outcome, eventId, undo }) =>
    outcome === "matched" && eventId !== null && undo
      ? [{ eventId, version: undo.version, before: undo.before ?? {} }]
      : [],
  );
  const untouched = await listUntouchedEvents(tx, workspaceId, changed);
  const now = await listEvents(tx, workspaceId, [...untouched]);
  for (const { eventId, before } of changed) {
    const event = now.find((one) => one.id === eventId);
    if (!event || !untouched.has(eventId)) continue;
    await saveEvent(tx, workspaceId, event, before as Partial<EventFacts>);
    series.push(event.uid);
  }
  if (series.length === 0) return;
  const { zone } = await findDeskDays(tx, workspaceId);
  await spreadSeriesIn(tx, workspaceId, zone, series, at);
}
