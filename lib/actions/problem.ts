import { type RefusalContext, refusalSentence } from "@/components/refusal-copy";
import type { Refusal, RefusalCode } from "@/lib/domain/refusal";
import { describeError, log } from "@/lib/runtime/log";

const statuses: Record<RefusalCode, number> = {
  "must-be-you": 403,
  "only-client-loosens": 403,
  "only-client": 403,
  "only-client-approves": 403,
  "words-changed": 409,
  leaving: 409,
  expired: 409,
  unready: 409,
  "words-moved": 409,
  "not-submitted": 409,
  "has-draft": 409,
  "already-answered": 409,
  protected: 403,
  "not-ours": 409,
  unchecked: 409,
  "cannot-merge": 409,
  "already-closed": 409,
  "not-closed": 409,
  stale: 409,
  "not-undoable": 409,
  "merged-since": 409,
  "not-found": 404,
  invalid: 400,
  "signed-out": 401,
  "too-many": 429,
  "too-large": 413,
};

/** The body of a problem document (RFC 9457): the sentence as title, the refusal's own fields beside it. */
export function sayProblem(refusal: Refusal, context: RefusalContext = {}) {
  const { code, ...rest } = refusal;
  return {
    type: "about:blank",
    title: refusalSentence(refusal, context),
    status: statuses[code],
    code,
    ...rest,
  };
}

/** A named "no" as an answer. */
export function problem(refusal: Refusal, context: RefusalContext = {}): Response {
  const body = sayProblem(refusal, context);
  const headers = new Headers({ "Content-Type": "application/problem+json", "Cache-Control": "no-store" });
  if (refusal.code === "too-many") headers.set("Retry-After", String(refusal.retryAfterSeconds));
  return new Response(JSON.stringify(body), { status: body.status, headers });
}

/** A "no" that is about the request itself and has no name in the domain. */
export function plainProblem(status: number, title: string): Response {
  return new Response(JSON.stringify({ type: "about:blank", title, status }), {
    status,
    headers: { "Content-Type": "application/problem+json", "Cache-Control": "no-store" },
  });
}

/** One of many that broke: logged, and told beside what was done, instead of breaking the whole answer. */
export function sayBroken(error: unknown) {
  log.error("one of many failed", describeError(error));
  return {
    type: "about:blank",
    title: "Something went wrong on our side. This one was not changed.",
    status: 500,
  };
}
