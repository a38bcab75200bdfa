import { type RefusalContext, refusalSentence } from "@/components/refusal-copy";
import { isSafeMethod } from "@/lib/auth/same-origin";
import type { Actor } from "@/lib/domain/actor";
import { nextBestAfter } from "@/lib/domain/next-best";
import { NotKnown } from "@/lib/domain/not-known";
import type { Refusal, RefusalCode } from "@/lib/domain/refusal";
import { env } from "@/lib/env";
import { describeError, log } from "@/lib/runtime/log";
import type { Operation } from "@/lib/schemas/operation";

const statuses: Record<RefusalCode, number> = {
  "must-be-you": 403,
  "only-client-loosens": 403,
  "only-client": 403,
  "only-client-approves": 403,
  "draft-only": 403,
  paused: 403,
  "day-used-up": 429,
  "out-of-scope": 403,
  "in-person": 403,
  "key-reused": 422,
  "words-changed": 409,
  "let-go": 409,
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

/** What is known around a refusal: who asked for what, whether with a token, and how the thing is now. */
type Around = RefusalContext & {
  hasToken?: boolean;
  actor?: Actor;
  is?: Pick<Operation<never, never>, "path"> | Pick<Operation, "path">;
  id?: string;
  current?: unknown;
};

/**
 * The body of a problem document (RFC 9457): the sentence as title, the refusal's own fields beside it. A program is told besides
 * what would be allowed, and the page on which somebody can do it in person.
 */
export function sayProblem(refusal: Refusal, { actor, is, id, current, hasToken, ...context }: Around = {}) {
  const { code, ...rest } = refusal;
  const isProgram = actor?.door === "api";
  const allowed = isProgram ? nextBestAfter(code) : [];
  return {
    type: `/docs/api#${code}`,
    title:
      hasToken && code === "signed-out"
        ? deadToken
        : refusalSentence(refusal, { clientName: actor?.clientName, ...context }),
    status: statuses[code],
    code,
    ...rest,
    ...(current === undefined || current === null ? {} : { current }),
    ...(allowed.length > 0 ? { allowed } : {}),
    ...(isProgram && clients.has(code) ? { page: pageOf(actor, is?.path ?? "", id) } : {}),
  };
}

/** Which of these it is, is nobody's to know who only has the token. */
const deadToken =
  "This token opens nothing here. It has run out, was taken back, or is used from where it was not made for.";

/** What somebody has to come in person for. */
const clients = new Set<RefusalCode>([
  "must-be-you",
  "only-client-loosens",
  "only-client",
  "only-client-approves",
  "protected",
  "in-person",
]);

/** Where a thing has its own page, below this one. */
const pagesOfThings: readonly [start: string, page: string][] = [
  ["/tasks/", "tasks"],
  ["/people/", "people"],
  ["/events/", "calendar"],
];

/** Where a kind of thing is looked after; whatever is not here waits for the client on their own page. */
const pagesOfKinds: readonly [start: string, page: string][] = [
  ["/accounts", "settings/accounts"],
  ["/address-books", "settings/address-books"],
  ["/agents", "settings/agents"],
  ["/calendar", "settings/time"],
  ["/calendars", "settings/calendars"],
  ["/events", "calendar"],
  ["/facts", "people"],
  ["/feeds", "settings/calendars/feeds"],
  ["/history", "history"],
  ["/people", "people"],
  ["/phrases", "settings/voice"],
  ["/programs", "settings/agents"],
  ["/proof-keys", "settings/proof"],
  ["/proofs", "settings/proof"],
  ["/protected-times", "settings/time"],
  ["/tasks", "queue"],
  ["/tokens", "settings/tokens"],
  ["/voice", "settings/voice"],
  ["/webhook-deliveries", "settings/webhooks"],
  ["/webhooks", "settings/webhooks"],
];

/** The page of the thing itself where it has one, else of its kind, otherwise what waits for the client. */
function pageOf({ workspace }: Actor, path: string, id: string | undefined): string {
  const [, place] = pagesOfThings.find(([start]) => id && path.startsWith(start)) ?? [];
  const [, kind = "you"] =
    pagesOfKinds.find(([start]) => path === start || path.startsWith(`${start}/`)) ?? [];
  return `${env.FIRSTHAND_URL}/w/${workspace.slug}/${place ? `${place}/${id}` : kind}`;
}

/** A named "no" as an answer. */
export function problem(refusal: Refusal, around: Around = {}): Response {
  const body = sayProblem(refusal, around);
  const headers = new Headers({ "Content-Type": "application/problem+json", "Cache-Control": "no-store" });
  if ("retryAfterSeconds" in refusal) headers.set("Retry-After", String(refusal.retryAfterSeconds));
  // RFC 6750 §3.1: what was wrong is told to whoever brought a token, and to nobody else.
  const wrong = around.hasToken ? ', error="invalid_token"' : "";
  if (refusal.code === "signed-out") headers.set("WWW-Authenticate", `Bearer realm="Firsthand"${wrong}`);
  return new Response(JSON.stringify(body), { status: body.status, headers });
}

/** A "no" that is about the request itself and has no name in the domain. */
export function plainProblem(status: number, title: string): Response {
  return new Response(JSON.stringify({ type: "about:blank", title, status }), {
    status,
    headers: { "Content-Type": "application/problem+json", "Cache-Control": "no-store" },
  });
}

const wrong = "Something went wrong on our side";

const look = "Look before you do it again.";

/**
 * What is said of an exception: that nothing was changed, unless that is not known. With a key it never is: the same request may have
 * been here before, and been kept.
 */
export function sayWrong(error: unknown, hasKey = false): string {
  const isNotKnown = error instanceof NotKnown;
  if (!isNotKnown && !hasKey) return `${wrong}. Nothing was changed.`;
  const what = isNotKnown
    ? " as this was being saved. Whether it was saved is not known."
    : ". Whether anything was changed is not known.";
  const next = hasKey
    ? "Send it again with the same Idempotency-Key: it is done once, and you are told."
    : look;
  return `${wrong}${what} ${next}`;
}

/** An exception as an answer, without a word about why. `keyed` is the request, where its key is looked at. */
export function wrongProblem(error: unknown, keyed?: Request): Response {
  const hasKey = keyed?.headers.has("idempotency-key") && !isSafeMethod(keyed.method);
  return plainProblem(500, sayWrong(error, hasKey));
}

/**
 * One of many that broke: logged, and told beside what was done, instead of breaking the whole answer. Under a key this answer is
 * kept, and stays the answer.
 */
export function sayBroken(error: unknown, { once }: Pick<Actor, "once">) {
  log.error("one of many failed", describeError(error));
  const what = once ? `Whether this one was changed is not known. ${look}` : "This one was not changed.";
  return {
    type: "about:blank",
    title: error instanceof NotKnown ? sayWrong(error) : `${wrong}. ${what}`,
    status: 500,
  };
}
