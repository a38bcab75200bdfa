/** The list in words, the same in mail, in its subject, on the page and in print. */
import { stop } from "@/lib/domain/full-stop";
import { firstName } from "@/lib/domain/person/first-name";
import { byWhom } from "@/lib/domain/person/named";
import { sayEvery } from "@/lib/domain/person/touch";
import type {
  DayLine,
  LineVerb,
  RememberedDay,
  TouchLine,
  WeeklyLine,
  WeeklyList,
} from "@/lib/domain/weekly/view";

/** Letters that run from right to left, and what could turn the direction of others around it. */
const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u200f\u202a-\u202e\u2066-\u2069]/u;

/** A name within plain text: one that runs from right to left is isolated (Unicode UAX #9, FSI and PDI), and never turns the rest. */
export function isolate(text: string): string {
  const clean = text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, " ").trim();
  return rightToLeft.test(text) ? `\u2068${clean}\u2069` : clean;
}

/** "Tuesday 24 November" of a plain day, or "24 Nov". */
export function sayDay(day: string, style: "long" | "short" = "long"): string {
  const options: Intl.DateTimeFormatOptions =
    style === "long"
      ? { weekday: "long", day: "numeric", month: "long" }
      : { day: "numeric", month: "short" };
  const words = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...options });
  return words
    .format(Date.parse(`${day}T00:00:00Z`))
    .replace(",", "")
    .replace(/\bSept\b/, "Sep");
}

/** "24 Nov – 7 Dec". */
export function saySpan({ from, to }: Pick<WeeklyList, "from" | "to">): string {
  return from === to ? sayDay(from, "short") : `${sayDay(from, "short")} – ${sayDay(to, "short")}`;
}

/** "Coming up, 24 Nov – 7 Dec: Noor, Yuki and 3 more". Nobody is named who is not on the reader's list, nor who is remembered. */
export function saySubject(list: WeeklyList): string {
  if (list.daysInAll + list.touchInAll === 0) return `Coming up, ${saySpan(list)}: a day to remember`;
  const lines = [...list.days, ...list.touch];
  const names = [...new Set(lines.map((line) => shortName(line.person.name)))].slice(0, 2);
  const people = new Set(lines.map((line) => line.person.id)).size;
  const more =
    people + (list.daysInAll - list.days.length) + (list.touchInAll - list.touch.length) - names.length;
  const who = more > 0 ? `${names.join(", ")} and ${more} more` : names.join(" and ");
  return `Coming up, ${saySpan(list)}: ${who}`;
}

function shortName(name: string): string {
  const letters = [...firstName(name)];
  return isolate(letters.length > 24 ? `${letters.slice(0, 23).join("")}…` : letters.join(""));
}

/** "Birthday, turns 40", "Wedding day, 12 years": the age only where the year is known. */
export function sayOccasion({ kind, label, age }: Pick<DayLine, "kind" | "label" | "age">): string {
  const known = age === null || age === 0 ? null : age;
  if (kind === "birthday") return known === null ? "Birthday" : `Birthday, turns ${known}`;
  const what = label.trim() || (kind === "anniversary" ? "Anniversary" : "A day to remember");
  return known === null ? what : `${what}, ${known} ${known === 1 ? "year" : "years"}`;
}

/** "The birthday of Aunt Beth", "Aunt Beth, who died on this day in 2021". */
export function sayRemembered({ what }: Pick<RememberedDay, "what">): string {
  return what.replace(/^the /, "The ");
}

/** What is proposed for a line, as a sentence: the open task and whose turn it is, or what was done last time. */
export function sayProposed(
  line: WeeklyLine,
  { clientName, reader }: Pick<WeeklyList, "clientName" | "reader">,
): string {
  const client = reader.role === "client" ? "you" : firstName(clientName);
  const again = sayAgain(line);
  if (line.task === null) {
    if (again) return `Proposed: ${again}.`;
    return line.type === "day"
      ? "Proposed: a greeting. There is no task yet."
      : "Proposed: a few words, or a call.";
  }
  const tag = line.task.tag === "must-be-you" ? `must be ${client}` : "delegable";
  const turn: Record<string, string> = {
    inbox: "to triage",
    assistant: reader.role === "client" ? "with the assistant" : "with you",
    client: `waiting for ${client}`,
    scheduled: "scheduled",
    waiting: "waiting on others",
  };
  const where = turn[line.task.state] ?? line.task.state;
  return `Task: ${tag}, ${where}.${again ? ` Proposed: ${again}.` : ""}`;
}

