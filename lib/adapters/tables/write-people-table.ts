import { type ExportedPerson, eventOfDay, type TableWidths } from "@/lib/domain/person/exported";
import type { LabelledText } from "@/lib/domain/person/person";

const many = [
  ["emails", "E-mail"],
  ["phones", "Phone"],
  ["addresses", "Address"],
  ["links", "Website"],
] as const;

/** The heading row, with the mark by which Excel sees UTF-8. Headings as Google's, so that other programs understand them. */
export function peopleTableHead(widths: TableWidths): string {
  const numbered = (n: number, word: string) =>
    Array.from({ length: n }, (_, at) => [`${word} ${at + 1} - Label`, `${word} ${at + 1} - Value`]).flat();
  const head = [
    "Firsthand id",
    "Name",
    "First Name",
    "Last Name",
    "Nickname",
    "Said as",
    "Organization",
    "Job Title",
    "Circles",
    ...many.flatMap(([key, word]) =>
      numbered(widths[key], word).map((heading) =>
        key === "addresses" ? heading.replace("Value", "Formatted") : heading,
      ),
    ),
    "Birthday",
    "Anniversary",
    "Died",
    ...numbered(widths.days, "Event"),
    ...numbered(widths.relations, "Relation"),
    "How met",
    "Careful",
    "Notes",
    "Language",
    "Time zone",
    "Private",
  ];
  return `\ufeff${row(head)}`;
}

/**
 * Somebody as one row below that heading row (RFC 4180). What a program could take for a formula gets an apostrophe before it.
 * A private relation is left out: no column could say that it is.
 */
export function peopleTableRow(person: ExportedPerson, widths: TableWidths): string {
  const birthday = person.days.find((day) => day.kind === "birthday");
  const anniversary = person.days.find((day) => day.kind === "anniversary");
  const others = person.days
    .filter((day) => day !== birthday && day !== anniversary)
    .map((day) => ({ label: eventOfDay(day), value: yearly(day) }));
  const relations = person.relations
    .filter((relation) => !relation.isPrivate)
    .map(({ kind, name }) => ({ label: kind, value: name }));
  return row([
    person.uid,
    person.name,
    person.givenName,
    person.familyName,
    person.nicknames.join("\n"),
    person.saidAs,
    person.organization,
    person.jobTitle,
    person.circles.join(", "),
    ...many.flatMap(([key]) => pairs(person[key], widths[key])),
    birthday ? yearly(birthday) : "",
    anniversary ? yearly(anniversary) : "",
    person.diedOn ?? (person.isDead ? "yes" : ""),
    ...pairs(others, widths.days),
    ...pairs(relations, widths.relations),
    person.howMet,
    person.careful,
    person.note,
    person.language ?? "",
    person.zone ?? "",
    person.isPrivate ? "yes" : "",
  ]);
}

function pairs(list: LabelledText[], width: number): string[] {
  return Array.from({ length: width }, (_, n) => [list[n]?.label ?? "", list[n]?.value ?? ""]).flat();
}

function yearly({ year, month, day }: ExportedPerson["days"][number]): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${year === null ? "-" : String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

function row(cells: string[]): string {
  return `${cells.map(cell).join(",")}\r\n`;
}

/**
 * A program that parts cells at semicolons or tabs, or does not know quotes, begins anew within one. The reader takes each
 * apostrophe off again, so that a text that has one there comes back as it was.
 */
function cell(text: string): string {
  const safe = text.replace(/^(?='*[\t\r])|(?<=^|[;\t\r\n])(?='*[=+\-@])/g, "'");
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
