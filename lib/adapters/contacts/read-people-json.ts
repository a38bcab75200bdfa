import { readMonica } from "@/lib/adapters/contacts/read-monica";
import { isOwnExport, readOwnJson } from "@/lib/adapters/contacts/read-own-json";
import type { ReadCards } from "@/lib/adapters/contacts/read-person";
import { AsksTooMuch } from "@/lib/adapters/content-lines/asks-too-much";
import { wideEncodingOf } from "@/lib/adapters/content-lines/to-byte-text";

/** JSON grows manifold in memory; our own is read line by line, and has no such limit. */
const MOST_JSON = 16 * 1024 * 1024;

/** Whether a file begins like JSON that has people in it; jCard is told apart before. */
export function isPeopleJson(start: string): boolean {
  return /^(?:\u00ef\u00bb\u00bf)?\s*\{/.test(start) || /^\s*\[\s*\{/.test(start);
}

/** People in JSON: our own export or Monica's. Null when it is neither. Throws {@link AsksTooMuch} beyond 16 MB of Monica's. */
export function readPeopleJson(bytes: Uint8Array): ReadCards | null {
  const text = new TextDecoder(wideEncodingOf(bytes) ?? "utf-8").decode(bytes);
  if (isOwnExport(text)) return readOwnJson(text);
  if (bytes.byteLength > MOST_JSON) throw new AsksTooMuch("16 MB of JSON");
  return readMonica(text);
}
