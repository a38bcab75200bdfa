import { hereSide } from "@/lib/adapters/calendar/object-side";
import { forgetItems, listItems } from "@/lib/data/calendar-items";
import { listOwnRows, saveOurs } from "@/lib/data/calendar-ours";
import { findCalendar, savePlace } from "@/lib/data/calendars";
import { findDeskDays } from "@/lib/data/day-tasks";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { whyNotKeepCalendars } from "@/lib/domain/calendar/source";
import { granted, type Result, refused } from "@/lib/domain/result";
import { readSide } from "@/lib/use-cases/calendar-source/object-sides";
import { rowsFromObject } from "@/lib/use-cases/calendar-source/rows-from-object";
import { changeRowsIn } from "@/lib/use-cases/calendar-source/take-ours";

/**
 * Decides about an entry that was changed here and there: "here" is written there with the calendar's next turn, which is at once;
 * "there" is taken over, also when it was deleted there. Refuses `not-found` for what is no such entry (any more), `only-client`.
 */
export async function resolveItem(
  actor: Actor,
  id: string,
  { href, side }: { href: string; side: "here" | "there" },
  at: Date,
): Promise<Result<{ seq: number }>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "resolve-calendar-conflict", { kind: "calendar", id }, async (tx) => {
    const calendar = await findCalendar(tx, workspaceId, id);
    const no = calendar === null ? ({ code: "not-found" } as const) : whyNotKeepCalendars(actor);
    if (calendar === null || no !== null) return refused(no ?? { code: "not-found" });
    const [item] = await listItems(tx, workspaceId, id, [href]);
    if (item?.state !== "conflict" || item.theirs === null) return refused({ code: "not-found" });
    const { uid, etag, etagThere, theirs } = item;
    if (side === "there") {
      const { zone } = await findDeskDays(tx, workspaceId);
      const rows = await listOwnRows(tx, workspaceId, [uid]);
      const there = readSide(theirs, { zone, at });
      const standing = rows.filter(({ removedAt }) => removedAt === null);
      const here = hereSide(standing, there.side);
      await changeRowsIn({ tx, actor, at }, rowsFromObject(rows, here, there.side, there, at));
    }
    if (side === "there" && theirs === "") await forgetItems(tx, workspaceId, id, [href]);
    else {
      // What is written over theirs keeps what else stands in it.
      const settled = { href, uid, etag, etagThere, said: theirs, state: "in-step", why: "", theirs: null };
      await saveOurs(tx, workspaceId, id, [{ ...settled, written: side === "there" ? "now" : null }]);
    }
    await savePlace(tx, workspaceId, id, { nextAt: at });
    return granted(null);
  });
  return written.ok ? granted({ seq: written.value.seq }) : written;
}
