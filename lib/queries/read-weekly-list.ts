import { findMailSettings } from "@/lib/data/member-settings";
import { readAs } from "@/lib/data/transaction";
import { listWeeklyNotes } from "@/lib/data/weekly-notes";
import type { Actor, Role } from "@/lib/domain/actor";
import { dayAt } from "@/lib/domain/calendar/zone-day";
import type { Result } from "@/lib/domain/result";
import type { WeeklyList } from "@/lib/domain/weekly/view";
import { findDayLines, findTouchLines, lastDayOf } from "@/lib/queries/weekly-lines";
import { findRememberedDays } from "@/lib/queries/weekly-remembered";

/** From which day ("YYYY-MM-DD"), how many days, and the most lines of each sort. */
export type WeeklyWanted = { from: string; horizon: number; mostDays: number; mostTouch: number };

/** As many lines as a mail holds; what is more is counted, and stands on the page. */
export const inMail = { mostDays: 20, mostTouch: 10 };
/** As many as the page shows at once. */
export const onPage = { mostDays: 150, mostTouch: 50 };

/** The same as a page, from today on where the reader lives. Refuses `signed-out`. */
export async function readWeeklyPage(actor: Actor, horizon: number, at: Date): Promise<Result<WeeklyList>> {
  const settings = await readAs(actor, (tx) =>
    findMailSettings(tx, actor.workspace.id, actor.userId as string),
  );
  if (!settings.ok) return settings;
  const from = dayAt(at.getTime(), settings.value.zone ?? actor.workspace.zone);
  return readWeeklyList(actor, { from, horizon, ...onPage }, at);
}

/**
 * What comes up for the client, as `actor` may see it: yearly days that nobody has seen to yet, whom the client is losing
 * touch with, and who is remembered. Row-level security decides what an assistant's holds; counts included. Refuses `signed-out`.
 */
export function readWeeklyList(actor: Actor, wanted: WeeklyWanted, at: Date): Promise<Result<WeeklyList>> {
  const stretch = { ...wanted, at, to: lastDayOf(wanted.from, wanted.horizon) };
  return readAs(actor, async (tx) => {
    const days = await findDayLines(tx, actor, stretch);
    const touch = await findTouchLines(tx, actor, stretch);
    const remembered = await findRememberedDays(tx, actor.workspace.id, stretch);
    return {
      from: stretch.from,
      to: stretch.to,
      horizon: wanted.horizon,
      reader: { role: actor.role as Role, userId: actor.userId as string },
      clientName: actor.clientName,
      zone: actor.workspace.zone,
      days: days.lines,
      touch: touch.lines,
      daysInAll: days.inAll,
      touchInAll: touch.inAll,
      remembered: remembered.days,
      rememberedInAll: remembered.inAll,
      notes: await listWeeklyNotes(tx, actor.workspace.id),
    };
  });
}
