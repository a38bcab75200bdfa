import { randomUUID } from "node:crypto";
import { insertContact } from "@/lib/data/contacts";
import { findPerson } from "@/lib/data/people";
import { wakeAnswered } from "@/lib/data/tasks";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { ContactHow } from "@/lib/domain/person/contact";
import { granted, type Result, refused } from "@/lib/domain/result";
import { whyNotMakePrivate } from "@/lib/domain/task/must-be-you";
import { whyNotAhead } from "@/lib/use-cases/contact/not-ahead";
import type { EntryChanged } from "@/lib/use-cases/contact/write-contact";

const FRESH_MS = 2 * 86_400_000;

/** A contact to write down: when, how, and a word about it. */
export type ContactInput = { at: Date; how: ContactHow; note: string; isPrivate: boolean };

/**
 * Writes down that there was contact with somebody outside a task. It restarts the time until one should be in touch again,
 * wakes what sleeps until they answer, and completes nothing. Refuses `not-found`, `invalid` for what is still to come, `only-client` for privacy from an assistant.
 */
export async function logContact(
  actor: Actor,
  personId: string,
  input: ContactInput,
  at: Date,
): Promise<Result<EntryChanged>> {
  const id = randomUUID();
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "log-contact", { kind: "person", id: personId }, async (tx) => {
    if ((await findPerson(tx, workspaceId, personId)) === null) return refused({ code: "not-found" });
    const no = whyNotAhead(input.at, at) ?? (input.isPrivate ? whyNotMakePrivate(actor) : null);
    if (no !== null) return refused(no);
    await insertContact(tx, workspaceId, { ...input, id, personId });
    // What is the client's own wakes nothing that others see; what was long ago answers nothing.
    if (!input.isPrivate && input.at.getTime() > at.getTime() - FRESH_MS)
      await wakeAnswered(tx, workspaceId, [personId]);
    return granted(id);
  });
  return written.ok ? granted({ id, version: 1, seq: written.value.seq }) : written;
}
