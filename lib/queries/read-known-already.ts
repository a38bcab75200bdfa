import { listLookAlikes, listWhoMayBe } from "@/lib/data/duplicates";
import { listMergesInto } from "@/lib/data/merges";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { type DuplicateFacts, judgePair } from "@/lib/domain/person/duplicates";
import type { KnownAlready, Twins } from "@/lib/domain/person/duplicates-view";
import { granted, type Result, refused } from "@/lib/domain/result";

/** Who on the desk somebody who is being written down may be: three at most, the surest first. Refuses `signed-out`. */
export async function readKnownAlready(
  actor: Actor,
  typed: { name: string; emails: string[]; phones: string[] },
): Promise<Result<{ people: KnownAlready[] }>> {
  const facts = { ...typed, givenName: "", familyName: "", nicknames: [], organization: "", birthday: null };
  return readAs(actor, async (tx) => {
    const ids = await listWhoMayBe(tx, actor.workspace.id, { ...typed, id: null });
    return { people: pick(facts, [...(await listLookAlikes(tx, actor.workspace.id, ids)).values()]) };
  });
}

/** The same for somebody who is on the desk, and who was merged into them. Refuses `not-found`, `signed-out`. */
export async function readLookAlikes(actor: Actor, id: string): Promise<Result<Twins>> {
  const workspaceId = actor.workspace.id;
  const read = await readAs(actor, async (tx) => {
    const own = (await listLookAlikes(tx, workspaceId, [id])).get(id);
    if (!own) return null;
    const ids = await listWhoMayBe(tx, workspaceId, own);
    const merges = await listMergesInto(tx, workspaceId, id);
    return {
      people: pick(own, [...(await listLookAlikes(tx, workspaceId, ids)).values()]),
      merges: merges.map((merge) => ({ ...merge, at: merge.at.toISOString() })),
    };
  });
  if (!read.ok) return read;
  return read.value === null ? refused({ code: "not-found" }) : granted(read.value);
}

function pick(own: DuplicateFacts, others: (DuplicateFacts & { id: string })[]): KnownAlready[] {
  const found = others.flatMap((other) => {
    const verdict = judgePair(own, other);
    return verdict ? [{ id: other.id, name: other.name, ...verdict }] : [];
  });
  return found.sort((a, b) => (a.how === b.how ? 0 : a.how === "surely" ? -1 : 1)).slice(0, 3);
}
