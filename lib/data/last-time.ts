import type { Tx } from "@/lib/data/client";
import { mergedNow } from "@/lib/data/merged-people";
import { nameUsers } from "@/lib/data/task-detail";
import type { RawTask } from "@/lib/data/task-rows";
import { readDayKey } from "@/lib/domain/person/day-task";
import type { TaskDetail } from "@/lib/domain/task/view";

export type LastTime = NonNullable<TaskDetail["lastTime"]>;

/** Of whom and of which yearly day (null: of none); `from` and `until` bound when it was, and `taskId` is not asked about. */
export type LastTimeAsked = {
  key: string;
  personId: string;
  dateId: string | null;
  taskId: string | null;
  from: Date | null;
  until: Date | null;
};

type Row = Omit<LastTime, "at" | "by"> & { key: string; at: Date; by_user: string };

/**
 * What was done the last time a yearly day came round, by the `key` of the question: of the same day first, else of any of that
 * person's, also of whoever was merged into them, as far as the transaction may see.
 */
export async function listLastTimes(
  tx: Tx,
  workspaceId: string,
  asked: LastTimeAsked[],
): Promise<Map<string, LastTime>> {
  if (asked.length === 0) return new Map();
  const rows = await tx.$queryRaw<Row[]>`
    WITH asked AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS a (key text, "personId" uuid, "dateId" text, "taskId" uuid,
        "from" timestamptz, until timestamptz)),
    who AS (
      SELECT a.*, a."personId" AS id FROM asked a
      UNION SELECT a.*, m.merged_id FROM asked a JOIN ${mergedNow(workspaceId)} m ON m.kept_id = a."personId")
    SELECT DISTINCT ON (w.key) w.key, g.at, g.by_user, g.by_role AS role, g.outcome, g.note, g.words
    FROM who w JOIN gestures g ON g.workspace_id = ${workspaceId}::uuid AND g.person_id = w.id AND g.undone_at IS NULL
    JOIN tasks t ON t.workspace_id = g.workspace_id AND t.id = g.task_id AND t.kind = 'birthday'
    WHERE g.task_id IS DISTINCT FROM w."taskId" AND g.at >= coalesce(w."from", '-infinity') AND g.at < coalesce(w.until, 'infinity')
    ORDER BY w.key, split_part(t.source_key, ':', 2) IS NOT DISTINCT FROM w."dateId" DESC, g.at DESC`;
  const names = await nameUsers(
    tx,
    rows.map((row) => row.by_user),
  );
  return new Map(
    rows.map(({ key, at, by_user, ...rest }) => [
      key,
      { ...rest, at: at.toISOString(), by: names.get(by_user) ?? "" },
    ]),
  );
}

/** The last time before a task's own; null for tasks of other kinds, and the first time. */
export async function findLastTime(
  tx: Tx,
  workspaceId: string,
  { id: taskId, kind, person_id: personId }: Pick<RawTask, "id" | "kind" | "person_id">,
): Promise<LastTime | null> {
  if (kind !== "birthday" || personId === null) return null;
  const mine = await tx.task.findFirst({
    where: { workspaceId, id: taskId },
    select: { sourceKey: true, closedAt: true },
  });
  const dateId = readDayKey(mine?.sourceKey ?? null)?.id ?? null;
  const until = mine?.closedAt ?? null;
  const found = await listLastTimes(tx, workspaceId, [
    { key: taskId, personId, dateId, taskId, from: null, until },
  ]);
  return found.get(taskId) ?? null;
}
