import type { Actor } from "@/lib/domain/actor";
import { onEachDesk } from "@/lib/jobs/each-desk";
import type { Job } from "@/lib/jobs/run-jobs";
import { systemActors } from "@/lib/jobs/system-actor";
import { extendSeries } from "@/lib/use-cases/calendar/extend-series";
import { spreadProtected } from "@/lib/use-cases/calendar/spread-protected";

/** As many as are written out at once. */
const MOST = 50;

async function extendAt(actor: Actor, at: Date): Promise<void> {
  for (let again = true; again; ) {
    const done = await extendSeries(actor, at);
    again = done.ok && done.value.series === MOST;
  }
  for (let again = true; again; ) {
    const done = await spreadProtected(actor, at);
    again = done.ok && done.value.times === MOST;
  }
}

/** Repeating events and protected hours are written out further as time passes. Idempotent; any number of processes may run it. */
export const extendOccurrencesJob: Job = {
  name: "extend-occurrences",
  everyMs: 24 * 60 * 60 * 1000,
  run: async (at) => {
    await onEachDesk(await systemActors(), (actor) => extendAt(actor, at));
    return { more: false };
  },
};
