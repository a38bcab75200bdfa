import type { LoggedChange } from "@/lib/domain/history/entry";
import { sayWho, shorten, text } from "@/lib/domain/history/words";

/** A program that signs in as an agent: let in, signed in, ended and why. `subjectName` is what it calls itself. */
export function sayProgram(entry: LoggedChange): string {
  const { before, after } = entry;
  const what = nameOf(entry);
  if (before === null) return `${sayWho(entry)} let ${what} in, as an agent.`;
  if (text(after?.ended_at)) return sayEnd(entry, what);
  return `${capital(what)} signed in, as ${sayWho(entry)} had allowed.`;
}

function sayEnd(entry: LoggedChange, what: string): string {
  switch (text(entry.after?.ended_why)) {
    case "program":
      return `${capital(what)} took its leave.`;
    case "left":
      return `${capital(what)} was signed out: whoever let it in does not answer for its agent any more, or its time was over.`;
    case "code-reused":
    case "refresh-reused":
      return `${capital(what)} was signed out: its secret came twice, so somebody else may have had it.`;
    default:
      return `${sayWho(entry)} sent ${what} away.`;
  }
}

/** What becomes of a program's token by its sign-in; null for every other token. */
export function sayProgramsToken(entry: LoggedChange): string | null {
  const what = nameOf(entry);
  if (entry.verb === "sign-program-in") return `${capital(what)} got a token for an hour.`;
  if (entry.verb === "renew-program") return `${capital(what)} renewed its token.`;
  return entry.verb === "end-program" ? `The token of ${what} ended with that.` : null;
}

function nameOf({ subjectName, after }: LoggedChange): string {
  const name = subjectName ?? text(after?.name);
  return name ? `the program “${shorten(name)}”` : "a program";
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
