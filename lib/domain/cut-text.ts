/** Plain text of at most so many letters (UTF-16 units); none is torn, and what no database text can hold is left out. */
export function cutText(text: string, most: number): string {
  const plain = text.replaceAll("\u0000", "").toWellFormed().trim();
  return plain.length <= most
    ? plain
    : plain
        .slice(0, most)
        .replace(/[\ud800-\udbff]$/, "")
        .trim();
}
