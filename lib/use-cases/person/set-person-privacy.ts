import { savePerson } from "@/lib/data/people";
import { hideTasksOf, showTasksOf } from "@/lib/data/person-page";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";
import { whyNotMakePrivate } from "@/lib/domain/task/must-be-you";
import { loadPerson, type PersonTarget, stalePerson } from "@/lib/use-cases/person/write-person";

const HIDE = "make-person-private";
const SHOW = "open-person";

/**
 * Hides somebody from everybody but the client, with their days, their tasks and what was done for them; or shows them again.
 * `tasks` is how many open tasks went along. Refuses `only-client`, `not-found`, `stale`.
 */
export async function setPersonPrivacy(
  actor: Actor,
  target: PersonTarget,
  isPrivate: boolean,
): Promise<Result<{ id: string; version: number; tasks: number; seq: number }>> {
  const workspaceId = actor.workspace.id;
  const verb = isPrivate ? HIDE : SHOW;
  const written = await writeAs(actor, verb, { kind: "person", id: target.id }, async (tx) => {
    const found = await loadPerson(tx, actor, target);
    if (!found.ok) return found;
    const no = whyNotMakePrivate(actor);
    if (no !== null) return refused(no);
    const person = found.value;
    if (person.isPrivate === isPrivate) return granted({ version: person.version, tasks: 0 });
    const tasks = isPrivate
      ? await hideTasksOf(tx, workspaceId, person.id)
      : await showTasksOf(tx, workspaceId, person.id, HIDE);
    if (!(await savePerson(tx, workspaceId, person, { isPrivate })))
      return refused(await stalePerson(tx, actor, person, target));
    return granted({ version: person.version + 1, tasks });
  });
  return written.ok ? granted({ id: target.id, ...written.value.value, seq: written.value.seq }) : written;
}
