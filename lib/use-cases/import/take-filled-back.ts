import type { Tx } from "@/lib/data/client";
import { findDeskDays } from "@/lib/data/day-tasks";
import { type DoneRow, listRowsAbout, removeFreeDates } from "@/lib/data/import-undo";
import { findPerson, type PersonChange, savePerson } from "@/lib/data/people";
import { listDates, saveDate } from "@/lib/data/person-dates";
import { removePictures, savePictures } from "@/lib/data/pictures";
import { listTakenBack } from "@/lib/data/touch-tasks-of";
import type { Actor } from "@/lib/domain/actor";
import type { RowUndo } from "@/lib/domain/import/payload";
import { findDaysOf, keepDayTasksIn } from "@/lib/use-cases/person/keep-day-tasks";
import { makeDayTasksIn } from "@/lib/use-cases/person/make-day-tasks";
import { takeBackIn } from "@/lib/use-cases/person/take-back";
import { createTaskIn } from "@/lib/use-cases/task/create-task";

/**
 * Takes back what an import filled in about people who were there, where nobody has changed them since. Of one person all its
 * cards at once, the newest first, in the step that has the last of them: one card's state alone would not be the one before.
 */
export async function takeFilledBack(
  tx: Tx,
  actor: Actor,
  importId: string,
  rows: DoneRow[],
  at: Date,
): Promise<void> {
  const workspaceId = actor.workspace.id;
  const filled = rows.flatMap((row) =>
    row.outcome === "matched" && row.undo && row.personId ? [row.personId] : [],
  );
  const last = rows.at(-1)?.position ?? -1;
  const about = await listRowsAbout(tx, workspaceId, importId, [...new Set(filled)]);
  for (const [personId, all] of about) {
    if (all.some((row) => row.position > last)) continue;
    const undos = all.flatMap((row) => (row.outcome === "matched" && row.undo ? [row.undo] : []));
    undos.sort((a, b) => b.version - a.version);
    await takePictureBack(tx, workspaceId, personId, undos, at);
    await takeFactsBack(tx, actor, personId, undos, at);
  }
}

/** Their open tasks follow; and of somebody who lives after all, what had gone with the news is made again. */
async function takeFactsBack(
  tx: Tx,
  actor: Actor,
  personId: string,
  undos: RowUndo[],
  at: Date,
): Promise<void> {
  const workspaceId = actor.workspace.id;
  const person = await findPerson(tx, workspaceId, personId);
  if (person === null) return;
  const ours = untouchedSince(undos, person.version);
  const daysNow = { ...person, dates: await listDates(tx, workspaceId, [personId]) };
  const before: PersonChange = Object.assign({}, ...ours.map((undo) => undo.before ?? {}));
  const lives = person.isDead && before.isDead === false;
  const takenBack = lives ? await listTakenBack(tx, workspaceId, personId) : [];
  if (lives) await takeBackIn(tx, actor, personId, { remembrances: "only" });
  if (Object.keys(before).length > 0) await savePerson(tx, workspaceId, person, before);
  await removeFreeDates(
    tx,
    workspaceId,
    ours.flatMap((undo) => undo.dates),
    at,
  );
  for (const { yearsOf = [], daysBefore = [] } of ours) {
    for (const dateId of yearsOf) await saveDate(tx, workspaceId, dateId, { year: null });
    for (const { id, ...day } of daysBefore) await saveDate(tx, workspaceId, id, day);
  }
  if (ours.length === 0) return;
  const desk = await findDeskDays(tx, workspaceId);
  const after = await findDaysOf(tx, workspaceId, personId);
  if (after) await keepDayTasksIn(tx, actor, desk, daysNow, after, at);
  // One that cannot be made again stays away; who they are is taken back all the same.
  for (const task of takenBack) await createTaskIn(tx, actor, task, at);
  await makeDayTasksIn(tx, workspaceId, desk, [personId], at);
}

/** From the newest back to where somebody has changed them between two cards: what the earlier one found is no longer what was before. */
function untouchedSince(undos: RowUndo[], now: number): RowUndo[] {
  const ours: RowUndo[] = [];
  let version = now;
  for (const undo of undos) {
    if (undo.version !== version) break;
    ours.push(undo);
    if (undo.before) version -= 1;
  }
  return ours;
}

/** A picture that the import wrote over comes back as it was before the first of its cards. Another one since then stays. */
async function takePictureBack(
  tx: Tx,
  workspaceId: string,
  personId: string,
  undos: RowUndo[],
  at: Date,
): Promise<void> {
  const pictures = undos.flatMap((undo) => undo.picture ?? []).sort((a, b) => b.version - a.version);
  const [latest] = pictures;
  if (!latest) return;
  const went = await removePictures(tx, workspaceId, [{ id: personId, version: latest.version }], at);
  const before = pictures.at(-1)?.before ?? null;
  if (went === 1 && before !== null) await savePictures(tx, workspaceId, [{ ...before, personId }]);
}
