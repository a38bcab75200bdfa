/** Where a page of a list ended, as base64url of JSON. Whoever asks with another text than was given begins at the top. */

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const INSTANT = /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

export function writeCursor(parts: (string | number | undefined)[]): string {
  return Buffer.from(JSON.stringify(parts)).toString("base64url");
}

/** Its parts as texts, when there are so many; null for anything else. What they are is for the caller to look at. */
export function readCursor(cursor: string | null, parts: number): string[] | null {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor ?? "", "base64url").toString());
    return Array.isArray(read) && read.length === parts ? read.map(String) : null;
  } catch {
    return null;
  }
}

export function isId(text: string | undefined): text is string {
  return ID.test(text ?? "");
}

/** An instant as `Date` writes it, in a year that PostgreSQL has. */
export function isInstant(text: string | undefined): text is string {
  return text !== undefined && INSTANT.test(text) && !Number.isNaN(Date.parse(text));
}
