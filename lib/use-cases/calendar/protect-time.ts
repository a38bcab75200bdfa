import { randomUUID } from "node:crypto";
import { countProtected, insertProtected } from "@/lib/data/protected-times";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { type ProtectedInput, whyNotKeepTime } from "@/lib/domain/calendar/kept";
import { whyNotSuchHours } from "@/lib/domain/calendar/protect";
import { granted, type Result, refused } from "@/lib/domain/result";
import { spreadProtectedIn } from "@/lib/use-cases/calendar/spread-protected";

const MOST_PROTECTED = 200;

/** Keeps hours that are nobody's to book, once or by a rule. Refuses `only-client`, `invalid` with a sentence for a field. */
export async function protectTime(
  actor: Actor,
  hours: ProtectedInput,
  at: Date,
): Promise<Result<{ id: string; seq: number }>> {
  const workspaceId = actor.workspace.id;
  const id = randomUUID();
  const about = { kind: "protected-time", id: null } as const;
  const written = await writeAs(actor, "protect-time", about, async (tx) => {
    const no = whyNotKeepTime(actor) ?? whyNotSuchHours(hours);
    if (no !== null) return refused(no);
    if ((await countProtected(tx, workspaceId)) >= MOST_PROTECTED)
      return refused({ code: "invalid", fields: { title: `There are ${MOST_PROTECTED} already.` } });
    await insertProtected(tx, workspaceId, id, hours);
    await spreadProtectedIn(tx, workspaceId, { ...hours, id }, at);
    return granted(id);
  });
  return written.ok ? granted({ id, seq: written.value.seq }) : written;
}
