import type { Tx } from "@/lib/data/client";
import { findProtected, type StoredProtected } from "@/lib/data/protected-times";
import type { Actor } from "@/lib/domain/actor";
import { whyNotKeepTime } from "@/lib/domain/calendar/kept";
import { granted, type Result, refused } from "@/lib/domain/result";

/** Which protected hours, as they were seen. */
export type ProtectedTarget = { id: string; version: number };

/** Protected hours that are about to be changed, standing or removed. Refuses `not-found`, `only-client`, `stale`. */
export async function findProtectedIn(
  tx: Tx,
  actor: Actor,
  target: ProtectedTarget,
  which: "standing" | "removed" = "standing",
): Promise<Result<StoredProtected>> {
  const hours = await findProtected(tx, actor.workspace.id, target.id);
  if (hours === null || (hours.removedAt === null) !== (which === "standing"))
    return refused({ code: "not-found" });
  const no = whyNotKeepTime(actor);
  if (no !== null) return refused(no);
  if (hours.version !== target.version)
    return refused({ code: "stale", version: hours.version, changed: [] });
  return granted(hours);
}
