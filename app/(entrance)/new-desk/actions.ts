"use server";

import { entranceAction } from "@/lib/actions/action";
import { findSignedIn, sessionToken } from "@/lib/auth/actor";
import { findFounder, foundAnother, foundAsInvited } from "@/lib/auth/another-desk";
import { homePath } from "@/lib/auth/home-path";
import { mayTry } from "@/lib/auth/sign-in-limits";
import { handOverSession } from "@/lib/auth/start-session";
import { granted, refused } from "@/lib/domain/result";
import { anotherDeskSchema, invitedDeskSchema } from "@/lib/schemas/workspace";

const signedOut = "You are signed out. Sign in again in another window; what you typed is kept.";
const notWithThis = "No desk can be made with the account you are signed in with. Nothing was changed.";

export const makeAnotherDesk = entranceAction({
  input: anotherDeskSchema,
  run: async ({ input: { desk, zone, colour } }) => {
    const session = await sessionToken();
    if (session === null || (await findSignedIn()) === null)
      return refused({ code: "invalid", fields: { form: signedOut } });
    const founder = await findFounder(session);
    if (founder === null) return refused({ code: "invalid", fields: { form: notWithThis } });
    const seconds = await mayTry("another-desk", founder.userId);
    if (seconds !== null) return refused({ code: "too-many", retryAfterSeconds: seconds });
    const slug = await foundAnother(session, { name: desk, zone, colour });
    if (slug === null) return refused({ code: "invalid", fields: { form: notWithThis } });
    return granted({ go: homePath({ slug, role: "client" }) });
  },
});

export const makeInvitedDesk = entranceAction({
  input: invitedDeskSchema,
  run: async ({ input: { token, ...desk }, visitor, at }) => {
    const seconds = await mayTry("invitation", visitor.ip);
    if (seconds !== null) return refused({ code: "too-many", retryAfterSeconds: seconds });
    const founded = await foundAsInvited(await sessionToken(), token, {
      ...desk,
      device: visitor.device,
      at,
    });
    if (founded === "over") {
      const form = "No desk can be made with this invitation any more. Ask for a new one.";
      return refused({ code: "invalid", fields: { form } });
    }
    // Its page says who is to sign in first, and how.
    if (founded === "known") return granted({ go: `/new-desk/${encodeURIComponent(token)}` });
    if (founded.newSession !== null) await handOverSession(founded.newSession);
    return granted({ go: homePath({ slug: founded.slug, role: "client" }) });
  },
});
