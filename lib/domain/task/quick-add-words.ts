import type { QuickAddChip, Span } from "@/lib/domain/task/quick-add";
import { readTaskRule } from "@/lib/domain/task/repeat";
import type { Tag } from "@/lib/domain/task/task";
import type { Repeat } from "@/lib/domain/task/view";

/** The words of quick add that are ours, and not a person's or a date's. */
export type OwnWords = {
  leadDays: number | null;
  priority: 0 | 1 | 2 | 3;
  tag: Tag | null;
  repeat: { rule: string; from: Repeat["from"] | null } | null;
  chips: QuickAddChip[];
  problems: string[];
};

const weekdays = { mo: "MO", tu: "TU", we: "WE", th: "TH", fr: "FR", sa: "SA", su: "SU" } as const;
const freqs = { day: "DAILY", week: "WEEKLY", month: "MONTHLY", year: "YEARLY" } as const;
const adverbs: Record<string, string> = {
  daily: "FREQ=DAILY",
  weekly: "FREQ=WEEKLY",
  fortnightly: "FREQ=WEEKLY;INTERVAL=2",
  monthly: "FREQ=MONTHLY",
  quarterly: "FREQ=MONTHLY;INTERVAL=3",
  yearly: "FREQ=YEARLY",
  annually: "FREQ=YEARLY",
};
const begin = String.raw`(?<=^|[\s,;])`;
const end = String.raw`(?=$|[\s,;.])`;
const dayName =
  "mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?";
const patterns = {
  priority: new RegExp(`${begin}!(\\d{1,3})${end}`),
  lead: new RegExp(`${begin}lead[ \\t]{1,5}(\\d{1,5})(?:[ \\t]{0,5}(days?|d|weeks?|w))?${end}`, "i"),
  tag: new RegExp(`${begin}#(must-?be-?you|me|you|delegable|delegate)${end}`, "i"),
  every: new RegExp(
    `${begin}every[ \\t]{1,5}(?:(\\d{1,5}|other|second|third)[ \\t]{1,5})?(?:(day|week|month|year)s?|(${dayName}))` +
      `(?:[ \\t]{1,5}on[ \\t]{1,5}(?:the[ \\t]{1,5}(\\d{1,2})(?:st|nd|rd|th)|(${dayName})))?` +
      `(?:[ \\t]{1,5}(?:from|after)[ \\t]{1,5}(completion|done|the calendar|calendar))?${end}`,
    "i",
  ),
  adverb: new RegExp(`${begin}(${Object.keys(adverbs).join("|")})[ \\t]*$`, "i"),
};

/** Finds our own words in a line; `isFree` says where a piece may be read at all (not inside quotes). */
export function findOwnWords(line: string, isFree: (span: Span) => boolean): OwnWords {
  const found: OwnWords = { leadDays: null, priority: 0, tag: null, repeat: null, chips: [], problems: [] };
  const take = (pattern: RegExp, read: (match: RegExpExecArray) => { label: string; value: string }) => {
    const match = pattern.exec(line);
    if (!match) return;
    const span = { start: match.index, end: match.index + match[0].length };
    if (isFree(span)) found.chips.push({ ...span, ...read(match) });
  };
  take(patterns.priority, (match) => {
    const priority = Number(match[1]);
    if (priority === 1 || priority === 2 || priority === 3) found.priority = priority;
    else found.problems.push("Priority is !1, !2 or !3.");
    return { label: "Priority", value: String(priority) };
  });
  take(patterns.lead, (match) => {
    const days = Number(match[1]) * (match[2]?.toLowerCase().startsWith("w") ? 7 : 1);
    if (days <= 365) found.leadDays = days;
    else found.problems.push("The lead is 365 days at most.");
    return { label: "Lead", value: days === 1 ? "1 day" : `${days} days` };
  });
  take(patterns.tag, (match) => {
    found.tag = /^d/i.test(match[1] ?? "") ? "delegable" : "must-be-you";
    return { label: "Tag", value: found.tag === "delegable" ? "Delegable" : "Must be you" };
  });
  const repeats = patterns.every.test(line) ? patterns.every : patterns.adverb;
  take(repeats, (match) => {
    const rule = repeats === patterns.every ? ruleOf(match) : (adverbs[match[1]?.toLowerCase() ?? ""] ?? "");
    const read = readTaskRule(rule);
    const from = match[6] ? (/calendar/i.test(match[6]) ? "calendar" : "completion") : null;
    if (read.ok) found.repeat = { rule, from };
    else found.problems.push(read.why);
    return { label: "Repeats", value: match[0] };
  });
  return found;
}

/** "every 6 weeks", "every other Friday", "every month on the 31st" as an RRULE. */
function ruleOf([, count, unit, weekday, monthDay, onDay]: RegExpExecArray): string {
  const words: Record<string, number> = { other: 2, second: 2, third: 3 };
  const interval = count === undefined ? 1 : (words[count.toLowerCase()] ?? Number(count));
  const freq = weekday ? "WEEKLY" : freqs[(unit ?? "day").toLowerCase() as keyof typeof freqs];
  const day = weekday ?? onDay;
  const code = day && weekdays[day.slice(0, 2).toLowerCase() as keyof typeof weekdays];
  return [
    `FREQ=${freq}`,
    ...(interval === 1 ? [] : [`INTERVAL=${interval}`]),
    ...(code ? [`BYDAY=${code}`] : []),
    ...(monthDay ? [`BYMONTHDAY=${Number(monthDay)}`] : []),
  ].join(";");
}
