import type { LoggedChange } from "@/lib/domain/history/entry";
import { sayFields, sayWho, shorten, text } from "@/lib/domain/history/words";

/** A program that is told what changes: made, changed, paused, woken, ended. `subjectName` is what it is called. */
export function sayWebhook(entry: LoggedChange): string {
  const who = sayWho(entry);
  const { before, after } = entry;
  const name = entry.subjectName ?? text(after?.name);
  const what = name ? `the webhook “${shorten(name)}”` : "a webhook";
  if (before === null) return `${who} made ${what}, which is told what changes.`;
  if (text(after?.removed_at)) return `${who} removed ${what}.`;
  if (text(after?.rotated_at)) return `${who} gave ${what} a new secret.`;
  if (after && "paused_at" in after) return sayPause(who, what, after);
  return `${who} changed the ${sayFields(entry) || "name"} of ${what}.`;
}

function sayPause(who: string, what: string, after: Record<string, unknown>): string {
  if (after.paused_at === null) return `${who} woke ${what}.`;
  if (after.paused_why === "gone") return `${who} paused ${what}: its receiver is gone.`;
  if (after.paused_why === "failing")
    return `${who} paused ${what}: nothing had arrived there for three days.`;
  return `${who} paused ${what}.`;
}
