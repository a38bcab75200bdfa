import type { Tx } from "@/lib/data/client";
import type { ActingRole } from "@/lib/domain/actor";
import type { MergeFacts } from "@/lib/domain/person/merge-people";
import type { MergeUndo } from "@/lib/domain/person/merge-undo";
import { sortNameOf } from "@/lib/domain/person/sort-name";
import { Prisma } from "@/prisma/generated/client";

/** Somebody as a merge sees them. */
export type MergePerson = MergeFacts & {
  id: string;
  version: number;
  isPrivate: boolean;
  importId: string | null;
  mergedIntoId: string | null;
};

/** A merge that stands, and what it wrote down of itself. */
export type StoredMerge = {
  id: string;
  keptId: string;
  mergedId: string;
  isPrivate: boolean;
  undo: MergeUndo;
};

/** Somebody on the desk, or (`gone`) somebody who was merged; null when the transaction may not see them. */
export async function findMergePerson(
  tx: Tx,
  workspaceId: string,
  id: string,
  which: "there" | "gone" = "there",
): Promise<MergePerson | null> {
  const row = await tx.person.findFirst({
    where: { workspaceId, id, removedAt: which === "there" ? null : { not: null } },
    omit: {
      workspaceId: true,
      sortName: true,
      searchText: true,
      sourceUid: true,
      createdAt: true,
      removedAt: true,
      circle: true,
    },
  });
  if (row === null) return null;
  return {
    ...row,
    touchPausedUntil: dayOf(row.touchPausedUntil),
    diedOn: dayOf(row.diedOn),
  } as unknown as MergePerson;
}

/** Saves what the kept one says now, where they still are as they were seen; their version rises even when it is the same. */
export async function saveMergePerson(
  tx: Tx,
  workspaceId: string,
  seen: MergePerson,
  change: Partial<MergeFacts> & { isPrivate?: boolean },
): Promise<boolean> {
  const { touchPausedUntil, diedOn, ...rest } = change;
  const saved = await tx.person.updateMany({
    where: { workspaceId, id: seen.id, version: seen.version, removedAt: null },
    data: {
      ...(rest as Prisma.PersonUpdateManyMutationInput),
      ...(touchPausedUntil === undefined ? {} : { touchPausedUntil: dateOf(touchPausedUntil) }),
      ...(diedOn === undefined ? {} : { diedOn: dateOf(diedOn) }),
      sortName: sortNameOf({ ...seen, ...change }),
    },
  });
  return saved.count === 1;
}

/** Takes somebody off the desk into another. Whatever about them the writer may not see follows by itself. */
export async function leaveFor(
  tx: Tx,
  workspaceId: string,
  seen: MergePerson,
  keptId: string,
  isPrivate: boolean,
  at: Date,
): Promise<boolean> {
  const left = await tx.person.updateMany({
    where: { workspaceId, id: seen.id, version: seen.version, removedAt: null },
    data: { mergedIntoId: keptId, removedAt: at, isPrivate },
  });
  return left.count === 1;
}

/** Brings somebody back whom a merge took off the desk, into these circles. */
export async function comeBack(
  tx: Tx,
  workspaceId: string,
  seen: MergePerson,
  keptId: string,
  isPrivate: boolean,
): Promise<boolean> {
  const back = await tx.person.updateMany({
    where: { workspaceId, id: seen.id, version: seen.version, mergedIntoId: keptId },
    data: { mergedIntoId: null, removedAt: null, isPrivate, circles: seen.circles },
  });
  return back.count === 1;
}

/** Writes a merge down. */
export async function insertMerge(tx: Tx, workspaceId: string, merge: StoredMerge): Promise<void> {
  const { undo, ...rest } = merge;
  await tx.personMerge.createMany({
    data: [{ ...rest, workspaceId, undo: undo as unknown as Prisma.InputJsonValue }],
  });
}

/** A merge that has not been taken back. */
export async function findMerge(tx: Tx, workspaceId: string, id: string): Promise<StoredMerge | null> {
  const row = await tx.personMerge.findFirst({ where: { workspaceId, id, undoneAt: null } });
  return row as unknown as StoredMerge | null;
}

/** The merge that came after this one and has either of its people in it; it is taken back first. Names whom it kept. */
export async function findLaterMerge(
  tx: Tx,
  workspaceId: string,
  merge: StoredMerge,
): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ name: string }[]>`
    SELECT CASE WHEN l.merged_id = ${merge.keptId}::uuid THEN k.name ELSE m.name END AS name
    FROM person_merges mine JOIN person_merges l ON l.workspace_id = mine.workspace_id AND l.undone_at IS NULL AND l.entered_at >= mine.entered_at
        AND l.id <> mine.id AND (l.kept_id = mine.kept_id OR l.merged_id = mine.kept_id)
      JOIN persons k ON k.workspace_id = l.workspace_id AND k.id = l.kept_id JOIN persons m ON m.workspace_id = l.workspace_id AND m.id = l.merged_id
    WHERE mine.workspace_id = ${workspaceId}::uuid AND mine.id = ${merge.id}::uuid ORDER BY l.entered_at DESC LIMIT 1`;
  return row?.name ?? null;
}

