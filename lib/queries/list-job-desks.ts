import {
  type JobDesk,
  listJobDesks as listAll,
  listBookDesks,
  listCalendarDesks,
  listWokenDesks,
} from "@/lib/data/job-desks";

/** Which desks a job goes round: all, those where something snoozed is due, or those with an address book or a calendar whose turn it is. */
export type WhichDesks = "all" | "woken" | "books" | "calendars";

/** The desks that background jobs go round; `secret` is the jobs' own. */
export function listJobDesks(secret: string, which: WhichDesks = "all"): Promise<JobDesk[]> {
  if (which === "books") return listBookDesks(secret);
  if (which === "calendars") return listCalendarDesks(secret);
  return which === "woken" ? listWokenDesks(secret) : listAll(secret);
}
