import { diffWords } from "@/lib/adapters/words/diff-words";
import { findChoice, listChoices } from "@/lib/data/account-choices";
import type { Tx } from "@/lib/data/client";
import { listAttachments } from "@/lib/data/draft-attachments";
import { listComments } from "@/lib/data/draft-comments";
import { listExtras, listVersions } from "@/lib/data/draft-page";
import { findDraft } from "@/lib/data/drafts";
import { listEmailsOf } from "@/lib/data/emails-of";
import { listMembers } from "@/lib/data/members";
import { findPerson } from "@/lib/data/people";
import { toTaskRow } from "@/lib/data/task-rows";
import { findTask } from "@/lib/data/tasks";
import { readAs } from "@/lib/data/transaction";
import { findVoiceFor } from "@/lib/data/voice-of-desk";
import type { Actor } from "@/lib/domain/actor";
import { asAuthored } from "@/lib/domain/draft/as-authored";
import { canOnDraft } from "@/lib/domain/draft/can";
import { sayHowMuch } from "@/lib/domain/draft/say-how-much";
import { sentencesOf } from "@/lib/domain/draft/sentences-of";
import type { DraftView, WritingHelp } from "@/lib/domain/draft/view";
import { marksIn } from "@/lib/domain/draft/voice";
import { whoseWords } from "@/lib/domain/draft/whose-words";
import { firstName } from "@/lib/domain/person/first-name";
import { approvalView, sendingView } from "@/lib/queries/draft-parts";

/**
 * One draft with everything its page shows, also one that went out or was taken away; null for one that is absent, private to
 * the client, or a stranger's.
 * @param origin the public origin, at which the proof's link is
 */
export async function readDraft(
  actor: Actor,
  id: string,
  at: Date,
  origin: string,
): Promise<DraftView | null> {
  const workspaceId = actor.workspace.id;
  const read = await readAs(actor, async (tx, seq) => {
    const draft = await findDraft(tx, workspaceId, id);
    const task = draft === null ? null : await findTask(tx, workspaceId, draft.taskId);
    if (draft === null || task === null) return null;
    const help = await helpWith(tx, actor, { id: draft.taskId, personId: task.raw.person_id });
    const [extras] = await listExtras(tx, workspaceId, [id]);
    const row = toTaskRow(task.raw, actor);
    const {
      accountId,
      taskId: _,
      hasFiles: __,
      sending: ___,
      account: ____,
      task: _____,
      isClients: ______,
      ...facts
    } = draft;
    return {
      ...facts,
      seq,
      recipients: [...draft.recipients],
      task: {
        id: row.id,
        version: row.version,
        title: row.title,
        kind: row.kind,
        tag: row.tag,
        state: row.state,
        isPrivate: row.isPrivate,
        note: task.raw.note,
        person: row.person,
        message: task.raw.message,
      },
      account: accountId === null ? null : await findChoice(tx, workspaceId, accountId, true),
      accounts: await listChoices(tx, workspaceId),
      inReplyTo: extras?.inReplyTo ?? null,
      sentAt: extras?.sentAt?.toISOString() ?? null,
      versions: (await listVersions(tx, workspaceId, [id])).map(({ draftId: _, ...version }) => version),
      comments: (await listComments(tx, workspaceId, id)).map(({ userId, name, role, at, ...comment }) => ({
        ...comment,
        by: { userId, name, role },
        at: at.toISOString(),
        isMine: userId === actor.userId,
      })),
      attachments: (await listAttachments(tx, workspaceId, [id])).map(({ draftId: _, ...file }) => file),
      marks: marksIn(draft.text, help.sheet, help.towards),
      approval: approvalView(extras?.approval ?? null),
      sending: extras?.sending ? sendingView(extras.sending) : null,
      proof: extras?.proof
        ? {
            id: extras.proof.id,
            version: extras.proof.version,
            url: `${origin}/proof/${extras.proof.token}`,
            revokedAt: extras.proof.revokedAt && new Date(extras.proof.revokedAt).toISOString(),
          }
        : null,
      can: canOnDraft(actor, draft, at),
      help,
    };
  });
  if (!read.ok || read.value === null) return null;
  // Laid side by side when the transaction is over: it takes a while, and a connection is not to wait for it.
  const stretches = whoseWords(asAuthored(read.value.versions), diffWords);
  return {
    ...read.value,
    whose: sentencesOf(stretches),
    howMuch: sayHowMuch(stretches, firstName(actor.clientName)),
  };
}

/** What whoever writes is helped with: towards whom, in which language, and what is known to fill gaps with. */
async function helpWith(
  tx: Tx,
  actor: Actor,
  task: { id: string; personId: string | null },
): Promise<WritingHelp> {
  const { id: workspaceId } = actor.workspace;
  const { sheet, towards } = await findVoiceFor(tx, actor, task.id);
  const person = task.personId === null ? null : await findPerson(tx, workspaceId, task.personId);
  const members = (await listMembers(tx, workspaceId)).filter(({ endedAt }) => endedAt === null);
  return {
    sheet,
    towards,
    known: {
      ...(towards.firstName ? { "first name": towards.firstName } : {}),
      ...(person ? { name: person.name } : {}),
    },
    language: person?.language ?? null,
    addresses: person ? await listEmailsOf(tx, workspaceId, person.id) : [],
    members: members.map(({ userId, name }) => ({ userId, name })),
  };
}
