import { findDeskDays } from "@/lib/data/day-tasks";
import { savePerson } from "@/lib/data/people";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { dayAt } from "@/lib/domain/calendar/zone-day";
import { granted, type Result, refused } from "@/lib/domain/result";
import { makeDayTasksIn } from "@/lib/use-cases/person/make-day-tasks";
import { takeBackIn } from "@/lib/use-cases/person/take-back";
import { loadPerson, type PersonTarget, stalePerson } from "@/lib/use-cases/person/write-person";

/** What is said of somebody who has died: the day ("YYYY-MM-DD", null where nobody knows), and whether their days are kept. */
export type Died = { diedOn: string | null; isRemembered: boolean };

/**
 * Writes down that somebody has died: no birthday and no keeping in touch any more. Their open tasks of that sort are taken
 * back where that is allowed; `stays` is how many are left for the client to take back. Where it is wished, the day they died
 * and their birthday are remembered. Refuses `not-found`, `stale`, `invalid` for a day to come.
 */
export async function markDied(
  actor: Actor,
  target: PersonTarget,
  died: Died,
  at: Date,
): Promise<Result<{ id: string; version: number; takenBack: number; stays: number; seq: number }>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "mark-died", { kind: "person", id: target.id }, async (tx) => {
    const found = await loadPerson(tx, actor, target);
    if (!found.ok) return found;
    const person = found.value;
    const desk = await findDeskDays(tx, workspaceId);
    if (died.diedOn !== null && died.diedOn > dayAt(at.getTime(), desk.zone))
      return refused({ code: "invalid", fields: { diedOn: "This day is still to come." } });
    const counts = await takeBackIn(tx, actor, person.id, {
      remembrances: !died.isRemembered || died.diedOn !== person.diedOn,
    });
    if (!(await savePerson(tx, workspaceId, person, { isDead: true, ...died })))
      return refused(await stalePerson(tx, actor, person, target));
    await makeDayTasksIn(tx, workspaceId, desk, [person.id], at);
    return granted({ version: person.version + 1, ...counts });
  });
  return written.ok ? granted({ id: target.id, ...written.value.value, seq: written.value.seq }) : written;
}
