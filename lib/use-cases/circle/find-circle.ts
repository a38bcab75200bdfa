import { listCircles, type StoredCircle } from "@/lib/data/circles";
import type { Tx } from "@/lib/data/client";
import type { Actor } from "@/lib/domain/actor";
import type { Circle } from "@/lib/domain/policy/default-tags";
import { granted, type Result, refused } from "@/lib/domain/result";
import { whyNotChangeDesk } from "@/lib/domain/workspace/belonging";

/** Which circle, as it was seen. */
export type CircleTarget = { key: Circle; version: number };

/** A circle that is about to be changed, among all of the desk's. Refuses `only-client`, `not-found`, `stale`. */
export async function findCircleIn(
  tx: Tx,
  actor: Actor,
  target: CircleTarget,
): Promise<Result<{ circle: StoredCircle; all: StoredCircle[] }>> {
  const no = whyNotChangeDesk(actor);
  if (no !== null) return refused(no);
  const all = await listCircles(tx, actor.workspace.id);
  const circle = all.find((one) => one.key === target.key);
  if (!circle) return refused({ code: "not-found" });
  if (circle.version !== target.version)
    return refused({ code: "stale", version: circle.version, changed: [] });
  return granted({ circle, all });
}
