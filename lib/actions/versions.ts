import { createHash } from "node:crypto";
import { granted, type Result, refused } from "@/lib/domain/result";

/**
 * The entity tag of something with a version (RFC 9110 §8.8.3), null for what has none. Of an answer, also the sum of its
 * `text`: much of what it tells (facts, comments, a draft) changes and leaves the version as it was.
 */
export function etagOf(value: unknown, text?: string): string | null {
  const version = versionOf(value);
  if (version === null) return null;
  if (text === undefined) return `"${version}"`;
  return `"${version}-${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
}

/** Of a change, the version of what was changed. */
function versionOf(value: unknown): number | null {
  if (typeof value !== "object" || value === null) return null;
  if ("version" in value && typeof value.version === "number") return value.version;
  return "task" in value ? versionOf(value.task) : null;
}

/** Whether whoever asks has it already as it is; a star is whatever there is (RFC 9110 §13.1.2). */
export function notModified(headers: Pick<Headers, "get">, etag: string | null): boolean {
  const known = headers.get("if-none-match");
  if (etag === null || known === null) return false;
  return known.split(",").some((one) => one.trim() === "*" || plain(one) === plain(etag));
}

/**
 * A body with the version that `If-Match` names (RFC 9110 §13.1.1), with the sum behind it or without: whoever edits says which
 * one they saw, in the header or in the body. Refuses `invalid` when the two differ, or the header names no one version.
 */
export function readIfMatch(headers: Headers, body: unknown): Result<unknown> {
  const seen = headers.get("if-match");
  if (seen === null || typeof body !== "object" || body === null || Array.isArray(body)) return granted(body);
  const named = /^(\d{1,9})(-[\w-]+)?$/.exec(plain(seen))?.[1];
  const version = named === undefined ? null : Number(named);
  const said = "version" in body ? body.version : version;
  if (version === null || said !== version)
    return refused({
      code: "invalid",
      fields: { "If-Match": "Name one version here, the same as in the body." },
    });
  return granted({ ...body, version });
}

function plain(tag: string): string {
  return tag
    .trim()
    .replace(/^W\//, "")
    .replace(/^"(.*)"$/, "$1");
}
