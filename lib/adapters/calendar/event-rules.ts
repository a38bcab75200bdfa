import { ruleFromOldGrammar } from "@/lib/adapters/calendar/old-rule";
import type { ReadTime } from "@/lib/adapters/calendar/read-event-types";
import type { ContentLine } from "@/lib/adapters/content-lines/content-line";
import { formatRule, parseRule } from "@/lib/domain/calendar/recurrence-rule";

/** RRULE and EXRULE lines, in one canonical form; a rule that cannot be followed is told, not guessed. */
export function rulesOf(lines: ContentLine[], start: ReadTime, notes: string[]): string[] {
  const rules: string[] = [];
  for (const line of lines.slice(0, 20)) {
    if (line.value.trim() === "") continue;
    const value = line.value.includes("=") ? line.value : (ruleFromOldGrammar(line.value) ?? line.value);
    const parsed = parseRule(value);
    if (!parsed.ok) {
      notes.push(`${parsed.why} Only its first date is kept.`);
      continue;
    }
    notes.push(...parsed.notes);
    const until =
      /UNTIL=([^;]*)/i
        .exec(value)?.[1]
        ?.replace(/[^0-9TZ]/gi, "")
        .toUpperCase() ?? null;
    rules.push(formatRule(parsed.rule, parsed.rule.until && until ? untilFor(until, start) : null));
  }
  return rules;
}

/** A whole-day event ends its rule with a whole day (RFC 5545 §3.3.10: the same kind as DTSTART). */
function untilFor(until: string, start: ReadTime): string {
  return start.kind === "date" ? until.slice(0, 8) : until;
}
