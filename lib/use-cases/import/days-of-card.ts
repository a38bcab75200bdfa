import type { CardDate, ReadPerson, WrittenDate } from "@/lib/adapters/contacts/read-person";
import { cutText } from "@/lib/domain/cut-text";
import type { CardDay } from "@/lib/domain/person/fill-in";
import type { CardFact } from "@/lib/domain/person/fill-in-more";
import type { DateKind } from "@/lib/domain/person/person";
import { isYearlyDate } from "@/lib/domain/person/yearly-date";

/** A card's days: those that come back every year, and what is known too vaguely for that, kept as details and remarked on. */
export type DaysRead = { days: CardDay[]; vague: CardFact[]; died: { on: string | null } | null };

const MOST_DAYS = 30;

/** The yearly days of a card, and whether its person has died. Nothing vague is lost: it is a detail of theirs. */
export function daysOfCard(card: ReadPerson, remarks: string[]): DaysRead {
  const written: [DateKind, string, WrittenDate | null][] = [
    ["birthday", "", card.birthday],
    ["anniversary", "", card.anniversary],
    ...card.otherDates.map((date): [DateKind, string, WrittenDate] => [
      "other",
      cutText(date.label, 100),
      date,
    ]),
  ];
  const days: CardDay[] = [];
  const vague: CardFact[] = [];
  for (const [kind, label, date] of written) {
    if (date === null) continue;
    const found = wholeDay(date);
    if (found) days.push({ kind, label, ...found });
    else keepVague(kind === "other" ? label || "Day" : words[kind], date, vague, remarks);
  }
  for (const day of card.more?.days ?? [])
    if (isYearlyDate(day)) days.push({ ...day, label: cutText(day.label, 100) });
  if (days.length > MOST_DAYS) remarks.push(`${days.length} days: the first ${MOST_DAYS} are taken.`);
  const died = diedOf(card, vague, remarks);
  if (died && days.length > 0) remarks.push("They have died, so their days ask for nothing.");
  return { days: days.slice(0, MOST_DAYS), vague, died };
}

const words = { birthday: "Birthday", anniversary: "Anniversary" } as const;

function diedOf(card: ReadPerson, vague: CardFact[], remarks: string[]): DaysRead["died"] {
  if (card.deathDate === null) return card.more?.isDead === true ? { on: null } : null;
  const found = wholeDay(card.deathDate);
  if (!found || found.year === null) {
    keepVague("Died", card.deathDate, vague, remarks);
    return { on: null };
  }
  return { on: `${String(found.year).padStart(4, "0")}-${two(found.month)}-${two(found.day)}` };
}

function wholeDay({ date }: WrittenDate): { year: number | null; month: number; day: number } | null {
  const { year = null, month = null, day = null } = date ?? {};
  if (month === null || day === null) return null;
  return isYearlyDate({ year, month, day }) ? { year, month, day } : null;
}

function keepVague(what: string, { date, raw }: WrittenDate, vague: CardFact[], remarks: string[]): void {
  const said = cutText((date && sayDate(date)) || raw, 200);
  if (said === "") return;
  const value = `${what}: ${said}`;
  vague.push({ kind: "detail", label: "", value, fromWhere: "" });
  remarks.push(`“${cutText(value, 160)}” is no whole day: it is kept as a detail.`);
}

/** "April 1996", "1996", "April", "15 April"; "" for a day of the month alone. */
function sayDate({ year, month, day }: CardDate): string {
  const name = month === null ? "" : (MONTHS[month - 1] ?? "");
  const parts = [month === null || day === null ? "" : String(day), name, year === null ? "" : String(year)];
  return parts.filter(Boolean).join(" ");
}

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

function two(n: number): string {
  return String(n).padStart(2, "0");
}
