import type { Tx } from "@/lib/data/client";
import { writeKept } from "@/lib/data/kept-spans";
import { listProtectedToSpread } from "@/lib/data/protected-times";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { ProtectedInput } from "@/lib/domain/calendar/kept";
import { keepings, keptWindow } from "@/lib/domain/calendar/protect";
import { startOfDay } from "@/lib/domain/calendar/zone-day";
import { granted, type Result } from "@/lib/domain/result";

const DAY = 24 * 60 * 60 * 1000;
const AT_ONCE = 50;

/** Writes out when these hours keep time, a year back and six ahead; in the transaction of whatever changed them. */
export async function spreadProtectedIn(
  tx: Tx,
  workspaceId: string,
  hours: ProtectedInput & { id: string },
  at: Date,
): Promise<void> {
  const { from, to } = keptWindow(at, hours.zone);
  const [start, until] = [from, to].map((day) => new Date(startOfDay(day, hours.zone))) as [Date, Date];
  await writeKept(tx, workspaceId, hours.id, start, until, keepings(hours, from, to));
}

/**
 * Writes protected hours out further as time passes, fifty at a time; gives how many it looked at. What reaches within a month of six
 * years is left alone until then. Refuses `signed-out`.
 */
export async function spreadProtected(actor: Actor, at: Date): Promise<Result<{ times: number }>> {
  const { id, zone } = actor.workspace;
  const until = new Date(startOfDay(keptWindow(at, zone).to, zone) - 30 * DAY);
  const written = await writeAs(actor, "spread-protected", { kind: "desk", id }, async (tx) => {
    const waiting = await listProtectedToSpread(tx, id, until, AT_ONCE);
    for (const hours of waiting) await spreadProtectedIn(tx, id, hours, at);
    return granted({ times: waiting.length });
  });
  return written.ok ? granted(written.value.value) : written;
}
