"use server";

import { entranceAction } from "@/lib/actions/action";
import { foundDesk, mayFound } from "@/lib/auth/first-desk";
import { homePath } from "@/lib/auth/home-path";
import { mayTry } from "@/lib/auth/sign-in-limits";
import { handOverSession } from "@/lib/auth/start-session";
import { granted, refused } from "@/lib/domain/result";
import { firstDeskSchema } from "@/lib/schemas/workspace";

export const makeFirstDesk = entranceAction({
  input: firstDeskSchema,
  run: async ({ input: { code = "", ...desk }, visitor, at }) => {
    const seconds = await mayTry("first-desk", visitor.ip);
    if (seconds !== null) return refused({ code: "too-many", retryAfterSeconds: seconds });
    if (!mayFound(visitor, code))
      return refused({ code: "invalid", fields: { code: "This is not the code that npm start printed." } });
    const founded = await foundDesk({ ...desk, device: visitor.device, at });
    if (founded === null)
      return refused({
        code: "invalid",
        fields: { form: "Somebody has made the first desk already. Sign in instead." },
      });
    await handOverSession(founded.token);
    return granted({ go: homePath({ slug: founded.slug, role: "client" }) });
  },
});
