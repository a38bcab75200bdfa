import { saveDesk } from "@/lib/data/members";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";
import { whyNotChangeDesk } from "@/lib/domain/workspace/belonging";
import type { DeskInput } from "@/lib/schemas/workspace";

/** Changes what a desk is called, its colour and its time zone. Refuses `only-client`. */
export async function changeDesk(actor: Actor, words: DeskInput): Promise<Result<null>> {
  const about = { kind: "desk", id: actor.workspace.id } as const;
  const changed = await writeAs(actor, "change-desk", about, async (tx) => {
    const no = whyNotChangeDesk(actor);
    if (no !== null) return refused(no);
    await saveDesk(tx, actor.workspace.id, words);
    return granted(null);
  });
  return changed.ok ? granted(null) : changed;
}
