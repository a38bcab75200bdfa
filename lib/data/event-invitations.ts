import type { Tx } from "@/lib/data/client";
import { invitationKey } from "@/lib/domain/calendar/invitation-key";
import { openStates } from "@/lib/domain/task/task";
import { Prisma } from "@/prisma/generated/client";

/** The client's own addresses in small letters: the one they sign in with first, then those of their accounts. */
export async function listClientAddresses(tx: Tx, workspaceId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<
    { address: string }[]
  >`${clientAddresses(workspaceId)} ORDER BY rank, address`;
  return [...new Set(rows.map((row) => row.address))];
}

/** The same as a query: `address`, and the `rank` by which they are told in order. */
export function clientAddresses(workspaceId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT lower(u.email) AS address, 0 AS rank FROM memberships m JOIN users u ON u.id = m.user_id WHERE m.workspace_id = ${workspaceId}::uuid AND m.role = 'client'
    UNION ALL SELECT lower(a.address), 1 FROM accounts a WHERE a.workspace_id = ${workspaceId}::uuid AND a.address <> '' AND a.removed_at IS NULL`;
}

/** The first of the client's accounts that has one of these addresses (in small letters). */
export async function findAccountAt(
  tx: Tx,
  workspaceId: string,
  addresses: readonly string[],
): Promise<string | null> {
  if (addresses.length === 0) return null;
  const [account] = await tx.$queryRaw<{ id: string }[]>`
    SELECT a.id FROM accounts a WHERE a.workspace_id = ${workspaceId}::uuid AND a.removed_at IS NULL AND lower(a.address) = ANY (${[...addresses]}::text[])
    ORDER BY a.sends_mail DESC, a.name, a.id LIMIT 1`;
  return account?.id ?? null;
}

/** The task of an invitation, under the name it was made by. */
export type InvitationTask = { id: string; sourceKey: string };

/** The tasks that stand under these names, as far as the transaction may see them. */
export async function listInvitationTasks(
  tx: Tx,
  workspaceId: string,
  keys: string[],
): Promise<InvitationTask[]> {
  const rows = await tx.task.findMany({
    where: { workspaceId, sourceKey: { in: keys }, state: { not: "withdrawn" } },
    select: { id: true, sourceKey: true },
  });
  return rows.map(({ id, sourceKey }) => ({ id, sourceKey: sourceKey ?? "" }));
}

/**
 * Which days of a series changed after the words of a draft were let go, and are asked about by an open task of their own: the ids of
 * their entries, as far as the transaction may see them.
 */
export async function findDaysAskedSince(
  tx: Tx,
  workspaceId: string,
  uid: string,
  draftId: string,
): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT e.id FROM events e JOIN tasks t ON t.workspace_id = e.workspace_id AND t.kind = 'event-invite' AND t.merged_into_id IS NULL
      AND t.state = ANY (${[...openStates]}::text[]) AND regexp_replace(t.source_key, '#[0-9]+$', '') = ${invitationKey({ uid, recurrenceId: "" })} || e.recurrence_id
    WHERE e.workspace_id = ${workspaceId}::uuid AND e.uid = ${uid} AND e.recurrence_id <> '' AND e.removed_at IS NULL AND e.changed_at > (
      SELECT max(s.pressed_at) FROM sendings s WHERE s.workspace_id = e.workspace_id AND s.draft_id = ${draftId}::uuid AND s.state <> 'stopped')`;
  return new Set(rows.map(({ id }) => id));
}

/** Under which name a task was made; "" for one that was added by hand. */
export async function findSourceKey(tx: Tx, workspaceId: string, taskId: string): Promise<string> {
  const row = await tx.task.findFirst({ where: { workspaceId, id: taskId }, select: { sourceKey: true } });
  return row?.sourceKey ?? "";
}

/** One time at which an entry happens. Dates of whole days "YYYY-MM-DD", the end exclusive. */
export type Happening = { startsAt: Date; endsAt: Date; startDate: string | null; endDate: string | null };

/** When an entry happens from `at` on, the first first; where all of it is over, when it last did. */
export async function listHappenings(
  tx: Tx,
  workspaceId: string,
  eventId: string,
  at: Date,
  most: number,
): Promise<Happening[]> {
  const columns = await tx.$queryRaw<Happening[]>`
    SELECT o.starts_at AS "startsAt", o.ends_at AS "endsAt", to_char(o.start_date, 'YYYY-MM-DD') AS "startDate", to_char(o.end_date, 'YYYY-MM-DD') AS "endDate"
    FROM event_occurrences o WHERE o.workspace_id = ${workspaceId}::uuid AND o.event_id = ${eventId}::uuid AND o.ends_at > ${at}
    ORDER BY o.starts_at LIMIT ${most}::integer`;
  if (columns.length > 0) return columns;
  return tx.$queryRaw<Happening[]>`
    SELECT o.starts_at AS "startsAt", o.ends_at AS "endsAt", to_char(o.start_date, 'YYYY-MM-DD') AS "startDate", to_char(o.end_date, 'YYYY-MM-DD') AS "endDate"
    FROM event_occurrences o WHERE o.workspace_id = ${workspaceId}::uuid AND o.event_id = ${eventId}::uuid
    ORDER BY o.starts_at DESC LIMIT 1`;
}

/** The same of any of several entries; `eventId` says of which. */
export type Coming = Happening & { eventId: string };

/** When any of these entries happens that is not over at `at`, the first first. */
export async function listComing(
  tx: Tx,
  workspaceId: string,
  eventIds: string[],
  at: Date,
  most: number,
): Promise<Coming[]> {
  if (eventIds.length === 0) return [];
  return tx.$queryRaw<Coming[]>`
    SELECT o.event_id AS "eventId", o.starts_at AS "startsAt", o.ends_at AS "endsAt", to_char(o.start_date, 'YYYY-MM-DD') AS "startDate", to_char(o.end_date, 'YYYY-MM-DD') AS "endDate"
    FROM event_occurrences o WHERE o.workspace_id = ${workspaceId}::uuid AND o.event_id = ANY (${eventIds}::uuid[]) AND o.ends_at > ${at}
    ORDER BY o.starts_at, o.event_id LIMIT ${most}::integer`;
}
