/** What one had typed, laid over what somebody else saved meanwhile. */
import { differs, type PersonValues } from "@/components/people/person-form-values";

export type Merged = {
  values: PersonValues;
  /** Fields that only the other changed: they are in `values` now. */
  taken: (keyof PersonValues)[];
  /** Fields that both changed: one's own text stays, until one takes theirs. */
  both: (keyof PersonValues)[];
};

/** `base` is what both started from. Nothing that was typed is lost; what was not touched follows the other. */
export function mergeTyped(base: PersonValues, typed: PersonValues, theirs: PersonValues): Merged {
  const names = Object.keys(base) as (keyof PersonValues)[];
  const moved = names.filter((name) => differs(name, base, theirs) && differs(name, typed, theirs));
  const both = moved.filter((name) => differs(name, base, typed));
  const taken = moved.filter((name) => !both.includes(name));
  const follow = Object.fromEntries(taken.map((name) => [name, theirs[name]]));
  return { values: { ...typed, ...follow }, taken, both };
}

/** What the fields are called in a sentence: "the note and the days". */
export const fieldWords: Record<keyof PersonValues, string> = {
  name: "the name",
  saidAs: "how the name is said",
  circles: "the circles",
  leadDays: "the days ahead",
  givenName: "the given name",
  familyName: "the family name",
  nicknames: "the nicknames",
  organization: "the organization",
  jobTitle: "the job title",
  emails: "the e-mail addresses",
  phones: "the phone numbers",
  addresses: "the addresses",
  links: "the links",
  dates: "the days",
  howMet: "how you met",
  careful: "what to be careful about",
  note: "the note",
  language: "the language",
  zone: "the time zone",
  isPrivate: "who may see them",
};

/** A field as plain text, to show what the other wrote. */
export function fieldText(values: PersonValues, name: keyof PersonValues): string {
  const value = values[name];
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "private" : "not private";
  return value
    .map((line) =>
      typeof line === "string"
        ? line
        : "value" in line
          ? [line.value, line.label].filter(Boolean).join(" ")
          : [line.label || line.kind, line.day, line.month, line.year].filter(Boolean).join(" "),
    )
    .join(", ");
}
