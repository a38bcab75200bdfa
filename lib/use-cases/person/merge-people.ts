import { randomUUID } from "node:crypto";
import { listCircles } from "@/lib/data/circles";
import { takePicture } from "@/lib/data/merge-picture";
import { changeDays, moveRows } from "@/lib/data/merge-rows";
import { findMergePerson, insertMerge, leaveFor, saveMergePerson } from "@/lib/data/merges";
import { listDates } from "@/lib/data/person-dates";
import { hideTasksOf } from "@/lib/data/person-page";
import { changedSince } from "@/lib/data/tasks";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { mergeDays } from "@/lib/domain/person/merge-days";
import { type MergeChoices, type MergeFacts, mergeFacts } from "@/lib/domain/person/merge-people";
import { whatCirclesAsk, whyNotRemovePerson } from "@/lib/domain/policy/circles";
import { granted, type Result, refused } from "@/lib/domain/result";
import { whyNotMakePrivate } from "@/lib/domain/task/must-be-you";
import { mergeTasksIn } from "@/lib/use-cases/person/merge-tasks";
import { takeBackIn } from "@/lib/use-cases/person/take-back";
import type { PersonTarget } from "@/lib/use-cases/person/write-person";

export type MergeInput = { kept: PersonTarget; merged: PersonTarget; choices: MergeChoices };

/**
 * Makes two people one: the kept one says what was chosen, everything about the other moves to them, and the other's page
 * leads there. In all circles of both, private when one was. What was done for either is never re-written.
 * Refuses `not-found`, `stale`, `invalid` (the same one twice), and `only-client` to whoever else would merge somebody of a
 * strict circle away (that one can be kept instead), or merge somebody private.
 */
export async function mergePeople(
  actor: Actor,
  input: MergeInput,
  at: Date,
): Promise<Result<{ id: string; keptId: string; seq: number }>> {
  const workspaceId = actor.workspace.id;
  const about = { kind: "person", id: input.merged.id } as const;
  const written = await writeAs(actor, "merge-people", about, async (tx) => {
    if (input.kept.id === input.merged.id)
      return refused({ code: "invalid", fields: { mergedId: "These are one and the same already." } });
    const kept = await findMergePerson(tx, workspaceId, input.kept.id);
    const merged = await findMergePerson(tx, workspaceId, input.merged.id);
    if (kept === null || merged === null) return refused({ code: "not-found" });
    for (const [person, seen] of [
      [kept, input.kept.version],
      [merged, input.merged.version],
    ] as const) {
      if (person.version === seen) continue;
      const since = await changedSince(tx, workspaceId, person.id, seen);
      return refused({ code: "stale", version: person.version, ...since });
    }
    const circles = await listCircles(tx, workspaceId);
    const no =
      whyNotRemovePerson(actor, whatCirclesAsk(circles, merged.circles)) ??
      (kept.isPrivate || merged.isPrivate ? whyNotMakePrivate(actor) : null);
    if (no !== null) return refused(no);

    const keys = circles.map((circle) => circle.key);
    const after = mergeFacts(kept, merged, input.choices, keys);
    const isPrivate = kept.isPrivate || merged.isPrivate;
    const hid = { kept: isPrivate && !kept.isPrivate, merged: isPrivate && !merged.isPrivate };
    const dates = await listDates(tx, workspaceId, [kept.id, merged.id]);
    const days = mergeDays(
      dates.filter((date) => date.personId === kept.id),
      dates.filter((date) => date.personId === merged.id),
      input.choices.birthday === "merged" ? "merged" : "kept",
    );
    // Who turns out to have died is neither congratulated nor kept in touch with.
    if (after.isDead ?? kept.isDead)
      for (const { id, isDead } of [kept, merged])
        if (!isDead) await takeBackIn(tx, actor, id, { remembrances: false });
    const tasks = await mergeTasksIn(tx, actor, {
      kept: kept.id,
      merged: merged.id,
      days,
      isPrivate,
      asks: whatCirclesAsk(circles, after.circles ?? kept.circles),
    });
    if (hid.kept) await hideTasksOf(tx, workspaceId, kept.id);
    const id = randomUUID();
    await insertMerge(tx, workspaceId, {
      id,
      keptId: kept.id,
      mergedId: merged.id,
      isPrivate,
      undo: {
        before: pick(kept, after),
        after,
        hid,
        keptVersion: kept.version + 1,
        ...(await moveRows(tx, workspaceId, merged.id, kept.id, isPrivate)),
        ...tasks,
        days: { moved: days.moved, removed: days.removed, years: days.years },
        picture: await takePicture(tx, workspaceId, kept.id, merged.id, input.choices.picture === "merged"),
      },
    });
    await changeDays(tx, workspaceId, kept.id, days, at);
    const isSaved = await saveMergePerson(tx, workspaceId, kept, {
      ...after,
      ...(hid.kept ? { isPrivate } : {}),
    });
    const isGone = await leaveFor(tx, workspaceId, merged, kept.id, isPrivate, at);
    if (!isSaved || !isGone) return refused({ code: "stale", version: kept.version, changed: [] });
    return granted(id);
  });
  return written.ok
    ? granted({ id: written.value.value, keptId: input.kept.id, seq: written.value.seq })
    : written;
}

function pick(from: MergeFacts, fields: Partial<MergeFacts>): Partial<MergeFacts> {
  return Object.fromEntries(Object.keys(fields).map((key) => [key, from[key as keyof MergeFacts]]));
}
