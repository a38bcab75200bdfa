import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/data/client";
import { showTask } from "@/lib/data/shown-tasks";
import { findAccountVoice, findCirclesAsk } from "@/lib/data/task-facts";
import { findTask, insertTask, type NewTask, wakeAnswered } from "@/lib/data/tasks";
import { writeAs } from "@/lib/data/transaction";
import { type Actor, isClientInPerson } from "@/lib/domain/actor";
import { whyNotAskAbout } from "@/lib/domain/calendar/ask-kept";
import { replyWithinHours, tagByPolicy } from "@/lib/domain/policy/default-tags";
import { granted, type Result, refused } from "@/lib/domain/result";
import { whyNotTagNew } from "@/lib/domain/task/must-be-you";
import type { Tag } from "@/lib/domain/task/task";
import type { TaskRow } from "@/lib/domain/task/view";
import { type Changed, flatten } from "@/lib/use-cases/task/change-task";
import { whyNotShortenIn } from "@/lib/use-cases/task/why-not-shorten";

/**
 * A task to make. Without a tag the policy gives one; with one, it is the maker's hand, and may only be stricter unless it is
 * the client's. `wasStrict`: it comes again, and was the client's before; `wasPrivate`: and their own. `isOverKept`: it asks for time
 * that the client keeps.
 */
export type TaskToMake = Omit<NewTask, "id" | "tag" | "tagRule"> & {
  tag?: Tag;
  wasStrict?: boolean;
  wasPrivate?: boolean;
  isOverKept?: boolean;
};

/**
 * Makes a task with the tag that the policy gives, and says which rule did.
 * Refuses `only-client-loosens` for a looser tag from anyone but the client, `only-client` for a private task from an
 * assistant, `protected` for less time after a post than the desk keeps, `invalid` for a person or account that is not there, for
 * an entry of the calendar that it would have the client decide about, or for any entry that it names from anyone but the client.
 */
export async function createTask(actor: Actor, input: TaskToMake, at: Date): Promise<Result<Changed>> {
  return flatten(
    await writeAs(actor, "create-task", { kind: "task", id: null }, async (tx) => {
      const no =
        whyNotAskAbout(actor, null, { kind: input.kind, fields: input.fields ?? {} }) ??
        (await whyNotShortenIn(tx, actor, null, input));
      return no === null ? createTaskIn(tx, actor, input, at) : refused(no);
    }),
  );
}

/** The same within a transaction that is open already (quick add, imports, jobs, repeats). */
export async function createTaskIn(
  tx: Tx,
  actor: Actor,
  { wasStrict, wasPrivate, isOverKept, ...input }: TaskToMake,
  at: Date,
): Promise<Result<TaskRow>> {
  const workspaceId = actor.workspace.id;
  const circles = input.personId ? await findCirclesAsk(tx, workspaceId, input.personId) : null;
  if (input.personId && circles === null)
    return refused({ code: "invalid", fields: { personId: "This person is not on this desk." } });
  const voice = input.accountId ? await findAccountVoice(tx, workspaceId, input.accountId) : null;
  if (input.accountId && voice === null)
    return refused({ code: "invalid", fields: { accountId: "This account is not on this desk." } });
  if (input.isPrivate && !wasPrivate && !isClientInPerson(actor))
    return refused({ code: "only-client", clientName: actor.clientName });
  const policy = tagByPolicy({ kind: input.kind, circles, voice, wasStrict, isOverKept });
  const no = input.tag ? whyNotTagNew(actor, policy.tag, input.tag) : null;
  if (no !== null) return refused(no);
  const byHand = input.tag !== undefined && input.tag !== policy.tag;
  const id = randomUUID();
  const made = await insertTask(tx, workspaceId, {
    ...input,
    id,
    tag: byHand && input.tag ? input.tag : policy.tag,
    tagRule: byHand ? null : policy.rule,
    receivedAt: input.receivedAt ?? (input.message ? at : null),
    replyWithinHours: input.replyWithinHours ?? replyWithinHours(input.kind, circles),
  });
  if (!made) return refused({ code: "invalid", fields: { title: "This task stands in the queue already." } });
  // A message that is the client's own wakes nothing that others see.
  if (input.message && input.personId && !input.isPrivate)
    await wakeAnswered(tx, workspaceId, [input.personId]);
  const task = await findTask(tx, workspaceId, id);
  return task === null ? refused({ code: "not-found" }) : granted(await showTask(tx, actor, task.raw));
}
