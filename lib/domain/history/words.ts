import type { Door } from "@/lib/domain/actor";
import type { LoggedChange } from "@/lib/domain/history/entry";
import { inARow } from "@/lib/domain/in-a-row";
import { firstName } from "@/lib/domain/person/first-name";
import { ruleSays } from "@/lib/domain/policy/default-tags";

/** Who reads, as far as the sentences need it: whose desk it is, and which zone its days are counted in. */
export type HistoryReader = { clientName: string; workspace: { zone: string } };

/** Through which door, as said after a time of day. */
export const doorWords: Record<Door, string> = {
  screen: "on screen",
  api: "through the API",
  mail: "by mail",
  import: "by import",
  job: "by the clock",
  arrival: "on arriving",
};

/** Whoever did it, by the name they are called. */
export function sayWho(entry: LoggedChange): string {
  if (entry.by.role === "system") return "Firsthand";
  return entry.by.name ? firstName(entry.by.name) : "Somebody who has left";
}

/** The agent that did it, by the name that its sentence calls it; null where it was no agent. */
export function agentIn(entry: LoggedChange): string | null {
  return entry.by.role === "agent" ? sayWho(entry) : null;
}

/** What it was done to: its name in quotation marks, or what sort of thing it is. */
export function sayWhat(entry: LoggedChange): string {
  const named = entry.subjectName ?? text(entry.after?.title) ?? text(entry.after?.name);
  return named ? `“${shorten(named)}”` : (articles[entry.subject] ?? "something");
}

const articles: Record<string, string> = {
  task: "a task",
  person: "a person",
  "person-date": "a date to remember",
  fact: "a fact",
  relation: "a relation",
  event: "an event",
  calendar: "a calendar",
  member: "a member",
  invitation: "an invitation",
  import: "an import",
  account: "an account",
  desk: "the desk",
  circle: "a circle",
  draft: "a draft",
  decision: "a task",
  "draft-comment": "a draft",
  "draft-attachment": "a draft",
  sending: "a task",
  phrase: "a phrase",
  voice: "the voice sheet",
  proof: "a proof",
  "proof-key": "a key",
  "protected-time": "protected hours",
  feed: "a calendar to read elsewhere",
  "event-check": "a double-check",
  webhook: "a webhook",
  token: "a token",
  agent: "an agent",
  program: "a program",
  contact: "contact",
  promise: "a promise",
  picture: "a picture",
  "day-off": "days away",
  "address-book": "an address book",
  "weekly-note": "a note for the week",
};

const fields: Record<string, string> = {
  due_at: "date",
  due_all_day: "time of day",
  state: "whose turn it is",
  person_id: "person",
  account_id: "account",
  reply_within_hours: "reply-within",
  received_at: "day of arrival",
  is_private: "privacy",
  all_day: "time of day",
  how_met: "how you met",
  said_as: "way to say the name",
  lead_days: "days ahead",
  greet_in_person: "greeting in person",
  default_tag: "tag of everything",
  cadence_days: "time between contacts",
  position: "place",
  is_dead: "news that they died",
  died_on: "day of death",
  is_remembered: "remembrance",
  leap_day_rule: "rule for 29 February",
  fields: "details",
  repeat: "repeating",
  zone: "time zone",
  way: "way it leaves",
  wants_proof: "mark “Personally written”",
  needed_by: "time by which it is needed",
  in_reply_to: "thread",
  reference_ids: "thread",
  shown_name: "name for others",
  author_shown: "author for others",
  sends_mail: "mail server",
  page_url: "page to open",
  location: "place",
  attendees: "guests",
  summary: "name",
  description: "note",
  transparent: "free or busy",
  wants_check: "double-check",
  first_on: "first day",
  from_time: "time of day",
  minutes: "length",
  except_on: "days left out",
  check_hours: "time of double-checks",
  escalate_hours: "time by which a check is urgent",
  travel_minutes: "time on the way",
  window_minutes: "time kept after a post",
  hours_from: "hours",
  hours_to: "hours",
  url: "address",
  about: "topics",
};
/** Written by triggers beside what a person did; not worth naming. */
const unsaid = new Set([
  "closed_at",
  "closed_by",
  "closed_role",
  "closed_door",
  "closing_note",
  "closing_words",
  "reply_due_at",
  "closing_draft",
  "submitted_at",
  "submitted_by",
  "sent_at",
  "sequence",
  "over_protected",
  "source_key",
]);

/** The names of the changed columns, as a list: "date, note and person". Empty when none is worth naming. */
export function sayFields(entry: LoggedChange, leaveOut: readonly string[] = []): string {
  const names = Object.keys(entry.after ?? {})
    .filter((column) => !unsaid.has(column) && !leaveOut.includes(column) && !/^(tag_|created_)/.test(column))
    .map((column) => fields[column] ?? column.replaceAll("_", " "));
  return inARow([...new Set(names)].sort());
}

/** Who had set the tag before: the rule's sentence, or a hand. */
export function sayTagBefore(entry: LoggedChange): string {
  const { before } = entry;
  const rule = text(before?.tag_rule);
  if (rule) return ` It was set by the rule “${ruleSays(rule)}”`;
  return before && "tag_by" in before && before.tag_by === "hand" ? " It had been set by hand." : "";
}

/** "23 November 2026, 08:00" in the desk's zone; null when it is no instant. */
export function sayInstant(value: unknown, zone: string): string | null {
  const at = typeof value === "string" ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at)) return null;
  return new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  })
    .format(at)
    .replace(" at ", ", ");
}

/** A text that says something, or null. */
export function text(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

/** One line of at most about 120 characters. */
export function shorten(words: string): string {
  const line = words.replace(/\s+/g, " ").trim();
  const letters = [...line];
  return letters.length <= 120 ? line : `${letters.slice(0, 119).join("").trimEnd()}…`;
}
