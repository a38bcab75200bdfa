import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import {
  changeRelation,
  type RelationChanged,
  type RelationTarget,
} from "@/lib/use-cases/person/write-relation";

/** Brings a removed relation back. Refuses `not-found` (also when it stands), `stale`. */
export function restoreRelation(actor: Actor, target: RelationTarget): Promise<Result<RelationChanged>> {
  return changeRelation(actor, "restore-relation", target, null);
}
