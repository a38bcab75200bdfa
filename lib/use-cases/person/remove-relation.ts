import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import {
  changeRelation,
  type RelationChanged,
  type RelationTarget,
} from "@/lib/use-cases/person/write-relation";

/** Takes a relation away, on both pages; restore-relation brings it back. Refuses `not-found`, `stale`. */
export function removeRelation(
  actor: Actor,
  target: RelationTarget,
  at: Date,
): Promise<Result<RelationChanged>> {
  return changeRelation(actor, "remove-relation", target, at);
}
