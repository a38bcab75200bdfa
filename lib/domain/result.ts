import type { Refusal } from "@/lib/domain/refusal";

/** The outcome of asking for something: a value, or a named "no". An exception is always a bug. */
export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

/** Wraps what was granted. */
export function granted<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** Wraps a named "no"; see {@link Refusal} for the names. */
export function refused<T = never>(refusal: Refusal): Result<T> {
  return { ok: false, refusal };
}
