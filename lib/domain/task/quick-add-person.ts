import type { DateWords, ReadDates, Span } from "@/lib/domain/task/quick-add";
import type { LeadingKind } from "@/lib/domain/task/quick-add-kinds";
import { nameSpans } from "@/lib/domain/task/quick-add-names";
import { masked, nameIn, restOf, withLittleWord } from "@/lib/domain/task/quick-add-spans";

/** Where a person's name may begin, whether somebody unknown is to be made, and whether the name stays in the title. */
export type Slot = { start: number; use: "link" | "make"; inTitle: boolean; fixed?: Span };

/** A line divided into a name, a date and what is left. */
export type Division = { name: Span | null; date: DateWords | null; rest: string; isKnown: boolean };

type Line = {
  text: string;
  claimed: Span[];
  quotes: Span[];
  slot: Slot | null;
  readDates: ReadDates;
  isKnown: (name: string) => boolean;
};

/** Where a person's name may stand: before "'s birthday", behind an @, behind the kind's word, or behind "with". */
export function findSlot(line: string, leading: LeadingKind | null, before: Span | null): Slot | null {
  const use = leading?.kind === "follow-request" ? "link" : "make";
  if (before) return { start: before.start, use, inTitle: false, fixed: before };
  const sign = /(?<=^|\s)@(?=[\p{L}"“])/u.exec(line);
  if (sign) return { start: sign.index + 1, use, inTitle: false };
  if (leading && leading.takes !== "title") return { start: leading.after, use, inTitle: false };
  const beside = /(?<=\s)(?:with|from|by)[ \t]{1,5}(?=\p{Lu})/u.exec(line);
  return beside ? { start: beside.index + beside[0].length, use: "link", inTitle: true } : null;
}

/**
 * Divides a line so that the fewest words are left over. "birthday May 3 May" has a name and a date, "birthday June May 12
 * June" a longer name. Somebody who is known under exactly that name wins over everything.
 */
export function divide(line: Line): Division {
  const { slot, text, claimed } = line;
  if (!slot) return divisionWith(line, null);
  if (slot.fixed) return divisionWith(line, slot.fixed);
  const names = nameSpans(text, slot.start, claimed);
  const divisions = names.map((name) => divisionWith(line, name));
  if (names.length > 0) return best(slot.inTitle ? [divisionWith(line, null), ...divisions] : divisions);
  const nameless = divisionWith(line, null);
  if (nameless.date === null || slot.inTitle) return nameless;
  // "birthday 3 May Ana": the name comes behind the date.
  const late = nameSpans(text, nameless.date.end, claimed).map((name) => divisionWith(line, name));
  return late.length > 0 ? best(late) : nameless;
}

function divisionWith(
  { text, claimed, quotes, slot, readDates, isKnown }: Line,
  name: Span | null,
): Division {
  const date = fullest(readDates(masked(text, [...claimed, ...quotes, ...(name ? [name] : [])])));
  const out = [...claimed, ...(date ? [withLittleWord(text, date)] : [])];
  if (name && !slot?.inTitle)
    out.push({ start: text[name.start - 1] === "@" ? name.start - 1 : name.start, end: name.end });
  return { name, date, rest: restOf(text, out), isKnown: name !== null && isKnown(nameIn(text, name)) };
}

function best(divisions: Division[]): Division {
  const length = ({ name }: Division) => (name ? name.end - name.start : 0);
  const left = ({ rest }: Division) => (rest === "" ? 0 : rest.split(" ").length);
  const sorted = [...divisions].sort(
    (a, b) =>
      Number(b.isKnown) - Number(a.isKnown) ||
      left(a) - left(b) ||
      (b.date?.weight ?? 0) - (a.date?.weight ?? 0) ||
      length(b) - length(a),
  );
  return sorted[0] ?? { name: null, date: null, rest: "", isKnown: false };
}

/** Of several dates the one that says most; of equals the last. */
function fullest(dates: DateWords[]): DateWords | null {
  return dates.reduce<DateWords | null>(
    (most, date) => (most && most.weight > date.weight ? most : date),
    null,
  );
}
