/** A date of a card as far as it was written: any of the three may be missing. */
export type CardDate = { year: number | null; month: number | null; day: number | null };

/** A date with the text it was read from; `date` is null when the text could not be understood for certain. */
export type WrittenDate = { date: CardDate | null; raw: string };

export type LabelledValue = { value: string; label: string | null; preferred: boolean };

export type ReadPhone = LabelledValue & {
  /** "work", "cell", "fax", "pager"…, lower case, as the card said it. */
  kinds: readonly string[];
  extension: string | null;
};

export type ReadAddress = {
  label: string | null;
  preferred: boolean;
  poBox: string;
  extended: string;
  street: string;
  locality: string;
  region: string;
  postalCode: string;
  country: string;
  /** The address as printed on an envelope, when the card gave it. */
  formatted: string | null;
};

export type ReadAccount = { service: string; handle: string; url: string | null; label: string | null };

export type ReadPersonName = {
  /** What to call them on screen: FN, else made of the parts, else organization, nickname, e-mail or phone. */
  full: string;
  given: string;
  family: string;
  additional: string[];
  prefixes: string[];
  suffixes: string[];
  phoneticGiven: string | null;
  phoneticFamily: string | null;
};

/** What only some programs write, beside what a card can say. Keys as in lib/domain/person/fill-in-more.ts. */
export type ReadMore = {
  saidAs?: string;
  howMet?: string;
  careful?: string;
  circles?: string[];
  contacts?: {
    key: string;
    at: string;
    how: "call" | "meeting" | "message" | "letter" | "gift" | "other";
    note: string;
    isPrivate?: boolean;
  }[];
  facts?: {
    kind: "like" | "avoid" | "topic" | "gift" | "detail" | "email" | "phone" | "address" | "link";
    label: string;
    value: string;
    fromWhere: string;
    isPrivate?: boolean;
  }[];
  isDead?: boolean;
  /** Days as Firsthand itself wrote them, beside those that any program understands. */
  days?: {
    kind: "birthday" | "anniversary" | "other";
    label: string;
    year: number | null;
    month: number;
    day: number;
  }[];
  /** Names, labels and lists as Firsthand itself wrote them: taken as they are, not put together again. */
  isOwn?: boolean;
};

/** One vCard, understood. Everything is plain text; nothing is HTML; dates are as written, never shifted by a zone. */
export type ReadPerson = {
  kind: "individual" | "organization" | "group" | "other";
  name: ReadPersonName;
  nicknames: string[];
  organization: string | null;
  department: string | null;
  organizations: string[];
  title: string | null;
  role: string | null;
  emails: LabelledValue[];
  phones: ReadPhone[];
  addresses: ReadAddress[];
  urls: LabelledValue[];
  accounts: ReadAccount[];
  birthday: WrittenDate | null;
  anniversary: WrittenDate | null;
  deathDate: WrittenDate | null;
  otherDates: (WrittenDate & { label: string })[];
  relations: { label: string; value: string; isPrivate?: boolean }[];
  categories: string[];
  members: string[];
  note: string | null;
  photo: { mediaType: string | null; bytes: number | null; url: string | null; base64: string | null } | null;
  uid: string | null;
  gender: string | null;
  languages: string[];
  timezone: string | null;
  location: string | null;
  revision: string | null;
  /** CLASS:PRIVATE or CLASS:CONFIDENTIAL. */
  privateFlag: boolean;
  more?: ReadMore;
  /** What was odd about the card, in sentences. */
  notes: string[];
  /** The line of the file on which the card begins. */
  line: number;
};

export type SkippedItem = { index: number; line: number; why: string };

export type ReadCards = { people: ReadPerson[]; skipped: SkippedItem[]; notes: string[] };
