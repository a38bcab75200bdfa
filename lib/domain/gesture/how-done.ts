/** HOW IT WAS DONE where no words were sent from here: it stands first in the gesture's note, so that whoever reads it next year knows. */
import { kindsOfContact } from "@/lib/domain/person/contact";
import type { TaskKind } from "@/lib/domain/task/task";

const gestures = ["A call", "A card", "A gift", "In person"];
const answers: Partial<Record<TaskKind, readonly string[]>> = {
  "event-invite": ["Said yes", "Said maybe", "Said no"],
  "follow-request": ["Accepted", "Turned down"],
};

/** The kinds that ask for a yes or no: that they are done does not say which it was. */
export const kindsToAnswer = Object.keys(answers) as readonly TaskKind[];

/**
 * What doing a task of a kind can be, in the words in which it is kept: a gesture towards somebody, or what was answered to whoever
 * asked for a yes or no. Empty where it is neither.
 */
export function howsDone(kind: TaskKind): readonly string[] {
  return answers[kind] ?? (kindsOfContact.includes(kind) ? gestures : []);
}

/** What a note begins with; null for a note that says it in its own words. */
export function howDone(note: string, kind: TaskKind): string | null {
  return howsDone(kind).find((how) => note === how || note.startsWith(`${how}. `)) ?? null;
}

/** What was typed of a note, without what it begins with: why something was not done is not how it was. */
export function withoutHowDone(note: string, kind: TaskKind): string {
  const how = howDone(note, kind);
  return how === null ? note : note.slice(how.length).replace(/^\. /, "");
}

/** The note with this in front, in the place of another; without it when it stood there already. What was typed stays. */
export function withHowDone(note: string, how: string, kind: TaskKind): string {
  const before = howDone(note, kind);
  const rest = withoutHowDone(note, kind);
  if (before === how) return rest;
  return rest.trim() === "" ? how : `${how}. ${rest}`;
}
