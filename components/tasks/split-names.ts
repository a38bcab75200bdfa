/** What stands between two names that were typed in one line. */
const between = /(\s*[,;،、&+]\s*|\s+(?:and|und|et|y|with)\s+)/i;

/** A line of names in its parts, in order: names at 0, 2, 4 …, and what stands between them. Nothing of the line is lost. */
export function splitNames(line: string): string[] {
  return line.split(between);
}
