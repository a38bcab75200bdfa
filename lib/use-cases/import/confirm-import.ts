import { listCircles } from "@/lib/data/circles";
import { findDeskDays } from "@/lib/data/day-tasks";
import { tieRelations } from "@/lib/data/import-more";
import {
  countRows,
  findImport,
  findProgress,
  insertRows,
  readLines,
  saveChoices,
  saveImportState,
} from "@/lib/data/imports";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { CardReading, EventReading, ImportChoices } from "@/lib/domain/import/payload";
import { granted, type Result, refused } from "@/lib/domain/result";
import type { ImportStep } from "@/lib/use-cases/import/import-step";
import { writeCards } from "@/lib/use-cases/import/write-cards";
import { writeEntries } from "@/lib/use-cases/import/write-entries";
import { whyNotCircles } from "@/lib/use-cases/person/write-person";

/** So many lines a step: the desk's other writers never wait long, and a step that is cut off is simply done again. */
const LINES_PER_STEP = 200;

/** How far an import is. Ask again until `finished`. */
export type ImportAdvance = { written: number; total: number; finished: boolean; seq: number };

/**
 * Imports the next lines of a dry run, matching them afresh against the desk as it is now. The first call begins, with what
 * was chosen; every later one goes on, whoever asks and however long after. Done already: nothing happens again.
 * Refuses `not-found`, `signed-out`, and `invalid` for a circle that is not there.
 */
export async function confirmImport(
  actor: Actor,
  id: string,
  choices: ImportChoices,
  at: Date,
): Promise<Result<ImportAdvance>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "confirm-import", { kind: "import", id }, async (tx) => {
    const found = await findImport(tx, workspaceId, id);
    if (found === null || found.state === "dropped" || found.state === "undone")
      return refused({ code: "not-found" });
    const progress = await findProgress(tx, workspaceId, id);
    if (found.state === "done") return granted({ ...progress, total: progress.written, finished: true });
    if (progress.choices === null) await saveChoices(tx, workspaceId, id, choices);
    const chosen = progress.choices ?? choices;
    const circles = await listCircles(tx, workspaceId);
    const noCircle = whyNotCircles([chosen.circle, ...Object.values(chosen.circles)], circles);
    if (noCircle !== null) return refused(noCircle);
    const desk = await findDeskDays(tx, workspaceId);
    const circleKeys = new Set(circles.map((circle) => circle.key));
    const leaveOut = new Set(chosen.leaveOut);
    const step = { tx, actor, importId: id, choices: chosen, leaveOut, circleKeys, desk, at };
    const to = progress.written + (await writeLines(step, progress.written));
    if (to >= progress.total) {
      await tieRelations(tx, workspaceId, id);
      const counts = await countRows(tx, workspaceId, id, found.counts);
      await saveImportState(tx, workspaceId, id, "previewed", { state: "done", finishedAt: at, counts });
    }
    return granted({ written: to, total: progress.total, finished: to >= progress.total });
  });
  if (!written.ok) return written;
  const { value, seq } = written.value;
  return granted({ written: value.written, total: value.total, finished: value.finished, seq });
}

/** Does the next lines, and gives how many. */
async function writeLines(step: ImportStep, from: number): Promise<number> {
  const { tx, actor, importId } = step;
  const lines = await readLines(tx, actor.workspace.id, importId, from, LINES_PER_STEP);
  const of = (what: string) => lines.filter((line) => line.plan.what === what);
  const people = await writeCards(
    step,
    of("person").map((line) => line.reading as CardReading),
    from,
  );
  const events = await writeEntries(
    step,
    of("event").map((line) => line.reading as EventReading),
    from + people.length,
  );
  const rest = of("nothing").map(({ plan }, n) => ({
    position: from + people.length + events.length + n,
    outcome: "skip" as const,
    label: plan.label,
    why: plan.why,
  }));
  await insertRows(tx, actor.workspace.id, importId, [...people, ...events, ...rest]);
  return lines.length;
}
