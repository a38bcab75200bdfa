import type { LoggedChange } from "@/lib/domain/history/entry";
import { sayWho, shorten, text } from "@/lib/domain/history/words";

/** The double-check of a meeting: recorded, taken back, or lost. `subjectName` is what the meeting is called. */
export function sayCheckChange(entry: LoggedChange): string {
  const what = entry.subjectName ? `“${shorten(entry.subjectName)}”` : "a meeting";
  const { before, after } = entry;
  if (before === null) {
    const whom = text(after?.with_whom);
    return `${sayWho(entry)} confirmed ${what}${whom ? ` with ${shorten(whom)}` : ""}.`;
  }
  if (after?.void_why === "moved")
    return `The double-check of ${what} is lost: the meeting was moved or changed.`;
  return `${sayWho(entry)} took back the double-check of ${what}.`;
}
