import { findDeskDays } from "@/lib/data/day-tasks";
import { holdTouchTasks } from "@/lib/data/touch-lock";
import { findTouchOf, findTouchTask } from "@/lib/data/touch-of";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { addDays, dayAt } from "@/lib/domain/calendar/zone-day";
import { granted, type Result, refused } from "@/lib/domain/result";
import type { TaskRow } from "@/lib/domain/task/view";
import { MOST_DAYS } from "@/lib/domain/weekly/view";
import type { Changed, Target } from "@/lib/use-cases/task/change-task";
import { createTaskIn } from "@/lib/use-cases/task/create-task";

type Found = { open: Target } | { task: TaskRow };

/** Of whom, and when it was their turn as one saw it ("YYYY-MM-DD"); null: within the longest list there is. */
export type TouchWanted = {
  personId: string;
  dueOn: string | null;
  state: "client" | "assistant";
  note: string;
};

/**
 * A task to keep in touch with somebody whose turn it is, made now; or the one that is open meanwhile. One at a time, so that
 * two who ask make one. Refuses `not-found`, and `stale` when there was contact since, so that it is no longer their turn.
 */
export async function makeTouchTask(
  actor: Actor,
  { personId, dueOn, state, note }: TouchWanted,
  at: Date,
): Promise<Result<{ made: Changed } | { open: Target }>> {
  const workspaceId = actor.workspace.id;
  const about = { kind: "task", id: null } as const;
  const written = await writeAs(actor, "create-task", about, async (tx): Promise<Result<Found>> => {
    await holdTouchTasks(tx, workspaceId);
    const { zone } = await findDeskDays(tx, workspaceId);
    const person = await findTouchOf(tx, workspaceId, personId, { zone, at });
    if (person === null) return refused({ code: "not-found" });
    const open = await findTouchTask(tx, workspaceId, personId);
    if (open !== null) return granted({ open });
    const seen = dueOn ?? addDays(dayAt(at.getTime(), zone), MOST_DAYS);
    const isTheirTurn = person.dueOn === null ? dueOn === null : person.dueOn <= seen;
    if (!isTheirTurn) return refused({ code: "stale", version: 1, changed: [] });
    const title = `Keep in touch · ${[...person.name].slice(0, 300).join("")}`;
    const made = await createTaskIn(tx, actor, { kind: "keep-in-touch", title, personId, state, note }, at);
    return made.ok ? granted({ task: made.value }) : made;
  });
  if (!written.ok) return written;
  const { value, seq } = written.value;
  return granted("open" in value ? { open: value.open } : { made: { task: value.task, seq } });
}
