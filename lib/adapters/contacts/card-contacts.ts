import { type GroupLabels, isPreferred, kindsOf, labelOf } from "@/lib/adapters/contacts/card-labels";
import { ACCOUNT_PROPERTIES } from "@/lib/adapters/contacts/card-properties";
import type { LabelledValue, ReadAccount, ReadPhone } from "@/lib/adapters/contacts/read-person";
import { type ContentLine, paramValue } from "@/lib/adapters/content-lines/content-line";
import { textValue } from "@/lib/adapters/content-lines/text-values";

/** EMAIL: `mailto:ana@…?subject=Hi` and `Ana <ana@…>` are reduced to the address. Null when empty. */
export function readEmail(line: ContentLine, labels: GroupLabels): LabelledValue | null {
  const uri = /^mailto:([^?]*)/i.exec(textValue(line))?.[1];
  const text = uri === undefined ? textValue(line) : safeDecodeUri(uri);
  const value = (/<([^<>\s]+@[^<>\s]+)>\s*$/.exec(text.slice(0, 1000))?.[1] ?? text).trim();
  return value === "" ? null : { value, label: labelOf(line, labels), preferred: isPreferred(line) };
}

/** TEL: a number as written; of a tel: URI (RFC 3966) the number and the extension. Null when empty. */
export function readPhone(line: ContentLine, labels: GroupLabels): ReadPhone | null {
  let value = textValue(line);
  let extension: string | null = null;
  const uri = /^(?:tel|sms|callto|fax|phone|sips?(?=:[+\d][^@]*$)):([^;]*)(.*)$/is.exec(value);
  if (uri) {
    value = safeDecodeUri((uri[1] ?? "").trim());
    extension = /;ext=([^;]+)/i.exec(uri[2] ?? "")?.[1]?.trim() ?? null;
  }
  if (value === "") return null;
  return {
    value,
    label: labelOf(line, labels),
    preferred: isPreferred(line),
    kinds: kindsOf(line),
    extension,
  };
}

export function readUrl(line: ContentLine, labels: GroupLabels): LabelledValue | null {
  const value = textValue(line);
  return value === "" ? null : { value, label: labelOf(line, labels), preferred: isPreferred(line) };
}

/** IMPP and social profiles, in their standard form or in one of the older X- properties; null when it is no account. */
export function readAccount(line: ContentLine, labels: GroupLabels): ReadAccount | null {
  const text = textValue(line);
  if (text === "") return null;
  const label = labelOf(line, labels);
  const known = ACCOUNT_PROPERTIES[line.name];
  if (known) return { service: known, handle: text, url: null, label };
  if (line.name === "IMPP") {
    const colon = text.indexOf(":");
    const scheme = colon > 0 ? text.slice(0, colon).toLowerCase() : "";
    const service =
      paramValue(line, "X-SERVICE-TYPE") ?? paramValue(line, "SERVICE-TYPE") ?? nameOfScheme(scheme);
    const handle = safeDecodeUri(scheme ? text.slice(colon + 1).replace(/^\/\//, "") : text);
    return handle === "" ? null : { service, handle, url: scheme ? text : null, label };
  }
  if (line.name === "X-SOCIALPROFILE" || line.name === "SOCIALPROFILE") {
    const isUrl = /^[a-z][a-z0-9+.-]*:/i.test(text);
    const user = paramValue(line, "X-USER") ?? paramValue(line, "USERNAME");
    const service =
      paramValue(line, "SERVICE-TYPE") ??
      paramValue(line, "X-SERVICE-TYPE") ??
      kindsOf(line)[0] ??
      label ??
      "profile";
    return { service, handle: user ?? lastPathPart(text), url: isUrl ? text : null, label };
  }
  return null;
}

function nameOfScheme(scheme: string): string {
  const names: Record<string, string> = {
    aim: "AIM",
    xmpp: "Jabber",
    skype: "Skype",
    ymsgr: "Yahoo",
    msnim: "MSN",
    icq: "ICQ",
    sip: "SIP",
    gtalk: "Google Talk",
    "x-apple": "Apple",
  };
  return names[scheme] ?? (scheme || "IM");
}

function lastPathPart(text: string): string {
  return (
    text
      .replace(/\/+$/, "")
      .split("/")
      .at(-1)
      ?.replace(/^x-apple:/i, "") || text
  );
}

function safeDecodeUri(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
