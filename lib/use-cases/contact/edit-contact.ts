import type { Actor } from "@/lib/domain/actor";
import { type Result, refused } from "@/lib/domain/result";
import type { ContactInput } from "@/lib/use-cases/contact/log-contact";
import { whyNotAhead } from "@/lib/use-cases/contact/not-ahead";
import { changeContact, type EntryChanged, type EntryTarget } from "@/lib/use-cases/contact/write-contact";

/** Changes when, how or what of a logged contact. Refuses `not-found`, `stale`, `invalid`, `only-client` for privacy. */
export async function editContact(
  actor: Actor,
  target: EntryTarget,
  input: Partial<ContactInput>,
  at: Date,
): Promise<Result<EntryChanged>> {
  const no = whyNotAhead(input.at, at);
  if (no !== null) return refused(no);
  return changeContact(actor, "edit-contact", target, { change: () => input });
}
