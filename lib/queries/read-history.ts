import { listGesturesClosed } from "@/lib/data/gesture-words";
import { findSubjectName, listEverMembers, listLog } from "@/lib/data/log-lists";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { LoggedChange } from "@/lib/domain/history/entry";
import { sayEntry } from "@/lib/domain/history/say";
import {
  type HistoryFilter,
  type HistoryLine,
  type HistoryView,
  whyNotDownload,
} from "@/lib/domain/history/view";
import { agentIn, type HistoryReader } from "@/lib/domain/history/words";
import type { Result } from "@/lib/domain/result";

const pageLength = 50;

/**
 * The history of the desk as the reader may see it, fifty lines at a time, the latest first.
 * @param before the cursor of the page before; null begins at the end. Refuses `signed-out`.
 */
export function readHistory(
  actor: Actor,
  filter: HistoryFilter,
  before: number | null,
): Promise<Result<HistoryView>> {
  const desk = actor.workspace.id;
  return readAs(actor, async (tx, seq) => {
    const reader = { isClient: actor.role === "client" };
    const page = await listLog(tx, desk, filter, reader, before ?? seq + 1, pageLength);
    const gestures = await listGesturesClosed(tx, desk, page.entries.flatMap(closingOf));
    return {
      lines: page.entries.map((entry) => toLine(entry, actor, gestures.get(entry.seq) ?? null)),
      more: page.more,
      filter,
      members: await listEverMembers(tx, desk),
      subjectName: filter.subject ? await findSubjectName(tx, desk, filter.subject) : null,
      canDownload: whyNotDownload(actor) === null,
    };
  });
}

/** An entry as a line of the page. */
export function toLine(
  entry: LoggedChange,
  reader: HistoryReader,
  gestureId: string | null = null,
): HistoryLine {
  const { seq, at, door, subject, subjectId, subjectName } = entry;
  const link =
    subjectId && subjectName && (subject === "task" || subject === "person")
      ? ({ kind: subject, id: subjectId } as const)
      : null;
  return {
    seq,
    at,
    door,
    sentence: sayEntry(entry, reader),
    agent: agentIn(entry),
    isRefused: entry.refusal !== null,
    link,
    gestureId,
  };
}

/** When a task was closed, where that is what the entry tells of. */
function closingOf({ seq, subject, subjectId, after }: LoggedChange) {
  const at = after?.closed_at;
  if (subject !== "task" || subjectId === null || typeof at !== "string") return [];
  return [{ seq, taskId: subjectId, at }];
}
