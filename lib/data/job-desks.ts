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

/** A desk as a job meets it that writes mail to its people. */
export type MeetingDesk = { workspace: { id: string; slug: string; zone: string }; clientName: string };

/** The desks on which something begins within so many hours. Throws when the secret is not the registered one. */
export async function listMeetingDesks(secret: string, hours: number): Promise<MeetingDesk[]> {
  const rows = await appDatabase().$queryRaw<
    { id: string; slug: string; zone: string; clientName: string }[]
  >`
    SELECT workspace_id AS id, slug, zone, client_name AS "clientName" FROM fence.desks_with_meetings(${secret}, ${hours}::int) ORDER BY workspace_id`;
  return rows.map(({ clientName, ...workspace }) => ({ workspace, clientName }));
}

/** The desks with a calendar whose turn it is. Throws when the secret is not the registered one. */
export function listCalendarDesks(secret: string): Promise<JobDesk[]> {
  return appDatabase().$queryRaw<JobDesk[]>`
    SELECT workspace_id AS id, zone FROM fence.desks_with_due_calendars(${secret}) ORDER BY workspace_id`;
}
