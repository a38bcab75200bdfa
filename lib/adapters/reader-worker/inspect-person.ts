import { formatCardDate } from "@/lib/adapters/contacts/date-forms";
import type { ReadAddress, ReadPerson, WrittenDate } from "@/lib/adapters/contacts/read-person";

/** A person with flat, obvious keys: plain lists first, the same with labels beside them. */
export function inspectPerson(person: ReadPerson) {
  const { name } = person;
  return {
    name: name.full,
    givenName: name.given,
    familyName: name.family,
    additionalNames: name.additional,
    namePrefix: name.prefixes.join(" "),
    nameSuffix: name.suffixes.join(" "),
    phoneticGivenName: name.phoneticGiven,
    phoneticFamilyName: name.phoneticFamily,
    nicknames: person.nicknames,
    kind: person.kind,
    organization: person.organization,
    department: person.department,
    organizations: person.organizations,
    title: person.title,
    role: person.role,
    emails: person.emails.map((email) => email.value),
    emailDetails: person.emails,
    phones: person.phones.map((phone) =>
      phone.extension ? `${phone.value} ext. ${phone.extension}` : phone.value,
    ),
    phoneDetails: person.phones,
    addresses: person.addresses.map((address) => ({
      ...address,
      text: address.formatted ?? addressText(address),
    })),
    urls: person.urls.map((url) => url.value),
    urlDetails: person.urls,
    accounts: person.accounts,
    ...dateKeys("birthday", person.birthday),
    ...dateKeys("anniversary", person.anniversary),
    ...dateKeys("deathDate", person.deathDate),
    otherDates: person.otherDates.map(({ label, date, raw }) => ({
      label,
      date: date ? formatCardDate(date) : null,
      raw,
    })),
    relations: person.relations,
    categories: person.categories,
    members: person.members,
    note: person.note,
    photo: person.photo && {
      mediaType: person.photo.mediaType,
      bytes: person.photo.bytes,
      url: person.photo.url,
    },
    uid: person.uid,
    gender: person.gender,
    languages: person.languages,
    timezone: person.timezone,
    location: person.location,
    revision: person.revision,
    private: person.privateFlag,
    notes: person.notes,
    line: person.line,
  };
}

function dateKeys<Key extends string>(key: Key, written: WrittenDate | null) {
  const date = written?.date ? formatCardDate(written.date) : null;
  return { [key]: date, [`${key}Raw`]: written?.raw ?? null } as Record<Key | `${Key}Raw`, string | null>;
}

function addressText(address: ReadAddress): string {
  const town = [address.postalCode, address.locality].filter(Boolean).join(" ");
  const parts = [address.poBox, address.extended, address.street, town, address.region, address.country];
  return parts.filter(Boolean).join("\n");
}
