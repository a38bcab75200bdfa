import { setTimeout as pause } from "node:timers/promises";
import { env } from "@/lib/env";
import type { Job } from "@/lib/jobs/run-jobs";
import { expiredDeskActors } from "@/lib/jobs/system-actor";
import { expireDrafts } from "@/lib/use-cases/draft/expire-drafts";

/** What was not approved in time is held, and that is told. Idempotent; any number of processes may run it. */
export const expireDraftsJob: Job = {
  name: "expire-drafts",
  everyMs: 30 * 1000,
  run: async () => {
    for (const actor of await expiredDeskActors()) {
      await expireDrafts(actor, env.FIRSTHAND_URL);
      // Desks take turns with the people who wait for a page.
      await pause(0);
    }
    return { more: false };
  },
};
