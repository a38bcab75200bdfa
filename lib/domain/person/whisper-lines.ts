/** The whisper card in words: the same lines on screen, on paper and in the mail. */

import { dayAt, wallAt } from "@/lib/domain/calendar/zone-day";
import { stop } from "@/lib/domain/full-stop";
import { firstName } from "@/lib/domain/person/first-name";
import { byWhom } from "@/lib/domain/person/named";
import type {
  WhisperCard,
  WhisperContact,
  WhisperDay,
  WhisperPromise,
  WhisperRelation,
} from "@/lib/domain/person/whisper";

/** For whom it is said: the days in their zone and language; `isClient` turns a name into "You". */
export type WhisperReader = { zone: string; locale: string; isClient: boolean; clientShort: string };

export type WhisperLines = { label: string; isWarning: boolean; lines: string[] }[];

/** What stands under the name, part by part; a part of which nothing is known is left out. */
export function whisperLines(card: WhisperCard, reader: WhisperReader): WhisperLines {
  const called = firstName(card.name);
  const since = card.since
    ? `In touch since ${format(card.since, reader, { month: "long", year: "numeric" })}.`
    : "";
  const parts: [string, string[]][] = [
    ["How known", [card.howMet, since]],
    ["Careful", card.avoid],
    ["Last", card.contacts.map((one) => sayContact(one, reader))],
    ["Promised", card.promises.map((one) => sayPromise(one, called, reader))],
    ["Around them", card.relations.map(sayRelation)],
    ["To talk about", card.topics],
    ["Likes", card.likes],
    ["Days", card.days.map((one) => sayDay(one, reader))],
    ["Open", card.tasks.map((one) => one.title)],
  ];
  return parts
    .map(([label, lines]) => ({ label, isWarning: label === "Careful", lines: lines.filter(Boolean) }))
    .filter(({ lines }) => lines.length > 0);
}

/** "Friends · Editor, Haddad Studio". */
export function whisperHead(card: Pick<WhisperCard, "circles" | "jobTitle" | "organization">): string {
  return [...card.circles, [card.jobTitle, card.organization].filter(Boolean).join(", ")]
    .filter(Boolean)
    .join(" · ");
}

/** That somebody has died, or what time it is where they live if that is elsewhere; empty when there is nothing to say. */
export function whisperNow(
  card: Pick<WhisperCard, "name" | "died" | "zone">,
  reader: WhisperReader,
  now: number,
): string {
  if (card.died?.on) return `Died on ${day(card.died.on, reader, true)}.`;
  if (card.died) return `${firstName(card.name)} has died.`;
  if (!card.zone || card.zone === reader.zone) return "";
  const weekday = format(new Date(now).toISOString(), { ...reader, zone: card.zone }, { weekday: "long" });
  const other = dayAt(now, card.zone) === dayAt(now, reader.zone) ? "" : `, ${weekday}`;
  return `It is ${wallAt(now, card.zone).slice(11, 16)} there${other} (${card.zone.replaceAll("_", " ")}).`;
}

function sayContact({ what, at, by, isByAgent, words, note }: WhisperContact, reader: WhisperReader): string {
  const when = format(at, reader, { day: "numeric", month: "short", year: "numeric" });
  const head = `${what}, ${when}${by ? ` · ${byWhom(by, isByAgent ? "agent" : null)}` : ""}`;
  return words ? `${head}: “${words}”` : note ? `${head}: ${note}` : head;
}

/** "Mira: Send the book, by 3 May."; words that end in a call or a question keep their mark: "Send the book! By 3 May." */
function sayPromise({ whose, text, dueOn }: WhisperPromise, called: string, reader: WhisperReader): string {
  const who = whose === "person" ? called : reader.isClient ? "You" : reader.clientShort;
  if (!dueOn) return `${who}: ${stop(text)}`;
  const said = text.replace(/\.$/, "");
  return `${who}: ${said}${stop(said) === said ? " By" : ", by"} ${day(dueOn, reader)}.`;
}

function sayRelation({ label, name, note }: WhisperRelation): string {
  return `${label}: ${name}${note ? `, ${note}` : ""}`;
}

function sayDay({ kind, label, next, age }: WhisperDay, reader: WhisperReader): string {
  const what =
    kind === "birthday" ? "Birthday" : label || (kind === "anniversary" ? "Anniversary" : "A day of theirs");
  const years = age
    ? kind === "birthday"
      ? `, turns ${age}`
      : `, ${age} ${age === 1 ? "year" : "years"}`
    : "";
  return `${what} on ${day(next, reader)}${years}`;
}

function day(plain: string, reader: WhisperReader, withYear = false): string {
  const year = withYear ? ({ year: "numeric" } as const) : {};
  return format(`${plain}T00:00:00Z`, { ...reader, zone: "UTC" }, { day: "numeric", month: "long", ...year });
}

function format(
  iso: string,
  { locale, zone }: Pick<WhisperReader, "locale" | "zone">,
  options: Intl.DateTimeFormatOptions,
): string {
  return new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }).format(Date.parse(iso));
}
