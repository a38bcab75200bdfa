import {
  flattenParams,
  foreignRequest,
  mayComeFromThere,
  type RouteHandler,
} from "@/lib/actions/around-request";
import { problem, wrongProblem } from "@/lib/actions/problem";
import type { OpenlyAsked } from "@/lib/auth/handle-auth";
import { readVisitor } from "@/lib/auth/visitor";
import { describeError, log } from "@/lib/runtime/log";

/** Makes a handler for whoever comes, signed in or not: what it answers is the same question to everybody. */
export function openHandler(run: (asked: OpenlyAsked) => Promise<Response>): RouteHandler {
  return async function handleOpenly(request, context) {
    try {
      if (!mayComeFromThere(request)) return foreignRequest();
      const visitor = readVisitor(request.headers);
      const params = flattenParams(await context.params);
      return await run({ request, url: new URL(request.url), params, visitor, at: new Date() });
    } catch (error) {
      log.error("a handler failed", { method: request.method, ...describeError(error) });
      return wrongProblem(error);
    }
  };
}

/** Makes a handler for where there is nothing, whoever asks and wherever from: the same "no" as for a thing that is absent. */
export function nothingHere(): RouteHandler {
  return async function handleNothing() {
    return problem({ code: "not-found" });
  };
}
