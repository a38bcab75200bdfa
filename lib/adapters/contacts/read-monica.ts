import { emptyPerson } from "@/lib/adapters/contacts/card-draft";
import { formatCardDate } from "@/lib/adapters/contacts/date-forms";
import {
  type Collections,
  type Json,
  list,
  parseMonica,
  record,
  text,
} from "@/lib/adapters/contacts/monica-shape";
import type { CardDate, ReadCards, ReadPerson, WrittenDate } from "@/lib/adapters/contacts/read-person";

/** What stands in Monica's data and has no place here: named on the row, never lost silently. */
const LEFT_OUT: Record<string, string> = {
  debt: "debt",
  task: "task",
  document: "document",
};

/**
 * Monica's own JSON: the account's export of version 4 (collections of `{ type, values }`), or a list of contacts as its
 * interface of versions 2 to 4 gives them. Relations, calls, activities, gifts, notes and reminders come along; what has no
 * place is told on its person's row. Null when it is neither.
 */
export function readMonica(source: string): ReadCards | null {
  const account = parseMonica(source);
  if (account === null) return null;
  const read: ReadCards = { people: [], skipped: [], notes: [] };
  const names = new Map(account.contacts.map((one) => [one.id, nameOf(one)]));
  for (const [index, contact] of account.contacts.entries()) {
    const person = readContact(contact, account, names);
    if (person === null) read.skipped.push({ index, line: index + 1, why: "This contact has no name." });
    else read.people.push(person);
  }
  for (const [what, n] of account.elsewhere) read.notes.push(`${n} ${what} of the account are left out.`);
  return read;
}

function readContact(
  contact: Collections,
  account: NonNullable<ReturnType<typeof parseMonica>>,
  names: Map<string, string>,
): ReadPerson | null {
  const { properties: own } = contact;
  const name = nameOf(contact);
  if (name === "") return null;
  const person = emptyPerson(0);
  person.name = { ...person.name, full: name, given: text(own.first_name), family: text(own.last_name) };
  const middle = text(own.middle_name);
  if (middle) person.name.additional = [middle];
  person.uid = contact.id ? `monica:${contact.id}` : null;
  const career = record(record(own.information).career);
  person.organization = text(own.company) || text(career.company) || null;
  person.title = text(own.job) || text(career.job) || null;
  const nickname = text(own.nickname);
  if (nickname) person.nicknames.push(nickname);
  const dates = record(record(own.information).dates);
  person.birthday = dateOf(own.birthdate ?? dates.birthdate, person.notes);
  person.deathDate = dateOf(own.deceased_date ?? dates.deceased_date, person.notes);
  const description = text(own.description);
  person.note =
    [description, ...contact.of("note").map((note) => text(note.body))].filter(Boolean).join("\n\n") || null;
  person.categories = list(own.tags)
    .map((tag) => text(record(tag).name) || text(tag))
    .filter(Boolean);
  person.more = {
    howMet: howMet(own, names),
    isDead: own.is_dead === true,
    facts: factsOf(contact, own),
    contacts: contactsOf(contact, account),
  };
  readFields(contact, account, person);
  person.addresses = contact.of("address").map((one) => ({
    label: text(one.name) || null,
    preferred: false,
    poBox: "",
    extended: "",
    street: text(one.street),
    locality: text(one.city),
    region: text(one.province),
    postalCode: text(one.postal_code),
    country: text(record(one.country).name) || text(one.country),
    formatted: null,
  }));
  person.relations = [...relationsOf(contact, account, names), ...apiRelations(own)];
  readReminders(contact, person);
  const photo =
    account.photos.get(text(record(own.avatar).avatar_photo)) ??
    account.photos.get(contact.idsOf("photo")[0] ?? "");
  const data = /^data:([^;,]{1,60});base64,/.exec(photo?.slice(0, 120) ?? "");
  if (photo && data) {
    const base64 = photo.slice(data[0].length);
    person.photo = {
      mediaType: data[1] ?? null,
      bytes: Math.floor((base64.length * 3) / 4),
      url: null,
      base64,
    };
  }
  for (const [type, word] of Object.entries(LEFT_OUT)) {
    const n = contact.of(type).length + contact.idsOf(type).length;
    if (n > 0)
      person.notes.push(
        `${n} ${n === 1 ? word : `${word}s`} left out: there is no place for ${n === 1 ? "it" : "them"} here.`,
      );
  }
  for (const [type, n] of contact.unknown())
    person.notes.push(`Left out, not understood: ${n} × “${type.slice(0, 40)}”.`);
  return person;
}

function nameOf({ properties: own }: Collections): string {
  const parts = [own.first_name, own.middle_name, own.last_name].map(text).filter(Boolean);
  return parts.join(" ") || text(own.complete_name) || text(own.nickname);
}

function dateOf(value: Json, notes: string[]): WrittenDate | null {
  const special = record(value);
  const raw = text(special.date);
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(raw);
  if (!match) return null;
  if (special.is_age_based === true) {
    notes.push(`The date ${raw.slice(0, 4)} was worked out from an age: only the year is known.`);
    return { date: { year: Number(match[1]), month: null, day: null }, raw };
  }
  const year = special.is_year_unknown === true ? null : Number(match[1]);
  return { date: { year, month: Number(match[2]), day: Number(match[3]) }, raw };
}

function howMet(own: Record<string, Json>, names: Map<string, string>): string {
  const met = record(record(own.information).how_you_met);
  const through = names.get(text(own.first_met_through)) ?? "";
  const date = dateOf(own.first_met_date ?? met.first_met_date, []);
  return [
    text(own.first_met_additional_info) || text(met.general_information),
    through ? `Through ${through}.` : "",
    date?.date ? `On ${formatCardDate(date.date as CardDate)}.` : "",
  ]
    .filter(Boolean)
    .join(" ");
}

