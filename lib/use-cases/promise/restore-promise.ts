import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import type { EntryChanged, EntryTarget } from "@/lib/use-cases/contact/write-contact";
import { changePromise } from "@/lib/use-cases/promise/write-promise";

/** Brings a promise back that was taken away. Refuses `not-found`, `stale`. */
export function restorePromise(actor: Actor, target: EntryTarget): Promise<Result<EntryChanged>> {
  return changePromise(actor, "restore-promise", target, {
    which: "removed",
    change: () => ({ removedAt: null }),
  });
}
