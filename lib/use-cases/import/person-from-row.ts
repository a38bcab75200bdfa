import { createHash } from "node:crypto";
import { emptyPerson } from "@/lib/adapters/contacts/card-draft";
import { readCardDate } from "@/lib/adapters/contacts/date-forms";
import { SHORT_YEAR } from "@/lib/adapters/contacts/date-words";
import type { ReadPerson, WrittenDate } from "@/lib/adapters/contacts/read-person";
import { type Column, type ColumnKind, type DateOrder, orderDate } from "@/lib/domain/import/columns";
import { CONNECTED_ON, seriesOf } from "@/lib/domain/import/guess-column";
import { dayOfEvent } from "@/lib/domain/person/exported";
import type { CardDay } from "@/lib/domain/person/fill-in";
import { isUniqueUid } from "@/lib/domain/person/match-person";
import { parseYearlyDate } from "@/lib/domain/person/yearly-date";
import { addressesOfRow } from "@/lib/use-cases/import/addresses-of-row";

/** One cell, as its column is understood. Cells of one `group` belong together: an address's parts, a value and its label. */
export type Cell = { kind: ColumnKind; label: string; value: string; group: string };

type Labelled = { value: string; label: string | null; preferred: boolean };

const yes = /^(yes|y|ja|oui|s[íi]|true|wahr|vrai|verdadero|on|ein|x|1)$/i;
const secret = /^(private?|privat|priv[ée]|privado|confidential|vertraulich|confidentiel|confidencial)$/i;

/** One row of a table, as its columns are understood → a person. `line` counts from the heading row, which is 1. */
export function personFromRow(
  headings: string[],
  columns: Column[],
  row: string[],
  order: DateOrder | null,
  line: number,
): ReadPerson {
  const cells = columns.flatMap(({ kind, label }, n): Cell[] => {
    const value = (row[n] ?? "").trim();
    if (kind === "skip" || value === "") return [];
    return [{ kind, label, value, group: seriesOf(headings[n] ?? "") || label }];
  });
  const isOwn = headings.some((heading) => /^firsthand id$/i.test(heading.trim()));
  const all = (kind: ColumnKind) => cells.filter((cell) => cell.kind === kind).map((cell) => cell.value);
  const first = (kind: ColumnKind) => all(kind)[0] ?? "";
  const labelled = (kind: ColumnKind, labels: ColumnKind) => labelledOf(cells, kind, labels, isOwn);
  const person = emptyPerson(line);
  person.name = {
    ...person.name,
    given: first("givenName"),
    family: first("familyName"),
    additional: all("middleName"),
    prefixes: all("prefix"),
    suffixes: all("suffix"),
    phoneticGiven: first("phoneticGiven") || null,
    phoneticFamily: first("phoneticFamily") || null,
  };
  person.nicknames = all("nickname").flatMap((value) => value.split(isOwn ? "\n" : /\n| ::: /));
  person.organization = first("organization") || null;
  person.department = first("department") || null;
  person.title = first("jobTitle") || null;
  person.emails = labelled("email", "emailLabel").filter(({ value }) => value.includes("@"));
  person.phones = labelled("phone", "phoneLabel").map((phone) => ({ ...phone, kinds: [], extension: null }));
  person.urls = labelled("link", "linkLabel");
  person.addresses = addressesOfRow(cells);
  person.relations = labelled("relation", "relationLabel").map(({ value, label }) => ({
    label: label ?? "related",
    value,
  }));
  person.note = all("note").join("\n\n") || null;
  person.languages = all("language");
  person.timezone = first("zone") || null;
  person.uid = uidOf(first("id"), headings, isOwn);
  person.privateFlag = all("private").some((value) => yes.test(value) || secret.test(value));
  person.name.full = first("name") || nameOf(person);
  const isDead = yes.test(first("died"));
  person.deathDate = isDead ? null : dateOf(first("died"), order, person.notes);
  person.more = {
    isOwn,
    isDead,
    saidAs: first("saidAs"),
    howMet: cells
      .filter((cell) => cell.kind === "howMet")
      .map(sayMet)
      .join("\n"),
    careful: first("careful"),
    circles: all("circles").flatMap((value) => value.split(/\s*(?: ::: |[,;\n])\s*/)),
  };
  const others = labelled("otherDate", "otherDateLabel");
  if (isOwn) readOwnDays(person, cells, others, order);
  else readDays(person, cells, others, order);
  return person;
}

