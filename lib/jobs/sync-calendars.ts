import type { Job } from "@/lib/jobs/run-jobs";
import { type Turns, takeTurns } from "@/lib/jobs/take-turns";
import { claimDueCalendar } from "@/lib/use-cases/calendar-source/claim-due-calendar";
import { syncCalendar } from "@/lib/use-cases/calendar-source/sync-calendar";

const calendarTurns: Turns = { which: "calendars", claim: claimDueCalendar, step: syncCalendar };

export const syncCalendarsJob: Job = {
  name: "sync-calendars",
  everyMs: 60 * 1000,
  run: async () => {
    await takeTurns(calendarTurns);
    return { more: false };
  },
};