function factsOf(contact: Collections, own: Record<string, Json>) {
  const facts: NonNullable<NonNullable<ReadPerson["more"]>["facts"]> = [];
  const food = text(own.food_preferences) || text(record(own.information).food_preferences);
  if (food) facts.push({ kind: "like", label: "food", value: food, fromWhere: "Monica" });
  for (const gift of contact.of("gift")) {
    const says = [text(gift.name), text(gift.comment), text(gift.url)].filter(Boolean).join(", ");
    if (says) facts.push({ kind: "gift", label: text(gift.status), value: says, fromWhere: "Monica" });
  }
  for (const pet of contact.of("pet")) {
    const category = text(record(pet.category).name) || text(pet.category) || "pet";
    facts.push({
      kind: "detail",
      label: "pet",
      value: [text(pet.name), category].filter(Boolean).join(", "),
      fromWhere: "Monica",
    });
  }
  for (const event of contact.of("life_event")) {
    const says = [text(event.happened_at).slice(0, 10), text(event.name), text(event.note)]
      .filter(Boolean)
      .join(", ");
    if (says) facts.push({ kind: "detail", label: "life event", value: says, fromWhere: "Monica" });
  }
  return facts;
}

/** "2019-05-04 18:30:00": Monica keeps UTC, and often does not say so. A day alone is its noon. Not a number when it is no time. */
function timeOf(at: string): number {
  if (/^\d{4}-\d{2}-\d{2}$/.test(at)) return Date.parse(`${at}T12:00:00Z`);
  const isWithoutZone = /^\d{4}-\d{2}-\d{2}[T ][\d:.]+$/.test(at);
  return Date.parse(`${at.replace(" ", "T")}${isWithoutZone ? "Z" : ""}`);
}

function contactsOf(contact: Collections, account: NonNullable<ReturnType<typeof parseMonica>>) {
  type Made = NonNullable<NonNullable<ReadPerson["more"]>["contacts"]>;
  const made: Made = [];
  const add = (how: Made[number]["how"], one: Record<string, Json>, at: string, note: string) => {
    const time = timeOf(at);
    if (Number.isNaN(time)) return;
    const id = text(one.uuid) || String(one.id ?? `${at}:${note.slice(0, 60)}`);
    made.push({ key: `monica:${how}:${id}`, at: new Date(time).toISOString(), how, note });
  };
  for (const call of contact.of("call")) add("call", call, text(call.called_at), text(call.content));
  const own = contact.of("activity");
  const shared = contact.idsOf("activity").flatMap((id) => account.activities.get(id) ?? []);
  for (const activity of [...own, ...shared] as Record<string, Json>[]) {
    const says = [text(activity.summary), text(activity.description)].filter(Boolean).join("\n");
    add("meeting", activity, text(activity.happened_at), says);
  }
  for (const talk of contact.of("conversation")) {
    const messages = list(talk.messages).map(
      (message) => text(record(message).content) || text(record(record(message).properties).content),
    );
    add("message", talk, text(talk.happened_at), messages.filter(Boolean).join("\n"));
  }
  return made;
}

function readFields(
  contact: Collections,
  account: NonNullable<ReturnType<typeof parseMonica>>,
  person: ReadPerson,
): void {
  for (const field of [
    ...contact.of("contact_field"),
    ...list(contact.properties.contactFields).map(record),
  ]) {
    const value = text(field.data) || text(field.content);
    if (value === "") continue;
    const given = record(field.contact_field_type);
    const type = (
      text(given.type) ||
      text(given.name) ||
      account.fieldTypes.get(text(field.type)) ||
      ""
    ).toLowerCase();
    const label = text(list(field.labels)[0]) || null;
    if (type === "email" || (type === "" && value.includes("@")))
      person.emails.push({ value, label, preferred: false });
    else if (type === "phone" || (type === "" && /^[+\d][\d\s()./-]{4,}$/.test(value)))
      person.phones.push({ value, label, preferred: false, kinds: [], extension: null });
    else person.urls.push({ value, label: type || label, preferred: false });
  }
}

function relationsOf(
  contact: Collections,
  account: NonNullable<ReturnType<typeof parseMonica>>,
  names: Map<string, string>,
) {
  return account.relations.flatMap(({ type, of, is }) => {
    const other = of === contact.id ? names.get(is) : undefined;
    return other ? [{ label: type, value: other }] : [];
  });
}

function apiRelations(own: Record<string, Json>) {
  return Object.values(record(record(own.information).relationships)).flatMap((group) =>
    list(record(group).contacts).flatMap((one) => {
      const value = text(record(record(one).contact).complete_name);
      return value ? [{ label: text(record(record(one).relationship).name) || "related", value }] : [];
    }),
  );
}

/** What comes back every year is a day of theirs, unless it is the birthday itself; the rest is told. */
function readReminders(contact: Collections, person: ReadPerson): void {
  for (const reminder of contact.of("reminder")) {
    const raw = text(reminder.initial_date) || text(reminder.next_expected_date);
    const date = dateOf({ date: raw }, [])?.date ?? null;
    const title = text(reminder.title);
    const birthday = person.birthday?.date;
    const isBirthday = birthday && date && birthday.month === date.month && birthday.day === date.day;
    if (isBirthday && /birthday|anniversaire|geburtstag|cumplea|wish/i.test(title)) continue;
    if (text(reminder.frequency_type) === "year" && date)
      person.otherDates.push({ label: title || "Reminder", date: { ...date, year: null }, raw });
    else
      person.notes.push(
        `The reminder “${title.slice(0, 80)}” is left out: it does not come back every year.`,
      );
  }
}
