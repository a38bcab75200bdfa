import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { type EventScope, whyNotRemoveEvent } from "@/lib/domain/calendar/event";
import { removeFromSeries, type SeriesPlan } from "@/lib/domain/calendar/series";
import { type Result, refused } from "@/lib/domain/result";
import type { RemoveEventInput } from "@/lib/schemas/event";
import { type EventChanged, flattenEvent } from "@/lib/use-cases/calendar/create-event";
import { type EventWords, hasPlan, toSeriesRow } from "@/lib/use-cases/calendar/event-words";
import { type FoundSeries, findSeriesIn, happeningIn, staleIn } from "@/lib/use-cases/calendar/find-series";
import { writeSeriesIn } from "@/lib/use-cases/calendar/write-series";

/**
 * Takes an entry off the calendar: one time, that and all that follow, or all of them. Ours, and what a file brought here once.
 * Refuses `not-found`, `not-ours`, `stale`.
 */
export async function removeEvent(
  actor: Actor,
  { scope, ...target }: RemoveEventInput & { id: string },
  at: Date,
): Promise<Result<EventChanged>> {
  const { id: workspaceId } = actor.workspace;
  const written = await writeAs(actor, "remove-event", { kind: "event", id: target.id }, async (tx) => {
    const found = await findSeriesIn(tx, actor, target);
    if (!found.ok) return found;
    const { row } = found.value;
    const no = whyNotRemoveEvent({ ...row, removedAt: null });
    if (no !== null) return refused(no);
    const plan = planIn(actor, found.value, target.occurrence, scope);
    if (plan === null) return refused(await staleIn(tx, workspaceId, row, target.version));
    // Taking away books nothing.
    const how = { isPrivate: row.isPrivate, word: { overProtected: true, hold: true }, at };
    return writeSeriesIn(tx, actor, found.value, plan, how);
  });
  return flattenEvent(written);
}

function planIn(
  actor: Actor,
  found: FoundSeries,
  occurrence: string | null,
  scope: EventScope,
): SeriesPlan<EventWords> | null {
  const { row, rows } = found;
  const all = { rows: [], removed: rows.map(({ id }) => id) };
  if (scope === "all" || !hasPlan(row)) return all;
  const happening = happeningIn(found, occurrence, actor.workspace.zone);
  if (happening === null) return null;
  const series = rows.filter(hasPlan).map((one) => (one.id === row.id ? happening.row : toSeriesRow(one)));
  return removeFromSeries(series, happening, scope);
}
