/** Once for every time a meeting has: moved to another time it is another key, and so is mailed anew. */
export function whisperKey(eventId: string, startsAt: string): string {
  return `whisper:${eventId}:${new Date(startsAt).toISOString()}`;
}
