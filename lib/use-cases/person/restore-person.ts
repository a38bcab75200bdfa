import { findDeskDays } from "@/lib/data/day-tasks";
import { findRemovedPerson, putBackPerson } from "@/lib/data/removed-people";
import { changedSince } from "@/lib/data/tasks";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";
import { findCirclesOnReturn } from "@/lib/use-cases/person/come-back";
import { makeDayTasksIn } from "@/lib/use-cases/person/make-day-tasks";
import type { PersonTarget } from "@/lib/use-cases/person/write-person";

/**
 * Brings somebody back who was taken off the desk, with their yearly days and the tasks these ask for now, in
 * those of their circles that are still there. Refuses `only-client` where a strict one of them is gone, `not-found` for whoever is not to be seen, is still there, or was merged into somebody else; `stale`.
 */
export async function restorePerson(
  actor: Actor,
  target: PersonTarget,
  at: Date,
): Promise<Result<{ id: string; version: number; seq: number }>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "restore-person", { kind: "person", id: target.id }, async (tx) => {
    const person = await findRemovedPerson(tx, workspaceId, target.id);
    if (person === null) return refused({ code: "not-found" });
    const circles = await findCirclesOnReturn(tx, actor, person.circles);
    if (!circles.ok) return circles;
    const back = { ...person, circles: circles.value };
    if (person.version !== target.version || !(await putBackPerson(tx, workspaceId, back))) {
      const since = await changedSince(tx, workspaceId, person.id, target.version);
      return refused({ code: "stale", version: person.version, ...since });
    }
    await makeDayTasksIn(tx, workspaceId, await findDeskDays(tx, workspaceId), [person.id], at);
    return granted(person.version + 1);
  });
  return written.ok
    ? granted({ id: target.id, version: written.value.value, seq: written.value.seq })
    : written;
}