function sayAgain(line: WeeklyLine): string | null {
  if (line.type === "day") {
    const last = line.lastGreeting;
    const did = last ? isolate(last.note) : "";
    if (did && [...did].length <= 60) return `as last year (${did.replace(/[.\s]+$/, "")})`;
    return last ? "a greeting, as last year" : null;
  }
  const what = line.lastContact?.what;
  return what && ["a call", "a meeting", "a letter", "a message"].includes(what)
    ? `${what}, as last time`
    : null;
}

/** The three buttons, as this reader's side of the desk says them. */
export function verbWords(isClient: boolean, clientName: string): Record<LineVerb, string> {
  return isClient
    ? { mine: "Mine", draft: "Draft it", skip: "Skip" }
    : { mine: `For ${firstName(clientName)}`, draft: "I draft it", skip: "Skip" };
}

/** A past moment as a line tells it: "3 October 2026", in the desk's zone. */
export function sayPast(iso: string, zone: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    day: "numeric",
    month: "long",
    year: "numeric",
  }).format(Date.parse(iso));
}

/** What is known of a line, one short sentence each, in the order in which one wants to know it. Names are not in it. */
export function sayFacts(
  line: WeeklyLine,
  list: Pick<WeeklyList, "from" | "zone" | "clientName" | "reader">,
): string[] {
  const { lastContact } = line;
  const facts: string[] = line.type === "touch" ? [sayCadence(line, list)] : [];
  const greeting = line.type === "day" ? line.lastGreeting : null;
  if (lastContact)
    facts.push(
      stop(
        `Last contact: ${lastContact.what}, ${sayPast(lastContact.at, list.zone)}${quote(lastContact.note)}`,
      ),
    );
  if (greeting) {
    const who = greeting.by ? ` by ${isolate(byWhom(greeting.by, greeting.role))}` : "";
    const words = quote(greeting.words || greeting.note);
    facts.push(stop(`Last year: greeted${who}, ${sayPast(greeting.at, list.zone)}${words}`));
  }
  if (!lastContact && !greeting) facts.push("No contact is written down yet.");
  else if (!lastContact) facts.push("No other contact is written down yet.");
  else if (!greeting && line.type === "day") facts.push("No greeting of last year is written down.");
  return facts;
}

function sayCadence(
  { everyDays, isDue, dueOn }: TouchLine,
  { from, clientName, reader }: Pick<WeeklyList, "from" | "clientName" | "reader">,
): string {
  const who =
    reader.role === "client"
      ? "you like to hear from each other"
      : `${isolate(firstName(clientName))} likes to hear from them`;
  if (everyDays === 0) return `Nobody said how often ${who}.`;
  const year = dueOn.slice(0, 4) === from.slice(0, 4) ? "" : ` ${dueOn.slice(0, 4)}`;
  const when = `${sayEvery(everyDays)}; it ${isDue ? "was" : "is"} time on ${sayDay(dueOn)}${year}.`;
  return `${who.replace(/^you/, "You")} ${when}`;
}

/** Words that somebody wrote, shortened to a line, in quotation marks. */
function quote(words: string): string {
  const letters = [...isolate(words.replace(/\s+/g, " "))];
  if (letters.length === 0) return "";
  return `, “${letters.length <= 140 ? letters.join("") : `${letters.slice(0, 139).join("").trimEnd()}…`}”`;
}

/** What was done to a line, said afterwards: "Noor Haddad is yours now.", "Noor Haddad is skipped." */
export function sayDone(
  line: WeeklyLine,
  verb: LineVerb,
  { reader, clientName }: Pick<WeeklyList, "reader" | "clientName">,
  pausedUntil: string | null,
): string {
  const who = isolate(line.person.name);
  if (verb === "mine")
    return reader.role === "client"
      ? `${who} is yours now.`
      : `${who} is before ${firstName(clientName)} now.`;
  if (verb === "draft")
    return reader.role === "client"
      ? `${who} is with your assistant, to be drafted.`
      : `${who} is yours to draft.`;
  return pausedUntil === null ? `${who} is skipped.` : `${who} rests until ${sayDay(pausedUntil)}.`;
}
