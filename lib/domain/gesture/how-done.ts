/** HOW IT WAS DONE where no words were sent from here: it stands first in the gesture's note, so that whoever reads it next year knows. */

/** What a gesture towards somebody can be, in the words in which it is kept. */
export const howsDone = ["A call", "A card", "A gift", "In person"] as const;
type HowDone = (typeof howsDone)[number];

/** What a note begins with; null for a note that says it in its own words. */
export function howDone(note: string): HowDone | null {
  return howsDone.find((how) => note === how || note.startsWith(`${how}. `)) ?? null;
}

/** The note with this in front, in the place of another; without it when it stood there already. What was typed stays. */
export function withHowDone(note: string, how: HowDone): string {
  const before = howDone(note);
  const rest = before === null ? note : note.slice(before.length).replace(/^\. /, "");
  if (before === how) return rest;
  return rest.trim() === "" ? how : `${how}. ${rest}`;
}
