import { env } from "@/lib/env";
import type { Job } from "@/lib/jobs/run-jobs";
import { log } from "@/lib/runtime/log";
import { deliverMail } from "@/lib/use-cases/mail/deliver-mail";

/** Sends what waits in the outbox. Without SMTP_URL nothing leaves: mail stays in the local mailbox, which is no failure. */
export const deliverMailJob: Job = {
  name: "deliver-mail",
  everyMs: 1_000,
  run: async (at) => {
    if (!env.SMTP_URL) return { more: false };
    const { more, undelivered } = await deliverMail(at, env.SMTP_URL);
    for (const { givenUp, why, ...which } of undelivered)
      log.warn(givenUp ? "a mail was given up" : "a mail did not leave", {
        ...which,
        why: why.slice(0, 200),
      });
    return { more };
  },
};
