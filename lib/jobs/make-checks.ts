import { setTimeout as pause } from "node:timers/promises";
import type { Job } from "@/lib/jobs/run-jobs";
import { meetingActors } from "@/lib/jobs/system-actor";
import { makeChecks } from "@/lib/use-cases/check/make-checks";

/** Meetings of the next two weeks are asked to be confirmed when their time has come. Idempotent; any number of processes may run it. */
export const makeChecksJob: Job = {
  name: "make-checks",
  everyMs: 2 * 60 * 1000,
  run: async (at) => {
    const failures: unknown[] = [];
    for (const actor of await meetingActors(336)) {
      // A desk that cannot be done keeps no other from its turn; the job is tried again.
      await makeChecks(actor, at).catch((error: unknown) => failures.push(error));
      await pause(0);
    }
    if (failures.length > 0) throw failures[0];
    return { more: false };
  },
};
