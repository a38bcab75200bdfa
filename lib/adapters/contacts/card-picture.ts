import type { ReadPerson } from "@/lib/adapters/contacts/read-person";
import { type ContentLine, paramValue } from "@/lib/adapters/content-lines/content-line";
import { typesOf } from "@/lib/adapters/content-lines/text-values";
import { pictureTypeOf } from "@/lib/domain/person/picture";

/** PHOTO in any of its forms: base64 of 2.1 and 3.0, data: of 4.0, or an address that is not fetched. Null when empty. */
export function readPicture(line: ContentLine, keep: boolean): ReadPerson["photo"] {
  const value = line.value.trim();
  if (value === "") return null;
  const data = /^data:([^;,]{0,100})[^,]{0,100}?(;base64)?,/i.exec(value.slice(0, 400));
  const encoding = (paramValue(line, "ENCODING") ?? "").toUpperCase();
  if (data || encoding === "B" || encoding === "BASE64" || isBarePicture(value)) {
    const base64 = (data ? value.slice(data[0].length) : value).replace(/[^A-Za-z0-9+/]/g, "");
    const mediaType = data?.[1] || mediaTypeOf(line);
    return { mediaType, bytes: Math.floor((base64.length * 3) / 4), url: null, base64: keep ? base64 : null };
  }
  if (/^[a-z][a-z0-9+.-]{1,20}:/i.test(value)) {
    return {
      mediaType: mediaTypeOf(line),
      bytes: null,
      url: value.slice(0, 2000).replace(/\\(.)/g, "$1"),
      base64: null,
    };
  }
  return null;
}

/** Base64 whose head forgot to say so: it is one when its first bytes are a picture's. */
function isBarePicture(value: string): boolean {
  if (!/^[A-Za-z0-9+/\s]{40}/.test(value)) return false;
  return pictureTypeOf(Buffer.from(value.slice(0, 40), "base64")) !== null;
}

function mediaTypeOf(line: ContentLine): string | null {
  const type = paramValue(line, "MEDIATYPE") ?? typesOf(line)[0] ?? null;
  if (type === null || type.includes("/")) return type?.toLowerCase() ?? null;
  return `image/${type.toLowerCase().replace("jpg", "jpeg")}`;
}
