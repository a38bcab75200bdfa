import { sweepEnded as sweepSessionsAndLinks } from "@/lib/data/auth-store";
import { sweepMail } from "@/lib/data/mail-queue";
import { sweepAttempts } from "@/lib/data/rate-limits";

/** So long one can look up what left, and why something did not. */
const MAIL_DAYS = 30;

/** Forgets sessions and attempt counters whose time is over, sign-in links a day later, and mail a month after it left or was given up. */
export async function sweepEnded(at: Date): Promise<void> {
  await sweepSessionsAndLinks(at);
  await sweepAttempts();
  await sweepMail(new Date(at.getTime() - MAIL_DAYS * 86_400_000));
}
