import { findDeskDays } from "@/lib/data/day-tasks";
import { findMailSettings, type MailSettings } from "@/lib/data/member-settings";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { nextDaily } from "@/lib/domain/daily/when-due";
import type { Result } from "@/lib/domain/result";
import { nextWeekly } from "@/lib/domain/weekly/when-due";

/**
 * What the actor is mailed. `zone` is theirs or the desk's; `next` the ISO instant of the next weekly list, `nextDaily` that of
 * the next daily mail, null when off.
 */
export type MyMailView = {
  settings: MailSettings;
  zone: string;
  deskZone: string;
  next: string | null;
  nextDaily: string | null;
};

/** The actor's own mail settings. Refuses `signed-out`. */
export function readMyMail(actor: Actor, at: Date): Promise<Result<MyMailView>> {
  return readAs(actor, async (tx) => {
    const settings = await findMailSettings(tx, actor.workspace.id, actor.userId as string);
    const { zone: deskZone } = await findDeskDays(tx, actor.workspace.id);
    const zone = settings.zone ?? deskZone;
    const { weeklyOn, weeklyWeekday: weekday, weeklyHour: hour } = settings;
    const next = weeklyOn ? nextWeekly({ weekday, hour, zone, from: null }, at) : null;
    const daily = settings.dailyOn ? nextDaily({ hour: settings.dailyHour, zone, from: null }, at) : null;
    return { settings, zone, deskZone, next: isoOf(next), nextDaily: isoOf(daily) };
  });
}

function isoOf(moment: number | null): string | null {
  return moment === null ? null : new Date(moment).toISOString();
}
