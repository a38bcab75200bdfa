import type { ContentLine, Param } from "@/lib/adapters/content-lines/content-line";

/**
 * One property of jCard or jCal (RFC 7095, RFC 7265) → the line a text file would have given:
 * `["bday", {"type": "x"}, "date", "1996-04-15"]`. A structured value is a list, whose lists are comma lists; a period is a list of
 * its two ends (RFC 7265 §3.6.9); a repeat rule is an object. Anything else is left out.
 */
export function lineOfJson(property: unknown): ContentLine[] {
  if (!Array.isArray(property) || typeof property[0] !== "string") return [];
  const [name, given, type, ...values] = property as [string, unknown, unknown, ...unknown[]];
  const params: Param[] = type === "date" ? [{ name: "VALUE", values: ["DATE"] }] : [];
  let group: string | null = null;
  for (const [key, value] of Object.entries(typeof given === "object" && given !== null ? given : {})) {
    const list = (Array.isArray(value) ? value : [value]).map(String);
    if (key.toLowerCase() === "group") group = list.join("").toUpperCase();
    else params.push({ name: key.toUpperCase(), values: list });
  }
  const between = type === "period" ? "/" : ";";
  const text = values
    .map((value) => (Array.isArray(value) ? value.map(escapeItem).join(between) : escapeItem(value)))
    .join(",");
  return [
    { group, name: name.toUpperCase(), params, value: Buffer.from(text, "utf8").toString("latin1"), line: 1 },
  ];
}

function escapeItem(value: unknown): string {
  if (Array.isArray(value)) return value.map(escapeItem).join(",");
  if (typeof value === "object" && value !== null) {
    return Object.entries(value)
      .map(([key, part]) => `${key}=${String(part)}`)
      .join(";");
  }
  return String(value ?? "")
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\n/g, "\\n");
}
