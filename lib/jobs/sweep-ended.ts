import type { Job } from "@/lib/jobs/run-jobs";
import { sweepEnded } from "@/lib/use-cases/session/sweep-ended";

/** Forgets what is over: sessions, attempt counters, sign-in links, and mail that has long left. */
export const sweepEndedJob: Job = {
  name: "sweep-ended",
  everyMs: 10 * 60 * 1000,
  run: async (at) => {
    await sweepEnded(at);
    return { more: false };
  },
};
