import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import type { EntryChanged, EntryTarget } from "@/lib/use-cases/contact/write-contact";
import { changePromise } from "@/lib/use-cases/promise/write-promise";

/** Takes a promise away; it can be brought back. Refuses `not-found`, `stale`. */
export function removePromise(actor: Actor, target: EntryTarget, at: Date): Promise<Result<EntryChanged>> {
  return changePromise(actor, "remove-promise", target, { change: () => ({ removedAt: at }) });
}
