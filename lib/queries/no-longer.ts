import type { Tx } from "@/lib/data/client";
import { listMadeFor } from "@/lib/data/made-for";
import { type RawTask, toFacts } from "@/lib/data/task-rows";
import { hasMerged } from "@/lib/data/tasks";
import type { Actor } from "@/lib/domain/actor";
import { sayNoLonger, whyNoLonger } from "@/lib/domain/person/no-longer";
import { whyNotWithdraw } from "@/lib/domain/task/must-be-you";
import { isOpen, type TaskKind } from "@/lib/domain/task/task";
import type { NoLonger } from "@/lib/domain/task/view";

const madeForSomebody: readonly TaskKind[] = ["birthday", "keep-in-touch", "other"];

/** Of which open tasks what they were made for is no longer so, by task; and whether whoever looks may take them back. */
export async function readNoLonger(
  tx: Tx,
  actor: Actor,
  rows: readonly RawTask[],
): Promise<Map<string, NoLonger>> {
  const workspaceId = actor.workspace.id;
  const asked = rows.filter(
    (row) => row.person_id && isOpen(toFacts(row)) && madeForSomebody.includes(row.kind),
  );
  const found = new Map<string, NoLonger>();
  if (asked.length === 0) return found;
  const madeFor = await listMadeFor(tx, workspaceId, asked);
  for (const row of asked) {
    const made = madeFor.get(row.id);
    const why = made ? whyNoLonger(made) : null;
    if (why === null) continue;
    const no = whyNotWithdraw(actor, {
      ...toFacts(row),
      hasMerged: await hasMerged(tx, workspaceId, row.id),
    });
    found.set(row.id, { says: sayNoLonger(why, no === null, actor), canTakeBack: no === null });
  }
  return found;
}
