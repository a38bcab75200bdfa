import { sweepEnded as sweepSessionsAndLinks } from "@/lib/data/auth-store";
import { sweepAttempts } from "@/lib/data/rate-limits";

/** Forgets sessions, sign-in links and attempt counters whose time is over. */
export async function sweepEnded(at: Date): Promise<void> {
  await sweepSessionsAndLinks(at);
  await sweepAttempts();
}
