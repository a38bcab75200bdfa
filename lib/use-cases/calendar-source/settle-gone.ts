import { forgetItems } from "@/lib/data/calendar-items";
import {
  listGoneOurs,
  listOursItems,
  listOwnRows,
  type OursChange,
  saveOurs,
} from "@/lib/data/calendar-ours";
import { toEventRow } from "@/lib/data/event-rows";
import { isSweep, planGone } from "@/lib/domain/calendar/push-plan";
import type { RowChange } from "@/lib/use-cases/calendar/judge-series";
import { changeRowsIn, type OursStep } from "@/lib/use-cases/calendar-source/take-ours";

/**
 * What was ours in a calendar and is not there any more is taken away here too; where it was changed here since, or where the calendar
 * has lost most of what it had, the client is asked first.
 */
export async function settleGone(step: Omit<OursStep, "zone">): Promise<void> {
  const { tx, actor, calendar, at } = step;
  const workspaceId = actor.workspace.id;
  const { gone, all } = await listGoneOurs(tx, workspaceId, calendar.id);
  if (gone.length === 0) return;
  const uids = gone.map(({ uid }) => uid);
  const rows = (await listOwnRows(tx, workspaceId, uids)).filter(({ removedAt }) => removedAt === null);
  const known = await listOursItems(tx, workspaceId, calendar.id, uids);
  const sweep = { takesOurs: calendar.takesOurs, isSweep: isSweep(gone.length, all) };
  const forgotten: string[] = [];
  const kept: OursChange[] = [];
  const removed: RowChange[] = [];
  for (const one of gone) {
    const { href, uid } = one;
    const plan = planGone(one, sweep);
    const said = known.find((item) => item.href === href)?.said ?? "";
    const nowhere = { href, uid, etag: "", etagThere: "", why: "" };
    if (plan === "ask") kept.push({ ...nowhere, said, state: "conflict", theirs: "" });
    if (plan === "create") kept.push({ ...nowhere, said, state: "in-step", theirs: null, written: null });
    if (plan === "forget" || plan === "remove") forgotten.push(href);
    if (plan !== "remove") continue;
    for (const before of rows.filter((row) => row.uid === uid))
      removed.push({ before, after: { ...toEventRow(before), removedAt: at } });
  }
  await changeRowsIn(step, removed);
  await forgetItems(tx, workspaceId, calendar.id, forgotten);
  await saveOurs(tx, workspaceId, calendar.id, kept);
}
