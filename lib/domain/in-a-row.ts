const row = new Intl.ListFormat("en-GB");

/** "Ana", "Ana and Mira", "Ana, Mira and Joon"; "" for none. */
export function inARow(words: Iterable<string>): string {
  return row.format(words);
}
