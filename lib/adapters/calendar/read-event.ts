import { type Component, linesByName } from "@/lib/adapters/calendar/component";
import { rulesOf } from "@/lib/adapters/calendar/event-rules";
import {
  alarmsOf,
  categoriesOf,
  conferencesOf,
  firstText,
  htmlToText,
  priorityOf,
} from "@/lib/adapters/calendar/event-texts";
import { readAttendee } from "@/lib/adapters/calendar/read-attendee";
import type { ReadEvent, ReadPeriod, ReadTime } from "@/lib/adapters/calendar/read-event-types";
import { readTime, type TimeContext } from "@/lib/adapters/calendar/read-time";
import { parseDuration } from "@/lib/adapters/calendar/time-values";
import { readAsWholeDays } from "@/lib/adapters/calendar/whole-days";
import type { ZonePart } from "@/lib/adapters/calendar/zone";
import { type ContentLine, paramValue } from "@/lib/adapters/content-lines/content-line";
import { textValue } from "@/lib/adapters/content-lines/text-values";

const MOST_DATES = 10_000;
const MOST_PEOPLE = 1_000;

/** A VEVENT that can be put on a calendar, or the reason why it cannot. */
export type EventOrReason = { event: ReadEvent } | { why: string };

/**
 * Reads one VEVENT (RFC 5545 §3.6.1). Of a repeated single value the first that can be read wins; a value that
 * cannot be read is left out with a note. Without a DTSTART the first other date that says when stands in for it.
 */
export function readEvent(component: Component, method: string | null, given: TimeContext): EventOrReason {
  const notes: string[] = [];
  const context: TimeContext = {
    ...given,
    note: (text) => (notes.includes(text) ? undefined : notes.push(text)),
  };
  const byName = linesByName(component);
  const all = (name: string) => byName.get(name) ?? [];
  const text = (name: string) => firstText(all(name));
  const times = (name: string) => all(name).flatMap((line) => timesOf(line, context));
  const time = (name: string) => times(name)[0] ?? null;

  const rdates = all("RDATE")
    .flatMap((line) => periodsOf(line, context))
    .slice(0, MOST_DATES);
  const recurrenceLine = all("RECURRENCE-ID")[0];
  const recurrenceId = time("RECURRENCE-ID");
  const said = time("DTSTART") ?? standIn(component, rdates, recurrenceId, time("DTEND"), notes);
  const start = said ?? stampOfMessage(component, method, time("DTSTAMP"));
  if (!start) {
    const written = all("DTSTART")[0];
    return {
      why: written
        ? `Its start cannot be read: ${textValue(written).slice(0, 60)}`
        : "It does not say when it is.",
    };
  }

  const visibility = text("CLASS")?.toLowerCase() ?? null;
  const event: ReadEvent = {
    uid: text("UID"),
    sequence: Number(/^\d{1,9}/.exec(text("SEQUENCE") ?? "")?.[0] ?? 0),
    method,
    summary: text("SUMMARY"),
    description: text("DESCRIPTION") ?? htmlToText(text("X-ALT-DESC")),
    location: text("LOCATION"),
    url: text("URL"),
    conferences: conferencesOf(component),
    start,
    end: null,
    duration: null,
    rules: rulesOf(all("RRULE"), start, notes),
    excludedRules: rulesOf(all("EXRULE"), start, notes),
    rdates,
    exdates: times("EXDATE").slice(0, MOST_DATES),
    recurrenceId,
    replacesFollowing: recurrenceLine
      ? /^thisandfuture$/i.test(paramValue(recurrenceLine, "RANGE") ?? "")
      : false,
    status: text("STATUS")?.toLowerCase() ?? null,
    class: visibility,
    privateFlag: /^(private|confidential)$/.test(visibility ?? ""),
    transparency: /^(transparent|1)$/i.test(text("TRANSP") ?? "") ? "transparent" : "opaque",
    organizer: all("ORGANIZER").map(readAttendee).find(Boolean) ?? null,
    attendees: all("ATTENDEE")
      .slice(0, MOST_PEOPLE)
      .flatMap((line) => readAttendee(line) ?? []),
    categories: all("CATEGORIES").flatMap(categoriesOf),
    priority: priorityOf(text("PRIORITY")),
    alarms: alarmsOf(component),
    geo: text("GEO"),
    created: time("CREATED")?.utc ?? time("DCREATED")?.utc ?? null,
    lastModified: time("LAST-MODIFIED")?.utc ?? null,
    stamp: time("DTSTAMP")?.utc ?? null,
    notes,
    line: component.line,
  };
  if (said === null) event.hasNoTime = true;
  const comment = text("COMMENT");
  if (comment) event.comment = comment;
  const sentBy = all("ORGANIZER").map((line) => paramValue(line, "SENT-BY"))[0];
  if (sentBy) event.sentBy = sentBy.replace(/^mailto:\s*/i, "").trim();
  readEnd(event, time("DTEND"), all("DURATION")[0], notes);
  readAsWholeDays(event, component, context);
  keepOwnZones(event, given.ownZones);
  if (component.isCutOff) notes.push("The entry was too long; the rest of its lines was left out.");
  return { event };
}

