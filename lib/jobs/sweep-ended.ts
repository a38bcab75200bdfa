import type { Job } from "@/lib/jobs/run-jobs";
import { sweepEnded } from "@/lib/use-cases/session/sweep-ended";

/** Forgets sessions and attempt counters whose time is over, and sign-in links a day later. */
export const sweepEndedJob: Job = {
  name: "sweep-ended",
  everyMs: 10 * 60 * 1000,
  run: async (at) => {
    await sweepEnded(at);
    return { more: false };
  },
};
