import { type ExpiredDesk, listExpiredDesks as list } from "@/lib/data/expired-drafts";

/** The desks on which a draft was not approved in time; `secret` is the jobs' own. */
export function listExpiredDesks(secret: string): Promise<ExpiredDesk[]> {
  return list(secret);
}
