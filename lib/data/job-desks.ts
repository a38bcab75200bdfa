import { appDatabase } from "@/lib/data/client";

/** A desk as a background job meets it: nothing of what is on it. */
export type JobDesk = { id: string; zone: string };

/** The desks there are, for whoever holds the jobs' secret; an error for anybody else. */
export function listJobDesks(secret: string): Promise<JobDesk[]> {
  return appDatabase().$queryRaw<JobDesk[]>`
    SELECT workspace_id AS id, zone FROM fence.desks_for_jobs(${secret}) ORDER BY workspace_id`;
}

/** The desks on which something snoozed is due to wake. Throws when the secret is not the registered one. */
export function listWokenDesks(secret: string): Promise<JobDesk[]> {
  return appDatabase().$queryRaw<JobDesk[]>`
    SELECT workspace_id AS id, zone FROM fence.desks_with_woken(${secret}) ORDER BY workspace_id`;
}

/** The desks with an address book whose turn it is. Throws when the secret is not the registered one. */
export function listBookDesks(secret: string): Promise<JobDesk[]> {
  return appDatabase().$queryRaw<JobDesk[]>`
    SELECT workspace_id AS id, zone FROM fence.desks_with_due_books(${secret}) ORDER BY workspace_id`;
}

/** The desks with a calendar whose turn it is. Throws when the secret is not the registered one. */
export function listCalendarDesks(secret: string): Promise<JobDesk[]> {
  return appDatabase().$queryRaw<JobDesk[]>`
    SELECT workspace_id AS id, zone FROM fence.desks_with_due_calendars(${secret}) ORDER BY workspace_id`;
}
