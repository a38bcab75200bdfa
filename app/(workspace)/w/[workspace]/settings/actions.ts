"use server";

import { deskAction } from "@/lib/actions/action";
import { granted } from "@/lib/domain/result";
import { env } from "@/lib/env";
import { deskSchema, inviteSchema, myNameSchema, nothingSchema, oneSchema } from "@/lib/schemas/workspace";
import { endOtherSessions, endSession } from "@/lib/use-cases/session/end-sessions";
import { renameMe } from "@/lib/use-cases/session/rename-me";
import { changeDesk } from "@/lib/use-cases/workspace/change-desk";
import { inviteAssistant } from "@/lib/use-cases/workspace/invite-assistant";
import { removeAssistant } from "@/lib/use-cases/workspace/remove-assistant";
import { withdrawInvitation } from "@/lib/use-cases/workspace/withdraw-invitation";

export const invite = deskAction({
  input: inviteSchema,
  run: async ({ actor, input, at }) => {
    const invited = await inviteAssistant(actor, input, env.FIRSTHAND_URL, at);
    return invited.ok ? granted({ done: `An invitation is on its way to ${invited.value.email}.` }) : invited;
  },
});

export const withdraw = deskAction({
  input: oneSchema,
  run: async ({ actor, input, at }) => {
    const withdrawn = await withdrawInvitation(actor, input.id, at);
    return withdrawn.ok ? granted({ done: "The invitation is taken back." }) : withdrawn;
  },
});

export const remove = deskAction({
  input: oneSchema,
  run: async ({ actor, input, at }) => {
    const removed = await removeAssistant(actor, input.id, at);
    return removed.ok ? granted({ done: "They no longer belong to this desk." }) : removed;
  },
});

export const saveDesk = deskAction({
  input: deskSchema,
  run: async ({ actor, input, at }) => {
    const changed = await changeDesk(actor, input, at);
    return changed.ok ? granted({ done: "Saved." }) : changed;
  },
});

export const saveMyName = deskAction({
  input: myNameSchema,
  run: async ({ actor, input }) => {
    const renamed = await renameMe(actor, input.name);
    return renamed.ok ? granted({ done: "Saved." }) : renamed;
  },
});

export const endOne = deskAction({
  input: oneSchema,
  run: async ({ actor, input }) => {
    const ended = await endSession(actor, input.id);
    return ended.ok ? granted({ done: "That session is over." }) : ended;
  },
});

export const endOthers = deskAction({
  input: nothingSchema,
  run: async ({ actor }) => {
    const ended = await endOtherSessions(actor);
    return ended.ok ? granted({ done: "You are signed in here alone." }) : ended;
  },
});
