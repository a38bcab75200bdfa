"use server";

import { setTimeout as wait } from "node:timers/promises";
import { entranceAction } from "@/lib/actions/action";
import { safePath } from "@/lib/auth/safe-path";
import { mayTry } from "@/lib/auth/sign-in-limits";
import { granted, refused } from "@/lib/domain/result";
import { env } from "@/lib/env";
import { signInSchema } from "@/lib/schemas/workspace";
import { sendSignInLink } from "@/lib/use-cases/sign-in/send-sign-in-link";

/** Longer than the work ever takes, so that the time it took tells nobody whether an address is known. */
const answerAfterMs = 350;

export const askForLink = entranceAction({
  input: signInSchema,
  run: async ({ input, visitor, at }) => {
    const answering = wait(answerAfterMs);
    const { email } = input;
    const next = safePath(input.next);
    const seconds = (await mayTry("link-by-network", visitor.ip)) ?? (await mayTry("link-by-address", email));
    if (seconds !== null) return refused({ code: "too-many", retryAfterSeconds: seconds });
    await sendSignInLink({ email, next, origin: env.FIRSTHAND_URL, at });
    await answering;
    return granted({ go: `/sign-in/check-mail?${new URLSearchParams({ email, next })}` });
  },
});
