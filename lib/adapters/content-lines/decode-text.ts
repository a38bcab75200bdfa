import { decode1252 } from "@/lib/adapters/content-lines/decode-1252";

/** Names that mail programs and phones write for charsets the decoder knows under another name. */
const OTHER_NAMES: Record<string, string> = {
  "ISO-8859": "windows-1252",
  "LATIN-1": "windows-1252",
  "CP-1252": "windows-1252",
  CP1252: "windows-1252",
  ANSI: "windows-1252",
  "US ASCII": "windows-1252",
  UTF8: "utf-8",
  "SHIFT-JIS": "shift_jis",
  CP932: "shift_jis",
  CP936: "gbk",
  CP949: "euc-kr",
  CP950: "big5",
  KS_C_5601: "euc-kr",
};

const strictUtf8 = new TextDecoder("utf-8", { fatal: true });
const lenientUtf8 = new TextDecoder("utf-8");
const decoders = new Map<string, TextDecoder | null>();

/**
 * Byte text → text. A named charset is believed unless it cannot be right; otherwise UTF-8, and what is not UTF-8 is
 * read as windows-1252, which is what unlabelled old files are nearly always. NUL bytes are dropped.
 */
export function decodeText(byteText: string, charset: string | null): string {
  if (!hasHighBytes(byteText)) {
    const isSevenBitCharset = charset !== null && /^(utf-?7|iso-2022|hz-gb)/i.test(charset);
    if (!isSevenBitCharset) return withoutNul(byteText);
  }
  const bytes = Buffer.from(byteText, "latin1");
  const named = charset === null ? null : decoderFor(charset);
  if (named && named.encoding !== "utf-8") {
    // Exporters label UTF-8 as ISO-8859-1: valid multi-byte UTF-8 is never accidental in Latin text.
    if (named.encoding === "windows-1252") return withoutNul(tryUtf8(bytes) ?? decode1252(bytes));
    return withoutNul(named.decode(bytes));
  }
  if (charset !== null && /^utf-?7$/i.test(charset)) return withoutNul(decodeUtf7(byteText));
  return withoutNul(tryUtf8(bytes) ?? damagedUtf8(bytes, named !== null) ?? decode1252(bytes));
}

/** Phones cut a text in the middle of a character: mostly UTF-8 is UTF-8 with a few marks for what is lost. */
function damagedUtf8(bytes: Uint8Array, isNamedUtf8: boolean): string | null {
  const text = lenientUtf8.decode(bytes);
  const lost = text.split("\ufffd").length - 1;
  let foreign = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) foreign++;
  return lost * (isNamedUtf8 ? 2 : 5) <= foreign ? text : null;
}

function tryUtf8(bytes: Uint8Array): string | null {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return null;
  }
}

function decoderFor(charset: string): TextDecoder | null {
  const known = decoders.get(charset);
  if (known !== undefined) return known;
  if (decoders.size > 100) return null;
  let decoder: TextDecoder | null = null;
  try {
    decoder = new TextDecoder(OTHER_NAMES[charset.trim().toUpperCase()] ?? charset.trim());
  } catch {
    decoder = null;
  }
  decoders.set(charset, decoder);
  return decoder;
}

/** RFC 2152, for the few old exporters that used it. */
function decodeUtf7(text: string): string {
  return text.replace(/\+([A-Za-z0-9+/]*)-?/g, (_, base64: string) => {
    if (base64 === "") return "+";
    const bytes = Buffer.from(base64, "base64");
    return new TextDecoder("utf-16be").decode(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  });
}

function hasHighBytes(text: string): boolean {
  return /[\x80-\xff]/.test(text);
}

function withoutNul(text: string): string {
  return text.includes("\0") ? text.replaceAll("\0", "") : text;
}
