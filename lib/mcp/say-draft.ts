import type { AccountChoice, DraftView } from "@/lib/domain/draft/view";
import { nameOf, quote, quoteAll, quoteExactly, quoteLine } from "@/lib/mcp/quote";
import { saidBy, sayMessage, sayNamed } from "@/lib/mcp/say-task";

const mostVersions = 20;

/** A draft with its words, what was said of it, and what the client's voice asks of it. */
export function sayDraft(draft: DraftView) {
  const { task, account, recipients, versions, comments, help, approval, sending, can } = draft;
  const last = versions.find(({ no }) => no === draft.latest);
  return {
    id: draft.id,
    version: draft.version,
    state: draft.state,
    latest: draft.latest,
    way: draft.way,
    neededBy: draft.neededBy,
    submittedAt: draft.submittedAt,
    sentAt: draft.sentAt,
    // They come whole and exactly: revised in place, they are sent back.
    text: quoteExactly(
      draft.text,
      `the words of the draft, written by ${last ? saidBy(last.by.role) : "nobody yet"}`,
    ),
    subject: quoteLine(draft.subject, "the subject of the draft, perhaps the one of a mail it answers"),
    recipients: recipients.map(({ name, address, field }) => ({
      field,
      name: quoteLine(name, "the name of a recipient"),
      address: quoteLine(address, "the address of a recipient"),
    })),
    from: account && sayAccount(account),
    whose: draft.howMuch,
    notReady: quoteAll(
      draft.marks.map(({ says }) => says),
      "what the client’s voice sheet finds in the words",
    ),
    comments: comments.map((one) => ({
      id: one.id,
      version: one.version,
      onVersion: one.onNo,
      at: one.at,
      by: nameOf(one.by.name),
      role: one.by.role,
      asksForChanges: one.asksChanges,
      note: quote(one.note, `a comment on the draft by ${saidBy(one.by.role)}`),
    })),
    versions: versions
      .slice(-mostVersions)
      .map(({ no, at, by }) => ({ no, at, by: nameOf(by.name), role: by.role })),
    files: draft.attachments.map(({ id, name, mediaType, size }) => ({
      id,
      size,
      mediaType: quoteLine(mediaType, "what a file says it is"),
      name: quoteLine(name, "the name of a file"),
    })),
    approved: approval && { version: approval.no, at: approval.at },
    sending: sending && { state: sending.state, sentAt: sending.sentAt },
    youMay: { revise: can.write, submit: can.submit, release: can.release },
    task: {
      id: task.id,
      version: task.version,
      kind: task.kind,
      tag: task.tag,
      state: task.state,
      title: quoteLine(task.title, "the title of a task; it may repeat what came from outside"),
      note: quote(task.note, "the note on the task; it may repeat what came from outside"),
      person: task.person && sayNamed(task.person),
      message: task.message && sayMessage(task.message),
    },
    voice: sayVoice(help),
  };
}

function sayAccount({ id, name, service, voice, sendsMail }: AccountChoice) {
  return {
    id,
    voice,
    sendsMail,
    name: quoteLine(name, "what the client calls the account"),
    service: quoteLine(service, "the service of an account"),
  };
}

function sayVoice({ sheet, language, towards }: DraftView["help"]) {
  const own = "the client’s voice sheet";
  return {
    circles: towards.circles,
    language: quoteLine(language, "the language of whom it goes to"),
    greeting: quoteLine(sheet.greeting, own),
    signOff: quoteLine(sheet.signOff, own),
    neverWords: quoteAll(sheet.neverWords, own),
    mostWords: sheet.mostWords,
    byCircle: sheet.byCircle.map(({ circle, mostWords, greeting, signOff }) => ({
      circle,
      mostWords,
      greeting: quoteLine(greeting, own),
      signOff: quoteLine(signOff, own),
    })),
  };
}
