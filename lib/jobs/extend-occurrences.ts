import type { Job } from "@/lib/jobs/run-jobs";
import { systemActors } from "@/lib/jobs/system-actor";
import { extendSeries } from "@/lib/use-cases/calendar/extend-series";
import { spreadProtected } from "@/lib/use-cases/calendar/spread-protected";

/** Repeating events and protected hours are written out further as time passes. Idempotent; any number of processes may run it. */
async function extendOccurrences(at: Date, signal?: AbortSignal): Promise<void> {
  for (const actor of await systemActors()) {
    for (let again = true; again && !signal?.aborted; ) {
      const done = await extendSeries(actor, at);
      again = done.ok && done.value.series === 50;
    }
    for (let again = true; again && !signal?.aborted; ) {
      const done = await spreadProtected(actor, at);
      again = done.ok && done.value.times === 50;
    }
  }
}

export const extendOccurrencesJob: Job = {
  name: "extend-occurrences",
  everyMs: 24 * 60 * 60 * 1000,
  run: async (at) => {
    await extendOccurrences(at);
    return { more: false };
  },
};
