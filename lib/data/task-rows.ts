import type { Actor } from "@/lib/domain/actor";
import type { Circle } from "@/lib/domain/policy/default-tags";
import { canOn } from "@/lib/domain/task/can";
import { previewOf } from "@/lib/domain/task/preview";
import type { Tag, TagReason, TaskFacts, TaskKind, TaskState } from "@/lib/domain/task/task";
import type { KindFields, MailOfMessage, Repeat, TaskRow } from "@/lib/domain/task/view";
import { Prisma } from "@/prisma/generated/client";

/** The message a task answers, as kept in the row. */
export type StoredMessage = {
  text: string;
  from: string;
  receivedAt: string | null;
  service: string | null;
  url: string | null;
  mail?: MailOfMessage;
};

/** What every list of tasks selects; see {@link taskColumns}. */
export type RawTask = {
  id: string;
  version: number;
  kind: TaskKind;
  title: string;
  note: string;
  state: TaskState;
  tag: Tag;
  tag_by: "rule" | "hand";
  tag_rule: string | null;
  tag_hand_role: "client" | "assistant" | "agent" | null;
  hand_name: string | null;
  person_id: string | null;
  person_name: string | null;
  person_circle: Circle | null;
  account_id: string | null;
  message: StoredMessage | null;
  fields: KindFields;
  repeat: Repeat | null;
  priority: number;
  due_at: Date | null;
  due_all_day: boolean;
  received_at: Date | null;
  reply_within_hours: number | null;
  reply_due_at: Date | null;
  snoozed_until: Date | null;
  snoozed_until_answer: boolean;
  merged_into_id: string | null;
  is_private: boolean;
  closing_note: string;
  closing_words: string;
  closed_at: Date | null;
  closed_by: string | null;
  closed_role: "client" | "assistant" | "agent" | null;
  closed_door: string | null;
  created_at: Date;
  created_by: string | null;
  urgency: number;
  sort_at: Date;
  keeps_time: boolean;
};

/** The columns of {@link RawTask}, for a query in which tasks are `t`; joined with {@link taskJoins}. */
export const taskColumns = Prisma.sql`t.id, t.version, t.kind, t.title, t.note, t.state, t.tag, t.tag_by, t.tag_rule, t.tag_hand_role,
  hand.name AS hand_name, t.person_id, p.name AS person_name, p.circle AS person_circle, t.account_id, t.message, t.fields, t.repeat, t.priority,
  t.due_at, t.due_all_day, t.received_at, t.reply_within_hours, t.reply_due_at, t.snoozed_until, t.snoozed_until_answer,
  t.merged_into_id, t.is_private, t.closing_note, t.closing_words, t.closed_at, t.closed_by, t.closed_role, t.closed_door, t.created_at, t.created_by,
  t.urgency, t.sort_at, t.kind = 'scheduled-post' AND EXISTS (SELECT 1 FROM kept_spans k
    WHERE k.workspace_id = t.workspace_id AND k.task_id = t.id AND k.ends_at > now()) AS keeps_time`;

const instants = [
  "due_at",
  "received_at",
  "reply_due_at",
  "snoozed_until",
  "closed_at",
  "created_at",
  "sort_at",
] as const satisfies (keyof RawTask)[];

/** Rows that came as JSON: their instants, which are texts there, are made dates again, in place. */
export function fromJson(rows: RawTask[]): RawTask[] {
  for (const row of rows)
    for (const name of instants)
      if (row[name] !== null) (row as Record<typeof name, Date>)[name] = new Date(row[name]);
  return rows;
}

/**
 * A person one may not see is joined as nobody: policies answer here too. Looked up row by row (OFFSET 0 keeps it so): policies
 * hide from the planner how few people match, and a plain join may compare every task with everybody.
 */
export const taskJoins = Prisma.sql`LEFT JOIN LATERAL (SELECT p.* FROM persons p
    WHERE p.workspace_id = t.workspace_id AND p.id = t.person_id OFFSET 0) p ON true
  LEFT JOIN users hand ON hand.id = t.tag_hand`;

/** A row as the rules see it. */
export function toFacts(raw: RawTask): TaskFacts {
  return {
    id: raw.id,
    version: raw.version,
    kind: raw.kind,
    tag: raw.tag,
    tagReason: toReason(raw),
    state: raw.state,
    mergedIntoId: raw.merged_into_id,
    createdBy: raw.created_by,
    isPrivate: raw.is_private,
    repeats: raw.repeat !== null,
    keepsTime: raw.keeps_time,
    isCheck: raw.kind === "meeting-check" && raw.fields.eventId !== undefined,
  };
}

/** A row as a list shows it to `actor`, with what they may do; `whoComes` as listWhoComes has it for them. */
export function toTaskRow(raw: RawTask, actor: Actor, whoComes = ""): TaskRow {
  const facts = toFacts(raw);
  const { kind, message, fields, note } = raw;
  return {
    id: raw.id,
    version: raw.version,
    kind: raw.kind,
    title: raw.title,
    preview: previewOf({ kind, message, fields, note, clientName: actor.clientName, whoComes }),
    tag: raw.tag,
    tagReason: facts.tagReason,
    state: raw.state,
    person:
      raw.person_id && raw.person_name
        ? { id: raw.person_id, name: raw.person_name, circle: raw.person_circle ?? "wider" }
        : null,
    priority: raw.priority as TaskRow["priority"],
    dueAt: iso(raw.due_at),
    dueAllDay: raw.due_all_day,
    receivedAt: iso(raw.received_at),
    replyDueAt: iso(raw.reply_due_at),
    snoozedUntil: iso(raw.snoozed_until),
    snoozedUntilAnswer: raw.snoozed_until_answer,
    repeats: raw.repeat !== null,
    isPrivate: raw.is_private,
    mergedIntoId: raw.merged_into_id,
    createdAt: raw.created_at.toISOString(),
    closedAt: iso(raw.closed_at),
    can: canOn(actor, facts),
  };
}

/** An instant, or null, as ISO 8601 in UTC. */
export function iso(date: Date | null): string | null {
  return date === null ? null : date.toISOString();
}

function toReason(raw: RawTask): TagReason {
  if (raw.tag_by === "rule") return { by: "rule", rule: raw.tag_rule ?? "ask" };
  return { by: "hand", role: raw.tag_hand_role ?? "client", name: raw.hand_name ?? "" };
}
