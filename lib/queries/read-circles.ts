import { countInCircles, listCircles, type StoredCircle } from "@/lib/data/circles";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { whyNotRemoveCircle } from "@/lib/domain/policy/shape-circle";
import type { Result } from "@/lib/domain/result";
import { whyNotChangeDesk } from "@/lib/domain/workspace/belonging";

/** A circle as its settings show it. `people`: how many are in it whom one may see. */
export type CircleView = Omit<StoredCircle, "id"> & { people: number; canRemove: boolean };

/** The circles of a desk, from near to far, and whether one may shape them. Refuses `signed-out`. */
export function readCircles(actor: Actor): Promise<Result<{ circles: CircleView[]; canChange: boolean }>> {
  return readAs(actor, async (tx) => {
    const counts = await countInCircles(tx, actor.workspace.id);
    const canChange = whyNotChangeDesk(actor) === null;
    const circles = (await listCircles(tx, actor.workspace.id)).map(({ id: _, ...circle }) => {
      const people = counts.get(circle.key) ?? 0;
      return { ...circle, people, canRemove: canChange && whyNotRemoveCircle(circle.key, people) === null };
    });
    return { circles, canChange };
  });
}