/** Values of a sort with what they are called: by a column of labels, else by their own heading. */
function labelledOf(cells: Cell[], kind: ColumnKind, labels: ColumnKind, isOwn: boolean): Labelled[] {
  return cells
    .filter((cell) => cell.kind === kind)
    .flatMap((cell) => {
      const named = cells.find((one) => one.kind === labels && one.group === cell.group)?.value;
      if (isOwn) return [{ value: cell.value, label: named ?? null, preferred: false }];
      return cell.value.split(" ::: ").map((value) => ({
        value: value.trim(),
        label: (named?.replace(/^\*\s*/, "") ?? cell.label) || null,
        preferred: named?.startsWith("*") === true,
      }));
    });
}

function nameOf({ name, organization, nicknames, emails, phones }: ReadPerson): string {
  const parts = [...name.prefixes, name.given, ...name.additional, name.family, ...name.suffixes];
  return (
    parts.filter(Boolean).join(" ") ||
    organization ||
    nicknames[0] ||
    emails[0]?.value ||
    phones[0]?.value ||
    ""
  );
}

/** An id that a program counts for itself means nothing beside the ids of another: the headings' sum tells them apart. */
function uidOf(id: string, headings: string[], isOwn: boolean): string | null {
  if (id === "" || isOwn || isUniqueUid(id)) return id || null;
  const sum = createHash("sha256").update(headings.join("\u001f")).digest("hex").slice(0, 16);
  return `table:${sum}:${id}`;
}

/** LinkedIn knows since when; anything else is a sentence already. */
function sayMet({ label, value }: Cell): string {
  if (label !== CONNECTED_ON) return value;
  const { year = null, month = null, day = null } = readCardDate(value, null)?.written.date ?? {};
  if (year === null || month === null || day === null) return `Connected on LinkedIn on ${value}.`;
  const said = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", dateStyle: "long" });
  return `Connected on LinkedIn on ${said.format(Date.UTC(year, month - 1, day))}.`;
}

/** Another program's days; those with a name of their own go where they belong. */
function readDays(person: ReadPerson, cells: Cell[], others: Labelled[], order: DateOrder | null): void {
  const first = (kind: ColumnKind) => cells.find((cell) => cell.kind === kind)?.value ?? "";
  const parts = [first("birthYear"), first("birthMonth"), first("birthDay")] as const;
  person.birthday = dateOf(first("birthday") || dayOfParts(...parts), order, person.notes);
  person.anniversary = dateOf(first("anniversary"), order, person.notes);
  for (const { value, label } of others) {
    const found = dateOf(value, order, person.notes);
    if (!found) continue;
    const named = /^(anniversary|birthday)$/i.exec(label ?? "")?.[1]?.toLowerCase();
    if (named === undefined) person.otherDates.push({ label: label ?? "date", ...found });
    else if (named === "anniversary")
      person.anniversary = person.anniversary?.date ? person.anniversary : found;
    else person.birthday = person.birthday?.date ? person.birthday : found;
  }
}

/** Our own days, exactly as they were written down; what another program has written anew since is read as anybody's. */
function readOwnDays(person: ReadPerson, cells: Cell[], others: Labelled[], order: DateOrder | null): void {
  const own = (["birthday", "anniversary"] as const).flatMap((kind) =>
    cells.filter((cell) => cell.kind === kind).map(({ value }) => ({ value, kind, label: "" })),
  );
  const rest = others.map(({ value, label }) => ({ value, ...dayOfEvent(label ?? "") }));
  const days: CardDay[] = [];
  for (const { value, kind, label } of [...own, ...rest]) {
    const exact = parseYearlyDate(value);
    const found = exact ? null : dateOf(value, order, person.notes);
    if (exact) days.push({ kind, label, ...exact });
    else if (found && kind === "other") person.otherDates.push({ label, ...found });
    else if (found && kind !== "other") person[kind] ??= found;
  }
  person.more = { ...person.more, days };
}

/** Year, month and day in columns of their own, as one text; what is missing stays open. */
function dayOfParts(year: string, month: string, day: string): string {
  if (![year, month, day].every((part) => /^\d*$/.test(part))) return [day, month, year].join(" ");
  if (month === "") return year;
  const end = day === "" ? "" : `-${day.padStart(2, "0")}`;
  return `${year === "" ? "-" : year.padStart(4, "0")}-${month.padStart(2, "0")}${end}`;
}

function dateOf(value: string, order: DateOrder | null, notes: string[]): WrittenDate | null {
  if (value === "") return null;
  const { text, isShortYear } = orderDate(value, order);
  const read = readCardDate(text, null);
  const note = read?.note ?? (isShortYear ? SHORT_YEAR : null);
  if (read && note) notes.push(note);
  return read ? { ...read.written, raw: value } : null;
}
