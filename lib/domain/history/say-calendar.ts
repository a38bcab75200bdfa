import type { LoggedChange } from "@/lib/domain/history/entry";
import { sayWhat, sayWho, text } from "@/lib/domain/history/words";

/** A calendar that is kept elsewhere: added, read, hidden, taken away. Null where nothing is to be said of it by itself. */
export function sayCalendar(entry: LoggedChange): string | null {
  const { before, after } = entry;
  const who = sayWho(entry);
  const what = sayWhat(entry);
  if (before === null) return `${who} had ${what} read from elsewhere.`;
  if (text(after?.removed_at)) return `${who} took ${what} away; it is read no more.`;
  const changed = Object.keys(after ?? {});
  if (changed.length !== 1) return null;
  if (after?.takes_ours === true) return `${who} has what is made here written to ${what}, too.`;
  if (after?.takes_ours === false) return `${who} has nothing more written to ${what}.`;
  return sayState(after?.state, who, what);
}

function sayState(state: unknown, who: string, what: string): string | null {
  switch (state) {
    case "paused":
      return `${who} paused the reading of ${what}.`;
    case "new":
      return `${who} has ${what} read again.`;
    case "in-step":
      return `${who} read ${what}.`;
    case "failing":
      return `${who} could not read ${what}.`;
    default:
      return null;
  }
}
