import { type ContentLine, type Param, paramValue } from "@/lib/adapters/content-lines/content-line";
import { typesOf } from "@/lib/adapters/content-lines/text-values";

/** TYPE values that say how a thing is carried, not what it is to the person. */
const MECHANICS = new Set([
  "pref",
  "internet",
  "voice",
  "postal",
  "parcel",
  "dom",
  "intl",
  "x400",
  "msg",
  "aol",
  "uri",
  "text-value",
]);

/** Labels that iCloud and Google give to the lines of a group (`item1.X-ABLabel`), by group name. */
export type GroupLabels = Map<string, string>;

/** `_$!<HomePage>!$_` → "HomePage"; anything else stays as it is. */
export function cleanLabel(text: string): string {
  return (/^_\$!<(.*)>!\$_$/.exec(text.trim())?.[1] ?? text).trim();
}

/** What the owner calls this line: the label of its group, else its types without the mechanics; null when unnamed. */
export function labelOf(line: ContentLine, labels: GroupLabels): string | null {
  const own = line.group === null ? undefined : labels.get(line.group);
  if (own) return own;
  return labelOfTypes(line) ?? paramValue(line, "X-LABEL");
}

type Named = { kinds: readonly string[]; label: string | null };
const named = new WeakMap<readonly Param[], Named>();

/** All TYPE values in lower case, without "pref" and without Google's and Android's "x-" prefix. */
export function kindsOf(line: ContentLine): readonly string[] {
  return nameTypes(line).kinds;
}

function labelOfTypes(line: ContentLine): string | null {
  return nameTypes(line).label;
}

function nameTypes(line: ContentLine): Named {
  const known = named.get(line.params);
  if (known) return known;
  const kinds = [...new Set(typesOf(line).map((type) => type.replace(/^x-/, "")))].filter(
    (type) => type !== "pref",
  );
  const label = kinds.filter((type) => !MECHANICS.has(type));
  label.sort((a, b) => Number(isPlace(b)) - Number(isPlace(a)));
  const result = { kinds, label: label.join(" ") || null };
  named.set(line.params, result);
  return result;
}

/** TYPE=PREF (2.1, 3.0) or PREF=1 (4.0: 1 is the most preferred of 100). */
export function isPreferred(line: ContentLine): boolean {
  return typesOf(line).includes("pref") || paramValue(line, "PREF") === "1";
}

function isPlace(kind: string): boolean {
  return kind === "home" || kind === "work";
}
