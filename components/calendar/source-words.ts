import { ageText } from "@/components/when";
import type { CalendarSource } from "@/lib/domain/calendar/source";

/** How a calendar stands, in words: "Read 5 min ago · 312 entries". `now` in milliseconds. */
export function calendarStateText(calendar: CalendarSource, now: number): string {
  const { state, lastSyncedAt, lastError, events, waiting } = calendar;
  const read = lastSyncedAt === null ? "" : `read ${ageText(lastSyncedAt, now)}`;
  switch (state) {
    case "paused":
      return inOneLine("Paused", read);
    case "failing":
      return `${lastError === "" ? "Cannot be read at the moment." : `Cannot be read: ${lastError}`}${
        lastSyncedAt === null ? "" : ` It was last ${read}.`
      }`;
    case "in-step":
      return inOneLine(`R${read.slice(1)}`, countText(events));
    case "new":
      if (waiting) return `${countText(waiting)} still to be read`;
      return read === "" ? "Not read yet" : inOneLine("To be read again", `last ${read}`);
  }
}

/** What makes trouble in a calendar: "2 changed here and there, 1 cannot be read"; empty when nothing does. */
export function calendarWaitsText({ conflicts, unread }: CalendarSource): string {
  const parts = [
    conflicts ? `${conflicts} changed here and there` : "",
    unread ? `${unread} cannot be read` : "",
  ];
  return parts.filter(Boolean).join(", ");
}

/** What sort of calendar it is, and what is true of it besides: "From a server · private · takes what is made here". */
export function calendarKindText({ kind, host, isPrivate, takesOurs }: CalendarSource): string {
  const where = kind === "feed" ? "Read as a file" : "From a calendar server";
  const parts = [
    host === null ? where : `${where}, ${host}`,
    isPrivate ? "private" : "",
    takesOurs ? "takes what is made here" : "",
  ];
  return parts.filter(Boolean).join(" · ");
}

/** "1 entry", "312 entries". */
export function countText(entries: number): string {
  return entries === 1 ? "1 entry" : `${entries.toLocaleString("en-GB")} entries`;
}

function inOneLine(...parts: string[]): string {
  return parts.filter(Boolean).join(" · ");
}
