"use server";

import { entranceAction } from "@/lib/actions/action";
import { acceptAndSignIn } from "@/lib/auth/accept";
import { homePath } from "@/lib/auth/home-path";
import { mayTry } from "@/lib/auth/sign-in-limits";
import { handOverSession } from "@/lib/auth/start-session";
import { granted, refused } from "@/lib/domain/result";
import { acceptSchema } from "@/lib/schemas/workspace";

export const accept = entranceAction({
  input: acceptSchema,
  run: async ({ input, visitor, at }) => {
    const seconds = await mayTry("invitation", visitor.ip);
    if (seconds !== null) return refused({ code: "too-many", retryAfterSeconds: seconds });
    const accepted = await acceptAndSignIn(input.token, input.name ?? "", visitor.device, at);
    if (accepted === null) {
      const sentence = "This invitation cannot be accepted any more. Ask for a new one.";
      return refused({ code: "invalid", fields: { form: sentence } });
    }
    await handOverSession(accepted.token);
    return granted({ go: homePath({ slug: accepted.slug, role: "assistant" }) });
  },
});
