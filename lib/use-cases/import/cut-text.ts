/** Plain text of at most so many letters; no letter is torn, and what no database text can hold is left out. */
export function cutText(text: string, most: number): string {
  const plain = text.replaceAll("\u0000", "").toWellFormed().trim();
  return plain.length <= most
    ? plain
    : [...plain.slice(0, most + 1)].slice(0, most).join("").slice(0, most).toWellFormed().trim();
}
