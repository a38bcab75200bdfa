"use server";

import { deskAction } from "@/lib/actions/action";
import { granted } from "@/lib/domain/result";
import { dayOffSchema } from "@/lib/schemas/contact";
import { oneSchema } from "@/lib/schemas/workspace";
import { addDaysOff } from "@/lib/use-cases/away/add-days-off";
import { removeDaysOff } from "@/lib/use-cases/away/remove-days-off";

export const saveDaysOff = deskAction({
  input: dayOffSchema,
  run: async ({ actor, input }) => {
    const added = await addDaysOff(actor, { ...input, toOn: input.toOn || input.fromOn });
    return added.ok ? granted({ done: "Written down: nobody is due on these days." }) : added;
  },
});

export const dropDaysOff = deskAction({
  input: oneSchema,
  run: async ({ actor, input, at }) => {
    const removed = await removeDaysOff(actor, input.id, at);
    return removed.ok ? granted({ done: "These days are taken away." }) : removed;
  },
});
