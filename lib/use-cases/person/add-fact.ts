import { findPerson } from "@/lib/data/people";
import { insertFacts } from "@/lib/data/person-facts";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { FactKind } from "@/lib/domain/person/fact";
import { granted, type Result, refused } from "@/lib/domain/result";
import { whyNotMakePrivate } from "@/lib/domain/task/must-be-you";
import { type FactChanged, whyNotTwice } from "@/lib/use-cases/person/write-fact";

/** What somebody typed. `fromWhere`: what it was copied from, in words; "" when they simply know. */
export type FactInput = {
  kind: FactKind;
  value: string;
  label?: string;
  fromWhere?: string;
  isPrivate?: boolean;
};

/**
 * Writes one fact down about somebody. Refuses `not-found`, `only-client` for a private one from an assistant, and `invalid`
 * for what is written down already.
 */
export async function addFact(
  actor: Actor,
  personId: string,
  input: FactInput,
): Promise<Result<FactChanged>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "add-fact", { kind: "person", id: personId }, async (tx) => {
    if ((await findPerson(tx, workspaceId, personId)) === null) return refused({ code: "not-found" });
    const no =
      (input.isPrivate ? whyNotMakePrivate(actor) : null) ??
      (await whyNotTwice(tx, workspaceId, { ...input, personId }));
    if (no !== null) return refused(no);
    const [id = ""] = await insertFacts(tx, workspaceId, [{ ...input, personId }]);
    return granted(id);
  });
  return written.ok
    ? granted({ id: written.value.value, personId, version: 1, seq: written.value.seq })
    : written;
}
