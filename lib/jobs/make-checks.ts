import { onEachDesk } from "@/lib/jobs/each-desk";
import type { Job } from "@/lib/jobs/run-jobs";
import { meetingActors } from "@/lib/jobs/system-actor";
import { makeChecks } from "@/lib/use-cases/check/make-checks";

/** Meetings of the next two weeks are asked to be confirmed when their time has come. Idempotent; any number of processes may run it. */
export const makeChecksJob: Job = {
  name: "make-checks",
  everyMs: 2 * 60 * 1000,
  run: async (at) => {
    await onEachDesk(await meetingActors(336), (actor) => makeChecks(actor, at));
    return { more: false };
  },
};
