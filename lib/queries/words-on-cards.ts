import { diffWords } from "@/lib/adapters/words/diff-words";
import { listChoicesByIds } from "@/lib/data/account-choices";
import type { Tx } from "@/lib/data/client";
import { listAttachments } from "@/lib/data/draft-attachments";
import { type DraftExtras, listExtras, listVersions } from "@/lib/data/draft-page";
import { listDraftsOf } from "@/lib/data/drafts";
import { listLastComments } from "@/lib/data/words-on-cards";
import type { Actor } from "@/lib/domain/actor";
import { asAuthored } from "@/lib/domain/draft/as-authored";
import { canOnDraft } from "@/lib/domain/draft/can";
import type { DraftFacts } from "@/lib/domain/draft/draft";
import { notYetBy } from "@/lib/domain/draft/put-forward";
import { sayHowMuch } from "@/lib/domain/draft/say-how-much";
import { sentencesOf } from "@/lib/domain/draft/sentences-of";
import type { AccountChoice, AttachmentView, DraftOnCard, VersionView } from "@/lib/domain/draft/view";
import { whoseWords } from "@/lib/domain/draft/whose-words";
import { firstName } from "@/lib/domain/person/first-name";
import { approvalView, sendingView } from "@/lib/queries/draft-parts";

/** A draft as it was read, before it is said whose words it has. */
export type ReadDraft = {
  facts: DraftFacts;
  versions: VersionView[];
  extras: DraftExtras | null;
  account: AccountChoice | null;
  attachments: AttachmentView[];
  lastComment: DraftOnCard["lastComment"];
};

/** The drafts at work of these tasks, in a handful of questions however many there are; by the task's id. */
export async function readWordsOf(
  tx: Tx,
  workspaceId: string,
  taskIds: string[],
): Promise<Map<string, ReadDraft>> {
  const drafts = await listDraftsOf(tx, workspaceId, taskIds);
  const ids = drafts.map((draft) => draft.id);
  const accountIds = drafts.flatMap((draft) => (draft.accountId === null ? [] : [draft.accountId]));
  const versions = await listVersions(tx, workspaceId, ids);
  const attachments = await listAttachments(tx, workspaceId, ids);
  const extras = new Map((await listExtras(tx, workspaceId, ids)).map((one) => [one.draftId, one]));
  const accounts = new Map((await listChoicesByIds(tx, workspaceId, accountIds)).map((one) => [one.id, one]));
  const comments = new Map((await listLastComments(tx, workspaceId, ids)).map((one) => [one.draftId, one]));
  return new Map(
    drafts.map((facts) => {
      const comment = comments.get(facts.id);
      const read: ReadDraft = {
        facts,
        versions: versions.flatMap(({ draftId, ...version }) => (draftId === facts.id ? [version] : [])),
        extras: extras.get(facts.id) ?? null,
        account: accounts.get(facts.accountId ?? "") ?? null,
        attachments: attachments.flatMap(({ draftId, ...file }) => (draftId === facts.id ? [file] : [])),
        lastComment: comment
          ? { note: comment.note, by: comment.by, role: comment.role, at: comment.at.toISOString() }
          : null,
      };
      return [facts.taskId, read];
    }),
  );
}

/**
 * The draft as it lies on a card, with whose words it has. Versions are laid side by side here, which takes a while: when
 * the transaction is over, and a connection does not wait for it.
 */
export function putOnCard(read: ReadDraft, actor: Actor, at: Date): DraftOnCard {
  const { facts, extras } = read;
  const stretches = whoseWords(asAuthored(read.versions), diffWords);
  return {
    id: facts.id,
    version: facts.version,
    state: facts.state,
    latest: facts.latest,
    way: facts.way,
    account: read.account,
    recipients: [...facts.recipients],
    subject: facts.subject,
    neededBy: facts.neededBy,
    wantsProof: facts.wantsProof,
    text: facts.text,
    answer: facts.answer,
    takesKept: facts.takesKept,
    seal: facts.seal,
    whose: sentencesOf(stretches),
    howMuch: sayHowMuch(stretches, firstName(actor.clientName)),
    attachments: read.attachments,
    approval: approvalView(extras?.approval ?? null),
    sending: extras?.sending ? sendingView(extras.sending) : null,
    can: canOnDraft(actor, facts, at),
    notYetBy: notYetBy(facts, read.versions.find(({ no }) => no === facts.latest)?.by),
    lastComment: read.lastComment,
  };
}
