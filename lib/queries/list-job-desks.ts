import { type JobDesk, listJobDesks as listAll, listWokenDesks } from "@/lib/data/job-desks";

/** The desks that background jobs go round: all of them, or those where something snoozed is due; `secret` is the jobs' own. */
export function listJobDesks(secret: string, which: "all" | "woken" = "all"): Promise<JobDesk[]> {
  return which === "woken" ? listWokenDesks(secret) : listAll(secret);
}
