import type { Tx } from "@/lib/data/client";
import { findPerson } from "@/lib/data/people";
import { type FactChange, findFact, listFacts, type StoredFact, saveFact } from "@/lib/data/person-facts";
import { changedSince } from "@/lib/data/tasks";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { isSameFact } from "@/lib/domain/person/fact";
import type { Refusal } from "@/lib/domain/refusal";
import { granted, type Result, refused } from "@/lib/domain/result";

/** Which fact, as the one acting saw it. */
export type FactTarget = { id: string; version: number };

/** What became of a fact; with `personId` one finds whose page it is on. */
export type FactChanged = { id: string; personId: string; version: number; seq: number };

type Step = {
  /** Of the facts that stand, or of those that were removed. */
  which?: "standing" | "removed";
  ask?: (fact: StoredFact, tx: Tx) => Promise<Refusal | null> | Refusal | null;
  change: (fact: StoredFact) => FactChange;
};

/** The one shape of every verb on a fact. Refuses `not-found`, `stale`, and whatever `ask` says. */
export async function changeFact(
  actor: Actor,
  verb: string,
  target: FactTarget,
  step: Step,
): Promise<Result<FactChanged>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, verb, { kind: "fact", id: target.id }, async (tx) => {
    const fact = await findFact(tx, workspaceId, target.id);
    const isThere = fact !== null && (fact.removedAt === null) === (step.which !== "removed");
    if (!isThere || (await findPerson(tx, workspaceId, fact.personId)) === null)
      return refused({ code: "not-found" });
    const no = (await step.ask?.(fact, tx)) ?? null;
    if (no !== null) return refused(no);
    if (fact.version !== target.version || !(await saveFact(tx, workspaceId, fact, step.change(fact)))) {
      const since = await changedSince(tx, workspaceId, fact.id, target.version);
      return refused({ code: "stale", version: fact.version, ...since });
    }
    return granted({ id: fact.id, personId: fact.personId, version: fact.version + 1 });
  });
  return written.ok ? granted({ ...written.value.value, seq: written.value.seq }) : written;
}

/** A sentence where the same is written down of this person already, as far as the one acting may see. */
export async function whyNotTwice(
  tx: Tx,
  workspaceId: string,
  fact: Pick<StoredFact, "personId" | "kind" | "value"> & { id?: string },
): Promise<Refusal | null> {
  const known = await listFacts(tx, workspaceId, fact.personId);
  const same = known.some((one) => one.id !== fact.id && isSameFact(one, fact));
  return same ? { code: "invalid", fields: { value: "This is written down already." } } : null;
}
