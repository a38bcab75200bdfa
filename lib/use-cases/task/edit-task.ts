import type { Tx } from "@/lib/data/client";
import { findAccountVoice, findCirclesAsk } from "@/lib/data/task-facts";
import type { TaskChange } from "@/lib/data/tasks";
import type { Actor } from "@/lib/domain/actor";
import { entryAskedAbout, whyNotAskAbout } from "@/lib/domain/calendar/ask-kept";
import { replyWithinHours, tagByPolicy } from "@/lib/domain/policy/default-tags";
import type { Refusal } from "@/lib/domain/refusal";
import type { Result } from "@/lib/domain/result";
import { whyNotChange, whyNotMakePrivate } from "@/lib/domain/task/must-be-you";
import { type Changed, changeTask, type SeenTask, type Target } from "@/lib/use-cases/task/change-task";

/** What may be edited; what is absent stays. Tags, states and closings have verbs of their own. */
export type TaskEdit = Pick<
  TaskChange,
  | "title"
  | "note"
  | "kind"
  | "personId"
  | "accountId"
  | "message"
  | "fields"
  | "repeat"
  | "priority"
  | "dueAt"
  | "dueAllDay"
  | "receivedAt"
  | "replyWithinHours"
  | "isPrivate"
>;

/**
 * Edits a task. Another kind, person or account asks the policy again, and its answer can only tighten: an edit is no
 * way to loosen; by when an answer is due goes along where nobody has said it. Refuses `only-client` (making private, or open), `protected` (leaving no or less time after a post), `invalid`, `already-closed`, `stale`, `not-found`.
 */
export function editTask(actor: Actor, input: Target & TaskEdit): Promise<Result<Changed>> {
  const { id, version, ...edit } = input;
  return changeTask(
    actor,
    "edit-task",
    { id, version },
    {
      ask: async (task, tx) => {
        const no =
          whyNotChange(task) ??
          whyNotAskAbout(
            actor,
            { kind: task.kind, fields: task.raw.fields },
            {
              kind: edit.kind ?? task.kind,
              fields: keptOfEntry(task, edit).fields ?? edit.fields ?? task.raw.fields,
            },
          ) ??
          (edit.isPrivate === undefined || edit.isPrivate === task.isPrivate
            ? null
            : whyNotMakePrivate(actor));
        if (no !== null) return no;
        return whyNotThere(tx, actor, edit);
      },
      change: async (task, tx) => ({
        ...edit,
        ...keptOfEntry(task, edit),
        ...(await answerDue(tx, actor, task, edit)),
        ...(await tightened(tx, actor, task, edit)),
      }),
    },
  );
}

/** When and where a checked meeting is, or one that is asked about, its entry says; who confirms it may be edited. */
function keptOfEntry(task: SeenTask, { kind = task.kind, fields }: TaskEdit): TaskChange {
  const isOfEntry = task.isCheck || entryAskedAbout({ kind: task.kind, fields: task.raw.fields }) !== null;
  if (!isOfEntry || fields === undefined || kind !== task.kind) return {};
  const { otherSide: _, ...ofEntry } = task.raw.fields;
  return { fields: { ...fields, ...ofEntry } };
}

/** Whom and which account a task is to be about must be on this desk, as far as whoever acts may see. Null means yes. */
export async function whyNotThere(
  tx: Tx,
  actor: Actor,
  { personId, accountId }: TaskEdit,
): Promise<Refusal | null> {
  if (personId && (await findCirclesAsk(tx, actor.workspace.id, personId)) === null)
    return { code: "invalid", fields: { personId: "This person is not on this desk." } };
  if (accountId && (await findAccountVoice(tx, actor.workspace.id, accountId)) === null)
    return { code: "invalid", fields: { accountId: "This account is not on this desk." } };
  return null;
}

/** What the policy asks of a task that is to be another one: only ever more than it has. */
export async function tightened(tx: Tx, actor: Actor, task: SeenTask, edit: TaskEdit): Promise<TaskChange> {
  const { person_id, account_id } = task.raw;
  const { kind = task.kind, personId = person_id, accountId = account_id } = edit;
  // Said again as it is, it is not another one: what the client has loosened stays so.
  const isSame = kind === task.kind && personId === person_id && accountId === account_id;
  if (task.tag === "must-be-you" || isSame) return {};
  const policy = tagByPolicy({
    kind,
    circles: personId ? await findCirclesAsk(tx, actor.workspace.id, personId) : null,
    voice: accountId ? await findAccountVoice(tx, actor.workspace.id, accountId) : null,
  });
  return policy.tag === "must-be-you" ? { tag: policy.tag, tagBy: "rule", tagRule: policy.rule } : {};
}

/** Another kind or person is answered as soon as they ask; what somebody has said for this task stays as they said it. */
async function answerDue(tx: Tx, actor: Actor, task: SeenTask, edit: TaskEdit): Promise<TaskChange> {
  const { person_id, reply_within_hours } = task.raw;
  const { kind = task.kind, personId = person_id } = edit;
  const isSame = kind === task.kind && personId === person_id;
  if (isSame || edit.replyWithinHours !== undefined) return {};
  const circlesOf = (id: string | null) => (id ? findCirclesAsk(tx, actor.workspace.id, id) : null);
  const usual = replyWithinHours(task.kind, await circlesOf(person_id));
  if (reply_within_hours !== usual) return {};
  return { replyWithinHours: replyWithinHours(kind, await circlesOf(personId)) };
}
