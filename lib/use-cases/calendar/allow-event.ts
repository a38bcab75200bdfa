import { findDecision, findOpenQuestion, saveDecision } from "@/lib/data/decisions";
import { listEventRows } from "@/lib/data/event-rows";
import { listEventTasks } from "@/lib/data/event-tasks";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { whyNotAllowEvent } from "@/lib/domain/calendar/event";
import { granted, type Result, refused } from "@/lib/domain/result";
import { isOpen } from "@/lib/domain/task/task";
import { closeAskIn } from "@/lib/use-cases/calendar/answer-held";
import { type EventChanged, flattenEvent } from "@/lib/use-cases/calendar/create-event";
import { staleIn } from "@/lib/use-cases/calendar/find-series";
import { rememberIn } from "@/lib/use-cases/calendar/remember-rows";
import { settleHeldIn } from "@/lib/use-cases/calendar/settle-held";

/**
 * The client lets an entry stand over time that they keep, or keeps the time; the question about it is answered with that. The same as
 * answering it. Refuses `not-found`, `only-client`, `stale`, and `already-answered` for one that does not wait.
 */
export async function allowEvent(
  actor: Actor,
  { allow, ...target }: { id: string; version: number; allow: boolean },
  at: Date,
): Promise<Result<EventChanged>> {
  const { id: workspaceId } = actor.workspace;
  const written = await writeAs(actor, "allow-event", { kind: "event", id: target.id }, async (tx) => {
    const [row] = await listEventRows(tx, workspaceId, [target.id]);
    if (!row || row.removedAt !== null) return refused({ code: "not-found" });
    const no = whyNotAllowEvent(actor, row);
    if (no !== null) return refused(no);
    if (row.version !== target.version) return refused(await staleIn(tx, workspaceId, row, target.version));
    const asked = (await listEventTasks(tx, workspaceId, [row.id], [])).find(
      (task) => task.kind === "other" && isOpen({ state: task.state, mergedIntoId: null }),
    );
    const changes = await settleHeldIn(tx, actor, row.id, allow, at);
    if (!changes.ok) return changes;
    if (asked) {
      const open = await findOpenQuestion(tx, workspaceId, asked.id);
      const question = open === null ? null : await findDecision(tx, workspaceId, open);
      if (question !== null) await saveDecision(tx, workspaceId, question, { answer: allow ? "yes" : "no" });
      await closeAskIn(tx, workspaceId, asked.id, allow, "");
    }
    return granted(await rememberIn(tx, actor, { first: row.id, uid: row.uid }, changes.value, at));
  });
  return flattenEvent(written);
}
