import { listCircles } from "@/lib/data/circles";
import type { Tx } from "@/lib/data/client";
import type { TaskChange } from "@/lib/data/tasks";
import { whatCirclesAsk } from "@/lib/domain/policy/circles";
import type { CirclesAsk, Voice } from "@/lib/domain/policy/default-tags";
import type { KindFields } from "@/lib/domain/task/view";

/** What the circles of a person on this desk ask; null when one may not see them, or they are not there. */
export async function findCirclesAsk(
  tx: Tx,
  workspaceId: string,
  personId: string,
): Promise<CirclesAsk | null> {
  const person = await tx.person.findFirst({
    where: { workspaceId, id: personId, removedAt: null },
    select: { circles: true },
  });
  return person ? whatCirclesAsk(await listCircles(tx, workspaceId), person.circles) : null;
}

/** Whose voice an account of this desk speaks in; null when it is not there. */
export async function findAccountVoice(
  tx: Tx,
  workspaceId: string,
  accountId: string,
): Promise<Voice | null> {
  const account = await tx.account.findFirst({
    where: { workspaceId, id: accountId },
    select: { voice: true },
  });
  return (account?.voice as Voice | undefined) ?? null;
}

/** Whether a task with these fields would be about an entry of the calendar that is the client's own. */
export async function isAboutPrivateEntry(tx: Tx, workspaceId: string, fields: KindFields): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ is: boolean }[]>`
    SELECT fence.is_of_private_entry(${workspaceId}::uuid, ${JSON.stringify(fields)}::jsonb) AS is`;
  return row?.is === true;
}

/** Log column → field of a change. Who closed or tagged is not among them: that is written from proof, never restored. */
const restorable = {
  kind: "kind",
  title: "title",
  note: "note",
  state: "state",
  tag: "tag",
  tag_by: "tagBy",
  tag_rule: "tagRule",
  person_id: "personId",
  account_id: "accountId",
  message: "message",
  fields: "fields",
  repeat: "repeat",
  priority: "priority",
  due_at: "dueAt",
  due_all_day: "dueAllDay",
  received_at: "receivedAt",
  reply_within_hours: "replyWithinHours",
  snoozed_until: "snoozedUntil",
  snoozed_until_answer: "snoozedUntilAnswer",
  is_private: "isPrivate",
  merged_into_id: "mergedIntoId",
} as const;
const instants: readonly string[] = ["due_at", "received_at", "snoozed_until"];

/** What a task was before the change that led to `version`, as the change that would bring it back. Null: nothing to bring back. */
export async function findChangeTo(
  tx: Tx,
  workspaceId: string,
  id: string,
  version: number,
): Promise<TaskChange | null> {
  const entries = await tx.logEntry.findMany({
    where: { workspaceId, subject: "task", subjectId: id, version, refusal: null },
    orderBy: { seq: "asc" },
    select: { before: true },
  });
  // A change of privacy is written down apart from what else changed with it.
  const before: Record<string, unknown> = Object.assign({}, ...entries.map((entry) => entry.before ?? {}));
  const change: Record<string, unknown> = {};
  for (const [column, field] of Object.entries(restorable)) {
    if (!(column in before)) continue;
    const value = before[column];
    change[field] = instants.includes(column) && typeof value === "string" ? new Date(value) : value;
  }
  return Object.keys(change).length > 0 ? (change as TaskChange) : null;
}
