import { env } from "@/lib/env";
import { onEachDesk } from "@/lib/jobs/each-desk";
import type { Job } from "@/lib/jobs/run-jobs";
import { meetingActors } from "@/lib/jobs/system-actor";
import { escalateChecks } from "@/lib/use-cases/check/escalate-checks";

/** What begins soon and is not confirmed becomes urgent, and is mailed once. Idempotent; any number of processes may run it. */
export const escalateChecksJob: Job = {
  name: "escalate-checks",
  everyMs: 60 * 1000,
  run: async (at) => {
    await onEachDesk(await meetingActors(48), (actor) => escalateChecks(actor, env.FIRSTHAND_URL, at));
    return { more: false };
  },
};
