import { sweepEnded as sweepSessionsAndLinks } from "@/lib/data/auth-store";
import { sweepAttempts } from "@/lib/data/rate-limits";

/** Forgets sessions and attempt counters whose time is over, and sign-in links a day later. */
export async function sweepEnded(at: Date): Promise<void> {
  await sweepSessionsAndLinks(at);
  await sweepAttempts();
}
