/** What the columns of a table of people mean. A column of several values has them parted by " ::: " or line ends. */
export const columnKinds = [
  "skip",
  "name",
  "givenName",
  "middleName",
  "familyName",
  "prefix",
  "suffix",
  "nickname",
  "saidAs",
  "phoneticGiven",
  "phoneticFamily",
  "organization",
  "department",
  "jobTitle",
  "email",
  "emailLabel",
  "phone",
  "phoneLabel",
  "address",
  "addressLabel",
  "street",
  "poBox",
  "city",
  "region",
  "postalCode",
  "country",
  "link",
  "linkLabel",
  "birthday",
  "birthYear",
  "birthMonth",
  "birthDay",
  "anniversary",
  "otherDate",
  "otherDateLabel",
  "died",
  "relation",
  "relationLabel",
  "howMet",
  "careful",
  "note",
  "language",
  "zone",
  "circles",
  "private",
  "id",
] as const;
export type ColumnKind = (typeof columnKinds)[number];

/** One column: what it means, and what its values are called ("work", "spouse"); "" when nobody says. */
export type Column = { kind: ColumnKind; label: string };

/** How short dates such as 03/04/1980 are meant; null while nobody has said. */
export type DateOrder = "day-first" | "month-first";

/** Which of the two orders the dates of a table can only have; "either" when no value decides; null without such dates. */
export type DateOrderSeen = DateOrder | "either" | null;

/** A table as it was read, and how it is understood. `samples` has some values of each column. */
export type ReadTable = {
  file: string;
  headings: string[];
  samples: string[][];
  columns: Column[];
  dateOrder: DateOrder | null;
  dateOrderSeen: DateOrderSeen;
  rows: number;
  program: string;
  encoding: string;
  isRemembered: boolean;
};

/** Whether headings say enough to begin with: something to call people by, or to reach them. */
export function isUnderstood(columns: Column[]): boolean {
  return columns.some(({ kind }) =>
    ["name", "givenName", "familyName", "email", "organization"].includes(kind),
  );
}

/** Which program wrote a table with these headings, as far as one can tell. */
export function programOf(headings: string[]): string {
  const has = (...names: string[]) =>
    names.every((name) => headings.some((one) => one.trim().toLowerCase() === name));
  if (has("firsthand id")) return "Firsthand";
  if (has("first name", "last name", "connected on")) return "LinkedIn";
  if (headings.some((one) => /^(E-mail|Phone) 1 - Value$/i.test(one.trim()))) return "Google Contacts";
  if (
    has("first name", "e-mail address") ||
    has("vorname", "nachname", "firma") ||
    has("vorname", "e-mail-adresse")
  )
    return "Outlook";
  return "";
}

/** A clock time may stand behind it: a spreadsheet's day is a midnight. */
const shortDate = /^\s*(\d{1,2})\s?[-/.]\s?(\d{1,2})(?:\s?[-/.]\s?\d{2,4})?(?:,?\s+\d{1,2}:\d{2}.*)?\s*$/;

/** What the short dates among these values allow. Dots are day-first wherever they are written. */
export function dateOrderIn(values: Iterable<string>): DateOrderSeen {
  let seen: DateOrderSeen = null;
  for (const value of values) {
    const match = shortDate.exec(value.slice(0, 40));
    if (!match || value.includes(".")) continue;
    const [a, b] = [Number(match[1]), Number(match[2])];
    if (a > 12 && b <= 12) return "day-first";
    if (b > 12 && a <= 12) return "month-first";
    if (a !== b) seen = "either";
  }
  return seen;
}

/**
 * 03/04/1980 in the order that was said, as 1980-04-03; anything else stays as it is. A year of two digits (`isShortYear`) may be of
 * either century, and is left out.
 */
export function orderDate(value: string, order: DateOrder | null): { text: string; isShortYear: boolean } {
  const asWritten = { text: value, isShortYear: false };
  const match = /^\s*(\d{1,2})\s?[-/]\s?(\d{1,2})(?:\s?[-/]\s?(\d{4}|\d{2}))?(?:,?\s.*)?$/.exec(
    value.slice(0, 40),
  );
  if (!match || order === null) return asWritten;
  const [first = "", second = "", year] = match.slice(1);
  const [month, day] = order === "day-first" ? [second, first] : [first, second];
  if (Number(month) > 12 || Number(day) > 31) return asWritten;
  const isShortYear = year?.length === 2;
  return {
    text: `${isShortYear ? "-" : (year ?? "-")}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`,
    isShortYear,
  };
}
