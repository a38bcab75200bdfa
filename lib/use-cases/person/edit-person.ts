import { findDeskDays } from "@/lib/data/day-tasks";
import { savePerson } from "@/lib/data/people";
import { listDates } from "@/lib/data/person-dates";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";
import { keepDatesIn } from "@/lib/use-cases/person/keep-dates";
import { keepDayTasksIn } from "@/lib/use-cases/person/keep-day-tasks";
import { makeDayTasksIn } from "@/lib/use-cases/person/make-day-tasks";
import {
  loadPerson,
  type PersonInput,
  type PersonTarget,
  stalePerson,
  whyNotDates,
} from "@/lib/use-cases/person/write-person";

/**
 * Changes what is known about somebody, and their yearly days; the open tasks of their days follow.
 * Refuses `not-found`, `stale`, and `invalid` for a day that does not exist.
 */
export async function editPerson(
  actor: Actor,
  target: PersonTarget,
  input: PersonInput,
  at: Date,
): Promise<Result<{ id: string; version: number; seq: number }>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "edit-person", { kind: "person", id: target.id }, async (tx) => {
    const { dates, ...change } = input;
    const no = whyNotDates(dates ?? []);
    if (no !== null) return refused(no);
    const found = await loadPerson(tx, actor, target);
    if (!found.ok) return found;
    const person = found.value;
    const before = { ...person, dates: await listDates(tx, workspaceId, [person.id]) };
    if (!(await savePerson(tx, workspaceId, person, change)))
      return refused(await stalePerson(tx, actor, person, target));
    if (dates) await keepDatesIn(tx, workspaceId, person.id, before.dates, dates, at);
    const after = { ...person, ...change, dates: await listDates(tx, workspaceId, [person.id]) };
    const desk = await findDeskDays(tx, workspaceId);
    await keepDayTasksIn(tx, actor, desk, before, after, at);
    await makeDayTasksIn(tx, workspaceId, desk, [person.id], at);
    return granted(person.version + 1);
  });
  return written.ok
    ? granted({ id: target.id, version: written.value.value, seq: written.value.seq })
    : written;
}
