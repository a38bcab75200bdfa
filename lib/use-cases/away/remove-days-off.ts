import { saveDaysOff } from "@/lib/data/days-off";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";
import { whyNotChangeDesk } from "@/lib/domain/workspace/belonging";

/** Takes days off away. Refuses `only-client`, `not-found`. */
export async function removeDaysOff(
  actor: Actor,
  id: string,
  at: Date,
): Promise<Result<{ id: string; seq: number }>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "remove-days-off", { kind: "day-off", id }, async (tx) => {
    const no = whyNotChangeDesk(actor);
    if (no !== null) return refused(no);
    return (await saveDaysOff(tx, workspaceId, id, at)) ? granted(id) : refused({ code: "not-found" });
  });
  return written.ok ? granted({ id, seq: written.value.seq }) : written;
}
