import { saveCircleRow } from "@/lib/data/circles";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result } from "@/lib/domain/result";
import { type CircleTarget, findCircleIn } from "@/lib/use-cases/circle/find-circle";

/** Moves a circle one place nearer or farther; at the end it stays. Refuses `only-client`, `not-found`, `stale`. */
export async function moveCircle(
  actor: Actor,
  target: CircleTarget,
  to: "nearer" | "farther",
): Promise<Result<null>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "move-circle", { kind: "circle", id: null }, async (tx) => {
    const found = await findCircleIn(tx, actor, target);
    if (!found.ok) return found;
    const { circle, all } = found.value;
    const order = all.filter((one) => one.key !== circle.key);
    const at = all.indexOf(circle) + (to === "nearer" ? -1 : 1);
    order.splice(Math.max(0, at), 0, circle);
    for (const [n, one] of order.entries())
      if (one.position !== n + 1) await saveCircleRow(tx, workspaceId, one, { position: n + 1 });
    return granted(null);
  });
  return written.ok ? granted(null) : written;
}
