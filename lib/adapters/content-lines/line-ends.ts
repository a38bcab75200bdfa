/** Where a line ends in a file of an old Mac: "\r\r\n" is one line's end, not two. */
const ANY_END = /\r\r?\n|\r|\n/g;

/** True when most lines end in a CR alone, so that one LF that strayed into the file ends a line among others. */
export function endsAtCr(text: string): boolean {
  let alone = 0;
  for (let at = text.indexOf("\r"); at >= 0; at = text.indexOf("\r", at + 1)) {
    const next = text.charCodeAt(at + 1);
    if (next !== 0x0a && next !== 0x0d) alone++;
  }
  if (alone === 0) return false;
  for (let at = text.indexOf("\n"); at >= 0 && alone > 0; at = text.indexOf("\n", at + 1)) alone--;
  return alone > 0;
}

/** The end of the line that goes on at `at`: where its text stops, and where the next begins. Of a file that ends at CRs. */
export function nextEnd(text: string, at: number): { stop: number; next: number } {
  ANY_END.lastIndex = at;
  const found = ANY_END.exec(text);
  if (found === null) return { stop: text.length, next: text.length };
  return { stop: found.index, next: found.index + found[0].length };
}

/** How many lines the reader counts in a text that stops at a line's end. */
export function countLines(text: string): number {
  if (endsAtCr(text)) return text.match(ANY_END)?.length ?? 0;
  let n = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) n++;
  return n;
}
