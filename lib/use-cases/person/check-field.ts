import { checkSource } from "@/lib/data/fact-sources";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";
import { loadPerson, type PersonTarget } from "@/lib/use-cases/person/write-person";

/**
 * Says that something on somebody's own row is still right ("organization", "phones:+49 30 1"), or takes that back.
 * Refuses `not-found` (also for a field that says nothing), `stale`.
 */
export async function checkField(
  actor: Actor,
  target: PersonTarget,
  input: { field: string; isRight: boolean },
  at: Date,
): Promise<Result<{ id: string; version: number; seq: number }>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "check-field", { kind: "person", id: target.id }, async (tx) => {
    const found = await loadPerson(tx, actor, target);
    if (!found.ok) return found;
    const isThere = await checkSource(tx, workspaceId, target.id, input.field, input.isRight ? at : null);
    return isThere ? granted(found.value.version) : refused({ code: "not-found" });
  });
  return written.ok
    ? granted({ id: target.id, version: written.value.value, seq: written.value.seq })
    : written;
}
