import { replySubject, threadHeaders } from "@/lib/adapters/words/reply-thread";
import { listChoices } from "@/lib/data/account-choices";
import type { Tx } from "@/lib/data/client";
import type { NewDraft } from "@/lib/data/drafts";
import { listEmailsOf } from "@/lib/data/emails-of";
import { addresseeName, beginningOf } from "@/lib/domain/draft/kept-text";
import { isMailAddress } from "@/lib/domain/draft/mail-address";
import type { SeenTask } from "@/lib/use-cases/task/change-task";

/**
 * A draft of a task as it begins, addressed as far as is known: in the thread it answers, to whom that came from or to the first address
 * of the person that mail can go to, from the account it came to or a personal one that sends mail.
 */
export async function addressNewDraft(
  tx: Tx,
  workspaceId: string,
  task: SeenTask,
  id: string,
): Promise<NewDraft> {
  const { message, person_id: personId, account_id: accountId, kind } = task.raw;
  const accounts = await listChoices(tx, workspaceId);
  const mail = message?.mail;
  const emails = personId === null ? [] : await listEmailsOf(tx, workspaceId, personId);
  const to = [...(mail ? [mail.from] : emails)].filter((one) => isMailAddress(one.address)).slice(0, 1);
  const itsOwn = accounts.find((one) => one.id === accountId);
  const account =
    itsOwn ?? (to.length > 0 ? accounts.find((one) => one.sendsMail && one.voice === "personal") : undefined);
  const byMail = account?.sendsMail === true && to.length > 0 && kind !== "scheduled-post";
  const thread = mail ? threadHeaders(mail) : { inReplyTo: null, references: [] };
  return {
    id,
    taskId: task.id,
    way: byMail ? "mail" : "elsewhere",
    accountId: account?.id ?? null,
    recipients: to.map(({ name, address }) => ({ name: addresseeName(name), address, field: "to" as const })),
    subject: mail ? beginningOf(replySubject(mail.subject), 500) : "",
    inReplyTo: thread.inReplyTo,
    referenceIds: thread.references,
  };
}
