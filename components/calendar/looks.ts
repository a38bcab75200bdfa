/** How an entry of the calendar looks, and how it is said. Colour only where it carries meaning; words say it too. */
import { kindWords } from "@/components/tasks/words";
import type { CalendarEntry, CalendarEvent } from "@/lib/domain/calendar/view";

export const chipLooks = {
  day: "bg-gold-soft text-gold",
  remembered: "bg-sunken text-muted",
  checked: "bg-ok-soft text-ok",
  unchecked: "bg-late-soft text-late",
  kept: "hatched text-muted",
  event: "bg-sunken text-text",
  ink: "bg-ink-soft text-ink",
  pencil: "border border-dashed border-pencil-line bg-sheet text-pencil",
  declined: "bg-transparent text-muted line-through",
  done: "bg-transparent text-muted",
} as const;
export type ChipLook = keyof typeof chipLooks;

/** The legend, in the order in which it is shown. */
export const legend: readonly { look: ChipLook; says: string }[] = [
  { look: "day", says: "Birthdays" },
  { look: "checked", says: "Meetings ✓ checked" },
  { look: "unchecked", says: "Not yet checked" },
  { look: "event", says: "Events" },
  { look: "ink", says: "Must be you" },
  { look: "pencil", says: "Delegable" },
  { look: "kept", says: "Protected" },
];

export function lookOf(entry: CalendarEntry): ChipLook {
  if (entry.type === "day") return entry.kind === "remembrance" ? "remembered" : "day";
  if (entry.type === "kept" || entry.type === "busy") return "kept";
  if (entry.type === "event") {
    if (entry.answer === "declined") return "declined";
    if (entry.held) return "pencil";
    return entry.clash ? "unchecked" : (entry.check ?? "event");
  }
  if (entry.state === "done") return "done";
  return entry.tag === "must-be-you" ? "ink" : "pencil";
}

/** What stands in the chip: "Noor Haddad · 40", "14:00 Call, Ministry · place?", "11:00 The wall · unchecked", "19:00 Supper · waits for Mira". */
export function chipText(entry: CalendarEntry, clientShort: string, withTime = true): string {
  if (entry.type === "day") return entry.years ? `${entry.title} · ${entry.years}` : entry.title;
  const words = [`${withTime && entry.time ? `${entry.time} ` : ""}${entry.title}`];
  if (entry.type === "task" && entry.isLate) words.push("late");
  if (entry.type === "event") {
    const states = statesOf(entry, clientShort, "short");
    // A question that is still open says that it is unchecked.
    words.push(...(states.length === 0 && entry.check === "unchecked" ? ["unchecked"] : states));
  }
  return words.join(" · ");
}

/**
 * Everything about an entry in one sentence, for whoever cannot see the chip. Without the day, which is said around it.
 * `clientShort` is who a held entry waits for.
 */
export function chipSentence(entry: CalendarEntry, clientShort = "the client"): string {
  const words: (string | null)[] = [];
  if (entry.type === "day") {
    const turns = entry.kind === "birthday" ? `turns ${entry.years}` : `${entry.years} years`;
    words.push(
      entry.kind === "birthday" ? `Birthday: ${entry.title}` : entry.title,
      entry.years ? turns : null,
    );
    if (entry.task) words.push(entry.task.state === "done" ? "done" : tagSays(entry.task.tag));
  } else if (entry.type === "event") {
    words.push(`Event: ${entry.title}`, timeSays(entry), entry.place || null);
    if (entry.check) words.push(entry.check === "checked" ? "checked" : "not yet checked");
    words.push(...statesOf(entry, clientShort, "long"), entry.isRepeating ? "repeats" : null);
  } else if (entry.type === "kept" || entry.type === "busy") {
    words.push(entry.type === "busy" ? "Busy" : `Kept free: ${entry.title}`, timeSays(entry));
  } else {
    words.push(`${kindWords[entry.kind]}: ${entry.title}`, timeSays(entry));
    words.push(entry.state === "done" ? "done" : tagSays(entry.tag), entry.isLate ? "late" : null);
  }
  if (entry.isPrivate && entry.type !== "busy") words.push("private");
  return words.filter(Boolean).join(", ");
}

const stateWords = {
  short: { place: "place?", clash: "clash", tentative: "maybe", open: "unanswered", declined: "declined" },
  long: {
    place: "the place is not known",
    clash: "clash with protected time",
    tentative: "answered with maybe",
    open: "not yet answered",
    declined: "declined",
  },
} as const;

/** What is still to be said about an event, the most urgent first. */
function statesOf(event: CalendarEvent, clientShort: string, length: keyof typeof stateWords): string[] {
  const say = stateWords[length];
  const states: (string | false)[] = [
    event.held && `waits for ${clientShort}`,
    event.clash && !event.held && say.clash,
    event.missing === "place" && say.place,
    event.answer === "needs-action" && say.open,
    event.answer === "tentative" && say.tentative,
    event.answer === "declined" && say.declined,
  ];
  return states.filter((state) => state !== false);
}

function tagSays(tag: "must-be-you" | "delegable"): string {
  return tag === "must-be-you" ? "must be you" : "delegable";
}

function timeSays(entry: CalendarEntry): string | null {
  if (entry.time === null) return "all day";
  return entry.endTime ? `${entry.time} to ${entry.endTime}` : entry.time;
}
