/** What somebody else changed of a card while the client looked at it, as it stands in a sentence: "its title", "the words of the draft". */
import type { ForYouCard } from "@/lib/domain/task/for-you";

type Draft = ForYouCard["draft"];

const ofTask: readonly [string, (card: ForYouCard) => unknown][] = [
  ["its title", ({ title }) => title],
  ["its note", ({ note }) => note],
  ["its date", ({ dueAt, dueAllDay }) => [dueAt, dueAllDay]],
  ["the time to reply by", ({ replyDueAt }) => replyDueAt],
  ["the person", ({ person }) => person?.id],
  ["its kind", ({ kind }) => kind],
  ["its tag", ({ tag }) => tag],
  ["its message", ({ message }) => message],
  ["its details", ({ fields, whoComes }) => [fields, whoComes]],
  ["its priority", ({ priority }) => priority],
  ["its privacy", ({ isPrivate }) => isPrivate],
  ["the question", ({ decision }) => decision && [decision.id, decision.version]],
];

const ofDraft: readonly [string, (draft: Draft) => unknown][] = [
  ["the words of the draft", (draft) => draft?.text],
  ["the recipients", (draft) => draft?.recipients],
  ["the subject", (draft) => draft?.subject],
  ["the account", (draft) => [draft?.account?.id, draft?.way]],
  ["the attached files", (draft) => draft?.attachments.map(({ id }) => id)],
  ["the answer", (draft) => draft?.answer],
  ["the time it is needed by", (draft) => draft?.neededBy],
  ["how far the draft is", (draft) => [draft?.state, draft?.sending?.state]],
];

/** What is other now in the task, or in what it asks. */
export function changedInTask(before: ForYouCard, now: ForYouCard): string[] {
  return ofTask.filter(([, of]) => isOther(of(before), of(now))).map(([words]) => words);
}

/** What is other now in the words that were prepared, and in what goes with them. */
export function changedInDraft(before: Draft, now: Draft): string[] {
  return ofDraft.filter(([, of]) => isOther(of(before), of(now))).map(([words]) => words);
}

function isOther(before: unknown, now: unknown): boolean {
  return JSON.stringify(before) !== JSON.stringify(now);
}
