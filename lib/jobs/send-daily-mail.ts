import { setTimeout as pause } from "node:timers/promises";
import { dailyDayDue, dailyKey } from "@/lib/domain/daily/when-due";
import { env } from "@/lib/env";
import type { Job } from "@/lib/jobs/run-jobs";
import { mailWishes, readerActor, systemActorAt } from "@/lib/jobs/system-actor";
import type { MailWish } from "@/lib/queries/list-mail-wishes";
import { readForYou } from "@/lib/queries/read-for-you";
import { mailDaily } from "@/lib/use-cases/daily/mail-daily";

/** Mails clients what lies before them, where their hour has come, read with their eyes; any number of processes may run it. */
async function sendDailyMails(at: Date): Promise<void> {
  const failures: unknown[] = [];
  for (const wish of await mailWishes()) {
    // Whoever's mail cannot be made keeps nobody else from theirs; the job is tried again.
    await sendDailyMail(wish, at).catch((error: unknown) => failures.push(error));
    // Desks take turns with the people who wait for a page.
    await pause(0);
  }
  if (failures.length > 0) throw failures[0];
}

async function sendDailyMail(wish: MailWish, at: Date): Promise<void> {
  const { dailyOn, dailyHour: hour, dailyFrom: from, zone } = wish;
  const day = dailyOn ? dailyDayDue({ hour, zone, from }, at) : null;
  if (day === null || wish.lastDaily === dailyKey(day)) return;
  const pile = await readForYou(readerActor(wish), at, zone);
  if (pile.ok) await mailDaily(systemActorAt(wish), wish, pile.value, day, env.FIRSTHAND_URL, at);
}

export const sendDailyMailJob: Job = {
  name: "send-daily-mail",
  everyMs: 60 * 1000,
  run: async (at) => {
    await sendDailyMails(at);
    return { more: false };
  },
};
