import { setMaxListeners } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { jobs } from "@/lib/jobs/jobs";
import { describeError, log } from "@/lib/runtime/log";

/**
 * Something done again and again. `run` says whether there is more to do at once; any number of processes may run it. `settle` waits
 * for what it has begun and not ended, when the server is to stop.
 */
export type Job = {
  name: string;
  everyMs: number;
  run: (at: Date) => Promise<{ more: boolean }>;
  settle?: () => Promise<void>;
};

/**
 * Runs every job until `signal` says stop; settles when all of them have. A job that fails is logged and tried again,
 * with patience: it never ends the server.
 */
export async function startJobs({ signal }: { signal: AbortSignal }): Promise<void> {
  // Each job waits on the one signal; Node takes more than ten for a leak.
  setMaxListeners(jobs.length + 10, signal);
  await Promise.all(jobs.map((job) => keepRunning(job, signal)));
}

async function keepRunning(job: Job, signal: AbortSignal): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    let pause = job.everyMs;
    try {
      const { more } = await job.run(new Date());
      failures = 0;
      if (more) pause = 0;
    } catch (error) {
      failures += 1;
      pause = Math.min(60_000, job.everyMs * 2 ** Math.min(failures, 6));
      log.error("a job failed", { job: job.name, failures, ...describeError(error) });
    }
    await wait(pause, undefined, { signal, ref: false }).catch(() => undefined);
  }
  await job.settle?.();
}
