import type { Tx } from "@/lib/data/client";
import { realContacts } from "@/lib/data/real-contacts";
import { inStep } from "@/lib/data/taken-back";
import type { TouchTask } from "@/lib/domain/person/touch";
import { Prisma } from "@/prisma/generated/client";

/** Somebody whose turn it is. Days are "YYYY-MM-DD" in the desk's zone; `due` is before days off move it. */
export type DuePerson = {
  id: string;
  version: number;
  name: string;
  circles: string[];
  isPrivate: boolean;
  everyDays: number;
  lastDay: string | null;
  createdDay: string;
  due: string;
  /** The day from which it is counted: of the last contact, or when they were written down. */
  pausedUntil: string | null;
};

type Asked = {
  zone: string;
  at: Date;
  /** Nobody whose day is later than this: see lastDayDue. */
  until: string;
  /** Those alone for whom no task to keep in touch is open, and a declined one counts as asked. */
  forTasks?: boolean;
  after?: [due: string, id: string] | null;
  limit?: number | null;
};

/**
 * The living whose day has come, the longest wait first, by the cadence of lib/domain/person/touch.ts asked of everybody at
 * once: their own, else the shortest of their circles'. `after` continues behind a line.
 */
export function listDuePeople(tx: Tx, workspaceId: string, asked: Asked): Promise<DuePerson[]> {
  const { zone, at, until, forTasks = false, after = null, limit = null } = asked;
  const day = (instant: Prisma.Sql) => Prisma.sql`(${instant} AT TIME ZONE ${zone})::date`;
  const declined = Prisma.sql`LEFT JOIN (SELECT t.person_id, max(t.closed_at) AS at FROM tasks t
      WHERE t.workspace_id = ${workspaceId}::uuid AND t.kind = 'keep-in-touch' AND t.state = 'declined' GROUP BY 1) no ON no.person_id = p.id`;
  return tx.$queryRaw<DuePerson[]>`
    WITH last AS MATERIALIZED (SELECT r."personId" AS id, max(r.at) AS at FROM (${realContacts(workspaceId, null, at)}) r GROUP BY 1),
    cadences AS MATERIALIZED (
      SELECT p.id, coalesce(p.cadence_days, min(c.cadence_days)) AS days FROM persons p
      LEFT JOIN circles c ON c.workspace_id = p.workspace_id AND c.key = ANY (p.circles) AND c.removed_at IS NULL AND c.cadence_days IS NOT NULL
      WHERE p.workspace_id = ${workspaceId}::uuid AND p.removed_at IS NULL AND NOT p.is_dead AND NOT p.never_due
      GROUP BY p.id, p.cadence_days),
    due AS (
      SELECT p.id, p.version, p.name, p.circles, p.is_private, n.days, ${day(Prisma.sql`last.at`)} AS last_day, ${day(Prisma.sql`p.created_at`)} AS created_day,
        p.touch_paused_until, greatest(
          ${day(Prisma.sql`greatest(coalesce(last.at, p.created_at)${forTasks ? Prisma.sql`, no.at` : Prisma.empty})`)} + n.days,
          p.touch_paused_until) AS due
      FROM cadences n JOIN persons p ON p.workspace_id = ${workspaceId}::uuid AND p.id = n.id
      LEFT JOIN last ON last.id = p.id ${forTasks ? declined : Prisma.empty}
      WHERE n.days IS NOT NULL)
    SELECT d.id, d.version, d.name, d.circles, d.is_private AS "isPrivate", d.days AS "everyDays", to_char(d.last_day, 'YYYY-MM-DD') AS "lastDay",
      to_char(d.created_day, 'YYYY-MM-DD') AS "createdDay", to_char(d.due, 'YYYY-MM-DD') AS due,
      to_char(d.touch_paused_until, 'YYYY-MM-DD') AS "pausedUntil"
    FROM due d WHERE d.due <= ${until}::date
      AND ${after ? Prisma.sql`(d.due, d.id) > (${after[0]}::date, ${after[1]}::uuid)` : Prisma.sql`true`}
      ${forTasks ? noOpenTask(workspaceId) : Prisma.empty}
    ORDER BY d.due, d.id LIMIT ${limit}`;
}

