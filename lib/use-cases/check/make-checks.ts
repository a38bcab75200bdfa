import { findWishes } from "@/lib/data/calendar-wishes";
import { listCircles } from "@/lib/data/circles";
import type { Tx } from "@/lib/data/client";
import { findKnownKeys, insertTasks } from "@/lib/data/day-tasks";
import { listAskedChecks } from "@/lib/data/event-checks";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result } from "@/lib/domain/result";
import { keepChecksIn } from "@/lib/use-cases/check/keep-checks";
import { listCheckedMeetings } from "@/lib/use-cases/check/list-meetings";
import { checkFrom, planCheck } from "@/lib/use-cases/check/plan-check";

/** The longest time ahead at which a check may be asked for: two weeks. */
const LONGEST_HOURS = 336;

/**
 * Brings the double-checks of a desk in step with its calendar, and asks for those whose time has come: one task for every meeting and
 * time, however often this runs and on however many processes; another one where a check was lost. Gives how many were made. Refuses
 * `signed-out`.
 */
export async function makeChecks(actor: Actor, at: Date): Promise<Result<{ made: number }>> {
  const { id } = actor.workspace;
  const written = await writeAs(actor, "make-checks", { kind: "desk", id }, async (tx) => {
    await keepChecksIn(tx, id, null, at);
    return granted({ made: await makeChecksIn(tx, id, at) });
  });
  return written.ok ? granted(written.value.value) : written;
}

async function makeChecksIn(tx: Tx, workspaceId: string, at: Date): Promise<number> {
  const { wishes, zone } = await findWishes(tx, workspaceId);
  const policy = { ...wishes, zone, circles: await listCircles(tx, workspaceId) };
  const to = new Date(at.getTime() + LONGEST_HOURS * 3_600_000);
  const meetings = await listCheckedMeetings(tx, workspaceId, at, to);
  const due = meetings.filter((one) => !one.isChecked && checkFrom(one, policy) <= at.getTime());
  const asked = await listAskedChecks(
    tx,
    workspaceId,
    due.map(({ eventId }) => eventId),
  );
  const isAsked = (eventId: string, startsAt: Date) =>
    asked.some((one) => one.eventId === eventId && Date.parse(one.startsAt) === startsAt.getTime());
  const tasks = due
    .filter(({ eventId, startsAt }) => !isAsked(eventId, startsAt))
    .map((meeting) => planCheck(meeting, policy, at.getTime()));
  const known = await findKnownKeys(
    tx,
    workspaceId,
    tasks.map(({ sourceKey }) => sourceKey ?? ""),
    "ever",
  );
  return insertTasks(
    tx,
    workspaceId,
    tasks.filter(({ sourceKey }) => !known.has(sourceKey ?? "")),
  );
}
