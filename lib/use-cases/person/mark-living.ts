import { findDeskDays } from "@/lib/data/day-tasks";
import { savePerson } from "@/lib/data/people";
import { listTakenBack } from "@/lib/data/touch-tasks-of";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";
import { makeDayTasksIn } from "@/lib/use-cases/person/make-day-tasks";
import { takeBackIn } from "@/lib/use-cases/person/take-back";
import { loadPerson, type PersonTarget, stalePerson } from "@/lib/use-cases/person/write-person";
import { createTaskIn } from "@/lib/use-cases/task/create-task";

/**
 * Takes back that somebody has died: their days and keeping in touch ask for something again, and what had been taken back
 * for it is made anew, as it stood and never more loosely. Refuses `not-found`, `stale`.
 */
export async function markLiving(
  actor: Actor,
  target: PersonTarget,
  at: Date,
): Promise<Result<{ id: string; version: number; seq: number }>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "mark-living", { kind: "person", id: target.id }, async (tx) => {
    const found = await loadPerson(tx, actor, target);
    if (!found.ok) return found;
    const person = found.value;
    if (!person.isDead) return granted(person.version);
    const takenBack = await listTakenBack(tx, workspaceId, person.id);
    await takeBackIn(tx, actor, person.id, { remembrances: "only" });
    const again = { isDead: false, diedOn: null, isRemembered: false };
    if (!(await savePerson(tx, workspaceId, person, again)))
      return refused(await stalePerson(tx, actor, person, target));
    for (const task of takenBack) {
      const made = await createTaskIn(tx, actor, task, at);
      if (!made.ok) return made;
    }
    await makeDayTasksIn(tx, workspaceId, await findDeskDays(tx, workspaceId), [person.id], at);
    return granted(person.version + 1);
  });
  return written.ok
    ? granted({ id: target.id, version: written.value.value, seq: written.value.seq })
    : written;
}
