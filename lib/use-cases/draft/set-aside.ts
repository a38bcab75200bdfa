import { writeLetter } from "@/lib/adapters/mail/letter";
import type { Tx } from "@/lib/data/client";
import { findDraft } from "@/lib/data/drafts";
import { listMembers } from "@/lib/data/members";
import { putInOutbox } from "@/lib/data/outbox";
import { type SendingFacts, saveSending } from "@/lib/data/sendings";
import type { Actor } from "@/lib/domain/actor";
import type { DraftFacts } from "@/lib/domain/draft/draft";
import { stop } from "@/lib/domain/full-stop";
import { moveTaskOf } from "@/lib/use-cases/draft/change-draft";

/**
 * Words that a job can do no more for: they did not leave, or nobody can know. Their task goes before the client, who is told by mail;
 * once, as it is written in the very transaction in which that becomes so.
 * @param why a sentence, the server's own words in it
 * @param origin the public origin, which mailed links are built from alone
 */
export async function setAside(
  tx: Tx,
  actor: Actor,
  seen: Pick<SendingFacts, "id" | "version" | "draftId" | "doubts">,
  state: "failed" | "unsure",
  why: string,
  origin: string,
): Promise<"failed" | "unsure" | "not-due"> {
  const { id: workspaceId, slug } = actor.workspace;
  // Counted anew after "Send again": an hour's tries are always worth it.
  const count = state === "failed" ? { attempts: 0 } : { doubts: Math.max(1, seen.doubts) };
  if (!(await saveSending(tx, workspaceId, seen, { state, lastError: why, ...count }))) return "not-due";
  const draft = await findDraft(tx, workspaceId, seen.draftId);
  if (draft === null) return state;
  await moveTaskOf(tx, workspaceId, draft, "client");
  const client = (await listMembers(tx, workspaceId)).find((one) => one.role === "client");
  if (!client) return state;
  const href = `${origin}/w/${slug}/tasks/${draft.taskId}/draft`;
  const said = state === "failed" ? sayFailed(draft, why) : sayUnsure(draft, why);
  const below = ["You get this because words of yours were to leave from your account."];
  const letter = writeLetter({ to: client.email, workspaceId, origin, below, ...said(href) });
  await putInOutbox(tx, letter, { reader: client.userId, about: [draft.taskId] });
  return state;
}

type Said = (href: string) => {
  subject: string;
  paragraphs: string[];
  button: { label: string; href: string };
};

function sayFailed(draft: DraftFacts, why: string): Said {
  return (href) => ({
    subject: `Not sent: your message to ${namesOf(draft)}`,
    paragraphs: [
      `Your message to ${namesOf(draft)} did not leave. Nobody has got it.`,
      stop(why),
      "It is kept as it is. You can send it again, or change it first.",
    ],
    button: { label: "Look at the message", href },
  });
}

function sayUnsure(draft: DraftFacts, why: string): Said {
  return (href) => ({
    subject: `Did it arrive? Your message to ${namesOf(draft)}`,
    paragraphs: [
      `Nobody can know whether your message to ${namesOf(draft)} has arrived. It is not sent again unless you say so.`,
      stop(why),
      "Say whether it went out, send it again, or drop it.",
    ],
    button: { label: "Say what happened", href },
  });
}

function namesOf({ recipients }: DraftFacts): string {
  const [first, ...more] = recipients.map(({ name, address }) => name || address);
  return more.length === 0 ? (first ?? "nobody") : `${first} and ${more.length} more`;
}
