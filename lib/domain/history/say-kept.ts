import { sayProtected } from "@/lib/domain/calendar/say-protected";
import { sayDate } from "@/lib/domain/calendar/say-rule";
import type { LoggedChange } from "@/lib/domain/history/entry";
import { sayFields, sayWho, shorten, text } from "@/lib/domain/history/words";

/** Protected hours in the history: "Mira protected “Evenings”: Every Friday, 18:00–23:00." */
export function sayKept(entry: LoggedChange): string {
  const who = sayWho(entry);
  const { before, after } = entry;
  const title = entry.subjectName ?? text(after?.title);
  const what = title ? `“${shorten(title)}”` : "protected hours";
  if (before === null) return `${who} protected ${title ? what : "time"}${sayHours(after)}.`;
  if (text(after?.removed_at)) return `${who} gave ${what} free.`;
  if (before.removed_at) return `${who} kept ${what} again.`;
  const left = leftOut(before.except_on, after?.except_on);
  if (left !== null) return `${who} left ${sayDate(left)} out of ${what}.`;
  const changed = sayFields(entry);
  return changed ? `${who} changed the ${changed} of ${what}.` : `${who} changed ${what}.`;
}

function sayHours(row: LoggedChange["after"]): string {
  if (!row || typeof row.first_on !== "string" || typeof row.minutes !== "number") return "";
  const hours = {
    title: "",
    firstOn: row.first_on,
    allDay: row.all_day === true,
    from: text(row.from_time) ?? "00:00",
    minutes: row.minutes,
    zone: text(row.zone) ?? "UTC",
    rule: text(row.rule) ?? "",
    exceptOn: [],
  };
  const said = sayProtected(hours);
  return `: ${said.charAt(0).toLowerCase()}${said.slice(1)}`;
}

/** The one day that was left out, if that is all that changed. */
function leftOut(before: unknown, after: unknown): string | null {
  if (!Array.isArray(before) || !Array.isArray(after) || after.length !== before.length + 1) return null;
  const added = after.find((day) => !before.includes(day));
  return typeof added === "string" ? added : null;
}
