import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/data/client";
import { findMeetingAt, insertCheck, type RawMeetingToCheck, undoChecksOf } from "@/lib/data/event-checks";
import type { Actor } from "@/lib/domain/actor";
import { type CheckInput, sayCheck } from "@/lib/domain/calendar/check";
import { isZone } from "@/lib/domain/calendar/zone-day";
import { cutText } from "@/lib/domain/cut-text";
import type { Refusal } from "@/lib/domain/refusal";
import { granted, type Result } from "@/lib/domain/result";
import { whyNotClose } from "@/lib/domain/task/must-be-you";
import { whyNotUnderWords } from "@/lib/use-cases/draft/why-not-under-words";
import { changeTask, type SeenTask, type Target } from "@/lib/use-cases/task/change-task";
import { makeNext } from "@/lib/use-cases/task/make-next";

/**
 * Records what was confirmed of a meeting, with whom and how, and with it completes the task that asked: exactly this time, place and link
 * were checked. Refuses what completing refuses (`must-be-you`, `already-closed`, `stale`, `not-found`, `leaving`), `stale` as well when the
 * meeting is no longer as the task says, `not-found` for a task that checks none, and `invalid` for an unknown zone.
 */
export async function recordCheck(
  actor: Actor,
  { id, version, ...input }: Target & CheckInput,
  at: Date,
): Promise<Result<{ id: string; seq: number }>> {
  const checkId = randomUUID();
  let meeting: RawMeetingToCheck | null = null;
  const done = await changeTask(
    actor,
    "record-check",
    { id, version },
    {
      ask: async (task, tx) => {
        const no =
          whyNotClose(actor, task) ??
          whyNotCheck(task, input) ??
          (await whyNotUnderWords(tx, actor.workspace.id, task.id));
        if (no !== null) return no;
        meeting = await findMeetingOf(tx, actor.workspace.id, task);
        return meeting === null ? { code: "stale", version: task.version, changed: ["fields"] } : null;
      },
      change: async (task, tx) => {
        if (meeting !== null) await writeCheck(tx, actor.workspace.id, checkId, task.id, meeting, input);
        return { state: "done", closingNote: sayCheck(input, task.raw.person_id !== null) };
      },
      follow: (task, tx) => makeNext(tx, actor, task, at),
    },
  );
  return done.ok ? granted({ id: checkId, seq: done.value.seq }) : done;
}

function whyNotCheck(task: SeenTask, { otherZone }: CheckInput): Refusal | null {
  if (!task.isCheck) return { code: "not-found" };
  if (otherZone !== null && !isZone(otherZone))
    return { code: "invalid", fields: { otherZone: "Choose a time zone, such as Europe/Lisbon." } };
  return null;
}

/** The meeting as it stands, if it is what the task says: nobody confirms a place that they have not read. */
async function findMeetingOf(tx: Tx, workspaceId: string, task: SeenTask): Promise<RawMeetingToCheck | null> {
  const { eventId = "", startsAt = "", endsAt, place = "", link = "" } = task.raw.fields;
  const at = new Date(startsAt);
  if (Number.isNaN(at.getTime())) return null;
  const found = await findMeetingAt(tx, workspaceId, eventId, at);
  const isSame =
    found?.endsAt.toISOString() === endsAt &&
    cutText(found?.place ?? "", 500) === cutText(place, 500) &&
    found?.link === link;
  return isSame ? found : null;
}

async function writeCheck(
  tx: Tx,
  workspaceId: string,
  id: string,
  taskId: string,
  { eventId, startsAt, endsAt, place, link }: RawMeetingToCheck,
  { confirmed, withWhom, how, otherZone, note }: CheckInput,
): Promise<void> {
  // One check stands for a meeting: whoever records it again means the new one.
  await undoChecksOf(tx, workspaceId, { eventId, startsAt });
  const said = { confirmed: [...new Set(confirmed)], withWhom, how, otherZone, note };
  await insertCheck(tx, workspaceId, { id, taskId, eventId, startsAt, endsAt, place, link, ...said });
}
