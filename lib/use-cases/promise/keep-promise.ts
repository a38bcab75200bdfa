import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import type { EntryChanged, EntryTarget } from "@/lib/use-cases/contact/write-contact";
import { changePromise } from "@/lib/use-cases/promise/write-promise";

/** Says that a promise was kept. Once said it stays said at that time. Refuses `not-found`, `stale`. */
export function keepPromise(actor: Actor, target: EntryTarget, at: Date): Promise<Result<EntryChanged>> {
  return changePromise(actor, "keep-promise", target, {
    change: (promise) => ({ keptAt: promise.keptAt === null ? at : new Date(promise.keptAt) }),
  });
}
