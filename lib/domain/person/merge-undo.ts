import { inARow } from "@/lib/domain/in-a-row";
import type { MergeFacts } from "@/lib/domain/person/merge-people";

/** A row that a merge moved, at the version at which it left it. */
export type MovedRow = { id: string; version: number };

/** What a merge writes down of itself, so that it can be taken back. Kept by the database, shown to nobody. */
export type MergeUndo = {
  before: Partial<MergeFacts>;
  after: Partial<MergeFacts>;
  /** The merge made them private: the kept one, the merged one. Believed only of a merge that is the client's alone. */
  hid: { kept: boolean; merged: boolean };
  /** The kept one's version after the merge: whoever finds another one knows that something was written since. */
  keptVersion: number;
  facts: MovedRow[];
  contacts: MovedRow[];
  promises: MovedRow[];
  relations: MovedRow[];
  /** Relations in which the merged one is the other. */
  relationsTo: MovedRow[];
  /** Relations between the two: nobody is related to themselves. */
  relationsGone: string[];
  tasks: MovedRow[];
  folded: MovedRow[];
  /** How many tags the circles of both tightened. */
  tightened: number;
  days: { moved: string[]; removed: string[]; years: { id: string; year: number }[] };
  /** The sum of the picture that the kept one was given, and the one before it. */
  picture: "none" | { given: string; before: MergedPicture | null };
};

type MergedPicture = { mediaType: string; base64: string; sum: string; fromWhere: string };

/** What a merge could not take back because somebody has changed it since: it stays with the kept one. */
export type LeftWithKept = {
  fields: string[];
  rows: number;
  tags: number;
  /** The kept one was made private by the merge and stays so. */
  isHidden: boolean;
};

/** "Changed since, and still with Ana Duarte: note and 2 things that were changed since."; empty when all is as it was. */
export function sayLeft(left: LeftWithKept, keptName: string): string {
  const things = left.fields.map((field) => fieldWords[field] ?? field);
  if (left.rows > 0)
    things.push(
      left.rows === 1 ? "one thing that was changed since" : `${left.rows} things that were changed since`,
    );
  const stays =
    things.length === 0 ? "" : `Changed since, and still with ${keptName}: ${inARow(new Set(things))}.`;
  const tags = left.tags > 0 ? "A tag that the merge tightened stays as it is." : "";
  const hidden = left.isHidden ? `${keptName} stays private; open them yourself.` : "";
  return [stays, tags, hidden].filter(Boolean).join(" ");
}

/** What the fields of a merge are called in a sentence and on the page. */
export const fieldWords: Record<string, string> = {
  name: "name",
  givenName: "first name",
  familyName: "family name",
  saidAs: "how the name is said",
  nicknames: "other names",
  organization: "organization",
  jobTitle: "job title",
  circles: "circles",
  emails: "e-mail addresses",
  phones: "phone numbers",
  addresses: "addresses",
  links: "links",
  howMet: "how you met",
  careful: "what to be careful about",
  note: "note",
  language: "language",
  zone: "time zone",
  birthday: "birthday",
  picture: "picture",
  cadenceDays: "how often to be in touch",
  leadDays: "days ahead",
};
