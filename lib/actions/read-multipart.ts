/** A part of a form: its field, the name of the file if it is one, and what is in it (a view into the body, not a copy). */
export type FormPart = { field: string; fileName: string | null; bytes: Uint8Array };

const MOST_HEADER_BYTES = 16 * 1024;

/**
 * Splits a multipart/form-data body (RFC 7578, RFC 2046 §5.1.1) into its parts, `mostParts` of them at the most: a general
 * parser takes half a minute for a body of nothing but seams. Null for what is no such form, or has more parts.
 */
export function readMultipart(body: Uint8Array, contentType: string, mostParts: number): FormPart[] | null {
  const boundary = boundaryOf(contentType);
  if (boundary === null) return null;
  const whole = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const seam = Buffer.from(`\r\n--${boundary}`);
  const opening = seam.subarray(2);
  const start = whole.subarray(0, opening.length).equals(opening) ? -2 : whole.indexOf(seam);
  if (start === -1) return null;
  const parts: FormPart[] = [];
  for (let at = start + seam.length; ; ) {
    if (whole.toString("latin1", at, at + 2) === "--") return parts;
    const lineEnd = whole.indexOf("\r\n", at);
    // Blanks may stand behind a seam, nothing else.
    if (lineEnd === -1 || lineEnd - at > 100 || /[^ \t]/.test(whole.toString("latin1", at, lineEnd)))
      return null;
    const next = whole.indexOf(seam, lineEnd);
    if (next === -1 || parts.length === mostParts) return null;
    const part = readPart(whole.subarray(lineEnd + 2, Math.max(lineEnd + 2, next)));
    if (part === null) return null;
    parts.push(part);
    at = next + seam.length;
  }
}

function readPart(part: Buffer): FormPart | null {
  const end = part.subarray(0, MOST_HEADER_BYTES).indexOf("\r\n\r\n");
  if (end === -1) return null;
  const headers = part.toString("utf8", 0, end);
  const disposition = /^content-disposition[ \t]*:[ \t]*form-data(.*)$/im.exec(headers)?.[1] ?? "";
  const field = parameter(disposition, "name");
  if (field === null) return null;
  return { field, fileName: parameter(disposition, "filename"), bytes: part.subarray(end + 4) };
}

/** Browsers write quotes and line ends inside a name as %22, %0D and %0A. */
function parameter(disposition: string, name: string): string | null {
  const value = new RegExp(`;[ \\t]*${name}="([^"]*)"`, "i").exec(disposition)?.[1];
  return value === undefined ? null : value.replace(/%22/g, '"').replace(/%0D|%0A/gi, " ");
}

function boundaryOf(contentType: string): string | null {
  const match = /^multipart\/form-data\s*;.*?\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(
    contentType,
  );
  return match?.[1] ?? match?.[2] ?? null;
}
