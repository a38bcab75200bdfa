/** The beginning of a name that is being typed after an @, and where the @ stands; null where nobody is being called. */
export function mentionAt(text: string, caret: number): { from: number; typed: string } | null {
  const [, typed] = /(?<![\p{L}\p{N}_.])@([\p{L}\p{N}_'’-]{0,40})$/u.exec(text.slice(0, caret)) ?? [];
  return typed === undefined ? null : { from: caret - typed.length - 1, typed };
}

/** The members whose name, or a part of it, begins so; capitals do not count. */
export function membersLike<T extends { name: string }>(members: readonly T[], typed: string): T[] {
  const wanted = typed.toLowerCase();
  return members.filter(({ name }) =>
    [name, ...name.split(/\s+/)].some((part) => part.toLowerCase().startsWith(wanted)),
  );
}
