import { findDraftLine } from "@/lib/data/draft-of-task";
import { findLastTime } from "@/lib/data/last-time";
import { listLoggedSince } from "@/lib/data/logged-since";
import { findAccount, listGestures, listLikely, listMergedHere } from "@/lib/data/task-detail";
import { listTaskLog } from "@/lib/data/task-log";
import { toTaskRow } from "@/lib/data/task-rows";
import { findTask } from "@/lib/data/tasks";
import { readAs } from "@/lib/data/transaction";
import { listWhoComes } from "@/lib/data/who-comes";
import type { Actor } from "@/lib/domain/actor";
import { sayEntry } from "@/lib/domain/history/say";
import { agentIn } from "@/lib/domain/history/words";
import { askWasThatIt } from "@/lib/domain/person/was-that-it";
import type { TaskDetail } from "@/lib/domain/task/view";
import { viewDecisions } from "@/lib/queries/decision-views";
import { readNoLonger } from "@/lib/queries/no-longer";

/** One task with everything its page shows; null for one that is absent, private to the client, or a stranger's. */
export async function readTask(actor: Actor, id: string): Promise<TaskDetail | null> {
  const workspaceId = actor.workspace.id;
  const read = await readAs(actor, async (tx): Promise<TaskDetail | null> => {
    const task = await findTask(tx, workspaceId, id);
    if (task === null) return null;
    const { raw } = task;
    const gestures = await listGestures(tx, workspaceId, id);
    const last = gestures.find((gesture) => gesture.undoneAt === null);
    const likely = task.mergedIntoId === null ? await listLikely(tx, workspaceId, raw) : [];
    const logged = (await listLoggedSince(tx, workspaceId, [id])).get(id);
    const whoComes = (await listWhoComes(tx, workspaceId, [raw])).get(id) ?? "";
    return {
      ...toTaskRow(raw, actor, whoComes),
      whoComes,
      wasThatIt: logged ? askWasThatIt(logged, actor, actor.workspace.zone) : null,
      noLonger: (await readNoLonger(tx, actor, [raw])).get(id) ?? null,
      note: raw.note,
      message: raw.message,
      fields: raw.fields,
      account: await findAccount(tx, workspaceId, raw.account_id),
      repeat: raw.repeat,
      replyWithinHours: raw.reply_within_hours,
      closed:
        raw.closed_at && last
          ? {
              outcome: last.outcome,
              at: last.at,
              by: last.by,
              role: last.role,
              door: raw.closed_door as never,
              note: raw.closing_note,
              words: raw.closing_words,
            }
          : null,
      gestures,
      lastTime: await findLastTime(tx, workspaceId, raw),
      mergedHere: await listMergedHere(tx, workspaceId, id),
      draft: await findDraftLine(tx, workspaceId, id, actor.userId),
      decisions: await viewDecisions(tx, actor, [id]),
      likely: likely.map(({ id, title, version, tag }) => ({ id, title, version, tag })),
      history: (await listTaskLog(tx, workspaceId, id, raw)).map((entry) => ({
        seq: entry.seq,
        at: entry.at,
        sentence: sayEntry(entry, actor),
        agent: agentIn(entry),
      })),
    };
  });
  return read.ok ? read.value : null;
}
