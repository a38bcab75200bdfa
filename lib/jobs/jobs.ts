import { deliverMailJob } from "@/lib/jobs/deliver-mail";
import { escalateChecksJob } from "@/lib/jobs/escalate-checks";
import { expireDraftsJob } from "@/lib/jobs/expire-drafts";
import { extendOccurrencesJob } from "@/lib/jobs/extend-occurrences";
import { makeBirthdayTasksJob } from "@/lib/jobs/make-birthday-tasks";
import { makeChecksJob } from "@/lib/jobs/make-checks";
import { makeTouchTasksJob } from "@/lib/jobs/make-touch-tasks";
import type { Job } from "@/lib/jobs/run-jobs";
import { sendApprovedJob } from "@/lib/jobs/send-approved";
import { sendDailyMailJob } from "@/lib/jobs/send-daily-mail";
import { sendWebhooksJob } from "@/lib/jobs/send-webhooks";
import { sendWeeklyListsJob } from "@/lib/jobs/send-weekly-lists";
import { sendWhisperCardsJob } from "@/lib/jobs/send-whisper-cards";
import { sweepEndedJob } from "@/lib/jobs/sweep-ended";
import { sweepToldJob } from "@/lib/jobs/sweep-told";
import { syncAddressBooksJob } from "@/lib/jobs/sync-address-books";
import { syncCalendarsJob } from "@/lib/jobs/sync-calendars";
import { wakeSnoozedJob } from "@/lib/jobs/wake-snoozed";

/** Every job there is. A new one is a file of its own and a line here. */
export const jobs: readonly Job[] = [
  sendApprovedJob,
  expireDraftsJob,
  deliverMailJob,
  sendWebhooksJob,
  sweepEndedJob,
  sweepToldJob,
  makeBirthdayTasksJob,
  makeTouchTasksJob,
  wakeSnoozedJob,
  extendOccurrencesJob,
  sendWeeklyListsJob,
  sendDailyMailJob,
  sendWhisperCardsJob,
  makeChecksJob,
  escalateChecksJob,
  syncAddressBooksJob,
  syncCalendarsJob,
];
