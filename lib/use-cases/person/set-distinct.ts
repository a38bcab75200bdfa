import { setDistinct } from "@/lib/data/merges";
import { findPerson } from "@/lib/data/people";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";

/** Remembers that two people who look alike are two, or forgets it again. Refuses `not-found`, `invalid` for one and the same. */
export async function setDistinctPeople(
  actor: Actor,
  input: { oneId: string; otherId: string; isDistinct: boolean },
): Promise<Result<{ seq: number }>> {
  const { oneId, otherId, isDistinct } = input;
  const verb = isDistinct ? "tell-people-apart" : "forget-apart";
  const written = await writeAs(actor, verb, { kind: "person", id: oneId }, async (tx) => {
    if (oneId === otherId)
      return refused({ code: "invalid", fields: { otherId: "These are one and the same." } });
    for (const id of [oneId, otherId]) {
      if ((await findPerson(tx, actor.workspace.id, id)) === null) return refused({ code: "not-found" });
    }
    await setDistinct(tx, actor.workspace.id, [oneId, otherId], isDistinct);
    return granted(null);
  });
  return written.ok ? granted({ seq: written.value.seq }) : written;
}
