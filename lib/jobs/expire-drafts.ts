import { env } from "@/lib/env";
import { onEachDesk } from "@/lib/jobs/each-desk";
import type { Job } from "@/lib/jobs/run-jobs";
import { expiredDeskActors } from "@/lib/jobs/system-actor";
import { expireDrafts } from "@/lib/use-cases/draft/expire-drafts";

/** What was not approved in time is held, and that is told. Idempotent; any number of processes may run it. */
export const expireDraftsJob: Job = {
  name: "expire-drafts",
  everyMs: 30 * 1000,
  run: async () => {
    await onEachDesk(await expiredDeskActors(), (actor) => expireDrafts(actor, env.FIRSTHAND_URL));
    return { more: false };
  },
};
