import { onEachDesk } from "@/lib/jobs/each-desk";
import type { Job } from "@/lib/jobs/run-jobs";
import { systemActors } from "@/lib/jobs/system-actor";
import { makeDueTasks } from "@/lib/use-cases/person/make-due-tasks";

/** Birthdays and other yearly days become tasks when their lead days begin. Idempotent; any number of processes may run it. */
export const makeBirthdayTasksJob: Job = {
  name: "make-birthday-tasks",
  everyMs: 60 * 60 * 1000,
  run: async (at) => {
    await onEachDesk(await systemActors(), (actor) => makeDueTasks(actor, at));
    return { more: false };
  },
};
