import type { ReceivedOutcome } from "@/lib/domain/calendar/answer";
import type { Take } from "@/lib/domain/calendar/take-itip";

/** What a message about an event is told with. `who` sent it, by name or address; `changed` is what an update changed. */
export type Told = {
  summary: string;
  method: string;
  who: string;
  answer: string;
  changed: readonly string[];
  asksAgain: boolean;
};

const kinds: Record<Take, ReceivedOutcome["what"]> = {
  invite: "invited",
  update: "updated",
  cancel: "cancelled",
  "note-reply": "reply-noted",
  propose: "counter-proposed",
  "keep-time": "updated",
  same: "same",
  older: "older",
  crasher: "party-crasher",
  "other-organiser": "party-crasher",
  ours: "unknown",
  "not-here": "unknown",
  "not-ours": "unknown",
  nobody: "unreadable",
  "not-done": "unknown",
};

/** What it turned out to be, by name. */
export function whatItWas(take: Take): ReceivedOutcome["what"] {
  return kinds[take];
}

/** One sentence for a person about what a message was, and what it did. */
export function sayItip(take: Take, told: Told): string {
  const { who, answer, changed, asksAgain } = told;
  const name = `“${told.summary || "(no title)"}”`;
  switch (take) {
    case "invite":
      return `${who} invites to ${name}. It is on the calendar, and waits for an answer.`;
    case "update":
      return [
        `${name} has changed.`,
        ...changed,
        ...(asksAgain ? ["It asks for an answer again."] : []),
      ].join(" ");
    case "cancel":
      return `${name} is cancelled. It is off the calendar.`;
    case "keep-time":
      return `${who} keeps ${name} as it was. It asks for an answer again.`;
    case "note-reply":
      return `${who} ${replies[answer] ?? "has not decided about"} ${name}. That is noted.`;
    case "propose":
      return `${who} proposes another time for ${name}. There is a task for it.`;
    case "same":
      return `${name} is known already.`;
    case "older":
      return `This is older than what is known of ${name}. Nothing was changed.`;
    case "crasher":
      return `${who} answers ${name} without having been asked. Nothing was noted; there is a task for it.`;
    case "other-organiser":
      return `${who} says this of ${name}, and is not whose event it is. Nothing was changed; there is a task for it.`;
    case "ours":
      return `${name} is an invitation of the client’s own. There is nothing to answer.`;
    case "not-here":
      return `${name} is not on this calendar.`;
    case "not-ours":
      return `This answers ${name}, which somebody else has asked to. There is nothing to note.`;
    case "nobody":
      return `It does not say who answers ${name}.`;
    case "not-done":
      return sayNotDone(told.method, name, who);
  }
}

const replies: Record<string, string> = {
  accepted: "comes to",
  declined: "does not come to",
  tentative: "may come to",
};

function sayNotDone(method: string, name: string, who: string): string {
  if (method === "ADD") return `This adds a time to ${name}. Ask ${who} to send the whole invitation again.`;
  if (method === "REFRESH")
    return `${who} asks for the newest version of ${name}. Send it by hand: nobody is written to from here unasked.`;
  if (method === "" || method === "PUBLISH")
    return `${name} is an entry, and asks nothing. Bring it in as an import.`;
  return `This says “${method.slice(0, 40)}” about ${name}, which means nothing here.`;
}
