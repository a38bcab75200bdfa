import type { World } from "../../../support/fence/world";

type Entry = {
  seq: string;
  by_user: string | null;
  by_role: string;
  subject: string;
  subject_id: string | null;
  after: Record<string, unknown> | null;
};

/** A task as it was before anybody did anything to it. */
export type Start = { id: string; tag: string };

/**
 * What must hold however people's steps fell between each other's, told from the log, from the rows and from the gestures,
 * each for itself. Gives what does not hold, in words.
 */
export async function whatIsWrong(
  { sudo }: Pick<World, "sudo">,
  deskId: string,
  removedId: string,
  start: Start[],
): Promise<string[]> {
  const { rows: log } = await sudo.query<Entry>(
    "SELECT seq, by_user, by_role, subject, subject_id, after FROM log_entries WHERE workspace_id = $1 ORDER BY seq",
    [deskId],
  );
  const { rows: broken } = await sudo.query<{ why: string }>(
    `SELECT 'closed by somebody who may not: ' || id AS why FROM tasks
       WHERE workspace_id = $1 AND tag = 'must-be-you' AND state IN ('done', 'declined') AND closed_role IS DISTINCT FROM 'client'
     UNION ALL SELECT 'strict, and folded into a loose one: ' || t.id FROM tasks t JOIN tasks o ON o.workspace_id = t.workspace_id AND o.id = t.merged_into_id
       WHERE t.workspace_id = $1 AND t.tag = 'must-be-you' AND o.tag <> 'must-be-you'
     UNION ALL SELECT 'folded into one that was taken back: ' || t.id FROM tasks t JOIN tasks o ON o.workspace_id = t.workspace_id AND o.id = t.merged_into_id
       WHERE t.workspace_id = $1 AND o.state = 'withdrawn'
     UNION ALL SELECT 'not exactly one gesture: ' || t.id FROM tasks t
       WHERE t.workspace_id = $1 AND (SELECT count(*) FROM gestures g WHERE g.workspace_id = $1 AND g.task_id = t.id AND g.undone_at IS NULL)
         <> CASE WHEN t.state IN ('done', 'declined') THEN 1 ELSE 0 END
     UNION ALL SELECT 'the log: ' || why || ' at ' || seq FROM fence.verify_log($1)`,
    [deskId],
  );
  const { rows: made } = await sudo.query<{ task_id: string; n: number }>(
    "SELECT task_id, count(*)::int AS n FROM gestures WHERE workspace_id = $1 GROUP BY task_id",
    [deskId],
  );
  return [
    ...broken.map((row) => row.why),
    ...start.flatMap((task) => followLog(log, task, made.find((row) => row.task_id === task.id)?.n ?? 0)),
    ...afterRemoval(log, removedId),
  ];
}

/** The life of one task as the log tells it: at no moment was a strict one closed by anybody but the client. */
function followLog(log: Entry[], { id, tag: begun }: Start, gestures: number): string[] {
  const wrong: string[] = [];
  let tag = begun;
  let closings = 0;
  for (const { seq, by_role, subject, subject_id, after } of log) {
    if (subject !== "task" || subject_id !== id || after === null) continue;
    if (tag === "must-be-you" && "tag" in after && after.tag !== tag && by_role !== "client")
      wrong.push(`loosened by the ${by_role} at ${seq}`);
    tag = String(after.tag ?? tag);
    if (after.state !== "done" && after.state !== "declined") continue;
    closings += 1;
    if (tag === "must-be-you" && by_role !== "client") wrong.push(`closed by the ${by_role} at ${seq}`);
  }
  if (closings !== gestures) wrong.push(`${closings} closings, ${gestures} gestures`);
  return wrong;
}

/** Once somebody's removal is written down, nothing of theirs is written down any more. */
function afterRemoval(log: Entry[], removedId: string): string[] {
  const removal = log.findIndex(
    (entry) => entry.subject === "member" && entry.subject_id === removedId && entry.after?.ended_at,
  );
  const late = removal < 0 ? [] : log.slice(removal + 1).filter((entry) => entry.by_user === removedId);
  return late.map((entry) => `written by somebody removed, at ${entry.seq}`);
}
