import { onEachDesk } from "@/lib/jobs/each-desk";
import type { Job } from "@/lib/jobs/run-jobs";
import { systemActors } from "@/lib/jobs/system-actor";
import { wakeDueTasks } from "@/lib/use-cases/task/wake-due-tasks";

/** What was snoozed comes back at its time, in every open window. A list read meanwhile shows it already. */
export const wakeSnoozedJob: Job = {
  name: "wake-snoozed",
  everyMs: 20 * 1000,
  run: async (at) => {
    await onEachDesk(await systemActors("woken"), (actor) => wakeDueTasks(actor, at));
    return { more: false };
  },
};
