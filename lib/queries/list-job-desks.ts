import { type JobDesk, listJobDesks as listAll, listBookDesks, listWokenDesks } from "@/lib/data/job-desks";

/** Which desks a job goes round: all, those where something snoozed is due, or those with an address book whose turn it is. */
export type WhichDesks = "all" | "woken" | "books";

/** The desks that background jobs go round; `secret` is the jobs' own. */
export function listJobDesks(secret: string, which: WhichDesks = "all"): Promise<JobDesk[]> {
  if (which === "books") return listBookDesks(secret);
  return which === "woken" ? listWokenDesks(secret) : listAll(secret);
}
