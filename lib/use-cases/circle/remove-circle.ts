import { countInCircles, saveCircleRow } from "@/lib/data/circles";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { whyNotRemoveCircle } from "@/lib/domain/policy/shape-circle";
import { granted, type Result, refused } from "@/lib/domain/result";
import { type CircleTarget, findCircleIn } from "@/lib/use-cases/circle/find-circle";

/** Takes an empty circle away; its key is never used again. Refuses `only-client`, `not-found`, `stale`, `invalid` while people are in it. */
export async function removeCircle(
  actor: Actor,
  target: CircleTarget,
  at: Date,
): Promise<Result<{ name: string }>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "remove-circle", { kind: "circle", id: null }, async (tx) => {
    const found = await findCircleIn(tx, actor, target);
    if (!found.ok) return found;
    const { circle } = found.value;
    const people = (await countInCircles(tx, workspaceId)).get(circle.key) ?? 0;
    const no = whyNotRemoveCircle(circle.key, people);
    if (no !== null) return refused(no);
    if (!(await saveCircleRow(tx, workspaceId, circle, { removedAt: at })))
      return refused({ code: "not-found" });
    return granted({ name: circle.name });
  });
  return written.ok ? granted(written.value.value) : written;
}
