import { findPerson } from "@/lib/data/people";
import { findRelation, saveRelation } from "@/lib/data/person-relations";
import { changedSince } from "@/lib/data/tasks";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";

/** Which relation, as the one acting saw it. */
export type RelationTarget = { id: string; version: number };
export type RelationChanged = { id: string; version: number; seq: number };

/** Takes a relation away or brings it back, from whichever side. Refuses `not-found`, `stale`. */
export async function changeRelation(
  actor: Actor,
  verb: string,
  target: RelationTarget,
  removedAt: Date | null,
): Promise<Result<RelationChanged>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, verb, { kind: "relation", id: target.id }, async (tx) => {
    const relation = await findRelation(tx, workspaceId, target.id);
    const isThere = relation !== null && (relation.removedAt === null) === (removedAt !== null);
    if (!isThere || (await findPerson(tx, workspaceId, relation.personId)) === null)
      return refused({ code: "not-found" });
    const isSeen = relation.version === target.version;
    if (!isSeen || !(await saveRelation(tx, workspaceId, relation, { removedAt }))) {
      const since = await changedSince(tx, workspaceId, relation.id, target.version);
      return refused({ code: "stale", version: relation.version, ...since });
    }
    return granted(relation.version + 1);
  });
  return written.ok
    ? granted({ id: target.id, version: written.value.value, seq: written.value.seq })
    : written;
}
