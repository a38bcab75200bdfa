import { findTouchOf, isPausedBySkip, pauseTouch } from "@/lib/data/touch-of";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { addDays, dayAt } from "@/lib/domain/calendar/zone-day";
import { restDays } from "@/lib/domain/person/touch";
import { granted, type Result, refused } from "@/lib/domain/result";
import { restTouchTaskIn } from "@/lib/use-cases/person/rest-touch";
import type { Answered } from "@/lib/use-cases/weekly/answer-line";

/** How it was before a turn was skipped: the pause (a day), and until when the open task slept (an ISO instant). */
export type BeforeSkip = { pausedUntil: string | null; snoozedUntil: string | null };

/** Lets somebody's turn pass: their cadence rests until the next one would come, and so does an open task. Refuses `not-found`. */
export function skipTurn(actor: Actor, personId: string, at: Date): Promise<Result<Answered>> {
  const today = dayAt(at.getTime(), actor.workspace.zone);
  return setPause(actor, "skip-turn", personId, at, null, (everyDays) => addDays(today, restDays(everyDays)));
}

/**
 * Takes a skipped turn back: the cadence rests no longer, or as long as it did `before`. Refuses `not-found`, and `stale` where somebody
 * has said since how long it rests.
 */
export function resumeTurn(
  actor: Actor,
  personId: string,
  before: BeforeSkip,
  at: Date,
): Promise<Result<Answered>> {
  return setPause(actor, "resume-turn", personId, at, before, () => before.pausedUntil);
}

async function setPause(
  actor: Actor,
  verb: string,
  personId: string,
  at: Date,
  before: BeforeSkip | null,
  until: (everyDays: number) => string | null,
): Promise<Result<Answered>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, verb, { kind: "person", id: personId }, async (tx) => {
    const person = await findTouchOf(tx, workspaceId, personId, { zone: actor.workspace.zone, at });
    if (person === null) return refused({ code: "not-found" });
    if (before !== null && !(await isPausedBySkip(tx, workspaceId, personId)))
      return refused({ code: "stale", version: 1, changed: ["touchPausedUntil"] });
    const pausedUntil = until(person.everyDays);
    await pauseTouch(tx, workspaceId, personId, pausedUntil);
    const rest = { before: person.pausedUntil, until: pausedUntil };
    const slept = before?.snoozedUntil ? new Date(before.snoozedUntil) : null;
    const snoozed = await restTouchTaskIn(tx, actor, personId, rest, slept);
    const was = { pausedUntil: person.pausedUntil, snoozedUntil: snoozed?.toISOString() ?? null };
    return granted({ pausedUntil, before: was });
  });
  return written.ok ? granted({ ...written.value.value, seq: written.value.seq, task: null }) : written;
}
