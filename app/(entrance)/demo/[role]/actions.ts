"use server";

import { z } from "zod";
import { entranceAction } from "@/lib/actions/action";
import { demoRoles, signInToDemo } from "@/lib/auth/demo";
import { homePath } from "@/lib/auth/home-path";
import { mayTry } from "@/lib/auth/sign-in-limits";
import { handOverSession } from "@/lib/auth/start-session";
import { granted, refused } from "@/lib/domain/result";

export const enterDemo = entranceAction({
  input: z.object({ role: z.enum(demoRoles) }),
  run: async ({ input: { role }, visitor, at }) => {
    const seconds = await mayTry("demo-sign-in", visitor.ip);
    if (seconds !== null) return refused({ code: "too-many", retryAfterSeconds: seconds });
    const signedIn = await signInToDemo(role, visitor.device, at);
    if (signedIn === null) return refused({ code: "not-found" });
    await handOverSession(signedIn.token);
    return granted({ go: homePath({ slug: signedIn.slug, role }) });
  },
});
