/** Writing the lines of vCard (RFC 6350 §3.2) and iCalendar (RFC 5545 §3.1): the other side of {@link LineReader}. */

/** `;`, `,`, `\` and line breaks in a value that is text (RFC 5545 §3.3.11). */
export function escapeText(text: string): string {
  return text
    .replace(/\\/g, "\\\\")
    .replace(/\r\n?|\n/g, "\\n")
    .replace(/[;,]/g, "\\$&");
}

/** A line of more than 75 bytes, broken before the letter that would make it longer: no letter is torn. Ends without a line break. */
export function foldLine(line: string): string {
  if (line.length <= 75 && Buffer.byteLength(line) <= 75) return line;
  const pieces: string[] = [];
  let piece = "";
  let size = 0;
  for (const letter of line) {
    const bytes = bytesOf(letter);
    if (size + bytes > 74) {
      pieces.push(piece);
      piece = "";
      size = 0;
    }
    piece += letter;
    size += bytes;
  }
  return [...pieces, piece].join("\r\n ");
}

/** How many bytes one letter (a code point) takes in UTF-8. */
function bytesOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
