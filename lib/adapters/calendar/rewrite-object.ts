import { placeInSeries } from "@/lib/adapters/calendar/place-in-series";
import { readCalendar } from "@/lib/adapters/calendar/read-calendar";
import { writeCalendar } from "@/lib/adapters/calendar/write-calendar";
import type { EntryToWrite } from "@/lib/adapters/calendar/write-event";
import { foldLine } from "@/lib/adapters/content-lines/write-line";
import type { ObjectField } from "@/lib/domain/calendar/merge-object";

/** A part of a series to be written, and which of its fields are as the object says them already. */
export type PartToWrite = { entry: EntryToWrite; asSaid: ReadonlySet<ObjectField> };

/** Which properties say a field. A map of the old place, or the old words in HTML, would be wrong beside new ones. */
const PROPERTIES: Record<ObjectField, RegExp> = {
  when: /^(DTSTART|DTEND|DURATION|RRULE|EXRULE|RDATE|EXDATE|RECURRENCE-ID)$/,
  summary: /^SUMMARY$/,
  place: /^(LOCATION|GEO|X-APPLE-STRUCTURED-LOCATION)$/,
  link: /^(URL|CONFERENCE|X-GOOGLE-CONFERENCE|X-MICROSOFT-SKYPETEAMSMEETINGURL|X-MICROSOFT-ONLINEMEETINGCONFLINK|X-CONFERENCE-URL|X-ZOOM-URL)$/,
  note: /^(DESCRIPTION|X-ALT-DESC)$/,
  status: /^STATUS$/,
  free: /^(TRANSP|X-MICROSOFT-CDO-BUSYSTATUS)$/,
};
const ALWAYS_OURS = /^(UID|DTSTAMP|SEQUENCE|LAST-MODIFIED)$/;

/**
 * The object with these parts in it and no others. Of what stands there only what we say is changed, and of that only what says
 * something else now: alarms, colours, and lines that other programs added stay as they are. `said` is "" for a new one.
 */
export function rewriteObject(said: string, parts: readonly PartToWrite[]): string {
  const fresh = blocksOf(
    writeCalendar(
      {},
      parts.map(({ entry }) => entry),
    ),
  );
  const old = blocksOf(said);
  const before = new Map<string, Block>();
  if (said !== "")
    for (const event of readCalendar(new TextEncoder().encode(said)).events) {
      const block = old.inside.find((one) => one.line === event.line);
      if (block) before.set(placeInSeries(event.recurrenceId), block);
    }
  const zones = old.inside.filter(({ name }) => name === "VTIMEZONE");
  const known = new Set(zones.map(zoneNameOf));
  const missing = fresh.inside.filter((one) => one.name === "VTIMEZONE" && !known.has(zoneNameOf(one)));
  const written = fresh.inside.filter(({ name }) => name === "VEVENT");
  const others = old.inside.filter(({ name }) => name !== "VTIMEZONE" && name !== "VEVENT");
  const head = (old.head.length > 0 ? old : fresh).head.filter((line) => nameOf(line) !== "METHOD");
  const lines = [
    "BEGIN:VCALENDAR",
    ...head,
    ...[...zones, ...missing].flatMap(({ lines }) => lines),
    ...parts.flatMap(({ entry, asSaid }, n) =>
      mergeBlock(before.get(placeInSeries(entry.recurrenceId)), written[n], asSaid),
    ),
    ...others.flatMap(({ lines }) => lines),
    "END:VCALENDAR",
  ];
  return `${lines.map(foldLine).join("\r\n")}\r\n`;
}

/** A block with everything inside it, unfolded; `line` is where it begins. */
type Block = { name: string; line: number; lines: string[] };

/** A VEVENT of ours, with what else stood in the one there. */
function mergeBlock(
  old: Block | undefined,
  fresh: Block | undefined,
  asSaid: ReadonlySet<ObjectField>,
): string[] {
  if (!fresh) return [];
  if (!old) return fresh.lines;
  const kept = (name: string) => {
    const field = fieldOf(name);
    return field !== null && asSaid.has(field);
  };
  const { own, nested } = split(old);
  const ours = split(fresh).own.filter((line) => !kept(nameOf(line)));
  const isHidden = ours.some((line) => nameOf(line) === "CLASS");
  const theirs = own.filter((line) => {
    const name = nameOf(line);
    if (ALWAYS_OURS.test(name) || (name === "CLASS" && isHidden)) return false;
    return fieldOf(name) === null || kept(name);
  });
  return ["BEGIN:VEVENT", ...ours, ...theirs, ...nested, "END:VEVENT"];
}

function fieldOf(name: string): ObjectField | null {
  for (const [field, names] of Object.entries(PROPERTIES)) if (names.test(name)) return field as ObjectField;
  return null;
}

/** The properties of a block, without BEGIN and END, and the blocks inside it. */
function split({ lines }: Block): { own: string[]; nested: string[] } {
  const own: string[] = [];
  const nested: string[] = [];
  let depth = 0;
  for (const line of lines.slice(1, -1)) {
    const name = nameOf(line);
    if (name === "BEGIN") depth += 1;
    (depth > 0 ? nested : own).push(line);
    if (name === "END") depth -= 1;
  }
  return { own, nested };
}

/** What stands in the calendar itself, and the blocks in it. */
function blocksOf(text: string): { head: string[]; inside: Block[] } {
  const head: string[] = [];
  const inside: Block[] = [];
  const open: string[] = [];
  for (const { line, text: whole } of unfolded(text)) {
    const name = nameOf(whole);
    if (name === "BEGIN") open.push(blockNameOf(whole));
    if (open.length === 1 && name !== "BEGIN" && name !== "END") head.push(whole);
    if (open.length === 2 && name === "BEGIN") inside.push({ name: blockNameOf(whole), line, lines: [] });
    if (open.length >= 2) inside.at(-1)?.lines.push(whole);
    if (name === "END") open.pop();
  }
  return { head, inside };
}

/** The lines with their folds undone (RFC 5545 §3.1), each with the number of its first one. */
function unfolded(text: string): { line: number; text: string }[] {
  const lines: { line: number; text: string }[] = [];
  for (const [n, part] of text.split(/\r*\n|\r/).entries()) {
    const last = lines.at(-1);
    if (/^[ \t]/.test(part) && last) last.text += part.slice(1);
    else if (part !== "") lines.push({ line: n + 1, text: part });
  }
  return lines;
}

function nameOf(line: string): string {
  return (/^[^;:]*/.exec(line)?.[0] ?? "").trim().toUpperCase();
}

function blockNameOf(line: string): string {
  return line
    .slice(line.indexOf(":") + 1)
    .trim()
    .toUpperCase();
}

function zoneNameOf({ lines }: Block): string {
  const line = lines.find((one) => nameOf(one) === "TZID") ?? "";
  return line.slice(line.indexOf(":") + 1).trim();
}
