import { findCalendar, saveCalendar, savePlace } from "@/lib/data/calendars";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { whyNotKeepCalendars } from "@/lib/domain/calendar/source";
import { granted, type Result, refused } from "@/lib/domain/result";

/** Stops reading a calendar, or goes on with it. Refuses `not-found`, `only-client`. */
export async function pauseCalendar(
  actor: Actor,
  id: string,
  paused: boolean,
  at: Date,
): Promise<Result<{ id: string; seq: number }>> {
  const workspaceId = actor.workspace.id;
  const verb = paused ? "pause-calendar" : "go-on-with-calendar";
  const written = await writeAs(actor, verb, { kind: "calendar", id }, async (tx) => {
    const calendar = await findCalendar(tx, workspaceId, id);
    const no = calendar === null ? ({ code: "not-found" } as const) : whyNotKeepCalendars(actor);
    if (no !== null) return refused(no);
    if ((calendar?.state === "paused") === paused) return granted(id);
    await saveCalendar(tx, workspaceId, { id }, { state: paused ? "paused" : "new" });
    await savePlace(tx, workspaceId, id, { problem: "", ...(paused ? {} : { nextAt: at }) });
    return granted(id);
  });
  return written.ok ? granted({ id, seq: written.value.seq }) : written;
}
