import { randomUUID } from "node:crypto";
import { insertApproval, insertSending } from "@/lib/data/approvals";
import type { Tx } from "@/lib/data/client";
import { findDraft, insertVersion, saveDraft } from "@/lib/data/drafts";
import type { Actor } from "@/lib/domain/actor";
import { type DraftFacts, saysSomething } from "@/lib/domain/draft/draft";
import { keptText, whyNotKept } from "@/lib/domain/draft/kept-text";
import { findPlaceholders } from "@/lib/domain/draft/placeholders";
import { whyNotApprove } from "@/lib/domain/draft/who-may-approve";
import type { Refusal } from "@/lib/domain/refusal";
import type { Result } from "@/lib/domain/result";
import { changeDraft, type DraftChanged, moved, moveTaskOf } from "@/lib/use-cases/draft/change-draft";
import { whyNotAddressed } from "@/lib/use-cases/draft/why-not-addressed";
import { givenAway, whyNotPromised } from "@/lib/use-cases/invitation/give-away";
import { writeProof } from "@/lib/use-cases/proof/write-proof";

/** What is approved: what `seal` is the hash of, as it was shown; with `text`, in these words of the client's instead. */
export type Approving = {
  id: string;
  seal: string;
  text?: string;
  /** Of `text`, the version that it was begun from; the latest when it is not said. */
  basedOn?: number;
  /** The saved phrases that were put into `text`: they stay a phrase's words. */
  phrases?: readonly { text: string }[];
  /** The client knows that an answer promises time that they keep. */
  overProtected?: boolean;
};

/**
 * The client makes the words theirs. With `text` they are changed and approved in one step, and both texts are kept. By mail
 * they leave after thirty seconds; elsewhere they wait for whoever copies them. Refuses `only-client-approves`,
 * `words-changed` (also when anything but the words has changed), `expired`, `leaving`, `unready`, `invalid`, and `protected` for an
 * answer that promises kept time of which they did not say that they know.
 * @param host the public origin's host, at which the message's id is made (RFC 5322 §3.6.4)
 */
export function approveDraft(
  actor: Actor,
  input: Approving,
  at: Date,
  host: string,
): Promise<Result<DraftChanged>> {
  const { id: workspaceId } = actor.workspace;
  const text = input.text === undefined ? undefined : keptText(input.text);
  return changeDraft(actor, "approve-draft", input.id, {
    ask: async (draft, tx) =>
      whyNotApprove(actor, draft, input.seal, at) ??
      whyNotWhole(draft, text) ??
      (await whyNotPromised(tx, actor, draft, input.overProtected === true, at)),
    run: async (seen, tx) => {
      const draft = await inInk(tx, workspaceId, seen, { ...input, text });
      // What was shown, so that the database compares it again; in other words of the client's, what these make it.
      return letGoApproved(tx, actor, draft, draft === seen ? input.seal : draft.seal, at, host);
    },
  });
}

/** Lets a draft go on the client's word; whether they may was asked before. By mail it waits its thirty seconds. */
export async function letGoApproved(
  tx: Tx,
  actor: Actor,
  draft: DraftFacts,
  seal: string,
  at: Date,
  host: string,
): Promise<Refusal | null> {
  const { id: workspaceId } = actor.workspace;
  const { id: draftId, taskId } = draft;
  const approvalId = randomUUID();
  await insertApproval(tx, workspaceId, { id: approvalId, draftId, taskId, seal });
  if (!(await saveDraft(tx, workspaceId, draft, { state: "approved" }))) return moved(draft);
  if (draft.wantsProof) await writeProof(tx, actor, draft, approvalId, at);
  if (draft.takesKept) await givenAway(tx, workspaceId, draft, true);
  if (draft.way === "mail") {
    const messageId = `<${randomUUID()}@${host}>`;
    await insertSending(tx, workspaceId, { id: randomUUID(), draftId, taskId, approvalId, messageId });
  }
  await moveTaskOf(tx, workspaceId, draft, draft.way === "mail" ? "scheduled" : "client");
  return null;
}

/** The draft in the client's own words, where they are other ones: a version of theirs. */
async function inInk(
  tx: Tx,
  workspaceId: string,
  draft: DraftFacts,
  { text, basedOn = draft.latest, phrases: put = [] }: Pick<Approving, "text" | "basedOn" | "phrases">,
): Promise<DraftFacts> {
  if (text === undefined || text === draft.text) return draft;
  const phrases = put.filter((phrase) => phrase.text.trim() !== "").slice(0, 50);
  await insertVersion(tx, workspaceId, draft.id, { text, basedOn: Math.min(basedOn, draft.latest), phrases });
  return (await findDraft(tx, workspaceId, draft.id)) ?? draft;
}

/** The client is not held to their own voice sheet; a gap that nobody filled is nobody's voice. */
function whyNotWhole(draft: DraftFacts, typed: string | undefined): Refusal | null {
  const text = typed ?? draft.text;
  if (!saysSomething({ ...draft, text }))
    return { code: "invalid", fields: { text: "There are no words to approve." } };
  const gaps = findPlaceholders(text);
  if (gaps.length > 0) return { code: "unready", marks: gaps.map(({ name }) => `Fill in “${name}”.`) };
  return whyNotKept(text) ?? whyNotAddressed(draft);
}
