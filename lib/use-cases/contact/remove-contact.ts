import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import { changeContact, type EntryChanged, type EntryTarget } from "@/lib/use-cases/contact/write-contact";

/** Takes a logged contact away; it can be brought back. Refuses `not-found`, `stale`. */
export function removeContact(actor: Actor, target: EntryTarget, at: Date): Promise<Result<EntryChanged>> {
  return changeContact(actor, "remove-contact", target, { change: () => ({ removedAt: at }) });
}
