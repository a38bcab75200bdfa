/** Under which name the task of an invitation is made: once for each entry, however often and from wherever it comes. */
export function invitationKey({ uid, recurrenceId }: { uid: string; recurrenceId: string }): string {
  return `invite:${uid}:${recurrenceId}`;
}

/** The same for the nth time that it asks, which it does when it has moved: a task that was closed stays so. */
export function invitationKeyAgain(entry: { uid: string; recurrenceId: string }, nth: number): string {
  return nth <= 1 ? invitationKey(entry) : `${invitationKey(entry)}#${nth}`;
}

/** Whether a task of this name asks about the entry, the first time or again. */
export function isKeyOf(key: string, entry: { uid: string; recurrenceId: string }): boolean {
  return key.replace(/#\d+$/, "") === invitationKey(entry) || key === invitationKey(entry);
}
