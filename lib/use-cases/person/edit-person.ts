import { listCircles } from "@/lib/data/circles";
import { findDeskDays } from "@/lib/data/day-tasks";
import { savePerson } from "@/lib/data/people";
import { listDates } from "@/lib/data/person-dates";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { isLooser, whatCirclesAsk, whyNotMove } from "@/lib/domain/policy/circles";
import { granted, type Result, refused } from "@/lib/domain/result";
import { hastenAnswersIn } from "@/lib/use-cases/person/hasten-answers";
import { keepDatesIn } from "@/lib/use-cases/person/keep-dates";
import { keepDayTasksIn } from "@/lib/use-cases/person/keep-day-tasks";
import { makeDayTasksIn } from "@/lib/use-cases/person/make-day-tasks";
import { tightenTasksIn } from "@/lib/use-cases/person/tighten-tasks";
import {
  circlesAfter,
  loadPerson,
  type PersonInput,
  type PersonTarget,
  stalePerson,
  whyNotCircles,
  whyNotDates,
} from "@/lib/use-cases/person/write-person";

/**
 * Changes what is known about somebody, their circles and their yearly days. The open tasks of their days follow; a stricter
 * circle tightens every open task about them, a less strict one none; one that is answered sooner hastens their answers. `stays` is how many tasks of a day that was set right or
 * taken away are left for the client to take back. Refuses `not-found`, `stale`, `invalid` for a day or
 * circle that does not exist, and `only-client` to whoever else would take them out of a strict circle.
 */
export async function editPerson(
  actor: Actor,
  target: PersonTarget,
  input: PersonInput,
  at: Date,
): Promise<Result<{ id: string; version: number; stays: number; seq: number }>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "edit-person", { kind: "person", id: target.id }, async (tx) => {
    const { dates, circle, circles: typed, ...facts } = input;
    const all = await listCircles(tx, workspaceId);
    const found = await loadPerson(tx, actor, target);
    if (!found.ok) return found;
    const person = found.value;
    const circles = circlesAfter(person.circles, { circle, circles: typed }, all);
    const [asked, asks] = [whatCirclesAsk(all, person.circles), whatCirclesAsk(all, circles)];
    const no = whyNotDates(dates ?? []) ?? whyNotCircles(circles, all) ?? whyNotMove(actor, asked, asks);
    if (no !== null) return refused(no);
    const change = circle || typed ? { ...facts, circles } : facts;
    const before = { ...person, dates: await listDates(tx, workspaceId, [person.id]) };
    if (!(await savePerson(tx, workspaceId, person, change)))
      return refused(await stalePerson(tx, actor, person, target));
    if (dates) await keepDatesIn(tx, workspaceId, person.id, before.dates, dates, at);
    const after = { ...person, ...change, dates: await listDates(tx, workspaceId, [person.id]) };
    const desk = await findDeskDays(tx, workspaceId);
    const stays = await keepDayTasksIn(tx, actor, desk, before, after, at);
    const about = { personIds: [person.id] };
    if (isLooser(asks, asked)) await tightenTasksIn(tx, workspaceId, all, about);
    await hastenAnswersIn(tx, workspaceId, about, () => ({ was: asked, is: asks }));
    await makeDayTasksIn(tx, workspaceId, desk, [person.id], at);
    return granted({ version: person.version + 1, stays });
  });
  return written.ok ? granted({ id: target.id, ...written.value.value, seq: written.value.seq }) : written;
}
