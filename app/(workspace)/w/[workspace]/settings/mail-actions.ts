"use server";

import { deskAction } from "@/lib/actions/action";
import { dayAt } from "@/lib/domain/calendar/zone-day";
import { granted } from "@/lib/domain/result";
import { env } from "@/lib/env";
import { readMyMail } from "@/lib/queries/read-my-mail";
import { inMail, readWeeklyList } from "@/lib/queries/read-weekly-list";
import { myMailSchema } from "@/lib/schemas/weekly";
import { nothingSchema } from "@/lib/schemas/workspace";
import { changeMyMail } from "@/lib/use-cases/weekly/change-my-mail";
import { sendWeeklyNow } from "@/lib/use-cases/weekly/send-weekly-now";

export const saveMyMail = deskAction({
  input: myMailSchema,
  run: async ({ actor, input, at }) => {
    const changed = await changeMyMail(actor, input, at);
    return changed.ok ? granted({ done: "Saved." }) : changed;
  },
});

export const sendMineNow = deskAction({
  input: nothingSchema,
  run: async ({ actor, at }) => {
    const mine = await readMyMail(actor, at);
    if (!mine.ok) return mine;
    const { settings, zone } = mine.value;
    const from = dayAt(at.getTime(), zone);
    const list = await readWeeklyList(actor, { from, horizon: settings.weeklyDays, ...inMail }, at);
    if (!list.ok) return list;
    const sent = await sendWeeklyNow(actor, list.value, env.FIRSTHAND_URL);
    if (!sent.ok) return sent;
    return granted({
      done: sent.value
        ? `It is on its way to ${sent.value.email}.`
        : `Nothing comes up in the next ${settings.weeklyDays} days, so there is nothing to send.`,
    });
  },
});
