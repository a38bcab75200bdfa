import { listCircles } from "@/lib/data/circles";
import type { Tx } from "@/lib/data/client";
import { findDeskDays } from "@/lib/data/day-tasks";
import { givePictureBack } from "@/lib/data/merge-picture";
import { changeDaysBack, moveRowsBack, moveTasksBack } from "@/lib/data/merge-rows";
import {
  comeBack,
  findLaterMerge,
  findMerge,
  findMergePerson,
  type MergePerson,
  markUndone,
  type StoredMerge,
  saveMergePerson,
  wasWrittenSince,
} from "@/lib/data/merges";
import { showTasksOf } from "@/lib/data/person-page";
import { listTakenBack } from "@/lib/data/touch-tasks-of";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { type MergeFacts, takeBackFacts } from "@/lib/domain/person/merge-people";
import { type LeftWithKept, sayLeft } from "@/lib/domain/person/merge-undo";
import { WIDER, whatCirclesAsk, whyNotMove } from "@/lib/domain/policy/circles";
import { granted, type Result, refused } from "@/lib/domain/result";
import { whyNotMakePrivate } from "@/lib/domain/task/must-be-you";
import { findCirclesOnReturn } from "@/lib/use-cases/person/come-back";
import { makeDayTasksIn } from "@/lib/use-cases/person/make-day-tasks";
import { takeBackIn } from "@/lib/use-cases/person/take-back";
import { createTaskIn } from "@/lib/use-cases/task/create-task";

/**
 * Brings back both who were merged, as they were. What somebody has changed since stays with the kept one, and `left` says so
 * ("" when all is as it was); a tag that was tightened stays tight. Whom the merge made private stays so when anything was
 * written since: it may be about the other one. Refuses `not-found`, `merged-since` (the later merge is
 * taken back first), `not-undoable`, and `only-client` where it would move somebody out of a strict circle, also of one that is gone,
 * or open somebody.
 */
export async function undoMerge(
  actor: Actor,
  id: string,
  at: Date,
): Promise<Result<{ keptId: string; mergedId: string; left: string; seq: number }>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "undo-merge", { kind: "person", id: null }, async (tx) => {
    const merge = await findMerge(tx, workspaceId, id);
    if (merge === null) return refused({ code: "not-found" });
    const later = await findLaterMerge(tx, workspaceId, merge);
    if (later !== null) return refused({ code: "merged-since", name: later });
    const kept = await findMergePerson(tx, workspaceId, merge.keptId);
    const merged = await findMergePerson(tx, workspaceId, merge.mergedId, "gone");
    if (kept === null || merged?.mergedIntoId !== kept.id) return refused({ code: "not-undoable" });
    const facts = takeBackFacts(kept, merge.undo.before, merge.undo.after);
    const circles = await listCircles(tx, workspaceId);
    const back = await findCirclesOnReturn(tx, actor, merged.circles);
    if (!back.ok) return back;
    const theirs = keepStrict(kept.circles, facts.change.circles, merged.circles);
    if (facts.change.circles) facts.change.circles = theirs;
    const [was, now] = [whatCirclesAsk(circles, kept.circles), whatCirclesAsk(circles, theirs)];
    const no = whyNotMove(actor, was, now) ?? (merge.isPrivate ? whyNotMakePrivate(actor) : null);
    if (no !== null) return refused(no);

    const living = kept.isDead
      ? [...(facts.change.isDead === false ? [kept.id] : []), ...(merged.isDead ? [] : [merged.id])]
      : [];
    const takenBack = [];
    for (const one of living) takenBack.push(...(await listTakenBack(tx, workspaceId, one)));
    const fields = facts.left.filter((field) => field !== "givenName" && field !== "familyName");
    const left = await bringBackIn(
      tx,
      workspaceId,
      merge,
      { kept, merged: { ...merged, circles: back.value } },
      { ...facts, left: fields },
      at,
    );
    if (left === null) return refused({ code: "not-undoable" });
    for (const one of living) await takeBackIn(tx, actor, one, { remembrances: "only" });
    for (const task of takenBack) {
      const made = await createTaskIn(tx, actor, task, at);
      if (!made.ok) return made;
    }
    await makeDayTasksIn(tx, workspaceId, await findDeskDays(tx, workspaceId), [kept.id, merged.id], at);
    return granted({ ...people(merge), left: sayLeft(left, kept.name) });
  });
  return written.ok ? granted({ ...written.value.value, seq: written.value.seq }) : written;
}

const people = ({ keptId, mergedId }: StoredMerge) => ({ keptId, mergedId });

/** What a note says is believed only so far: it takes the kept one out of no circle but the other's. */
function keepStrict(now: string[], wanted: string[] | undefined, others: string[]): string[] {
  if (wanted === undefined) return now;
  const stays = now.filter((key) => wanted.includes(key) || !others.includes(key));
  return stays.length > 0 ? stays : [WIDER];
}

/** Does it; gives what stays with the kept one, or null when somebody was quicker. */
async function bringBackIn(
  tx: Tx,
  workspaceId: string,
  merge: StoredMerge,
  { kept, merged }: { kept: MergePerson; merged: MergePerson },
  facts: { change: Partial<MergeFacts>; left: string[] },
  at: Date,
): Promise<LeftWithKept | null> {
  const { undo } = merge;
  const hid = merge.isPrivate ? undo.hid : { kept: false, merged: false };
  const isPrivate = merged.isPrivate && !hid.merged;
  if (!(await comeBack(tx, workspaceId, merged, kept.id, isPrivate))) return null;
  let rows = await moveRowsBack(tx, workspaceId, undo, kept.id, merged.id);
  rows += await moveTasksBack(tx, workspaceId, undo, kept.id, merged.id);
  rows += await changeDaysBack(tx, workspaceId, undo.days, kept.id, merged.id);
  const hasPictureBack = await givePictureBack(tx, workspaceId, kept.id, undo.picture, at);
  const fields = hasPictureBack ? facts.left : [...facts.left, "picture"];
  const isAsItWas = fields.length === 0 && rows === 0 && kept.version === undo.keptVersion;
  const isHidden = hid.kept && kept.isPrivate;
  const opens = isHidden && isAsItWas && !(await wasWrittenSince(tx, workspaceId, merge));
  const change = opens ? { ...facts.change, isPrivate: false } : facts.change;
  if (!(await saveMergePerson(tx, workspaceId, kept, change))) return null;
  if (hid.merged) await showTasksOf(tx, workspaceId, merged.id, "merge-people");
  if (opens) await showTasksOf(tx, workspaceId, kept.id, "merge-people");
  if (!(await markUndone(tx, workspaceId, merge.id, at))) return null;
  return { fields, rows, tags: undo.tightened, isHidden: isHidden && !opens };
}