/** Whether anybody has written anything down about the kept one since: about themselves, or about anything that is theirs. */
export async function wasWrittenSince(tx: Tx, workspaceId: string, merge: StoredMerge): Promise<boolean> {
  const ofTheirs = ["person_facts", "person_dates", "contacts", "promises", "tasks", "person_relations"].map(
    (table) =>
      Prisma.sql`SELECT id FROM ${Prisma.raw(table)} WHERE workspace_id = ${workspaceId}::uuid AND person_id = ${merge.keptId}::uuid`,
  );
  const [row] = await tx.$queryRaw<{ is: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM log_entries l WHERE l.workspace_id = ${workspaceId}::uuid AND l.refusal IS NULL AND l.by_role <> 'system'
      AND l.verb <> ALL ('{merge-people,undo-merge}') AND l.subject_id IN (SELECT ${merge.keptId}::uuid UNION ALL ${Prisma.join(ofTheirs, " UNION ALL ")}
        UNION ALL SELECT id FROM person_relations WHERE workspace_id = ${workspaceId}::uuid AND other_id = ${merge.keptId}::uuid)
      AND l.seq > (SELECT min(m.seq) FROM log_entries m WHERE m.workspace_id = ${workspaceId}::uuid AND m.subject_id = ${merge.id}::uuid)) AS is`;
  return row?.is ?? true;
}

/** Marks a merge as taken back. False: somebody was quicker. */
export async function markUndone(tx: Tx, workspaceId: string, id: string, at: Date): Promise<boolean> {
  const marked = await tx.personMerge.updateMany({
    where: { workspaceId, id, undoneAt: null },
    data: { undoneAt: at },
  });
  return marked.count === 1;
}

/** Who was merged into somebody, the latest first: whose, when, by whom. Those that were taken back are left out. */
export function listMergesInto(
  tx: Tx,
  workspaceId: string,
  keptId: string,
): Promise<{ id: string; name: string; at: Date; by: string | null; role: ActingRole }[]> {
  return tx.$queryRaw`
    SELECT m.id, p.name, m.entered_at AS at, u.name AS by, m.entered_role AS role FROM person_merges m
      JOIN persons p ON p.workspace_id = m.workspace_id AND p.id = m.merged_id LEFT JOIN users u ON u.id = m.entered_by
    WHERE m.workspace_id = ${workspaceId}::uuid AND m.kept_id = ${keptId}::uuid AND m.undone_at IS NULL ORDER BY m.entered_at DESC LIMIT 20`;
}

/** Remembers that two are two, or forgets it. */
export async function setDistinct(
  tx: Tx,
  workspaceId: string,
  ids: [string, string],
  isDistinct: boolean,
): Promise<void> {
  const [oneId, otherId] = [...ids].sort() as [string, string];
  if (isDistinct)
    await tx.distinctPeople.createMany({ data: [{ workspaceId, oneId, otherId }], skipDuplicates: true });
  else await tx.distinctPeople.deleteMany({ where: { workspaceId, oneId, otherId } });
}

/** Pairs that were said to be two, the latest first. At most 100. */
export function listApart(
  tx: Tx,
  workspaceId: string,
): Promise<{ oneId: string; otherId: string; one: string; other: string }[]> {
  return tx.$queryRaw`
    SELECT d.one_id AS "oneId", d.other_id AS "otherId", a.name AS one, b.name AS other FROM distinct_people d
      JOIN persons a ON a.workspace_id = d.workspace_id AND a.id = d.one_id AND a.removed_at IS NULL
      JOIN persons b ON b.workspace_id = d.workspace_id AND b.id = d.other_id AND b.removed_at IS NULL
    WHERE d.workspace_id = ${workspaceId}::uuid ORDER BY d.at DESC, d.one_id LIMIT 100`;
}

/** Whether there is a picture of somebody. */
export async function hasPictures(tx: Tx, workspaceId: string, id: string): Promise<boolean> {
  return (await tx.personPicture.count({ where: { workspaceId, id, removedAt: null } })) > 0;
}

function dayOf(date: Date | null): string | null {
  return date?.toISOString().slice(0, 10) ?? null;
}

function dateOf(day: string | null): Date | null {
  return day === null ? null : new Date(`${day}T00:00:00Z`);
}
