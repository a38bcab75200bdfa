/** WHO IS CALLED in a comment: "@Ana" or "@Ana Duarte", as the names of the desk's members say it. */

type Named = { userId: string; name: string };
export type Mention<T extends Named> = T & { from: number; to: number };

/**
 * The members whose name follows an @ that begins a word, each place with its offsets (UTF-16). The longest name wins; capitals
 * do not count; a first name that two share calls both.
 */
export function mentionPlaces<T extends Named>(note: string, members: readonly T[]): Mention<T>[] {
  const places: Mention<T>[] = [];
  for (const at of note.matchAll(/(?<![\p{L}\p{N}_.])@/gu)) {
    const from = at.index;
    const rest = note.slice(from + 1).toLowerCase();
    const called = members
      .flatMap((member) => [member.name, member.name.split(/\s+/)[0] ?? ""].map((name) => ({ member, name })))
      .filter(({ name }) => name !== "" && begins(rest, name.toLowerCase()));
    const longest = Math.max(0, ...called.map(({ name }) => name.length));
    const found = new Set(called.filter(({ name }) => name.length === longest).map(({ member }) => member));
    for (const member of found) places.push({ ...member, from, to: from + 1 + longest });
  }
  return places;
}

/** Everybody who is called, once each. */
export function mentionsIn<T extends Named>(note: string, members: readonly T[]): T[] {
  const called = new Set(mentionPlaces(note, members).map(({ userId }) => userId));
  return members.filter(({ userId }) => called.has(userId));
}

function begins(rest: string, name: string): boolean {
  return rest.startsWith(name) && !/^[\p{L}\p{N}_]/u.test(rest.slice(name.length));
}
