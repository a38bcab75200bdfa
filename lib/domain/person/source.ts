import type { ActingRole } from "@/lib/domain/actor";
import { firstName } from "@/lib/domain/person/first-name";
import { byWhom } from "@/lib/domain/person/named";
import type { PersonFacts, PersonStanding } from "@/lib/domain/person/person";

/**
 * Where a fact comes from. `from` is a file's or an address book's name, "" when it was written by hand or the name is not
 * the reader's to see; `at` and `checkedAt` are ISO UTC. `isOld`: worth a look if it is still right.
 */
export type SourceView = {
  by: string | null;
  role: ActingRole;
  how: "hand" | "file" | "book" | "merge";
  from: string;
  at: string;
  checkedAt: string | null;
  checkedBy: string | null;
  isCheckedByAgent: boolean;
  isOld: boolean;
};

const single = [
  "name",
  "saidAs",
  "organization",
  "jobTitle",
  "howMet",
  "careful",
  "note",
  "language",
  "zone",
  "diedOn",
] as const;
const several = ["emails", "phones", "addresses", "links"] as const;

/** The fields of somebody's row that say something now, and their days, as sources name them. Of a long value the first 400 characters. */
export function fieldsThere(
  person: Pick<PersonFacts & PersonStanding, (typeof single)[number] | (typeof several)[number]>,
  days: { id: string }[],
): Set<string> {
  const lists = several.flatMap((list) =>
    person[list].map(({ value }) => `${list}:${[...value].slice(0, 400).join("")}`),
  );
  return new Set([
    ...single.filter((field) => person[field]),
    ...lists,
    ...days.map(({ id }) => `day:${id}`),
  ]);
}

/** By which road a change came, as its verb tells. */
export function howItCame(verb: string, hasFile: boolean, from: string): SourceView["how"] {
  if (verb.includes("import") || hasFile) return "file";
  if (/book|sync|carddav/.test(verb) || from !== "") return "book";
  return verb.includes("merge") ? "merge" : "hand";
}

/** "Mira, 12 Oct 2026", "from contacts.vcf, imported by Ana on 3 May 2026", "from the address book Work, 3 May 2026". */
export function saySource(source: SourceView, place: { zone: string; locale: string }): string {
  const who = source.by
    ? `${firstName(source.by)}${source.role === "agent" ? " (an agent)" : ""}`
    : source.role === "system"
      ? "Firsthand"
      : "somebody who has left";
  const on = sayDay(source.at, place);
  switch (source.how) {
    case "file":
      return `from ${source.from || "a file"}, imported by ${who} on ${on}`;
    case "book":
      return source.from ? `from ${source.from}, ${on}` : `from an address book, ${on}`;
    case "merge":
      return `put together by ${who}, ${on}`;
    case "hand":
      return `${who}, ${on}${source.from ? `, from ${source.from}` : ""}`;
  }
}

/** "still right: Mira, 12 Oct 2026"; null while nobody has looked again. */
export function sayChecked(source: SourceView, place: { zone: string; locale: string }): string | null {
  if (source.checkedAt === null) return null;
  const role = source.isCheckedByAgent ? "agent" : null;
  const who = source.checkedBy ? byWhom(source.checkedBy, role) : "somebody who has left";
  return `found right by ${who}, ${sayDay(source.checkedAt, place)}`;
}

function sayDay(iso: string, { zone, locale }: { zone: string; locale: string }): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    day: "numeric",
    month: "short",
    year: "numeric",
  }).format(Date.parse(iso));
}
