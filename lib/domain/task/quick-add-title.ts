import type { QuickAddReading } from "@/lib/domain/task/quick-add";

const LONGEST = 500;

/**
 * What the task of a line is called. For kinds that are about a person the leftover words come behind the name, for the
 * others they are the title. Empty when the line does not say what is to be done.
 */
export function titleOf(reading: QuickAddReading, personName: string | null): string {
  const { kind, rest, handle } = reading;
  const who = handle ?? personName;
  switch (kind) {
    case "birthday":
      return who ? `Birthday · ${who}` : "";
    case "personal-reply":
      return who ? withMore(`Reply to ${who}`, rest) : named("Reply", rest);
    case "keep-in-touch": {
      const verb = reading.kindWord === "call" ? "Call" : "Keep in touch ·";
      return who ? withMore(`${verb} ${who}`, rest) : short(rest && `${verb} ${rest}`);
    }
    case "follow-request":
      return who ? withMore(`Follow request · ${who}`, rest) : named("Follow request", rest);
    case "event-invite":
      return named("Invitation", rest);
    case "meeting-check":
      return named("Double-check", rest);
    case "scheduled-post":
      return named("Schedule post", rest);
    case "introduction":
      return named("Introduction", rest);
    case "account-care":
      return named("Account care", rest);
    case "other":
      return short(rest || who || "");
  }
}

/** Whether the leftover words are the title itself, so that nothing of the line is unread. */
export function restIsTitle({ kind }: QuickAddReading): boolean {
  return !["birthday", "personal-reply", "keep-in-touch", "follow-request"].includes(kind);
}

/** What is missing before the line can make a task, as a sentence; null when nothing is. */
export function whatIsMissing(reading: QuickAddReading, title: string): string | null {
  if (reading.kind === "birthday" && !reading.person) return "Say whose day it is: “birthday Ana 3 May”.";
  if (title !== "") return null;
  if (restIsTitle(reading)) return "Say in a few words what is to be done.";
  return "Say who it is about.";
}

/** "Reply to Tomas about the boat", "Reply to Tomas · boat". */
function withMore(title: string, rest: string): string {
  if (rest === "") return short(title);
  return short(
    /^(about|because|on|re|regarding|that)\b/i.test(rest) ? `${title} ${rest}` : `${title} · ${rest}`,
  );
}

function named(kind: string, rest: string): string {
  return rest === "" ? "" : short(`${kind} · ${capital(rest)}`);
}

function capital(text: string): string {
  const [first = "", ...others] = [...text];
  return first.toUpperCase() + others.join("");
}

function short(text: string): string {
  const letters = [...text];
  return letters.length <= LONGEST ? text : letters.slice(0, LONGEST).join("");
}
