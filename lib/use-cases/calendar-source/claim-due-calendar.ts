import { claimDueCalendar as claim } from "@/lib/data/calendars";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result } from "@/lib/domain/result";

const TURN_MILLISECONDS = 10 * 60_000;

/** Takes a calendar of a desk whose turn it is, null when none is: nobody else gets it for ten minutes. Refuses `signed-out`. */
export async function claimDueCalendar(actor: Actor, at: Date): Promise<Result<string | null>> {
  const workspaceId = actor.workspace.id;
  const until = new Date(at.getTime() + TURN_MILLISECONDS);
  const written = await writeAs(actor, "sync-calendar", { kind: "desk", id: workspaceId }, async (tx) =>
    granted(await claim(tx, workspaceId, at, until)),
  );
  return written.ok ? granted(written.value.value) : written;
}
