import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import type { EntryChanged, EntryTarget } from "@/lib/use-cases/contact/write-contact";
import type { PromiseInput } from "@/lib/use-cases/promise/add-promise";
import { changePromise } from "@/lib/use-cases/promise/write-promise";

/** Changes what was promised, by whom, or by when. Refuses `not-found`, `stale`, `only-client` for privacy. */
export function editPromise(
  actor: Actor,
  target: EntryTarget,
  input: Partial<Omit<PromiseInput, "taskId">>,
): Promise<Result<EntryChanged>> {
  return changePromise(actor, "edit-promise", target, { change: () => input });
}
