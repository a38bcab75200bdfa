import type { GroupLabels } from "@/lib/adapters/contacts/card-labels";
import { emptyName } from "@/lib/adapters/contacts/card-names";
import type { ReadPerson } from "@/lib/adapters/contacts/read-person";
import type { ContentLine } from "@/lib/adapters/content-lines/content-line";

/** What one card is being made of. */
export type CardDraft = {
  person: ReadPerson;
  labels: GroupLabels;
  commasPart: boolean;
  keepPictures: boolean;
  fullNames: { value: string; preferred: boolean }[];
  addressLines: ContentLine[];
  labelLines: ContentLine[];
};

/** A person of whom nothing is known yet; `line` is where the card begins. */
export function emptyPerson(line: number): ReadPerson {
  return {
    kind: "individual",
    name: emptyName(),
    nicknames: [],
    organization: null,
    department: null,
    organizations: [],
    title: null,
    role: null,
    emails: [],
    phones: [],
    addresses: [],
    urls: [],
    accounts: [],
    birthday: null,
    anniversary: null,
    deathDate: null,
    otherDates: [],
    relations: [],
    categories: [],
    members: [],
    note: null,
    photo: null,
    uid: null,
    gender: null,
    languages: [],
    timezone: null,
    location: null,
    revision: null,
    privateFlag: false,
    notes: [],
    line,
  };
}
