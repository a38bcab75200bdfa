import type { Component } from "@/lib/adapters/calendar/component";
import type { ReadEvent } from "@/lib/adapters/calendar/read-event-types";
import type { ContentLine } from "@/lib/adapters/content-lines/content-line";
import {
  decodedValue,
  splitEscaped,
  textValue,
  unescapeText,
} from "@/lib/adapters/content-lines/text-values";

/** The first of the lines that says something. */
export function firstText(lines: ContentLine[]): string | null {
  for (const line of lines) {
    const text = textValue(line);
    if (text !== "") return text;
  }
  return null;
}

/** CATEGORIES: a comma list; vCalendar 1.0 used semicolons. */
export function categoriesOf(line: ContentLine): string[] {
  return splitEscaped(decodedValue(line), line.value.includes(";") && !line.value.includes(",") ? ";" : ",")
    .map((item) => unescapeText(item).trim())
    .filter((item) => item !== "");
}

const CONFERENCE_PROPERTIES =
  /^(CONFERENCE|X-GOOGLE-CONFERENCE|X-MICROSOFT-SKYPETEAMSMEETINGURL|X-MICROSOFT-ONLINEMEETINGCONFLINK|X-CONFERENCE-URL|X-ZOOM-URL)$/;

/** Where to dial in or click, each once. */
export function conferencesOf(component: Component): string[] {
  const found = component.lines.filter((line) => CONFERENCE_PROPERTIES.test(line.name)).map(textValue);
  return [...new Set(found.filter((text) => text !== ""))].slice(0, 50);
}

export function alarmsOf(component: Component): ReadEvent["alarms"] {
  const alarms = component.children.filter((child) => child.name === "VALARM").slice(0, 100);
  return alarms.map((alarm) => ({
    action: firstText(alarm.lines.filter((line) => line.name === "ACTION"))?.toLowerCase() ?? null,
    trigger: firstText(alarm.lines.filter((line) => line.name === "TRIGGER")),
  }));
}

export function priorityOf(text: string | null): number | null {
  return text !== null && /^\d$/.test(text) ? Number(text) : null;
}

/** X-ALT-DESC for events that have no plain description: the words without the tags. */
export function htmlToText(html: string | null): string | null {
  if (html === null) return null;
  const text = html
    .slice(0, 100_000)
    .replace(/<(br|\/p|\/div|\/li)\b[^<>]*>/gi, "\n")
    .replace(/<[^<>]*>/g, "")
    .replace(/&nbsp;/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&")
    .trim();
  return text === "" ? null : text;
}
