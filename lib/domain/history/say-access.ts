import type { LoggedChange } from "@/lib/domain/history/entry";
import { sayWho, shorten, text } from "@/lib/domain/history/words";

/** A token: made, ended. `subjectName` is what it is called, for whoever sees the token. */
export function sayToken(entry: LoggedChange): string {
  const { before, after } = entry;
  const name = entry.subjectName ?? text(after?.name);
  const what = name ? `the token “${shorten(name)}”` : "a token";
  return `${sayWho(entry)} ${before === null ? "made" : "ended"} ${what}.`;
}

/** An agent: what it may, who answers for it, whether it rests. That it came, and went, the membership says. */
export function sayAgent(entry: LoggedChange): string {
  const who = sayWho(entry);
  const what = entry.subjectName ? `the agent “${shorten(entry.subjectName)}”` : "an agent";
  const { before, after } = entry;
  const changes = sayChanges(entry);
  if (before === null) return `${who} added ${what}: it ${changes.join(", and ")}.`;
  if (after && "paused_at" in after) return `${who} ${after.paused_at === null ? "woke" : "paused"} ${what}.`;
  return `${who} changed ${what}: ${changes.length > 0 ? `it ${changes.join(", and ")}` : "its details"}.`;
}

function sayChanges({ before, after }: LoggedChange): string[] {
  const limit = after?.daily_limit;
  return [
    before !== null && after && "owner_id" in after ? "has somebody else who answers for it" : "",
    after?.may_finish === true ? "may finish what is delegable" : "",
    after?.may_finish === false ? "prepares only" : "",
    typeof limit === "number" ? `makes at most ${limit.toLocaleString("en-GB")} changes a day` : "",
  ].filter(Boolean);
}
