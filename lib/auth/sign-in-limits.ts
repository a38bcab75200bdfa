import { type Allowance, countAttempt } from "@/lib/data/rate-limits";
import { describeError, log } from "@/lib/runtime/log";

const minutes = 60;

/** How often anybody may try what. Counted by network, and a link also by the address it is for. */
const allowances = {
  "link-by-network": { attempts: 40, seconds: 15 * minutes },
  "link-by-address": { attempts: 6, seconds: 15 * minutes },
  "sign-in-step": { attempts: 120, seconds: 15 * minutes },
  "demo-sign-in": { attempts: 2000, seconds: 10 * minutes },
  // A link is looked at again and again, also by mail scanners; guessing one of 2^128 takes longer.
  proof: { attempts: 240, seconds: 15 * minutes },
  // Calendars ask again by themselves, many of them from one machine of a large service.
  "feeds-by-network": { attempts: 1200, seconds: 15 * minutes },
  feed: { attempts: 60, seconds: 15 * minutes },
  // A program may be quick; one that runs in circles waits for the next minute.
  token: { attempts: 1200, seconds: minutes },
  // Many programs share the network of a large service; each of them introduces itself once, and renews its token every hour.
  "program-register": { attempts: 120, seconds: 15 * minutes },
  "program-token": { attempts: 1200, seconds: 15 * minutes },
  "program-asks": { attempts: 120, seconds: 15 * minutes },
  "bad-token": { attempts: 120, seconds: 15 * minutes },
  invitation: { attempts: 60, seconds: 15 * minutes },
  "first-desk": { attempts: 20, seconds: 15 * minutes },
  // By whoever founds them: nobody needs more in a day, and a desk stays.
  "another-desk": { attempts: 5, seconds: 24 * 60 * minutes },
} satisfies Record<string, Allowance>;

/**
 * Counts an attempt of `who`. Null: go ahead; otherwise how many seconds to wait. When nobody can count, nobody may try:
 * guessing must not become free because the database is slow.
 */
export async function mayTry(what: keyof typeof allowances, who: string): Promise<number | null> {
  try {
    return await countAttempt(what, who, allowances[what]);
  } catch (error) {
    log.error("attempts cannot be counted", { limit: what, ...describeError(error) });
    return 60;
  }
}
