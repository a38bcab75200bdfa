import { listMeetingDesks as list, type MeetingDesk } from "@/lib/data/job-desks";

/** The desks on which something begins within so many hours; `secret` is the jobs' own. */
export function listMeetingDesks(secret: string, hours: number): Promise<MeetingDesk[]> {
  return list(secret, hours);
}
