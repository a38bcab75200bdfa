import { setTimeout as pause } from "node:timers/promises";
import { env } from "@/lib/env";
import type { Job } from "@/lib/jobs/run-jobs";
import { meetingActors } from "@/lib/jobs/system-actor";
import { escalateChecks } from "@/lib/use-cases/check/escalate-checks";

/** What begins soon and is not confirmed becomes urgent, and is mailed once. Idempotent; any number of processes may run it. */
export const escalateChecksJob: Job = {
  name: "escalate-checks",
  everyMs: 60 * 1000,
  run: async (at) => {
    const failures: unknown[] = [];
    for (const actor of await meetingActors(48)) {
      // A desk that cannot be done keeps no other from its turn; the job is tried again.
      await escalateChecks(actor, env.FIRSTHAND_URL, at).catch((error: unknown) => failures.push(error));
      await pause(0);
    }
    if (failures.length > 0) throw failures[0];
    return { more: false };
  },
};
