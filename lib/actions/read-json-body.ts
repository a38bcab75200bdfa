import type { Refusal } from "@/lib/domain/refusal";
import { granted, type Result, refused } from "@/lib/domain/result";

/**
 * Reads a JSON body of at most `limitBytes` bytes; an empty one counts as `{}`.
 * Refuses `too-large` as soon as it is known, and `invalid` for what is not JSON or what no database text can hold.
 */
export async function readJsonBody(request: Request, limitBytes: number): Promise<Result<unknown>> {
  const tooLarge: Refusal = { code: "too-large", limitBytes };
  if (Number(request.headers.get("content-length") ?? 0) > limitBytes) return refused(tooLarge);
  const bytes = await readBytes(request.body, limitBytes);
  if (bytes === null) return refused(tooLarge);
  if (bytes.length === 0) return granted({});
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes), refuseUnkept);
    return granted(value);
  } catch {
    return refused({ code: "invalid", fields: { form: "This is not JSON that can be read." } });
  }
}

/** PostgreSQL keeps neither U+0000 nor half a letter (one surrogate of two) in text: better said here than found out there. */
function refuseUnkept(key: string, value: unknown): unknown {
  for (const text of [key, value])
    if (typeof text === "string" && (text.includes("\0") || !text.isWellFormed())) throw new Error("unkept");
  return value;
}

/** A whole body of at most so many bytes; null as soon as it is more. */
export async function readBytes(
  body: ReadableStream<Uint8Array> | null,
  limit: number,
): Promise<Uint8Array | null> {
  if (body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    length += value.length;
    if (length > limit) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
}
