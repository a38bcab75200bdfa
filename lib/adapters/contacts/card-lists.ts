import type { ContentLine } from "@/lib/adapters/content-lines/content-line";
import {
  decodedValue,
  splitEscaped,
  textValue,
  unescapeText,
} from "@/lib/adapters/content-lines/text-values";

/** The items of a comma list: NICKNAME, CATEGORIES. */
export function texts(line: ContentLine): string[] {
  return splitEscaped(decodedValue(line), ",")
    .map((item) => unescapeText(item).trim())
    .filter((item) => item !== "");
}

/** Of a repeated single value the first wins. */
export function setOnce<T, Key extends keyof T>(target: T, key: Key, value: T[Key]): void {
  if (target[key] === null) target[key] = value;
}

export function textOrNull(line: ContentLine): string | null {
  return textValue(line) || null;
}

export function pushFound<T>(list: T[], found: T | null): void {
  if (found !== null) list.push(found);
}

export function pushText(list: { label: string; value: string }[], label: string, value: string): void {
  if (value !== "") list.push({ label, value });
}
