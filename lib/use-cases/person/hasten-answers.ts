import type { Tx } from "@/lib/data/client";
import { type AboutWhom, hastenTasks, listAwaited } from "@/lib/data/loose-tasks";
import type { Circle } from "@/lib/domain/policy/default-tags";
import { type CirclesAsk, replyWithinHours } from "@/lib/domain/policy/default-tags";

/** What the circles of somebody asked before a change, and ask after it. */
type Asks = (circles: Circle[]) => { was: CirclesAsk; is: CirclesAsk };

/**
 * Whoever waits for an answer is answered as soon as their circles ask now, where nobody has said by when. Never later than it was: a
 * circle that asks less changes no task that is there.
 */
export async function hastenAnswersIn(
  tx: Tx,
  workspaceId: string,
  about: AboutWhom,
  asks: Asks,
): Promise<void> {
  const byHours = new Map<number, string[]>();
  for (const { id, kind, circles, hours } of await listAwaited(tx, workspaceId, about)) {
    const { was, is } = asks(circles);
    const now = replyWithinHours(kind, is);
    if (now === null || now >= hours || replyWithinHours(kind, was) !== hours) continue;
    byHours.set(now, [...(byHours.get(now) ?? []), id]);
  }
  for (const [hours, ids] of byHours) await hastenTasks(tx, workspaceId, ids, hours);
}
