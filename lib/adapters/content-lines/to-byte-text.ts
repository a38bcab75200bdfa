/** A file as text with one character per byte, so that each value can be decoded with its own charset later. */
export type ByteText = { text: string; notes: string[] };

/**
 * Bytes of any file → byte text. UTF-16 and UTF-32 (with or without a byte order mark) become UTF-8 bytes first; a UTF-8 mark is
 * dropped. Never refuses: a file that is not text at all gives text without a readable line.
 */
export function toByteText(bytes: Uint8Array): ByteText {
  const wide = wideEncodingOf(bytes);
  if (wide) {
    const utf8 = new TextEncoder().encode(new TextDecoder(wide).decode(bytes));
    return { text: latin1(utf8), notes: [`The file is written in ${wide.toUpperCase()}.`] };
  }
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return { text: latin1(hasMark ? bytes.subarray(3) : bytes), notes: [] };
}

/** Both vCard and iCalendar files begin with ASCII, so every second byte of a UTF-16 file's start is zero. */
export function wideEncodingOf(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  if (bytes.length < 4) return null;
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return "utf-16le";
  if (a === 0 && b !== 0 && c === 0 && d !== 0) return "utf-16be";
  return null;
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}
