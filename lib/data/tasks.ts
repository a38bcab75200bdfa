import type { Tx } from "@/lib/data/client";
import { listByIds } from "@/lib/data/task-lists";
import { type RawTask, type StoredMessage, toFacts } from "@/lib/data/task-rows";
import type { ActingRole } from "@/lib/domain/actor";
import type { OpenState, Tag, TaskFacts, TaskKind } from "@/lib/domain/task/task";
import { openStates } from "@/lib/domain/task/task";
import type { KindFields, Repeat } from "@/lib/domain/task/view";
import { Prisma } from "@/prisma/generated/client";

/** A task about to be made. Instants are Dates; the id is the caller's (a fresh UUID). */
export type NewTask = {
  id: string;
  kind: TaskKind;
  title: string;
  note?: string;
  state?: OpenState;
  tag: Tag;
  /** The rule that set the tag, or null when the maker's own hand did. */
  tagRule: string | null;
  personId?: string | null;
  accountId?: string | null;
  message?: StoredMessage | null;
  fields?: KindFields;
  repeat?: Repeat | null;
  priority?: number;
  dueAt?: Date | null;
  dueAllDay?: boolean;
  receivedAt?: Date | null;
  replyWithinHours?: number | null;
  snoozedUntil?: Date | null;
  isPrivate?: boolean;
  sourceKey?: string | null;
  importId?: string | null;
};

/** What a use-case may change on a task. Who closed or tagged it is written by the database, from proof. */
export type TaskChange = Partial<{
  kind: TaskKind;
  title: string;
  note: string;
  state: OpenState | "done" | "declined" | "withdrawn";
  tag: Tag;
  tagBy: "rule" | "hand";
  tagRule: string | null;
  personId: string | null;
  accountId: string | null;
  message: StoredMessage | null;
  fields: KindFields;
  repeat: Repeat | null;
  priority: number;
  dueAt: Date | null;
  dueAllDay: boolean;
  receivedAt: Date | null;
  replyWithinHours: number | null;
  snoozedUntil: Date | null;
  snoozedUntilAnswer: boolean;
  isPrivate: boolean;
  mergedIntoId: string | null;
  closingNote: string;
  closingWords: string;
  /** The draft whose words went out with it. */
  closingDraft: string;
  /** Only the year in a yearly day's key, where its task follows the day. Not saved where that year had one already. */
  sourceKey: string;
}>;

/** The task as the transaction may see it; null for one that is absent, private to the client, or a stranger's. */
export async function findTask(
  tx: Tx,
  workspaceId: string,
  id: string,
): Promise<(TaskFacts & { raw: RawTask }) | null> {
  const [raw] = await listByIds(tx, workspaceId, [id]);
  return raw && raw.state !== "withdrawn" ? { ...toFacts(raw), raw } : null;
}

/**
 * Saves a change where the world is still as the rules were asked: this version, this tag, and (unless `closed` is
 * expected) still open. False: it has moved meanwhile, and nothing was saved.
 */
export async function saveTask(
  tx: Tx,
  workspaceId: string,
  seen: Pick<TaskFacts, "id" | "version" | "tag">,
  change: TaskChange,
  expect: "open" | "closed" = "open",
): Promise<boolean> {
  const states: string[] = expect === "open" ? [...openStates] : ["done", "declined"];
  const saved = await tx.task.updateMany({
    where: { workspaceId, id: seen.id, version: seen.version, tag: seen.tag, state: { in: states } },
    data: forPrisma(change),
  });
  return saved.count === 1;
}

/** Makes a task. False when one with this `sourceKey` stands already: the same birthday never makes two. */
export async function insertTask(tx: Tx, workspaceId: string, task: NewTask): Promise<boolean> {
  const { tagRule, ...rest } = task;
  const made = await tx.task.createMany({
    data: [
      {
        ...rest,
        workspaceId,
        tagBy: tagRule === null ? "hand" : "rule",
        tagRule,
        fields: rest.fields ?? {},
        message: rest.message ?? Prisma.DbNull,
        repeat: rest.repeat ?? Prisma.DbNull,
      },
    ],
    skipDuplicates: true,
  });
  return made.count === 1;
}

/** A column of the log by the name under which everybody else knows it. */
const fieldOf = (column: string) => column.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Which fields of a task changed after a version, and by whom last: what a stale action is told. */
export async function changedSince(
  tx: Tx,
  workspaceId: string,
  id: string,
  version: number,
): Promise<{ changed: string[]; by: string | undefined; byRole: ActingRole | undefined }> {
  const entries = await tx.$queryRaw<{ fields: string[] | null; name: string | null; role: ActingRole }[]>`
    SELECT (SELECT array_agg(k) FROM jsonb_object_keys(l.after) k) AS fields, u.name, l.by_role AS role
    FROM log_entries l LEFT JOIN users u ON u.id = l.by_user
    WHERE l.workspace_id = ${workspaceId}::uuid AND l.subject_id = ${id}::uuid AND l.version > ${version} AND l.before IS NOT NULL
    ORDER BY l.seq DESC LIMIT 50`;
  return {
    changed: [...new Set(entries.flatMap((entry) => entry.fields ?? []).map(fieldOf))].sort(),
    by: entries[0]?.name ?? undefined,
    byRole: entries[0]?.role,
  };
}

/** Whether other tasks were folded into this one. */
export async function hasMerged(tx: Tx, workspaceId: string, id: string): Promise<boolean> {
  return (await tx.task.count({ where: { workspaceId, mergedIntoId: id } })) > 0;
}

function forPrisma(change: TaskChange): Prisma.TaskUpdateManyMutationInput & Record<string, unknown> {
  const { message, repeat, ...plain } = change;
  return {
    ...plain,
    ...(message === undefined ? {} : { message: message ?? Prisma.DbNull }),
    ...(repeat === undefined ? {} : { repeat: repeat ?? Prisma.DbNull }),
  };
}

/** Wakes every task of a desk whose time has come; how many there were. */
export async function wakeDue(tx: Tx, workspaceId: string, at: Date): Promise<number> {
  const woken = await tx.task.updateMany({
    where: { workspaceId, snoozedUntil: { lte: at }, state: { in: [...openStates] } },
    data: awake,
  });
  return woken.count;
}

/** What a task is that sleeps no longer. */
export const awake = { snoozedUntil: null, snoozedUntilAnswer: false };

/** Whether a task sleeps, or slept until just now. */
export function isAsleep(raw: Pick<RawTask, "snoozed_until" | "snoozed_until_answer">): boolean {
  return raw.snoozed_until !== null || raw.snoozed_until_answer;
}

/** Wakes what sleeps until somebody answers: they were heard of. As far as the transaction may see it. */
export async function wakeAnswered(tx: Tx, workspaceId: string, personIds: string[]): Promise<void> {
  if (personIds.length === 0) return;
  await tx.task.updateMany({
    where: {
      workspaceId,
      personId: { in: personIds },
      snoozedUntilAnswer: true,
      mergedIntoId: null,
      state: { in: [...openStates] },
    },
    data: awake,
  });
}
