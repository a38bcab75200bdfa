import type { CardContact, CardFact, CardRelation } from "@/lib/domain/person/fill-in-more";
import type { DateKind, LabelledText } from "@/lib/domain/person/person";

/** What our JSON says it is, and in which version (docs/people.md). */
export const PEOPLE_FORMAT = "firsthand-people";
export const PEOPLE_FORMAT_VERSION = 1;

export const exportFormats = ["vcard4", "vcard3", "csv", "json"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Somebody as an export has them: everything that is known. `uid` is the same in every export and every format. */
export type ExportedPerson = {
  id: string;
  uid: string;
  name: string;
  givenName: string;
  familyName: string;
  nicknames: string[];
  saidAs: string;
  organization: string;
  jobTitle: string;
  circles: string[];
  emails: LabelledText[];
  phones: LabelledText[];
  addresses: LabelledText[];
  links: LabelledText[];
  howMet: string;
  careful: string;
  note: string;
  language: string | null;
  zone: string | null;
  isPrivate: boolean;
  isDead: boolean;
  diedOn: string | null;
  /** When anything of it was last changed, an ISO instant. */
  changedAt: string;
  days: { kind: DateKind; label: string; month: number; day: number; year: number | null }[];
  relations: CardRelation[];
  facts: CardFact[];
  contacts: CardContact[];
  picture: { mediaType: string; base64: string } | null;
};

/** How many columns of each there are: as many as the one with the most needs. */
export type TableWidths = {
  emails: number;
  phones: number;
  addresses: number;
  links: number;
  days: number;
  relations: number;
};

/** What a table calls a day that has no column of its own: {@link dayOfEvent} reads it back. */
export function eventOfDay({ kind, label }: Pick<ExportedPerson["days"][number], "kind" | "label">): string {
  if (kind !== "other") return kind === "birthday" ? "Birthday" : "Anniversary";
  return /^(other: )*(birthday|anniversary)$/i.test(label) ? `other: ${label}` : label;
}

/** A day of one's own that only sounds like a birthday stays one's own. */
export function dayOfEvent(event: string): Pick<ExportedPerson["days"][number], "kind" | "label"> {
  if (/^birthday$/i.test(event)) return { kind: "birthday", label: "" };
  if (/^anniversary$/i.test(event)) return { kind: "anniversary", label: "" };
  return { kind: "other", label: event.replace(/^other: (?=(other: )*(birthday|anniversary)$)/i, "") };
}
