import { writeReply } from "@/lib/adapters/calendar/itip/write-reply";
import type { MailServer } from "@/lib/adapters/mail/smtp-session";
import type { ClientMail } from "@/lib/adapters/mail/write-client-mail";
import { unseal } from "@/lib/adapters/secrets/seal";
import { writeHtmlPart } from "@/lib/adapters/words/to-html";
import { findMailbox } from "@/lib/data/account-mailboxes";
import type { Tx } from "@/lib/data/client";
import { readAttachments } from "@/lib/data/draft-attachments";
import { findDraft } from "@/lib/data/drafts";
import { findLetterParts, type LetterParts, type SendingFacts } from "@/lib/data/sendings";
import type { Actor } from "@/lib/domain/actor";
import type { CalendarAnswer } from "@/lib/domain/calendar/answer";
import { answerText, sayAnswer } from "@/lib/domain/calendar/say-answer";
import type { DraftFacts } from "@/lib/domain/draft/draft";
import { letterText, sentByLine } from "@/lib/domain/draft/letter-text";

/** A message with the server that takes it; or, as a sentence, why there is none. */
export type ReadyLetter = { server: MailServer; mail: ClientMail } | { cannot: string };

/**
 * Writes the message of a sending, all in the transaction that claims it: what is claimed is what leaves. The same sending gives the
 * same message every time, its Date being when it was let go (RFC 5322 §3.6.1).
 * @param origin the public origin, at which the link of a proof is
 */
export async function writeLetterOf(
  tx: Tx,
  actor: Actor,
  sending: SendingFacts,
  origin: string,
): Promise<ReadyLetter> {
  const workspaceId = actor.workspace.id;
  const draft = await findDraft(tx, workspaceId, sending.draftId);
  const parts = await findLetterParts(tx, workspaceId, sending.id);
  if (draft === null || parts === null) return { cannot: "The account that this was to leave from is gone." };
  const box = await findMailbox(tx, workspaceId, parts.accountId);
  if (box === null) return { cannot: "The account that this leaves from has no mail server any more." };
  const { sealed, ...server } = box;
  const password = unseal(sealed, { what: "mailbox", workspaceId, id: parts.accountId });
  if (password === null)
    return { cannot: "The password of the mail server cannot be read any more. Type it in again." };

  const { from, sender, sentBy } = authorsOf(parts, sending, actor.clientName);
  const proofUrl = draft.wantsProof && parts.proofToken ? `${origin}/proof/${parts.proofToken}` : null;
  const answer = draft.answer === null ? null : answerLetter(draft, draft.answer, parts, sending, actor);
  const words = answer?.words ?? draft.text;
  const text = letterText(words, { signature: parts.signature, proofUrl, sentBy });
  const named = (field: "to" | "cc") =>
    draft.recipients.filter((one) => one.field === field).map(({ name, address }) => ({ name, address }));
  const mail: ClientMail = {
    from,
    sender,
    to: named("to"),
    cc: named("cc"),
    subject: draft.subject,
    text,
    html: writeHtmlPart(text, draft.subject),
    messageId: sending.messageId,
    inReplyTo: parts.inReplyTo,
    references: parts.referenceIds,
    date: sending.pressedAt,
    attachments: await readAttachments(tx, workspaceId, draft.id),
    ...(answer ? { calendar: answer.calendar } : {}),
  };
  return { server: { ...server, password }, mail };
}

/** E3: an answer is a sentence for people, and a message for calendars. Whoever let it go by leave stands in both. */
function answerLetter(
  { text }: DraftFacts,
  answer: CalendarAnswer,
  { pressedBy }: LetterParts,
  { pressedRole, pressedAt }: SendingFacts,
  { clientName, workspace }: Actor,
) {
  const by = pressedRole === "client" ? null : pressedBy;
  const who = { client: clientName, answeredBy: by?.name ?? null, zone: workspace.zone };
  const content = writeReply(answer, { stamp: pressedAt, words: text, sentBy: by?.address ?? null });
  return {
    words: answerText(sayAnswer(answer, who), text),
    calendar: { method: answer.method, content },
  };
}

/** J2: who is shown. An assistant is the sender who let the words go, or who put them before the client that did. */
function authorsOf(parts: LetterParts, { pressedRole }: SendingFacts, client: string) {
  const { address, authorShown, shownName, accountName, pressedBy, submittedBy } = parts;
  if (authorShown === "representative")
    return { from: { name: `${pressedBy.name} for ${accountName}`, address }, sender: null, sentBy: "" };
  const from = { name: shownName || client, address };
  const prepared = submittedBy === null || submittedBy.isClient ? null : submittedBy;
  const helper = pressedRole === "client" ? prepared : pressedBy;
  if (authorShown === "client" || helper === null) return { from, sender: null, sentBy: "" };
  const sender = { name: helper.name, address: helper.address };
  return { from, sender, sentBy: sentByLine(helper.name, client) };
}
