import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { SendingState } from "@/lib/domain/draft/draft";
import { granted } from "@/lib/domain/result";
import { readDraft } from "@/lib/queries/read-draft";
import { type Approving, approveDraft } from "@/lib/use-cases/draft/approve-draft";
import { startDraft } from "@/lib/use-cases/draft/start-draft";
import type { TaskToMake } from "@/lib/use-cases/task/create-task";
import { makeAccount } from "@/prisma/seed/make/make-account";
import { makePerson } from "@/prisma/seed/make/make-person";
import { makeTask } from "@/prisma/seed/make/make-task";
import { must } from "../must";
import { asSuperuser } from "../superuser";

export const origin = "http://firsthand.test";

type Account = { voice?: "personal" | "company"; sendsMail?: boolean; assistantsSend?: boolean };
let accounts = 0;

/** An account of the client's that mail leaves from, unless said otherwise; its id. */
export async function newAccount(client: Actor, account: Account = {}): Promise<string> {
  accounts += 1;
  const { voice = "personal", sendsMail = true, assistantsSend = false } = account;
  const name = `Account ${accounts}`;
  const id = await makeAccount(client, { name, service: "mail", voice });
  const address = `mira-${accounts}@holt.test`;
  await changeAccount(client, id, { address, shownName: "Mira Holt", sendsMail, assistantsSend });
  return id;
}

/** The client changes an account of theirs. */
export async function changeAccount(client: Actor, id: string, data: Record<string, unknown>): Promise<void> {
  const { id: workspaceId } = client.workspace;
  const changed = await writeAs(client, "edit-account", { kind: "account", id }, async (tx) =>
    granted((await tx.account.updateMany({ where: { workspaceId, id }, data })).count),
  );
  if (must(changed).value !== 1) throw new Error("there is no such account");
}

/** A message that came by mail from somebody, as a task to answer it. */
export async function newLetter(client: Actor, more: Partial<TaskToMake> = {}, email = "tomas@lind.test") {
  const personId = await makePerson(client, {
    name: "Tomas Lind",
    emails: [{ label: "home", value: email }],
  });
  const mail = {
    messageId: "<second@lind.test>",
    references: ["<first@lind.test>"],
    subject: "Dinner in May",
    from: { name: "Tomas Lind", address: email },
  };
  const message = {
    text: "Will you come?",
    from: "Tomas Lind",
    receivedAt: null,
    service: "mail",
    url: null,
    mail,
  };
  return makeTask(client, { kind: "personal-reply", title: "Answer Tomas", personId, message, ...more });
}

/** A letter with a draft of somebody's, to leave by mail from a personal account. */
export async function newDraft(
  client: Actor,
  by: Actor,
  text = "Dear Tomas,\n\nI will come.\n\nMira",
  more: Partial<TaskToMake> = {},
) {
  const accountId = await newAccount(client);
  const task = await newLetter(client, { accountId, ...more });
  const draft = must(await startDraft(by, { taskId: task.id, text, phrases: [] }));
  return { task, draft, accountId };
}

/** The draft as somebody sees it now. */
export async function look(actor: Actor, id: string, at = new Date()) {
  const seen = await readDraft(actor, id, at, origin);
  if (seen === null) throw new Error("there is no draft to be seen");
  return seen;
}

/** The client approves, as they see it now unless said otherwise. */
export async function approve(client: Actor, id: string, more: Partial<Approving> = {}, at = new Date()) {
  const seal = more.seal ?? (await look(client, id)).seal;
  return approveDraft(client, { ...more, id, seal }, at, "firsthand.test");
}

/** As if the job had got so far with the words of a draft, past every guard. */
export async function setOnItsWay(draftId: string, state: SendingState): Promise<void> {
  await asSuperuser(
    "UPDATE sendings SET state = $2, claimed_at = now(), sent_at = CASE WHEN $2 = 'sent' THEN now() END WHERE draft_id = $1 AND state <> 'stopped'",
    [draftId, state],
  );
}
