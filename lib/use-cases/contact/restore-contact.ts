import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import { changeContact, type EntryChanged, type EntryTarget } from "@/lib/use-cases/contact/write-contact";

/** Brings a contact back that was taken away. Refuses `not-found`, `stale`. */
export function restoreContact(actor: Actor, target: EntryTarget): Promise<Result<EntryChanged>> {
  return changeContact(actor, "restore-contact", target, {
    which: "removed",
    change: () => ({ removedAt: null }),
  });
}
