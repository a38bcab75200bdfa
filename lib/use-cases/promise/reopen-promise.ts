import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import type { EntryChanged, EntryTarget } from "@/lib/use-cases/contact/write-contact";
import { changePromise } from "@/lib/use-cases/promise/write-promise";

/** Opens a promise again that was said to be kept. Refuses `not-found`, `stale`. */
export function reopenPromise(actor: Actor, target: EntryTarget): Promise<Result<EntryChanged>> {
  return changePromise(actor, "reopen-promise", target, { change: () => ({ keptAt: null }) });
}
