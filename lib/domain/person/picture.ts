/** The most bytes of a picture that is kept. */
export const MOST_PICTURE_BYTES = 1024 * 1024;

export type PictureType = "image/jpeg" | "image/png" | "image/webp" | "image/gif";

/** What kind of picture these bytes are, by their own first bytes; what a name or a header says is nobody's proof. */
export function pictureTypeOf(bytes: Uint8Array): PictureType | null {
  const starts = (...first: number[]) => first.every((byte, n) => bytes[n] === byte);
  if (starts(0xff, 0xd8, 0xff)) return "image/jpeg";
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "image/png";
  const text = String.fromCharCode(...bytes.subarray(0, 12));
  if (/^GIF8[79]a/.test(text)) return "image/gif";
  return /^RIFF[\s\S]{4}WEBP/.test(text) ? "image/webp" : null;
}

/** Why a picture is not kept, in a sentence; null when it is. */
export function whyNotPicture(bytes: Uint8Array): string | null {
  if (bytes.byteLength > MOST_PICTURE_BYTES) {
    return `The picture has ${(bytes.byteLength / 1_000_000).toFixed(1)} MB; at most 1 MB is kept.`;
  }
  return pictureTypeOf(bytes) === null ? "The picture is not a JPEG, PNG, WebP or GIF." : null;
}
