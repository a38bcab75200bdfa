import type { ZodType } from "zod";
import {
  flattenParams,
  foreignRequest,
  mayComeFromThere,
  type RouteHandler,
} from "@/lib/actions/around-request";
import { parseInput } from "@/lib/actions/field-sentences";
import { plainProblem, problem } from "@/lib/actions/problem";
import { readJsonBody } from "@/lib/actions/read-json-body";
import { actorFromRequest, type PersonDoor } from "@/lib/auth/actor";
import { isSafeMethod } from "@/lib/auth/same-origin";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";
import { describeError, log } from "@/lib/runtime/log";

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
  /** Through which door this is; recorded with every change. */
  door?: PersonDoor;
  /** Reads the JSON body, or the query of a GET (a name that comes twice is a list). Without it `input` is undefined. */
  input?: ZodType<I>;
  /** The largest body in bytes; 256 KiB unless said otherwise. */
  limitBytes?: number;
  run: (asked: Asked<I>) => Promise<Result<O>>;
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Makes a handler below /api/v1/w/[workspace]: who, what, then the use-case. Answers JSON; a refusal is a problem document
 * with its status. An id that is none is 404 like any other absent thing, and an exception is 500 without a word about why.
 */
export function handle<I = undefined, O = unknown>(spec: Spec<I, O>): RouteHandler {
  return async function handleRequest(request, context) {
    const at = new Date();
    try {
      const url = new URL(request.url);
      const params = flattenParams(await context.params);
      if (!mayComeFromThere(request)) return foreignRequest();
      const actor = await actorFromRequest(request, params.workspace ?? "", spec.door ?? "screen");
      if (!actor.ok) return problem(actor.refusal);
      if (params.id !== undefined && !uuid.test(params.id)) return problem({ code: "not-found" });
      const input = await readInput(request, url, spec);
      if (input instanceof Response) return input;
      if (!input.ok) return problem(input.refusal);
      const { headers } = request;
      const result = await spec.run({ actor: actor.value, input: input.value, params, url, headers, at });
      const { clientName } = actor.value;
      return result.ok ? answer(result.value) : problem(result.refusal, { clientName });
    } catch (error) {
      log.error("a handler failed", { method: request.method, ...describeError(error) });
      return plainProblem(500, "Something went wrong on our side. Nothing was changed.");
    }
  };
}

/** JSON, unless the value is an answer already (a file to take away). */
function answer(value: unknown): Response {
  if (value instanceof Response) return value;
  return Response.json(value ?? null, { headers: { "Cache-Control": "no-store" } });
}

async function readInput<I, O>(request: Request, url: URL, spec: Spec<I, O>): Promise<Result<I> | Response> {
  const unasked = undefined as I;
  if (isSafeMethod(request.method)) return spec.input ? parse(spec.input, readQuery(url)) : granted(unasked);
  const isJson = /^application\/json\s*(;|$)/i.test(request.headers.get("content-type") ?? "");
  if (!isJson) return plainProblem(415, "Only JSON is taken here.");
  const body = await readJsonBody(request, spec.limitBytes ?? 256 * 1024);
  if (!body.ok) return body;
  return spec.input ? parse(spec.input, body.value) : granted(unasked);
}

function parse<I>(schema: ZodType<I>, value: unknown): Result<I> {
  const parsed = parseInput(schema, value);
  return parsed.ok ? granted(parsed.value) : refused({ code: "invalid", fields: parsed.fields });
}

function readQuery(url: URL): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  for (const name of new Set(url.searchParams.keys())) {
    const values = url.searchParams.getAll(name).map((value) => value.replaceAll("\0", ""));
    query[name] = values.length > 1 ? values : (values[0] ?? "");
  }
  return query;
}
