import { listCircles } from "@/lib/data/circles";
import { findDeskDays } from "@/lib/data/day-tasks";
import { savePerson } from "@/lib/data/people";
import { listDates, removeDatesOf } from "@/lib/data/person-dates";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { whatCirclesAsk, whyNotRemovePerson } from "@/lib/domain/policy/circles";
import { granted, type Result, refused } from "@/lib/domain/result";
import { keepDayTasksIn } from "@/lib/use-cases/person/keep-day-tasks";
import { loadPerson, type PersonTarget, stalePerson } from "@/lib/use-cases/person/write-person";

/**
 * Takes somebody off the desk, with their yearly days; untouched tasks of those days go too, everything else stays as it
 * is, without them. `stays` is how many untouched ones are left for the client to take back. The log keeps all of it. Refuses `not-found`, `stale`, and `only-client` to whoever else would take somebody
 * of a strict circle away.
 */
export async function removePerson(
  actor: Actor,
  target: PersonTarget,
  at: Date,
): Promise<Result<{ id: string; version: number; stays: number; seq: number }>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "remove-person", { kind: "person", id: target.id }, async (tx) => {
    const found = await loadPerson(tx, actor, target);
    if (!found.ok) return found;
    const person = found.value;
    const asks = whatCirclesAsk(await listCircles(tx, workspaceId), person.circles);
    const no = whyNotRemovePerson(actor, asks);
    if (no !== null) return refused(no);
    const before = { ...person, dates: await listDates(tx, workspaceId, [person.id]) };
    const desk = await findDeskDays(tx, workspaceId);
    const stays = await keepDayTasksIn(tx, actor, desk, before, null, at);
    await removeDatesOf(tx, workspaceId, [person.id], at);
    if (!(await savePerson(tx, workspaceId, person, { removedAt: at })))
      return refused(await stalePerson(tx, actor, person, target));
    return granted({ version: person.version + 1, stays });
  });
  return written.ok ? granted({ id: target.id, ...written.value.value, seq: written.value.seq }) : written;
}
