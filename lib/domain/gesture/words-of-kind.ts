import type { ActingRole } from "@/lib/domain/actor";
import type { TaskKind } from "@/lib/domain/task/task";

const withWords: readonly TaskKind[] = [
  "birthday",
  "personal-reply",
  "keep-in-touch",
  "introduction",
  "event-invite",
];

/** Whether doing this means that words went out to somebody, so that they can be kept with the gesture. */
export function hasWords(kind: TaskKind): boolean {
  return withWords.includes(kind);
}

/** Words that went out: when (ISO UTC), who wrote it down, for which task, and what was noted beside them. */
export type WordsSent = {
  at: string;
  by: string;
  role: ActingRole;
  title: string;
  words: string;
  note: string;
};

/** An earlier text that the one being typed is much like, and by which sentence it is seen. */
export type AlikeWords = {
  /** Null: this very person got it. */
  whom: { id: string; name: string } | null;
  at: string;
  by: string;
  role: ActingRole;
  words: string;
  typed: string;
  theirs: string;
  /** The whole text is the same but for names, greetings, capitals and commas. */
  isSame: boolean;
};

/** What somebody got last time, and what the typed words are much like. */
export type WordsView = { last: WordsSent | null; alike: AlikeWords[] };
