import { setTimeout as pause } from "node:timers/promises";
import type { Job } from "@/lib/jobs/run-jobs";
import { systemActors } from "@/lib/jobs/system-actor";
import { makeDueTasks } from "@/lib/use-cases/person/make-due-tasks";

/** Birthdays and other yearly days become tasks when their lead days begin. Idempotent; any number of processes may run it. */
async function makeBirthdayTasks(at: Date, signal?: AbortSignal): Promise<void> {
  for (const actor of await systemActors()) {
    if (signal?.aborted) return;
    await makeDueTasks(actor, at);
    // Desks take turns with the people who wait for a page.
    await pause(0);
  }
}

export const makeBirthdayTasksJob: Job = {
  name: "make-birthday-tasks",
  everyMs: 60 * 60 * 1000,
  run: async (at) => {
    await makeBirthdayTasks(at);
    return { more: false };
  },
};
