/** Two people become one: which of two values stays, and how it is taken back. Lists are united, nothing is thrown away. */
import { emailKey, isSamePhone } from "@/lib/domain/person/contact-keys";
import type { LabelledText } from "@/lib/domain/person/person";
import { foldName } from "@/lib/domain/person/sort-name";
import type { Circle } from "@/lib/domain/policy/default-tags";

/** What a merge looks at and changes about somebody. Plain days are "YYYY-MM-DD". */
export type MergeFacts = {
  name: string;
  givenName: string;
  familyName: string;
  saidAs: string;
  nicknames: string[];
  organization: string;
  jobTitle: string;
  circles: Circle[];
  emails: LabelledText[];
  phones: LabelledText[];
  addresses: LabelledText[];
  links: LabelledText[];
  howMet: string;
  careful: string;
  note: string;
  language: string | null;
  zone: string | null;
  cadenceDays: number | null;
  neverDue: boolean;
  touchPausedUntil: string | null;
  leadDays: number | null;
  isDead: boolean;
  diedOn: string | null;
  isRemembered: boolean;
};

/** Fields of which one stays, and those of which both may: a person is asked where two differ. */
export const oneOf = ["name", "saidAs", "organization", "jobTitle", "language", "zone"] as const;
export const oneOrBoth = ["howMet", "careful", "note"] as const;
export const mergeFields = [...oneOf, ...oneOrBoth, "birthday", "picture"] as const;
export type MergeField = (typeof mergeFields)[number];

/** Whose value stays. Without a word the kept one's, and the other's where that is empty. */
export type MergeChoices = Partial<Record<MergeField, "kept" | "merged" | "both">>;

/** Circles are given in the order of the desk; see {@link uniteCircles}. */
const lists = ["emails", "phones", "addresses", "links"] as const;

/** What the kept one is to say afterwards: only what changes. */
export function mergeFacts(
  kept: MergeFacts,
  merged: MergeFacts,
  choices: MergeChoices,
  deskCircles: readonly Circle[],
): Partial<MergeFacts> {
  const next: MergeFacts = { ...kept };
  for (const field of oneOf) {
    if (field === "name" || !merged[field]) continue;
    if (!kept[field] || choices[field] === "merged") Object.assign(next, { [field]: merged[field] });
  }
  for (const field of oneOrBoth) next[field] = chooseText(kept[field], merged[field], choices[field]);
  const named = choices.name === "merged" ? merged : kept;
  next.name = named.name;
  const isSplit = named.givenName !== "" || named.familyName !== "";
  const parts = isSplit || foldName(kept.name) !== foldName(merged.name) ? named : merged;
  next.givenName = parts.givenName;
  next.familyName = parts.familyName;
  next.nicknames = uniteNames(next.name, kept, merged);
  for (const list of lists) next[list] = uniteLines(list, kept[list], merged[list]);
  next.circles = uniteCircles(kept.circles, merged.circles, deskCircles);
  next.cadenceDays = kept.cadenceDays ?? merged.cadenceDays;
  next.leadDays = kept.leadDays ?? merged.leadDays;
  next.touchPausedUntil = kept.touchPausedUntil ?? merged.touchPausedUntil;
  next.neverDue = kept.neverDue || merged.neverDue;
  next.isDead = kept.isDead || merged.isDead;
  next.diedOn = kept.diedOn ?? merged.diedOn;
  next.isRemembered = kept.isRemembered || merged.isRemembered;
  return changesOf(kept, next);
}

/** The circles of both, from near to far as the desk has them. A strict one on either side stays. */
function uniteCircles(kept: Circle[], merged: Circle[], deskCircles: readonly Circle[]): Circle[] {
  const all = [...new Set([...kept, ...merged])];
  const place = (key: Circle) => (deskCircles.includes(key) ? deskCircles.indexOf(key) : deskCircles.length);
  return all.every((key) => kept.includes(key)) ? kept : all.sort((a, b) => place(a) - place(b));
}

/**
 * How the kept one is taken back to what it was: every field as it was before, where nobody has changed it since. Of a list
 * that somebody changed, what the merge had added goes, the rest stays. `left` names what stays as it is now.
 */
export function takeBackFacts(
  now: MergeFacts,
  before: Partial<MergeFacts>,
  after: Partial<MergeFacts>,
): { change: Partial<MergeFacts>; left: (keyof MergeFacts)[] } {
  const change: Partial<MergeFacts> = {};
  const left: (keyof MergeFacts)[] = [];
  for (const field of Object.keys(after) as (keyof MergeFacts)[]) {
    if (isEqual(now[field], after[field])) {
      Object.assign(change, { [field]: before[field] });
    } else if (Array.isArray(now[field])) {
      const was = (before[field] ?? []) as unknown[];
      const added = ((after[field] ?? []) as unknown[]).filter(
        (one) => !was.some((old) => isEqual(old, one)),
      );
      const rest = (now[field] as unknown[]).filter((one) => !added.some((gone) => isEqual(gone, one)));
      Object.assign(change, { [field]: rest });
      left.push(field);
    } else left.push(field);
  }
  if (change.circles?.length === 0) delete change.circles;
  return { change, left };
}

function chooseText(kept: string, merged: string, choice: MergeChoices[MergeField]): string {
  if (merged === "" || merged === kept) return kept;
  if (kept === "" || choice === "merged") return merged;
  return choice === "both" ? `${kept}\n\n${merged}` : kept;
}

function uniteNames(name: string, kept: MergeFacts, merged: MergeFacts): string[] {
  const said = new Set([foldName(name)]);
  const others = [...kept.nicknames, kept.name, ...merged.nicknames, merged.name];
  return others.filter((one) => !said.has(foldName(one)) && said.add(foldName(one)));
}

function uniteLines(
  list: (typeof lists)[number],
  kept: LabelledText[],
  merged: LabelledText[],
): LabelledText[] {
  const isThere = ({ value }: LabelledText) => kept.some((one) => isSameLine(list, one.value, value));
  return [...kept, ...merged.filter((one) => !isThere(one))];
}

function isSameLine(list: (typeof lists)[number], a: string, b: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/\s+/g, " ").replace(/\/$/, "").trim();
  if (plain(a) === plain(b)) return true;
  if (list === "emails")
    return emailKey(a) !== "" && emailKey(a) === emailKey(b) && !a.includes("+") && !b.includes("+");
  return list === "phones" && isSamePhone(a, b);
}

function changesOf(was: MergeFacts, is: MergeFacts): Partial<MergeFacts> {
  const changed = Object.entries(is).filter(([key, value]) => !isEqual(value, was[key as keyof MergeFacts]));
  return Object.fromEntries(changed);
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

/** The database gives the keys of what it stores as JSON back in an order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
