/** The fields of a kind as lines of a table: what it is called, and what is known. */
import { fullText, type Place } from "@/components/when";
import type { KindFields, Repeat, TaskDetail } from "@/lib/domain/task/view";

/** `areNames`: each is shown in its own direction. */
export type FieldRow = { label: string; value: string; href?: string; areNames?: boolean };

const months = "January February March April May June July August September October November December".split(
  " ",
);

/** Whether a task is about an entry of the calendar, which says itself when and where, as it is there now. */
export function isAboutEntry({ kind, fields }: Pick<TaskDetail, "kind" | "fields">): boolean {
  if (kind === "event-invite") return fields.eventUid !== undefined;
  return kind === "meeting-check" && fields.eventId !== undefined;
}

/** Lines for everything that is known; nothing for what is not. Instants are shown in the desk's zone. */
export function fieldRows(fields: KindFields, place: Place): FieldRow[] {
  const at = (iso: string | undefined) => (iso ? fullText(iso, place) : undefined);
  const rows: [string, string | undefined, string?][] = [
    ["Day", fields.date && yearlyText(fields.date)],
    ["Ahead", fields.leadDays === undefined ? undefined : days(fields.leadDays) + saidBy(fields.leadBy)],
    ["Begins", at(fields.startsAt)],
    ["Ends", at(fields.endsAt)],
    ["Their zone", fields.zone !== place.zone ? fields.zone : undefined],
    ["Place", fields.place],
    ["Link", fields.link, fields.link],
    ["Organiser", fields.organiser],
    ["Other side", fields.otherSide],
    ["Service", fields.service],
    ["Handle", fields.handle],
    ["Every", fields.everyDays === undefined ? undefined : days(fields.everyDays)],
    ["Between", fields.between],
    ["Publish", at(fields.publishAt)],
    ["Kept free after it", fields.publishAt && sayWindow(fields.windowMinutes)],
  ];
  return rows.flatMap(([label, value, href]) =>
    value ? [{ label, value, href: safeHref(href), areNames: label === "Between" }] : [],
  );
}

/** How long the client's time is kept to answer after a post. */
function sayWindow(minutes: number | undefined): string {
  if (minutes === undefined) return "as long as usual on the desk";
  if (minutes === 0) return "no time";
  return minutes % 60 === 0 ? (minutes === 60 ? "1 hour" : `${minutes / 60} hours`) : `${minutes} minutes`;
}

/** Who said how many days ahead; nothing where the day itself does. */
function saidBy(leadBy: string | undefined): string {
  if (leadBy === "usual") return ", as usual";
  if (leadBy === "person") return ", as for all their days";
  return leadBy?.startsWith("circle ") ? `, as in “${leadBy.slice(7)}”` : "";
}

/** "--05-03" → "3 May"; "1980-05-03" → "3 May 1980". */
export function yearlyText(date: string): string {
  const [, year, month, day] = /^(--|\d{4}-)(\d{2})-(\d{2})$/.exec(date) ?? [];
  if (!month || !day) return date;
  return `${Number(day)} ${months[Number(month) - 1]}${year === "--" ? "" : ` ${year?.slice(0, 4)}`}`;
}

/** A repeat in words, for the common ones; the rule itself otherwise. */
export function repeatText({ rule, from }: Repeat): string {
  const part = Object.fromEntries(
    rule
      .replace(/^RRULE:/i, "")
      .split(";")
      .map((one) => one.split("=")),
  ) as Record<string, string>;
  const every = Number(part.INTERVAL ?? 1);
  const unit = { DAILY: "day", WEEKLY: "week", MONTHLY: "month", YEARLY: "year" }[part.FREQ ?? ""];
  const words = unit ? (every === 1 ? `every ${unit}` : `every ${every} ${unit}s`) : rule;
  return from === "completion" ? `${words}, counted from when it was done` : words;
}

function days(count: number): string {
  if (count >= 7 && count % 7 === 0) return count === 7 ? "1 week" : `${count / 7} weeks`;
  return count === 1 ? "1 day" : `${count} days`;
}

/** Only addresses that lead to a page, a mail or a call become links. */
export function safeHref(href: string | null | undefined): string | undefined {
  return href && /^(https?|mailto|tel):/i.test(href) ? href : undefined;
}
