import { setTimeout as pause } from "node:timers/promises";
import { env } from "@/lib/env";
import type { Job } from "@/lib/jobs/run-jobs";
import { mailWishes, readerActor, systemActorAt } from "@/lib/jobs/system-actor";
import type { MailWish } from "@/lib/queries/list-mail-wishes";
import { readComingMeetings } from "@/lib/queries/read-coming-meetings";
import { mailWhisperCards } from "@/lib/use-cases/whisper/mail-whisper-cards";

/** Mails the whisper cards of meetings that come soon, each read with the eyes of whom they go to; any number of processes may run it. */
async function sendWhisperCards(at: Date): Promise<void> {
  const failures: unknown[] = [];
  for (const wish of await mailWishes()) {
    // Whoever's cards cannot be made keeps nobody else from theirs; the job is tried again.
    await sendTo(wish, at).catch((error: unknown) => failures.push(error));
    // Desks take turns with the people who wait for a page.
    await pause(0);
  }
  if (failures.length > 0) throw failures[0];
}

async function sendTo(wish: MailWish, at: Date): Promise<void> {
  if (wish.whisperHours === null) return;
  for (const meeting of await readComingMeetings(readerActor(wish), wish.whisperHours, at))
    await mailWhisperCards(systemActorAt(wish), wish, meeting, env.FIRSTHAND_URL, at);
}

export const sendWhisperCardsJob: Job = {
  name: "send-whisper-cards",
  everyMs: 60 * 1000,
  run: async (at) => {
    await sendWhisperCards(at);
    return { more: false };
  },
};
