import type { ZodType } from "zod";
import {
  flattenParams,
  foreignRequest,
  mayComeFromThere,
  type RouteHandler,
} from "@/lib/actions/around-request";
import { parseInput } from "@/lib/actions/field-sentences";
import { plainProblem, problem, wrongProblem } from "@/lib/actions/problem";
import { readJsonBody } from "@/lib/actions/read-json-body";
import { etagOf, notModified, readIfMatch } from "@/lib/actions/versions";
import type { PersonDoor } from "@/lib/auth/actor";
import { type Caller, callerFromRequest, readBearer } from "@/lib/auth/caller";
import { answerOnce, readKey } from "@/lib/auth/once";
import { rememberAttempt, rememberResting } from "@/lib/auth/remember-attempt";
import { isSafeMethod } from "@/lib/auth/same-origin";
import type { Actor } from "@/lib/domain/actor";
import type { Refusal } from "@/lib/domain/refusal";
import { granted, type Result, refused } from "@/lib/domain/result";
import { describeError, log } from "@/lib/runtime/log";
import { type Operation, scopeOf } from "@/lib/schemas/operation";

/** What a handler is asked: by whom, what, and when (`at` is the only reading of the clock). */
export type Asked<I> = {
  actor: Actor;
  input: I;
  params: Record<string, string>;
  url: URL;
  headers: Headers;
  at: Date;
};

