import type { Component } from "@/lib/adapters/calendar/component";
import { AsksTooMuch } from "@/lib/adapters/content-lines/asks-too-much";
import { lineOfJson } from "@/lib/adapters/content-lines/json-lines";

/** JSON grows twentyfold in memory; text files have no such limit. */
const MOST_JSON = 4 * 1024 * 1024;

/** jCal (RFC 7265): `["vcalendar", [properties], [components]]` → blocks as a text file would give; null when it is none. */
export function componentsFromJson(byteText: string): Component | null {
  if (!/^\s*\[\s*(\[\s*)?"v(calendar|event)"/i.test(byteText.slice(0, 200))) return null;
  if (byteText.length > MOST_JSON) throw new AsksTooMuch("4 MB of JSON");
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(byteText, "latin1").toString("utf8"));
  } catch {
    return null;
  }
  if (!Array.isArray(parsed)) return null;
  const list: unknown[] = typeof parsed[0] === "string" ? [parsed] : parsed;
  return {
    name: "",
    line: 1,
    lines: [],
    children: list.flatMap((item) => componentOf(item, 0)),
    isCutOff: false,
  };
}

function componentOf(value: unknown, depth: number): Component[] {
  if (!Array.isArray(value) || typeof value[0] !== "string" || depth > 8) return [];
  const [name, properties, children] = value as [string, unknown, unknown];
  return [
    {
      name: name.toUpperCase(),
      line: 1,
      lines: Array.isArray(properties) ? properties.flatMap(lineOfJson) : [],
      children: Array.isArray(children) ? children.flatMap((child) => componentOf(child, depth + 1)) : [],
      isCutOff: false,
    },
  ];
}
