import type { Tx } from "@/lib/data/client";
import type { Circle, Voice } from "@/lib/domain/policy/default-tags";
import type { TaskKind } from "@/lib/domain/task/task";
import { Prisma } from "@/prisma/generated/client";

/** An open delegable task about somebody, with what the policy looks at. */
export type LooseTask = {
  id: string;
  kind: TaskKind;
  circles: Circle[];
  voice: Voice | null;
  isPrivate: boolean;
};

/** About whom: these people, or everybody of a circle. */
export type AboutWhom = { personIds: string[] } | { circle: Circle };

/** That person `p` is one of them, and on the desk. */
function isAbout(workspaceId: string, about: AboutWhom): Prisma.Sql {
  const whom =
    "personIds" in about
      ? Prisma.sql`p.id = ANY (${about.personIds}::uuid[])`
      : Prisma.sql`p.circles @> ARRAY[${about.circle}::text]`;
  return Prisma.sql`p.workspace_id = ${workspaceId}::uuid AND p.removed_at IS NULL AND ${whom}`;
}

/** The open delegable tasks about them, as far as the transaction may see. */
export function listLooseTasks(tx: Tx, workspaceId: string, about: AboutWhom): Promise<LooseTask[]> {
  return tx.$queryRaw<LooseTask[]>`
    SELECT t.id, t.kind, p.circles, a.voice, t.is_private AS "isPrivate" FROM persons p
    JOIN tasks t ON t.workspace_id = p.workspace_id AND t.person_id = p.id AND t.tag = 'delegable'
      AND t.state IN ('inbox', 'assistant', 'client', 'scheduled', 'waiting')
    LEFT JOIN accounts a ON a.workspace_id = t.workspace_id AND a.id = t.account_id
    WHERE ${isAbout(workspaceId, about)}`;
}

/** Makes open delegable tasks must-be-you by a rule; gives how many. What they were folded into comes first, then they. */
export async function tightenTasks(
  tx: Tx,
  workspaceId: string,
  ids: string[],
  rule: string,
): Promise<number> {
  const tighten = (isFolded: boolean) => tx.$executeRaw`
    UPDATE tasks SET tag = 'must-be-you', tag_by = 'rule', tag_rule = ${rule}
    WHERE workspace_id = ${workspaceId}::uuid AND tag = 'delegable' AND state IN ('inbox', 'assistant', 'client', 'scheduled', 'waiting')
      AND (merged_into_id IS NOT NULL) = ${isFolded} AND id = ANY (
        SELECT unnest(${ids}::uuid[]) UNION SELECT x.merged_into_id FROM tasks x
        WHERE NOT ${isFolded} AND x.workspace_id = ${workspaceId}::uuid AND x.id = ANY (${ids}::uuid[]) AND x.merged_into_id IS NOT NULL)`;
  return (await tighten(false)) + (await tighten(true));
}

/** The open tasks about them that are to be answered within some hours, as far as the transaction may see. */
export function listAwaited(
  tx: Tx,
  workspaceId: string,
  about: AboutWhom,
): Promise<{ id: string; kind: TaskKind; circles: Circle[]; hours: number }[]> {
  return tx.$queryRaw`
    SELECT t.id, t.kind, p.circles, t.reply_within_hours AS hours FROM persons p
    JOIN tasks t ON t.workspace_id = p.workspace_id AND t.person_id = p.id AND t.reply_within_hours IS NOT NULL
      AND t.state IN ('inbox', 'assistant', 'client', 'scheduled', 'waiting')
    WHERE ${isAbout(workspaceId, about)}`;
}

/** Says within how many hours open tasks are to be answered. */
export async function hastenTasks(
  tx: Tx,
  workspaceId: string,
  ids: string[],
  replyWithinHours: number,
): Promise<void> {
  await tx.task.updateMany({ where: { workspaceId, id: { in: ids } }, data: { replyWithinHours } });
}
