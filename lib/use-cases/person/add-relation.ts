import { findPerson } from "@/lib/data/people";
import { insertRelations, listStoredRelations, type NewRelation } from "@/lib/data/person-relations";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { isSameRelation, type RelationKind } from "@/lib/domain/person/relation";
import { granted, type Result, refused } from "@/lib/domain/result";
import { whyNotMakePrivate } from "@/lib/domain/task/must-be-you";
import type { RelationChanged } from "@/lib/use-cases/person/write-relation";

/** What the other is to the person: somebody of the desk by id, or a name alone. */
export type RelationInput = {
  kind: RelationKind;
  otherId?: string | null;
  otherName?: string;
  note?: string;
  isPrivate?: boolean;
};

/**
 * Writes down who somebody is to somebody else. Refuses `not-found` for either who is not to be seen, `only-client` for a
 * private one from an assistant, and `invalid` for oneself, for nobody, and for what is written down already.
 */
export async function addRelation(
  actor: Actor,
  personId: string,
  input: RelationInput,
): Promise<Result<RelationChanged>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "add-relation", { kind: "person", id: personId }, async (tx) => {
    const { kind, otherId = null, otherName = "", note = "", isPrivate = false } = input;
    if ((await findPerson(tx, workspaceId, personId)) === null) return refused({ code: "not-found" });
    if (otherId !== null && (await findPerson(tx, workspaceId, otherId)) === null)
      return refused({ code: "not-found" });
    const no = isPrivate ? whyNotMakePrivate(actor) : null;
    if (no !== null) return refused(no);
    if (otherId === null && otherName === "")
      return refused({ code: "invalid", fields: { otherName: "Say who it is." } });
    if (otherId === personId)
      return refused({ code: "invalid", fields: { otherName: "This is the same person." } });
    const ends = otherId === null ? { otherId, otherName } : { otherId, otherName: "" as const };
    const relation = { personId, kind, note, isPrivate, ...ends } as NewRelation;
    const known = await listStoredRelations(tx, workspaceId, personId);
    if (known.some((one) => isSameRelation(one, relation)))
      return refused({ code: "invalid", fields: { otherName: "This is written down already." } });
    const [id = ""] = await insertRelations(tx, workspaceId, [relation]);
    return granted(id);
  });
  return written.ok ? granted({ id: written.value.value, version: 1, seq: written.value.seq }) : written;
}