/** Later times are worked out from the entry alone, so the zones that nobody else knows stay with it. */
function keepOwnZones(event: ReadEvent, zones: TimeContext["ownZones"]): void {
  if (zones.size === 0) return;
  const periods = event.rdates.flatMap(({ start, end }) => [start, end]);
  const times = [event.start, event.end, event.recurrenceId, ...event.exdates, ...periods];
  for (const { writtenZone } of times.filter((time) => time !== null)) {
    const parts = writtenZone === null ? undefined : zones.get(writtenZone)?.parts;
    if (writtenZone === null || !parts) continue;
    event.ownZones ??= Object.create(null) as Record<string, ZonePart[]>;
    event.ownZones[writtenZone] = parts;
  }
}

/** All times of one line; values that are none are left out with a note. */
function timesOf(line: ContentLine, context: TimeContext): ReadTime[] {
  const found: ReadTime[] = [];
  for (const text of line.value.split(/[,;]/).slice(0, MOST_DATES)) {
    const time = readTime(text, line, context);
    if (time) found.push(time);
    else if (text.trim() !== "")
      context.note(`${line.name} has a date that cannot be read: ${text.trim().slice(0, 40)}`);
  }
  return found;
}

/** RDATE: dates, times, or periods "start/end" and "start/duration" (RFC 5545 §3.3.9). */
function periodsOf(line: ContentLine, context: TimeContext): ReadPeriod[] {
  const found: ReadPeriod[] = [];
  for (const text of line.value.split(/[,;]/).slice(0, MOST_DATES)) {
    const [first = "", second] = text.trim().split("/");
    const start = readTime(first, line, context);
    const end = second === undefined ? null : readTime(second, line, context);
    if (start) found.push({ start, end, duration: end || !second ? null : parseDuration(second) });
    else if (first !== "") context.note(`RDATE has a date that cannot be read: ${first.slice(0, 40)}`);
  }
  return found;
}

function standIn(
  component: Component,
  rdates: ReadPeriod[],
  recurrenceId: ReadTime | null,
  end: ReadTime | null,
  notes: string[],
): ReadTime | null {
  if (hasStart(component)) return null;
  const found = rdates[0]?.start ?? recurrenceId ?? end;
  if (found) notes.push("The event does not say when it starts; another of its dates was taken.");
  return found;
}

/** Who calls something off, or answers, need not say when it is (RFC 5546 §3.2.3, §3.2.5). */
function stampOfMessage(
  component: Component,
  method: string | null,
  stamp: ReadTime | null,
): ReadTime | null {
  return !hasStart(component) && (method === "CANCEL" || method === "REPLY") ? stamp : null;
}

/** A start that is written but unreadable is not guessed: the event would land on a wrong day. */
function hasStart(component: Component): boolean {
  return component.lines.some((line) => line.name === "DTSTART" && line.value.trim() !== "");
}

/** DTEND or DURATION; an end before the start, or of a day that ends as it starts, is no end. */
function readEnd(
  event: ReadEvent,
  end: ReadTime | null,
  durationLine: ContentLine | undefined,
  notes: string[],
): void {
  const duration = durationLine ? parseDuration(durationLine.value) : null;
  if (durationLine && !duration)
    notes.push(`Its duration cannot be used: ${durationLine.value.slice(0, 40)}`);
  if (end) {
    const isDay = event.start.kind === "date";
    const shaped =
      isDay && end.kind !== "date"
        ? { ...end, kind: "date" as const, local: end.local.slice(0, 10), utc: null }
        : end;
    const ordered =
      event.start.utc && shaped.utc ? shaped.utc >= event.start.utc : shaped.local >= event.start.local;
    if (shaped.kind === "date" && !isDay)
      notes.push("Its end is a day and its start a time; the end was left out.");
    else if (!ordered) notes.push("It ends before it starts; the end was left out.");
    else if (!isDay || shaped.local > event.start.local) event.end = shaped;
    return;
  }
  if (duration && (duration.days < 0 || duration.seconds < 0))
    notes.push("Its duration is negative; it was left out.");
  else event.duration = duration;
}
