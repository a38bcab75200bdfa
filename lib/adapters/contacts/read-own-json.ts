import { emptyPerson } from "@/lib/adapters/contacts/card-draft";
import { objects, oneOf, text, texts } from "@/lib/adapters/contacts/own-json-shape";
import type { ReadCards, ReadPerson } from "@/lib/adapters/contacts/read-person";
import { PEOPLE_FORMAT } from "@/lib/domain/person/exported";
import { contactWays, factKinds } from "@/lib/domain/person/fill-in-more";
import { dateKinds } from "@/lib/domain/person/person";
import { relationKinds } from "@/lib/domain/person/relation";
import { isYearlyDate } from "@/lib/domain/person/yearly-date";

const MOST_PEOPLE = 50_000;

/** Whether a text is one of our own exports (docs/people.md). */
export function isOwnExport(start: string): boolean {
  return (
    start.slice(0, 300).includes(`"format":"${PEOPLE_FORMAT}"`) ||
    start.slice(0, 300).includes(`"format": "${PEOPLE_FORMAT}"`)
  );
}

/**
 * Our own export of people, read back person by person: each stands on a line of its own, so that a long one is never held
 * whole. A file that was set otherwise is read whole. What cannot be understood is skipped with a reason.
 */
export function readOwnJson(source: string): ReadCards {
  const read: ReadCards = { people: [], skipped: [], notes: [] };
  const lines = source.split(/\r?\n/);
  const isByLine = lines.length > 2 && lines.slice(1, 3).some((line) => line.startsWith('{"id":'));
  const people: { value: unknown; line: number }[] = [];
  if (isByLine) {
    for (const [n, line] of lines.entries()) {
      if (line.startsWith('{"id":')) people.push({ value: parse(line.replace(/,\s*$/, "")), line: n + 1 });
    }
  } else {
    const [whole] = objects([parse(source)]);
    const list = Array.isArray(whole?.people) ? whole.people : [];
    for (const value of list) people.push({ value, line: 1 });
  }
  for (const [index, { value, line }] of people.slice(0, MOST_PEOPLE).entries()) {
    const person = toReadPerson(value, line);
    if (person === null) read.skipped.push({ index, line, why: "This entry cannot be read." });
    else read.people.push(person);
  }
  if (people.length > MOST_PEOPLE)
    read.notes.push(`Only the first ${MOST_PEOPLE.toLocaleString("en")} people are read.`);
  return read;
}

/** Whoever wrote the file: what is not as we write it is left out, and told on the person's row. */
function toReadPerson(value: unknown, line: number): ReadPerson | null {
  const [one] = objects([value]);
  if (!one || typeof one.id !== "string" || typeof one.name !== "string") return null;
  const person = emptyPerson(line);
  const dropped = new Map<string, number>();
  const drop = (what: string, n = 1) => void dropped.set(what, (dropped.get(what) ?? 0) + n);
  const list = (values: unknown, what: string) =>
    objects(values, (n) => drop(what, n)).map((item) => ({
      value: text(item.value),
      label: text(item.label),
      preferred: false,
    }));
  person.name = { ...person.name, full: one.name, given: text(one.givenName), family: text(one.familyName) };
  person.nicknames = texts(one.nicknames);
  person.organization = text(one.organization) || null;
  person.title = text(one.jobTitle) || null;
  person.emails = list(one.emails, "e-mail address");
  person.phones = list(one.phones, "phone number").map((phone) => ({ ...phone, kinds: [], extension: null }));
  person.addresses = list(one.addresses, "address").map(({ value: formatted, ...rest }) => ({
    ...rest,
    poBox: "",
    extended: "",
    street: "",
    locality: "",
    region: "",
    postalCode: "",
    country: "",
    formatted,
  }));
  person.urls = list(one.links, "link");
  person.note = text(one.note) || null;
  person.languages = one.language ? [text(one.language)] : [];
  person.timezone = text(one.zone) || null;
  person.privateFlag = one.isPrivate === true;
  person.uid = text(one.uid) || `urn:uuid:${one.id}`;
  person.relations = relationsOf(one.relations, drop);
  person.photo = pictureOf(one.picture);
  person.more = {
    isOwn: true,
    saidAs: text(one.saidAs),
    howMet: text(one.howMet),
    careful: text(one.careful),
    circles: texts(one.circles),
    days: daysOf(one.days, drop),
    contacts: contactsOf(one.contacts, drop),
    facts: factsOf(one.facts, drop),
    isDead: one.isDead === true,
  };
  const diedOn = text(one.diedOn);
  if (diedOn) person.deathDate = { date: dateOf(diedOn), raw: diedOn };
  for (const [what, n] of dropped) person.notes.push(`Left out, because it cannot be read: ${n} × ${what}.`);
  return person;
}

type Drop = (what: string, n?: number) => void;
type More = NonNullable<ReadPerson["more"]>;

function daysOf(values: unknown, drop: Drop): More["days"] {
  return objects(values, (n) => drop("day", n)).flatMap((one) => {
    const kind = oneOf(dateKinds, one.kind);
    const date = {
      year: (one.year ?? null) as number | null,
      month: Number(one.month),
      day: Number(one.day),
    };
    if (kind !== null && isYearlyDate(date)) return [{ kind, label: text(one.label), ...date }];
    drop("day");
    return [];
  });
}

function relationsOf(values: unknown, drop: Drop): ReadPerson["relations"] {
  return objects(values, (n) => drop("relation", n)).flatMap((one) => {
    const kind = oneOf(relationKinds, one.kind);
    const value = text(one.name);
    if (kind !== null && value !== "") return [{ label: kind, value, isPrivate: one.isPrivate === true }];
    drop("relation");
    return [];
  });
}

function contactsOf(values: unknown, drop: Drop): More["contacts"] {
  return objects(values, (n) => drop("earlier contact", n)).flatMap((one) => {
    const how = oneOf(contactWays, one.how);
    const at = text(one.at);
    const year = new Date(at).getUTCFullYear();
    if (how !== null && year >= 1 && year <= 9999)
      return [{ key: text(one.key), at, how, note: text(one.note), isPrivate: one.isPrivate === true }];
    drop("earlier contact");
    return [];
  });
}

function factsOf(values: unknown, drop: Drop): More["facts"] {
  return objects(values, (n) => drop("fact", n)).flatMap((one) => {
    const kind = oneOf(factKinds, one.kind);
    const value = text(one.value);
    if (kind === null || value === "") {
      drop("fact");
      return [];
    }
    const { label, fromWhere } = one;
    return [
      { kind, label: text(label), value, fromWhere: text(fromWhere), isPrivate: one.isPrivate === true },
    ];
  });
}

function pictureOf(value: unknown): ReadPerson["photo"] {
  const [picture] = objects([value]);
  const base64 = text(picture?.base64);
  if (base64 === "") return null;
  return {
    mediaType: text(picture?.mediaType),
    bytes: Math.floor((base64.length * 3) / 4),
    url: null,
    base64,
  };
}

function dateOf(value: string) {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  const date = { year: Number(match?.[1]), month: Number(match?.[2]), day: Number(match?.[3]) };
  return isYearlyDate(date) ? date : null;
}

function parse(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}
