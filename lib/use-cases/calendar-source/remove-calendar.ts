import { releaseEvents } from "@/lib/data/calendar-events";
import { forgetItems, listItemsInState, markGone } from "@/lib/data/calendar-items";
import { findCalendar, saveCalendar, savePlace } from "@/lib/data/calendars";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { whyNotKeepCalendars } from "@/lib/domain/calendar/source";
import { granted, type Result, refused } from "@/lib/domain/result";
import { letItemsGo } from "@/lib/use-cases/calendar-source/let-items-go";

/** More than any calendar that is read has. */
const MOST_ITEMS = 100_000;

/**
 * Forgets a calendar with its address and password. What came from it stays, as if it had been imported once, or is taken off the
 * calendar as far as no other has it; nothing changes where it was kept. Refuses `not-found`, `only-client`.
 */
export async function removeCalendar(
  actor: Actor,
  id: string,
  events: "keep" | "remove",
  at: Date,
): Promise<Result<{ id: string; seq: number }>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "remove-calendar", { kind: "calendar", id }, async (tx) => {
    const calendar = await findCalendar(tx, workspaceId, id);
    const no = calendar === null ? ({ code: "not-found" } as const) : whyNotKeepCalendars(actor);
    if (calendar === null || no !== null) return refused(no ?? { code: "not-found" });
    if (events === "remove") {
      await markGone(tx, workspaceId, id, { isWhole: true, present: [], gone: [] });
      const everything = await listItemsInState(tx, workspaceId, id, "gone", MOST_ITEMS);
      await letItemsGo({ tx, actor, calendar, at }, everything);
    }
    await releaseEvents(tx, workspaceId, id);
    await forgetItems(tx, workspaceId, id, null);
    await savePlace(tx, workspaceId, id, {
      host: "",
      username: "",
      sealed: new Uint8Array(),
      placeSum: "",
      problem: "",
    });
    await saveCalendar(tx, workspaceId, { id }, { removedAt: at, takesOurs: false });
    return granted(id);
  });
  return written.ok ? granted({ id, seq: written.value.seq }) : written;
}
