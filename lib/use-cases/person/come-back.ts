import { listCirclesEver } from "@/lib/data/circles";
import type { Tx } from "@/lib/data/client";
import type { Actor } from "@/lib/domain/actor";
import { standingCircles, whyNotComeBack } from "@/lib/domain/policy/come-back";
import type { Circle } from "@/lib/domain/policy/default-tags";
import { granted, type Result, refused } from "@/lib/domain/result";

/** The circles in which somebody stands who comes back now. Refuses `only-client` where a strict one of theirs is gone. */
export async function findCirclesOnReturn(
  tx: Tx,
  actor: Actor,
  keys: readonly Circle[],
): Promise<Result<Circle[]>> {
  const ever = await listCirclesEver(tx, actor.workspace.id);
  const no = whyNotComeBack(actor, ever, keys);
  return no === null ? granted(standingCircles(ever, keys)) : refused(no);
}