type Spec<I, O> = {
  /** What it is, for the document and for tokens; of several under one address, which one the path's words name. */
  is: Operation<I, O> | ((params: Record<string, string>) => Operation<I, O> | undefined);
  /** Through which door a person comes; recorded with every change. */
  door?: PersonDoor;
  /** The largest body in bytes; 256 KiB unless said otherwise. */
  limitBytes?: number;
  run: (asked: Asked<I>) => Promise<Result<O | Response>>;
  /** How the thing is now, told beside a 409: whoever lost a race need not ask again. Null when they may not see it. */
  current?: (actor: Actor, id: string, at: Date) => Promise<unknown>;
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Makes a handler below /api/v1/w/[workspace]: who, what, then the use-case. A session needs to come from our own pages, a token
 * needs the scope. Answers JSON; a refusal is a problem document with its status. An id that is none is 404 like any other absent
 * thing, and an exception is 500 without a word about why. A write with an `Idempotency-Key` happens once.
 */
export function handle<I = undefined, O = unknown>(spec: Spec<I, O>): RouteHandler {
  return async function handleRequest(request, context) {
    const at = new Date();
    try {
      const params = flattenParams(await context.params);
      const token = readBearer(request.headers);
      if (token === null && !mayComeFromThere(request)) return foreignRequest();
      const slug = params.workspace ?? "";
      const caller = await callerFromRequest(request, slug, spec.door ?? "screen");
      const is = typeof spec.is === "function" ? spec.is(params) : spec.is;
      const id = params.id !== undefined && uuid.test(params.id) ? params.id : null;
      if (!caller.ok) {
        if (is) await rememberResting(token, slug, { is, id }, caller.refusal);
        return problem(caller.refusal, { hasToken: token !== null });
      }
      if (is === undefined) return problem({ code: "not-found" });
      const { actor } = caller.value;
      const no = whyNotThrough(caller.value, is);
      if (no !== null) await rememberAttempt(actor, { is, id }, no);
      if (no !== null) return problem(no, { actor, is, id: params.id });
      if (params.id !== undefined && id === null) return problem({ code: "not-found" });
      const input = await readInput(request, is, spec.limitBytes);
      if (!input.ok) return input.response;
      // A question changes nothing, so it is answered as things are now.
      const asksOnly = isSafeMethod(request.method) || is.looksOnly === true;
      const key = asksOnly ? granted(null) : readKey(request.headers);
      if (!key.ok) return problem(key.refusal);
      const work = (who: Actor) =>
        answer(spec, is, request, { ...caller.value, actor: who }, { params, at, body: input.value });
      if (key.value === null) return await work(actor);
      const asked = `${caller.value.by}\n${is.method} ${new URL(request.url).pathname}\n${JSON.stringify(input.value)}`;
      const once = await answerOnce({ actor, key: key.value, asked }, work);
      return once.ok ? once.value : problem(once.refusal);
    } catch (error) {
      // Whoever closes a page while it asks something has not met a fault.
      const level = request.signal.aborted ? "info" : "error";
      log[level]("a handler failed", { method: request.method, ...describeError(error) });
      return wrongProblem(error, request);
    }
  };
}

/** Fence 1: some doors open to people alone; a token opens the others when it was made for them. */
export function whyNotThrough(
  { actor, scopes }: Caller,
  is: Pick<Operation, "area" | "method" | "looksOnly" | "inOwnHand">,
): Refusal | null {
  if (scopes === null) return null;
  if (is.inOwnHand && actor.role === "client") return { code: "in-person" };
  const scope = scopeOf(is as Operation);
  if (scope === null) return { code: "in-person" };
  return scopes.includes(scope) ? null : { code: "out-of-scope", scope };
}

type Read = { params: Record<string, string>; at: Date; body: unknown };

async function answer<I, O>(
  spec: Spec<I, O>,
  is: Operation<I, O>,
  request: Request,
  { actor, scopes }: Caller,
  { params, at, body }: Read,
): Promise<Response> {
  const { headers } = request;
  const input = parse(is, body);
  if (!input.ok) return problem(input.refusal, { actor, is });
  const asked = { actor, input: input.value, params, url: new URL(request.url), headers, at };
  const result = await spec.run(asked);
  if (result.ok) return toResponse(result.value, request);
  const { id } = params;
  await rememberAttempt(actor, { is, id: id ?? null }, result.refusal);
  const isRace = ["stale", "words-changed", "words-moved", "let-go", "already-closed"].includes(
    result.refusal.code,
  );
  // A token for changing is not one for looking.
  const mayLook = scopes === null || scopes.includes(`${is.area}:read`);
  const current = isRace && mayLook && spec.current && id ? await spec.current(actor, id, at) : undefined;
  const refusal = mayLook ? result.refusal : withoutTheirs(result.refusal);
  return problem(refusal, { actor, is, id, current });
}

/** A refusal without what stands there: for whoever may change it and not look. */
function withoutTheirs(refusal: Refusal): Refusal {
  return refusal.code === "words-moved" ? { code: "words-changed", latest: refusal.merge.latest } : refusal;
}

/** JSON, unless the value is an answer already (a file to take away). What has a version can be asked for again by its tag. */
function toResponse(value: unknown, request: Request): Response {
  if (value instanceof Response) return value;
  const headers = new Headers({ "Cache-Control": "no-store", "Content-Type": "application/json" });
  const [text, isLook] = [JSON.stringify(value ?? null), isSafeMethod(request.method)];
  const etag = etagOf(value, isLook ? text : undefined);
  if (etag !== null) headers.set("ETag", etag);
  if (isLook && notModified(request.headers, etag)) return new Response(null, { status: 304, headers });
  return new Response(text, { headers });
}

type ReadInput = { ok: true; value: unknown } | { ok: false; response: Response };

async function readInput<I, O>(
  request: Request,
  is: Operation<I, O>,
  limitBytes = 256 * 1024,
): Promise<ReadInput> {
  if (isSafeMethod(request.method)) return { ok: true, value: readQuery(new URL(request.url)) };
  const isJson = /^application\/json\s*(;|$)/i.test(request.headers.get("content-type") ?? "");
  if (!isJson) return { ok: false, response: plainProblem(415, "Only JSON is taken here.") };
  const body = await readJsonBody(request, limitBytes);
  if (!body.ok) return { ok: false, response: problem(body.refusal) };
  const seen = readIfMatch(request.headers, body.value);
  return seen.ok ? seen : { ok: false, response: problem(seen.refusal, { is }) };
}

function parse<I, O>({ input }: Operation<I, O>, value: unknown): Result<I> {
  if (input === undefined || "mostFiles" in input) return granted(undefined as I);
  const parsed = parseInput(input as ZodType<I>, value);
  return parsed.ok ? granted(parsed.value) : refused({ code: "invalid", fields: parsed.fields });
}

/** In one pass, however many there are: a name that comes once is a text, one that comes again a list. */
function readQuery(url: URL): Record<string, string | string[]> {
  const query = new Map<string, string | string[]>();
  for (const [name, sent] of url.searchParams) {
    const value = sent.replaceAll("\0", "");
    const before = query.get(name);
    if (Array.isArray(before)) before.push(value);
    else query.set(name, before === undefined ? value : [before, value]);
  }
  return Object.fromEntries(query);
}
