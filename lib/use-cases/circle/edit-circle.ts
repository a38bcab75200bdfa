import { saveCircleRow } from "@/lib/data/circles";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { type CircleRules, isLooser, whatCirclesAsk } from "@/lib/domain/policy/circles";
import { whyNotNamed } from "@/lib/domain/policy/shape-circle";
import { granted, type Result, refused } from "@/lib/domain/result";
import { type CircleTarget, findCircleIn } from "@/lib/use-cases/circle/find-circle";
import { hastenAnswersIn } from "@/lib/use-cases/person/hasten-answers";
import { tightenTasksIn } from "@/lib/use-cases/person/tighten-tasks";

/** What may be said of a circle. */
export type CircleInput = Omit<CircleRules, "key" | "position">;

/**
 * Changes what a circle is called and what it asks. Asking more tightens the open tasks of its people (`tightened` many) and hastens their answers;
 * asking less changes no task that is there. Refuses `only-client`, `not-found`, `stale`, `invalid` for a name that is taken.
 */
export async function editCircle(
  actor: Actor,
  target: CircleTarget,
  input: CircleInput,
): Promise<Result<{ tightened: number }>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "edit-circle", { kind: "circle", id: null }, async (tx) => {
    const found = await findCircleIn(tx, actor, target);
    if (!found.ok) return found;
    const { circle, all } = found.value;
    const taken = whyNotNamed(input.name, circle.key, all);
    if (taken !== null) return refused(taken);
    if (!(await saveCircleRow(tx, workspaceId, circle, input))) return refused({ code: "not-found" });
    const after = all.map((one) => (one.key === circle.key ? { ...one, ...input } : one));
    const isStricter = isLooser(whatCirclesAsk(after, [circle.key]), whatCirclesAsk(all, [circle.key]));
    const tightened = isStricter ? await tightenTasksIn(tx, workspaceId, after, { circle: circle.key }) : 0;
    await hastenAnswersIn(tx, workspaceId, { circle: circle.key }, (keys) => ({
      was: whatCirclesAsk(all, keys),
      is: whatCirclesAsk(after, keys),
    }));
    return granted({ tightened });
  });
  return written.ok ? granted(written.value.value) : written;
}
