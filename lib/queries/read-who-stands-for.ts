import { findWhoStandsFor } from "@/lib/data/merged-people";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";

/** Who stands on the desk for somebody who was merged into them; null for anybody else, absent or not one's own to see. */
export async function readWhoStandsFor(actor: Actor, id: string): Promise<string | null> {
  const read = await readAs(actor, (tx) => findWhoStandsFor(tx, actor.workspace.id, id));
  return read.ok && read.value !== id ? read.value : null;
}
