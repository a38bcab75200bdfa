import type { Job } from "@/lib/jobs/run-jobs";
import { jobProof } from "@/lib/jobs/system-actor";
import { sweepTold } from "@/lib/use-cases/webhook/sweep-told";

/** Forgets what programs were told long ago, and the keys of yesterday's requests. */
export const sweepToldJob: Job = {
  name: "sweep-told",
  everyMs: 60 * 60 * 1000,
  run: async () => {
    await sweepTold(jobProof());
    return { more: false };
  },
};
