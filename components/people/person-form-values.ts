/**
 * Somebody as their form holds them: everything as typed text, and what it becomes for the server. What cannot be read
 * is said at its field, under the server's own names ("dates.0.day").
 */
import { leadDaysOf } from "@/lib/domain/person/lead-days";
import type { DateKind, LabelledText } from "@/lib/domain/person/person";
import type { PersonView } from "@/lib/domain/person/view";
import { type CircleRules, WIDER } from "@/lib/domain/policy/circles";
import type { Circle } from "@/lib/domain/policy/default-tags";

/** A yearly day while it is typed: everything is text. */
export type DayValues = {
  id: string | null;
  kind: DateKind;
  label: string;
  month: string;
  day: string;
  year: string;
  leadDays: string;
};

/** A person while they are typed; the nicknames separated by commas. */
export type PersonValues = {
  name: string;
  saidAs: string;
  circles: Circle[];
  /** Days ahead for all their days; empty: as their circles say. */
  leadDays: string;
  givenName: string;
  familyName: string;
  nicknames: string;
  organization: string;
  jobTitle: string;
  emails: LabelledText[];
  phones: LabelledText[];
  addresses: LabelledText[];
  links: LabelledText[];
  dates: DayValues[];
  howMet: string;
  careful: string;
  note: string;
  language: string;
  zone: string;
  isPrivate: boolean;
};

/** The lists whose lines are a value and what it is called. */
export const listNames = ["emails", "phones", "addresses", "links"] as const;
export type ListName = (typeof listNames)[number];

export const emptyDay: DayValues = {
  id: null,
  kind: "birthday",
  label: "",
  month: "",
  day: "",
  year: "",
  leadDays: "",
};

export const emptyPerson: PersonValues = {
  name: "",
  saidAs: "",
  circles: [WIDER],
  leadDays: "",
  givenName: "",
  familyName: "",
  nicknames: "",
  organization: "",
  jobTitle: "",
  emails: [],
  phones: [],
  addresses: [],
  links: [],
  dates: [],
  howMet: "",
  careful: "",
  note: "",
  language: "",
  zone: "",
  isPrivate: false,
};

/** What the form shows of somebody who is there. */
export function fromPerson(person: PersonView): PersonValues {
  const { nicknames, language, zone, dates, leadDays, ...facts } = person;
  const names = Object.keys(emptyPerson) as (keyof PersonValues)[];
  const shared = Object.fromEntries(names.map((name) => [name, facts[name as keyof typeof facts]]));
  return {
    ...(shared as unknown as PersonValues),
    nicknames: nicknames.join(", "),
    language: language ?? "",
    zone: zone ?? "",
    leadDays: leadDays === null ? "" : String(leadDays),
    dates: dates.map(({ id, kind, label, month, day, year, leadDays }) => ({
      id,
      kind,
      label,
      month: String(month),
      day: String(day),
      year: year === null ? "" : String(year),
      leadDays: leadDays === null ? "" : String(leadDays),
    })),
  };
}

/** The form without the lines in which nothing was typed, so that a sentence about line 2 stands at line 2. */
export function withoutEmptyLines(values: PersonValues): PersonValues {
  const lists = Object.fromEntries(
    listNames.map((name) => [name, values[name].filter(({ value }) => value.trim() !== "")]),
  ) as Record<ListName, LabelledText[]>;
  const dates = values.dates.filter(
    ({ id, label, month, day, year }) => id !== null || [label, month, day, year].some((text) => text.trim()),
  );
  return { ...values, ...lists, dates };
}

/** What is sent, and what cannot be: every field, or only those that differ from `base` as it was read. */
export function toPersonInput(values: PersonValues, base: PersonValues | null) {
  const errors: Record<string, string> = {};
  if (values.name.trim() === "") errors.name = "Give a name.";
  const { isPrivate, ...rest } = values;
  const leadDays = readLeadDays(values.leadDays, "leadDays", errors);
  if (values.circles.length === 0) errors.circles = "Choose at least one circle.";
  const all: Record<string, unknown> = {
    ...rest,
    leadDays,
    nicknames: values.nicknames.split(/[,،]/).flatMap((name) => name.trim() || []),
    dates: values.dates.map((day, at) => readDay(day, `dates.${at}`, errors)),
  };
  if (base === null) return { input: isPrivate ? { ...all, isPrivate } : all, errors };
  const changed = Object.entries(all).filter(([name]) => differs(name as keyof PersonValues, values, base));
  return { input: Object.fromEntries(changed) as Record<string, unknown>, errors };
}

/** Whether a field holds something else in the one than in the other. */
export function differs(name: keyof PersonValues, one: PersonValues, other: PersonValues): boolean {
  return JSON.stringify(one[name]) !== JSON.stringify(other[name]);
}

function readDay({ id, kind, label, ...typed }: DayValues, at: string, errors: Record<string, string>) {
  const month = wholeNumber(typed.month);
  const day = wholeNumber(typed.day);
  const year = typed.year.trim() === "" ? null : wholeNumber(typed.year);
  if (Number.isNaN(month)) errors[`${at}.month`] = "Choose a month.";
  if (Number.isNaN(day)) errors[`${at}.day`] = "Give a day from 1 to 31.";
  if (Number.isNaN(year)) errors[`${at}.year`] = "Give a year of four digits, or leave it empty.";
  const leadDays = readLeadDays(typed.leadDays, `${at}.leadDays`, errors);
  return { id, kind, label: kind === "birthday" ? "" : label, month, day, year, leadDays };
}

/** Days ahead as typed; null where nothing was: as usual. */
function readLeadDays(typed: string, at: string, errors: Record<string, string>): number | null {
  const days = typed.trim() === "" ? null : wholeNumber(typed);
  if (days !== null && !(days <= 365)) errors[at] = "Give a number of days from 0 to 365.";
  return days;
}

function wholeNumber(text: string): number {
  return /^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN;
}

/** Days ahead where a day has none of its own: the person's as typed, their nearest circle's, or seven. */
export function usualLeadDays(
  values: Pick<PersonValues, "circles" | "leadDays">,
  all: readonly Pick<CircleRules, "key" | "leadDays">[],
): number {
  const typed = wholeNumber(values.leadDays);
  const leadDays = Number.isNaN(typed) ? null : typed;
  return leadDaysOf(null, { circles: values.circles, leadDays }, all).days;
}
