/** What 0x80 to 0x9F say (Encoding Standard, index windows-1252); five of them say nothing and stay as they are. */
const SAID =
  "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f" +
  "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

/**
 * Bytes of windows-1252 → text; never refuses. ISO-8859-1 and US-ASCII mean the same to that standard. By hand, because
 * Node 20's TextDecoder gives control characters for the curly quotes and dashes.
 */
export function decode1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  return latin1.replace(/[\x80-\x9f]/g, (letter) => SAID.charAt(letter.charCodeAt(0) - 0x80));
}
