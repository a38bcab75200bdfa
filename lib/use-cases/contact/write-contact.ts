import { type ContactChange, findContact, type StoredContact, saveContact } from "@/lib/data/contacts";
import { changedSince } from "@/lib/data/tasks";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";
import { whyNotMakePrivate } from "@/lib/domain/task/must-be-you";

/** Which entry, as the one acting saw it. */
export type EntryTarget = { id: string; version: number };

/** An entry after a change, and the desk's live cursor. */
export type EntryChanged = { id: string; version: number; seq: number };

type Step = {
  which?: "standing" | "removed";
  change: (contact: StoredContact) => ContactChange;
};

/**
 * The one shape of every verb on a logged contact. Refuses `not-found`, `stale`, and `only-client` for privacy from anybody
 * but the client.
 */
export async function changeContact(
  actor: Actor,
  verb: string,
  target: EntryTarget,
  step: Step,
): Promise<Result<EntryChanged>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, verb, { kind: "contact", id: target.id }, async (tx) => {
    const contact = await findContact(tx, workspaceId, target.id, step.which);
    if (contact === null) return refused({ code: "not-found" });
    const change = step.change(contact);
    const hides = change.isPrivate !== undefined && change.isPrivate !== contact.isPrivate;
    const no = hides ? whyNotMakePrivate(actor) : null;
    if (no !== null) return refused(no);
    if (contact.version !== target.version || !(await saveContact(tx, workspaceId, target, change))) {
      const since = await changedSince(tx, workspaceId, target.id, target.version);
      return refused({ code: "stale", version: contact.version, ...since });
    }
    return granted(target.version + 1);
  });
  return written.ok
    ? granted({ id: target.id, version: written.value.value, seq: written.value.seq })
    : written;
}
