import { insertCircle, listCircleKeys, listCircles } from "@/lib/data/circles";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { keyForCircle, MOST_CIRCLES, whyNotNamed } from "@/lib/domain/policy/shape-circle";
import { granted, type Result, refused } from "@/lib/domain/result";
import { whyNotChangeDesk } from "@/lib/domain/workspace/belonging";

/**
 * Makes a circle, the farthest one, that asks nothing yet. Refuses `only-client`, and `invalid` for a name that is there
 * already or one circle too many.
 */
export async function addCircle(actor: Actor, name: string): Promise<Result<{ key: string }>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "add-circle", { kind: "circle", id: null }, async (tx) => {
    const all = await listCircles(tx, workspaceId);
    const no = whyNotChangeDesk(actor) ?? whyNotNamed(name, null, all);
    if (no !== null) return refused(no);
    if (all.length >= MOST_CIRCLES)
      return refused({ code: "invalid", fields: { name: `There are ${MOST_CIRCLES} circles already.` } });
    const key = keyForCircle(name, await listCircleKeys(tx, workspaceId));
    await insertCircle(tx, workspaceId, {
      key,
      name,
      position: Math.max(0, ...all.map((circle) => circle.position)) + 1,
      greetInPerson: false,
      defaultTag: null,
      cadenceDays: null,
      leadDays: null,
      replyWithinHours: null,
      checkHours: null,
    });
    return granted({ key });
  });
  return written.ok ? granted(written.value.value) : written;
}
