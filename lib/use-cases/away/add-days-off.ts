import { insertDaysOff } from "@/lib/data/days-off";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { DaysOff } from "@/lib/domain/person/touch";
import { granted, type Result, refused } from "@/lib/domain/result";
import { whyNotChangeDesk } from "@/lib/domain/workspace/belonging";

/**
 * Writes down days on which the client is away: nobody is due then. Both days count. Refuses `only-client`, and `invalid`
 * for a last day before the first.
 */
export async function addDaysOff(
  actor: Actor,
  input: DaysOff & { label: string },
): Promise<Result<{ id: string; seq: number }>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "add-days-off", { kind: "day-off", id: null }, async (tx) => {
    const no = whyNotChangeDesk(actor);
    if (no !== null) return refused(no);
    if (input.toOn < input.fromOn)
      return refused({ code: "invalid", fields: { toOn: "The last day comes after the first." } });
    return granted(await insertDaysOff(tx, workspaceId, input));
  });
  return written.ok ? granted({ id: written.value.value, seq: written.value.seq }) : written;
}
