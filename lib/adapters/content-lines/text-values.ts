import {
  type ContentLine,
  type Param,
  paramValue,
  paramValues,
} from "@/lib/adapters/content-lines/content-line";
import { decodeText } from "@/lib/adapters/content-lines/decode-text";

/** Longest text that is kept of one property: a long note, not a smuggled file. */
const LONGEST_TEXT = 200_000;

/** The value as text: transfer encoding and charset undone, escapes (`\n`, `\,`) still in place. */
export function decodedValue(line: ContentLine): string {
  const encoding = (paramValue(line, "ENCODING") ?? "").toUpperCase();
  const charset = paramValue(line, "CHARSET");
  let bytes = line.value.length > LONGEST_TEXT ? line.value.slice(0, LONGEST_TEXT) : line.value;
  if (
    encoding === "QUOTED-PRINTABLE" ||
    (charset !== null && encoding === "" && /^(=[0-9A-Fa-f]{2})+/.test(bytes))
  ) {
    bytes = decodeQuotedPrintable(bytes);
  } else if (encoding === "BASE64" || encoding === "B") {
    bytes = Buffer.from(bytes, "base64").toString("latin1");
  }
  return decodeText(bytes, charset);
}

/** A whole value as text, with its escapes undone. */
export function textValue(line: ContentLine): string {
  return unescapeText(decodedValue(line)).trim();
}

/** Splits at separators that are not escaped; the escapes stay in the pieces. */
export function splitEscaped(text: string, separator: ";" | ","): string[] {
  if (!text.includes(separator)) return [text];
  const pieces: string[] = [];
  const code = separator.charCodeAt(0);
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x5c) i++;
    else if (c === code) {
      pieces.push(text.slice(from, i));
      from = i + 1;
    }
  }
  pieces.push(text.slice(from));
  return pieces;
}

/**
 * RFC 5545 §3.3.11 and RFC 6350 §3.4: `\n` is a line break, `\,` a comma. A backslash before any other letter or
 * digit is kept: it is somebody's file path.
 */
export function unescapeText(text: string): string {
  const lines = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  if (!lines.includes("\\")) return lines;
  return lines.replace(/\\([^A-Za-z0-9]|[nN])/gs, (_, c: string) => (c === "n" || c === "N" ? "\n" : c));
}

const knownTypes = new WeakMap<readonly Param[], readonly string[]>();

/** Lower-case values of TYPE, also those written in one quoted list. */
export function typesOf(line: ContentLine): readonly string[] {
  const known = knownTypes.get(line.params);
  if (known) return known;
  const types: string[] = [];
  for (const value of paramValues(line, "TYPE")) {
    for (const type of value.split(",")) if (type.trim() !== "") types.push(type.trim().toLowerCase());
  }
  knownTypes.set(line.params, types);
  return types;
}

function decodeQuotedPrintable(text: string): string {
  if (!text.includes("=")) return text;
  return text
    .replace(/=[ \t]*\r?\n/g, "")
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/=$/, "");
}
