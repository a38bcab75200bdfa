/** A LIKE pattern that finds `typed` anywhere, whatever signs it has. */
export function likeOf(typed: string): string {
  return `%${typed.slice(0, 200).replace(/[\\%_]/g, "\\$&")}%`;
}

/**
 * LIKE patterns for `typed` with two neighbouring letters in the other order: the slip of the fingers that trigrams do not
 * see in short words. None for less than four letters.
 */
export function swappedLikes(typed: string): string[] {
  const letters = [...typed.slice(0, 40)];
  if (letters.length < 4) return [];
  return letters.slice(1).flatMap((letter, n) => {
    const before = letters[n] ?? "";
    if (before === letter || before === " " || letter === " ") return [];
    return likeOf([...letters.slice(0, n), letter, before, ...letters.slice(n + 2)].join(""));
  });
}
