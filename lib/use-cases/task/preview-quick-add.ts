import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import type { QuickAddPreview } from "@/lib/domain/task/quick-add";
import { understandLine } from "@/lib/use-cases/task/understand-line";

/** What a line of quick add would make, word by word, before anything is made. Refuses `signed-out`. */
export function previewQuickAdd(actor: Actor, line: string, at: Date): Promise<Result<QuickAddPreview>> {
  return readAs(actor, async (tx) => (await understandLine(tx, actor, line, at)).preview);
}
