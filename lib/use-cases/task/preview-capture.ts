import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { CapturePreview } from "@/lib/domain/capture/captured";
import type { Result } from "@/lib/domain/result";
import { type ToCapture, understandCapture } from "@/lib/use-cases/task/understand-capture";

/** What capturing this would make, before anything is made. Refuses `signed-out`. */
export function previewCapture(actor: Actor, input: ToCapture, at: Date): Promise<Result<CapturePreview>> {
  return readAs(actor, (tx) => understandCapture(tx, actor, input, at));
}
