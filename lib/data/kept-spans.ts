import type { Tx } from "@/lib/data/client";
import type { KeptSource, KeptSpan } from "@/lib/domain/calendar/kept";

/** A stretch of time, `endsAt` not included. */
export type Stretch = { startsAt: Date; endsAt: Date };

/**
 * Kept time that touches the time from `startsAt` to before `endsAt` (a moment counts as a second), in its order. Time that is kept
 * by what the transaction may not see is there without its name, its id and its own bounds: "protected", for the time that was asked for.
 */
export function listKeptOver(tx: Tx, workspaceId: string, startsAt: Date, endsAt: Date): Promise<KeptSpan[]> {
  return listKeptOverAny(tx, workspaceId, [{ startsAt, endsAt }]);
}

/** The same for many times at once, such as the happenings of a series. */
export async function listKeptOverAny(
  tx: Tx,
  workspaceId: string,
  times: readonly Stretch[],
): Promise<KeptSpan[]> {
  if (times.length === 0) return [];
  const asked = JSON.stringify(times.slice(0, mostTimes));
  const seen = await tx.$queryRaw<SeenSpan[]>`
    SELECT DISTINCT k.id AS span, CASE WHEN k.protected_id IS NOT NULL THEN 'protected' WHEN k.day_off_id IS NOT NULL THEN 'away' ELSE 'window' END AS source,
      coalesce(k.protected_id, k.day_off_id, k.task_id) AS id, coalesce(p.title, d.label, t.title, '') AS title, k.starts_at AS "startsAt", k.ends_at AS "endsAt"
    FROM jsonb_to_recordset(${asked}::jsonb) AS x ("startsAt" timestamptz, "endsAt" timestamptz)
    JOIN kept_spans k ON k.starts_at < greatest(x."endsAt", x."startsAt" + interval '1 second') AND k.ends_at > x."startsAt"
    LEFT JOIN protected_times p ON p.workspace_id = k.workspace_id AND p.id = k.protected_id
    LEFT JOIN days_off d ON d.workspace_id = k.workspace_id AND d.id = k.day_off_id
    LEFT JOIN tasks t ON t.workspace_id = k.workspace_id AND t.id = k.task_id
    WHERE k.workspace_id = ${workspaceId}::uuid ORDER BY k.starts_at, k.id LIMIT 2000`;
  const hidden = await tx.$queryRaw<Stretch[]>`
    SELECT x."startsAt", x."endsAt" FROM jsonb_to_recordset(${asked}::jsonb) AS x ("startsAt" timestamptz, "endsAt" timestamptz)
    WHERE fence.is_kept(${workspaceId}::uuid, x."startsAt", x."endsAt") AND NOT EXISTS (SELECT 1 FROM kept_spans k WHERE k.workspace_id = ${workspaceId}::uuid
      AND k.starts_at < greatest(x."endsAt", x."startsAt" + interval '1 second') AND k.ends_at > x."startsAt") LIMIT 2000`;
  return [
    ...seen.map(({ span, ...one }) => toSpan(one)),
    ...hidden.map((one) => toSpan({ ...one, source: "protected", id: "", title: "" })),
  ];
}

/** Whether a task keeps time that is not over, and that the task it is folded into (if any) does not keep as well. */
export async function keepsTimeBesides(
  tx: Tx,
  workspaceId: string,
  taskId: string,
  into: string | null,
): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM kept_spans k WHERE k.workspace_id = ${workspaceId}::uuid AND k.task_id = ${taskId}::uuid AND k.ends_at > now()
      AND NOT EXISTS (SELECT 1 FROM kept_spans o WHERE o.workspace_id = k.workspace_id AND o.task_id = ${into}::uuid
        AND o.starts_at <= k.starts_at AND o.ends_at >= k.ends_at)`;
  return rows.length > 0;
}

/** A daily entry of six years fits. */
const mostTimes = 3000;

type SeenSpan = Stretch & { span: string; source: KeptSource; id: string; title: string };

function toSpan({ startsAt, endsAt, ...rest }: Stretch & Omit<KeptSpan, "startsAt" | "endsAt">): KeptSpan {
  return { ...rest, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
}

/**
 * Writes out anew when protected hours keep time from an instant on, as it was worked out, and until when that is: what stays is left
 * alone, and so is what they kept before. The database refuses anybody but the client and the jobs.
 */
export async function writeKept(
  tx: Tx,
  workspaceId: string,
  protectedId: string,
  from: Date,
  until: Date,
  spans: readonly { startsAt: number; endsAt: number }[],
): Promise<void> {
  const iso = (at: number) => new Date(at).toISOString();
  const kept = JSON.stringify(
    spans
      .filter(({ endsAt }) => endsAt > from.getTime())
      .map(({ startsAt, endsAt }) => ({ startsAt: iso(startsAt), endsAt: iso(endsAt) })),
  );
  await tx.$executeRaw`
    DELETE FROM kept_spans k WHERE k.workspace_id = ${workspaceId}::uuid AND k.protected_id = ${protectedId}::uuid AND k.ends_at > ${from}
      AND (k.starts_at, k.ends_at) NOT IN (SELECT x."startsAt", x."endsAt" FROM jsonb_to_recordset(${kept}::jsonb) AS x ("startsAt" timestamptz, "endsAt" timestamptz))`;
  await tx.$executeRaw`
    INSERT INTO kept_spans (workspace_id, protected_id, starts_at, ends_at)
    SELECT ${workspaceId}::uuid, ${protectedId}::uuid, x."startsAt", x."endsAt" FROM jsonb_to_recordset(${kept}::jsonb) AS x ("startsAt" timestamptz, "endsAt" timestamptz)
    WHERE (x."startsAt", x."endsAt") NOT IN (SELECT k.starts_at, k.ends_at FROM kept_spans k WHERE k.workspace_id = ${workspaceId}::uuid AND k.protected_id = ${protectedId}::uuid)`;
  await tx.protectedTime.updateMany({
    where: { workspaceId, id: protectedId },
    data: { spreadUntil: until },
  });
}
