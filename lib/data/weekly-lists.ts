import type { Tx } from "@/lib/data/client";
import type { DateKind } from "@/lib/domain/person/person";
import type { LineTask, Reach } from "@/lib/domain/weekly/view";

/** A yearly day that may fall into a stretch of days, with whose it is. */
export type DayAhead = {
  id: string;
  personId: string;
  kind: DateKind;
  label: string;
  month: number;
  day: number;
  year: number | null;
  name: string;
  saidAs: string;
  circles: string[];
};

/**
 * Yearly days of the living that may be kept within `days` after `from` ("YYYY-MM-DD"). Months count as 31 days, so a few too
 * many come back, never too few: the domain judges. One of them alone with `dateId`.
 */
export function listYearlyDays(
  tx: Tx,
  workspaceId: string,
  from: string,
  days: number,
  dateId: string | null = null,
): Promise<DayAhead[]> {
  const [month, day] = from.split("-").slice(1).map(Number) as [number, number];
  const slot = month * 31 + day;
  return tx.$queryRaw<DayAhead[]>`
    SELECT d.id, d.person_id AS "personId", d.kind, d.label, d.month, d.day, d.year, p.name, p.said_as AS "saidAs", p.circles
    FROM person_dates d JOIN persons p ON p.workspace_id = d.workspace_id AND p.id = d.person_id AND p.removed_at IS NULL AND NOT p.is_dead
    WHERE d.workspace_id = ${workspaceId}::uuid AND d.removed_at IS NULL
      AND (${dateId}::uuid IS NULL OR d.id = ${dateId}::uuid)
      AND (${dateId}::uuid IS NOT NULL OR ((d.month * 31 + d.day) - ${slot}::int + 372) % 372 <= ${days}::int + 10 OR (d.month = 2 AND d.day = 29))`;
}

/** How these people can be reached: the first of what their cards say, then of what was noted as facts. */
export async function listReach(
  tx: Tx,
  workspaceId: string,
  personIds: string[],
): Promise<Map<string, Reach>> {
  const people = await tx.person.findMany({
    where: { workspaceId, id: { in: personIds } },
    select: { id: true, phones: true, emails: true, addresses: true },
  });
  const facts = await tx.personFact.findMany({
    where: {
      workspaceId,
      personId: { in: personIds },
      removedAt: null,
      kind: { in: ["phone", "email", "address"] },
    },
    orderBy: [{ enteredAt: "asc" }, { id: "asc" }],
    select: { personId: true, kind: true, value: true },
  });
  const known = (id: string, card: unknown, kind: string, most: number): string[] => {
    const noted = facts
      .filter((fact) => fact.personId === id && fact.kind === kind)
      .map((fact) => fact.value);
    const lines = [...valuesOf(card), ...noted].map((value) => value.replace(/\s*\n\s*/g, ", ").trim());
    return [...new Set(lines.filter(Boolean))].slice(0, most);
  };
  return new Map(
    people.map(({ id, phones, emails, addresses }) => [
      id,
      {
        phones: known(id, phones, "phone", 2),
        emails: known(id, emails, "email", 2),
        addresses: known(id, addresses, "address", 1),
      },
    ]),
  );
}

function valuesOf(list: unknown): string[] {
  return Array.isArray(list) ? list.map((one) => String((one as { value?: unknown }).value ?? "")) : [];
}

/** The task that a line is about, as it stands now, by the line's own key; open or closed. */
export type TaskOfLine = LineTask & { personId: string | null; sourceKey: string | null };

/**
 * Tasks that yearly days made (by source key), and open tasks of keeping in touch with these people. In place of one that was
 * folded into another stands the other, under the key of the line.
 */
export function listLineTasks(
  tx: Tx,
  workspaceId: string,
  sourceKeys: string[],
  personIds: string[],
): Promise<TaskOfLine[]> {
  return tx.$queryRaw<TaskOfLine[]>`
    WITH RECURSIVE line AS (
      SELECT id, merged_into_id, source_key FROM tasks
      WHERE workspace_id = ${workspaceId}::uuid AND source_key = ANY (${sourceKeys}::text[]) AND state <> 'withdrawn'
      UNION
      SELECT t.id, t.merged_into_id, l.source_key FROM line l JOIN tasks t ON t.workspace_id = ${workspaceId}::uuid AND t.id = l.merged_into_id),
    found AS (
      SELECT id, source_key FROM line
      UNION
      SELECT id, NULL FROM tasks WHERE workspace_id = ${workspaceId}::uuid AND person_id = ANY (${personIds}::uuid[]) AND kind = 'keep-in-touch'
        AND state IN ('inbox', 'assistant', 'client', 'scheduled', 'waiting'))
    SELECT t.id, t.version, t.kind, t.title, t.tag, t.state, t.person_id AS "personId", f.source_key AS "sourceKey"
    FROM found f JOIN tasks t ON t.workspace_id = ${workspaceId}::uuid AND t.id = f.id
    WHERE t.merged_into_id IS NULL AND t.state <> 'withdrawn'
    ORDER BY t.created_at, t.id`;
}

/** How these people's names are said, where somebody wrote it down. */
export async function listSaidAs(
  tx: Tx,
  workspaceId: string,
  personIds: string[],
): Promise<Map<string, string>> {
  const people = await tx.person.findMany({
    where: { workspaceId, id: { in: personIds } },
    select: { id: true, saidAs: true },
  });
  return new Map(people.map(({ id, saidAs }) => [id, saidAs]));
}
