import { findTouchRow, saveTouch, type TouchChange } from "@/lib/data/touch-of-person";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";
import { restTouchTaskIn } from "@/lib/use-cases/person/rest-touch";
import { loadPerson, type PersonTarget, stalePerson } from "@/lib/use-cases/person/write-person";

/** What was before, so that it can be set again. */
export type TouchBefore = Required<TouchChange>;

/**
 * Says how often one likes to be in touch with somebody, never, or not before a day; until then an open task sleeps too.
 * Refuses `not-found`, `stale`.
 */
export async function setTouch(
  actor: Actor,
  target: PersonTarget,
  change: TouchChange,
): Promise<Result<{ id: string; version: number; before: TouchBefore; seq: number }>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "set-touch", { kind: "person", id: target.id }, async (tx) => {
    const found = await loadPerson(tx, actor, target);
    if (!found.ok) return found;
    const row = await findTouchRow(tx, workspaceId, target.id);
    if (row === null) return refused({ code: "not-found" });
    if (!(await saveTouch(tx, workspaceId, target, change)))
      return refused(await stalePerson(tx, actor, found.value, target));
    const { cadenceDays, neverDue, pausedUntil } = row;
    const until = change.pausedUntil;
    if (until !== undefined && until !== pausedUntil)
      await restTouchTaskIn(tx, actor, target.id, { before: pausedUntil, until });
    return granted({ cadenceDays, neverDue, pausedUntil });
  });
  return written.ok
    ? granted({
        id: target.id,
        version: target.version + 1,
        before: written.value.value,
        seq: written.value.seq,
      })
    : written;
}
