"use server";

import { entranceAction } from "@/lib/actions/action";
import { signOutHere } from "@/lib/auth/start-session";
import { granted } from "@/lib/domain/result";
import { nothingSchema } from "@/lib/schemas/workspace";

export const signOut = entranceAction({
  input: nothingSchema,
  run: async () => {
    await signOutHere();
    return granted({ go: "/sign-in" });
  },
});
