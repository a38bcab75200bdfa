import { onEachDesk } from "@/lib/jobs/each-desk";
import type { Job } from "@/lib/jobs/run-jobs";
import { systemActors } from "@/lib/jobs/system-actor";
import { makeTouchTasks } from "@/lib/use-cases/person/make-touch-tasks";

/** Whoever it is time to be in touch with becomes a task. Idempotent; any number of processes may run it. */
export const makeTouchTasksJob: Job = {
  name: "make-touch-tasks",
  everyMs: 60 * 60 * 1000,
  run: async (at) => {
    await onEachDesk(await systemActors(), (actor) => makeTouchTasks(actor, at));
    return { more: false };
  },
};
