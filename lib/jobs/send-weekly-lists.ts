import { setTimeout as pause } from "node:timers/promises";
import { weeklyDayDue, weeklyKey } from "@/lib/domain/weekly/when-due";
import { env } from "@/lib/env";
import type { Job } from "@/lib/jobs/run-jobs";
import { mailWishes, readerActor, systemActorAt } from "@/lib/jobs/system-actor";
import type { MailWish } from "@/lib/queries/list-mail-wishes";
import { inMail, readWeeklyList } from "@/lib/queries/read-weekly-list";
import { mailWeeklyList } from "@/lib/use-cases/weekly/mail-weekly-list";

/** Mails the weekly lists whose hour has come, each read with the eyes of whom it goes to; any number of processes may run it. */
async function sendWeeklyLists(at: Date): Promise<void> {
  const failures: unknown[] = [];
  for (const wish of await mailWishes()) {
    // Whoever's list cannot be made keeps nobody else from theirs; the job is tried again.
    await sendWeeklyList(wish, at).catch((error: unknown) => failures.push(error));
    // Desks take turns with the people who wait for a page.
    await pause(0);
  }
  if (failures.length > 0) throw failures[0];
}

async function sendWeeklyList(wish: MailWish, at: Date): Promise<void> {
  const { weeklyOn, weeklyWeekday: weekday, weeklyHour: hour, zone, weeklyFrom: from } = wish;
  const day = weeklyOn ? weeklyDayDue({ weekday, hour, zone, from }, at) : null;
  if (day === null || wish.lastWeekly === weeklyKey(day)) return;
  const list = await readWeeklyList(
    readerActor(wish),
    { from: day, horizon: wish.weeklyDays, ...inMail },
    at,
  );
  if (list.ok) await mailWeeklyList(systemActorAt(wish), wish, list.value, day, env.FIRSTHAND_URL);
}

export const sendWeeklyListsJob: Job = {
  name: "send-weekly-lists",
  everyMs: 60 * 1000,
  run: async (at) => {
    await sendWeeklyLists(at);
    return { more: false };
  },
};