function noOpenTask(workspaceId: string): Prisma.Sql {
  return Prisma.sql`AND d.id NOT IN (SELECT t.person_id FROM tasks t WHERE t.workspace_id = ${workspaceId}::uuid AND t.kind = 'keep-in-touch'
    AND t.person_id IS NOT NULL AND t.merged_into_id IS NULL AND t.state IN ('inbox', 'assistant', 'client', 'scheduled', 'waiting'))`;
}

/** The open task to keep in touch with each of these people, the oldest where there are several. */
export async function listTouchTasks(
  tx: Tx,
  workspaceId: string,
  personIds: string[],
): Promise<Map<string, TouchTask>> {
  const rows = await tx.task.findMany({
    where: {
      workspaceId,
      personId: { in: personIds },
      kind: "keep-in-touch",
      mergedIntoId: null,
      state: { in: ["inbox", "assistant", "client", "scheduled", "waiting"] },
    },
    select: { id: true, state: true, tag: true, personId: true },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
  });
  return new Map(rows.map(({ personId, ...task }) => [personId ?? "", task as TouchTask]));
}

/** An open task that a cadence made and nobody has touched, with what happened since: a gesture or a meeting. */
export type UntouchedTask = {
  id: string;
  version: number;
  tag: "delegable" | "must-be-you";
  /** How often by now; as the task says where nobody says so any more. */
  everyDays: number;
  dueAt: Date | null;
  snoozedUntil: Date | null;
  contactAt: Date;
  pausedUntil: string | null;
};

/**
 * Tasks of cadences that are as the job left them (that the cadence rests, or the desk moves, is no hand on them), though one was in contact
 * meanwhile by a task or a meeting. What somebody logged is not among it: about that, the task asks.
 */
export function listOvertakenTasks(tx: Tx, workspaceId: string, at: Date): Promise<UntouchedTask[]> {
  return tx.$queryRaw<UntouchedTask[]>`
    WITH open AS MATERIALIZED (
      SELECT t.* FROM tasks t WHERE t.workspace_id = ${workspaceId}::uuid AND t.kind = 'keep-in-touch' AND t.source_key LIKE 'touch:%'
        AND t.merged_into_id IS NULL AND t.state = 'inbox' AND t.created_role = 'system')
    SELECT t.id, t.version, t.tag, t.due_at AS "dueAt", t.snoozed_until AS "snoozedUntil", max(r.at) AS "contactAt",
      coalesce(p.cadence_days, (SELECT min(c.cadence_days) FROM circles c WHERE c.workspace_id = p.workspace_id AND c.key = ANY (p.circles)
        AND c.removed_at IS NULL), (t.fields ->> 'everyDays')::int) AS "everyDays",
      to_char(p.touch_paused_until, 'YYYY-MM-DD') AS "pausedUntil"
    FROM open t JOIN persons p ON p.workspace_id = t.workspace_id AND p.id = t.person_id
    JOIN (${realContacts(workspaceId, null, at)}) r ON r."personId" = t.person_id AND r.source <> 'contact' AND r.at > t.created_at
    WHERE t.fields ->> 'everyDays' ~ '^[0-9]{1,4}$' AND NOT EXISTS (SELECT 1 FROM log_entries l
      WHERE l.workspace_id = t.workspace_id AND l.subject_id = t.id AND l.by_role <> 'system' AND l.refusal IS NULL
        AND l.verb <> ALL (${inStep}::text[]))
    GROUP BY t.id, t.version, t.tag, t.fields, t.due_at, t.snoozed_until, p.workspace_id, p.cadence_days, p.circles, p.touch_paused_until`;
}
