import type { Span } from "@/lib/domain/task/quick-add";

export function spanOf(match: RegExpMatchArray): Span {
  const start = match.index ?? 0;
  return { start, end: start + match[0].length };
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Where the first word stands that nobody has claimed. */
export function firstFree(line: string, claimed: Span[]): number {
  let at = 0;
  for (const span of [...claimed].sort((a, b) => a.start - b.start)) {
    if (line.slice(at, span.start).trim() !== "") break;
    at = span.end;
  }
  const after = line.slice(at);
  return at + (after.length - after.trimStart().length);
}

/** A sign that no date goes across covers the spans; as long as they are, so that places in the text stay the same. */
export function masked(line: string, spans: Span[]): string {
  return spans.reduce(
    (text, { start, end }) => text.slice(0, start) + "|".repeat(end - start) + text.slice(end),
    line,
  );
}

/** "on Friday", "by 3 May": the little word goes with the date. */
export function withLittleWord(line: string, { start, end }: Span): Span {
  const before = line.slice(Math.max(0, start - 60), start);
  const little = /(?:(?<=^|\s)(?:on|by|due|until|before|at|the|is)[ \t]{1,5}){1,3}$/i.exec(before);
  return { start: start - (little?.[0].length ?? 0), end };
}

/** What is left of a line without these spans: single spaces, no signs hanging at its ends, no quotes around all of it. */
export function restOf(line: string, spans: Span[]): string {
  const units = line.split("");
  for (const { start, end } of spans) units.fill(" ", start, end);
  const text = units
    .join("")
    .replace(/\s+/g, " ")
    .replace(/ ([,;:])(?= |$)/g, "$1")
    .replace(/([,;:])[,;:]+/g, "$1");
  const bare = text.replace(/^[\s,;:·.–-]+/, "").replace(/[\s,;:·–-]{1,500}$/, "");
  const whole = /^(?:"([^"]*)"|“([^”]*)”)$/.exec(bare);
  return (whole ? (whole[1] ?? whole[2] ?? "") : bare).trim();
}

/** A name as it is kept: without quotes, with single spaces. */
export function nameIn(line: string, { start, end }: Span): string {
  return line.slice(start, end).replace(/["“”]/g, "").replace(/\s+/g, " ").trim();
}
