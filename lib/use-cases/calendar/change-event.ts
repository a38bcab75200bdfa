import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/data/client";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { type EventScope, whyNotChangeEvent } from "@/lib/domain/calendar/event";
import { editSeries, type Happening, type NextTime, type SeriesPlan } from "@/lib/domain/calendar/series";
import { type Result, refused } from "@/lib/domain/result";
import { type EventChanged, flattenEvent } from "@/lib/use-cases/calendar/create-event";
import { type EventWords, hasPlan, toSeriesRow } from "@/lib/use-cases/calendar/event-words";
import {
  type EventTarget,
  type FoundSeries,
  findSeriesIn,
  happeningIn,
  staleIn,
} from "@/lib/use-cases/calendar/find-series";
import type { Word } from "@/lib/use-cases/calendar/judge-series";
import { writeSeriesIn } from "@/lib/use-cases/calendar/write-series";

/** What one time of a series is to be; `isPrivate` is of all of them. */
export type Next = NextTime<EventWords> & { isPrivate: boolean };

type Step = {
  /** The entry as it is to be, from what is there. */
  next: (tx: Tx, found: FoundSeries, at: Happening<EventWords>) => Promise<Result<Next>>;
};

/**
 * The one shape of changing an entry of ours: load its series, ask the domain, plan, write, all in one transaction. Refuses `not-found`,
 * `not-ours`, `stale` (also where the series does not happen at that time any more), `invalid`, and `protected`.
 */
export async function changeEvent(
  actor: Actor,
  verb: string,
  { scope, word, ...target }: EventTarget & { scope: EventScope; word: Word },
  step: Step,
  at: Date,
): Promise<Result<EventChanged>> {
  const { id: workspaceId, zone } = actor.workspace;
  const written = await writeAs(actor, verb, { kind: "event", id: target.id }, async (tx) => {
    const found = await findSeriesIn(tx, actor, target);
    if (!found.ok) return found;
    const { row, rows } = found.value;
    const no = whyNotChangeEvent({ ...row, removedAt: null });
    if (no !== null) return refused(no);
    const happening = hasPlan(row) ? happeningIn(found.value, target.occurrence, zone) : null;
    if (happening === null) return refused(await staleIn(tx, workspaceId, row, target.version));
    const next = await step.next(tx, found.value, happening);
    if (!next.ok) return next;
    const series = rows.filter(hasPlan).map((one) => (one.id === row.id ? happening.row : toSeriesRow(one)));
    const plan = editSeries(series, happening, scope, next.value, `${randomUUID()}@firsthand`);
    if (!plan.ok) return plan;
    const { isPrivate } = next.value;
    const untold = isPrivate === row.isPrivate ? [] : series.filter((one) => !isPlanned(one.id, plan.value));
    const whole = { ...plan.value, rows: [...plan.value.rows, ...untold] };
    return writeSeriesIn(tx, actor, found.value, whole, { isPrivate, word, at });
  });
  return flattenEvent(written);
}

function isPlanned(id: string, { rows, removed }: SeriesPlan<EventWords>): boolean {
  return removed.includes(id) || rows.some((row) => row.id === id);
}
