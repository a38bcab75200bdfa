import type { DateWords, QuickAddChip, QuickAddReading, ReadDates, Span } from "@/lib/domain/task/quick-add";
import { findKind, findTrailingBirthday } from "@/lib/domain/task/quick-add-kinds";
import { divide, findSlot } from "@/lib/domain/task/quick-add-person";
import { firstFree, nameIn, overlaps, spanOf } from "@/lib/domain/task/quick-add-spans";
import { findOwnWords } from "@/lib/domain/task/quick-add-words";
import { anchorRule, formatTaskRule, readTaskRule } from "@/lib/domain/task/repeat";
import { sayRepeat } from "@/lib/domain/task/repeat-words";

const quoted = /"[^"]{0,500}"|“[^”]{0,500}”/g;
const services = "LinkedIn|Facebook|Instagram|Threads|Bluesky|Mastodon|TikTok|YouTube|GitHub|WhatsApp|Xing|X";
const onService = new RegExp(`(?<=^|\\s)(?:on|from)[ \\t]{1,5}(${services})(?=$|[\\s,.])`, "i");
const handles = /(?<=^|\s)@[^\s,;]{1,200}/;

/**
 * Reads a line of quick add. Pure: which dates its words mean is asked of `readDates`, whether somebody of a name is known
 * of `isKnown`. Nothing that was typed is lost: what is understood as nothing in particular is in `rest`.
 */
export function readQuickAdd(
  line: string,
  readDates: ReadDates,
  isKnown: (name: string) => boolean,
): QuickAddReading {
  const quotes = [...line.matchAll(quoted)].map(spanOf);
  const own = findOwnWords(line, (span) => !quotes.some((quote) => overlaps(quote, span)));
  const claimed: Span[] = [...own.chips];
  const chips: QuickAddChip[] = [...own.chips];

  const leading = findKind(line, firstFree(line, claimed));
  const trailing = leading ? null : findTrailingBirthday(line);
  const kind = leading?.kind ?? (trailing ? "birthday" : "other");
  const kindWord = leading?.word ?? trailing?.word ?? "";
  const said = leading ?? trailing;
  if (said) chips.push({ ...said.span, label: "Kind", value: kindWord });
  if (leading) claimed.push({ start: leading.span.start, end: leading.after });
  if (trailing) claimed.push({ start: trailing.name.end, end: trailing.span.end });

  const request = kind === "follow-request" ? findRequest(line) : [];
  chips.push(...request);
  claimed.push(...request);
  const saidAs = (label: string) => request.find((chip) => chip.label === label)?.value ?? null;
  const handle = saidAs("Handle");

  const slot = handle ? null : findSlot(line, leading, trailing?.name ?? null);
  const { name, date, rest } = divide({ text: line, claimed, quotes, slot, readDates, isKnown });
  const person = name && slot ? { name: nameIn(line, name), span: name, use: slot.use } : null;
  if (person?.use === "make") chips.push({ ...person.span, label: "Person", value: person.name });
  if (date) chips.push({ start: date.start, end: date.end, label: "Date", value: date.day });

  const from = own.repeat?.from ?? (kind === "keep-in-touch" ? "completion" : "calendar");
  const repeat = own.repeat && {
    rule: from === "calendar" ? ruleOn(own.repeat.rule, date) : own.repeat.rule,
    from,
  };
  const repeats = chips.find((chip) => chip.label === "Repeats");
  if (repeats && repeat) repeats.value = sayRepeat(repeat);
  return {
    kind,
    kindWord,
    person,
    handle,
    service: saidAs("Service"),
    date,
    leadDays: own.leadDays,
    priority: own.priority,
    tag: own.tag,
    repeat,
    rest,
    chips: chips.sort((a, b) => a.start - b.start),
    problems: [...own.problems, ...(date?.problem ? [date.problem] : [])],
  };
}

/** Every name that a line could mean, so that who is known can be looked up before the line is read. */
export function namesToLookUp(line: string, readDates: ReadDates): string[] {
  const names = new Set<string>();
  readQuickAdd(line, readDates, (name) => {
    names.add(name);
    return false;
  });
  return [...names];
}

/** "Every year 29 Feb" first falls on the 28th where its year has no 29th, and goes on meaning the 29th: the rule says so. */
function ruleOn(rule: string, date: DateWords | null): string {
  if (date === null || date.problem !== null || date.yearly.day === Number(date.day.slice(8))) return rule;
  const read = readTaskRule(rule);
  const { month, day } = date.yearly;
  return read.ok ? formatTaskRule(anchorRule(read.rule, `2000-${twoDigits(month)}-${twoDigits(day)}`)) : rule;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}

/** Who asks to follow, and where. */
function findRequest(line: string): QuickAddChip[] {
  const handle = handles.exec(line);
  const service = onService.exec(line);
  return [
    ...(handle ? [{ ...spanOf(handle), label: "Handle", value: handle[0] }] : []),
    ...(service ? [{ ...spanOf(service), label: "Service", value: service[1] ?? "" }] : []),
  ];
}
