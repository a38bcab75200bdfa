import type { LoggedChange } from "@/lib/domain/history/entry";
import { sayWhat, sayWho, text } from "@/lib/domain/history/words";

const answers: Record<string, string> = { accepted: "yes", tentative: "perhaps", declined: "no" };

/**
 * An entry of the calendar: made, moved, held back, let stand, taken away. When it was and is, is no part of the history; null where
 * there is nothing to say but which fields changed.
 */
export function sayEvent(entry: LoggedChange): string | null {
  const { before, after, verb } = entry;
  const who = sayWho(entry);
  const what = sayWhat(entry);
  if (before === null) {
    const isHeld = after?.held === true;
    return `${who} put ${what} on the calendar${isHeld ? ", in pencil, over time that is kept" : ""}.`;
  }
  if (verb === "undo-event" || verb === "unanswer-decision") return `${who} took back a change of ${what}.`;
  if (text(after?.removed_at)) return `${who} took ${what} off the calendar.`;
  if (before.removed_at) return `${who} put ${what} back on the calendar.`;
  if (before.held === true && after?.held === false && after.over_protected === true)
    return `${who} let ${what} stand over time that is kept.`;
  if (after?.held === true) return `${who} asked whether ${what} may be over time that is kept.`;
  const answered = answers[text(after?.answer) ?? ""];
  if (answered && verb === "carry-sending") return `The answer to ${what} went out: ${answered}.`;
  if (after?.answer === "needs-action") return `${what} asks for an answer again.`;
  if (verb === "move-event") return `${who} moved ${what}.`;
  return null;
}
