"use server";

import { entranceAction } from "@/lib/actions/action";
import { acceptAs } from "@/lib/auth/accept";
import { sessionToken } from "@/lib/auth/actor";
import { homePath } from "@/lib/auth/home-path";
import { mayTry } from "@/lib/auth/sign-in-limits";
import { handOverSession } from "@/lib/auth/start-session";
import { granted, refused } from "@/lib/domain/result";
import { acceptSchema } from "@/lib/schemas/workspace";

export const accept = entranceAction({
  input: acceptSchema,
  run: async ({ input: { token, name = "" }, visitor, at }) => {
    const seconds = await mayTry("invitation", visitor.ip);
    if (seconds !== null) return refused({ code: "too-many", retryAfterSeconds: seconds });
    const accepted = await acceptAs(await sessionToken(), token, { name, device: visitor.device, at });
    if (accepted === "over") {
      const sentence = "This invitation cannot be accepted any more. Ask for a new one.";
      return refused({ code: "invalid", fields: { form: sentence } });
    }
    // Its page says who is to sign in first, and how.
    if (accepted === "known") return granted({ go: `/invitation/${encodeURIComponent(token)}` });
    if (accepted.newSession !== null) await handOverSession(accepted.newSession);
    return granted({ go: homePath({ slug: accepted.slug, role: "assistant" }) });
  },
});
