import type { RouteHandler } from "@/lib/actions/around-request";
import { readBytes } from "@/lib/actions/read-json-body";
import type { OpenlyAsked } from "@/lib/auth/handle-auth";
import { mayTry } from "@/lib/auth/sign-in-limits";
import { readVisitor } from "@/lib/auth/visitor";
import { describeError, log } from "@/lib/runtime/log";

type Asked = Pick<OpenlyAsked, "request" | "visitor" | "at">;
type Limit = Parameters<typeof mayTry>[0];

/**
 * Makes a handler for programs that are not signed in yet, or are about to be. It looks at no session, so it does not matter from which
 * page a request comes; it is counted by network under `limit`, and its errors are those of OAuth (RFC 6749 §5.2).
 */
export function programHandler(limit: Limit, run: (asked: Asked) => Promise<Response>): RouteHandler {
  return async function answerProgram(request) {
    const at = new Date();
    try {
      const visitor = readVisitor(request.headers);
      const wait = await mayTry(limit, visitor.ip);
      if (wait === null) return await run({ request, visitor, at });
      const answer = oauthError(429, "temporarily_unavailable", "That was too often.");
      answer.headers.set("Retry-After", String(wait));
      return answer;
    } catch (error) {
      log.error("a handler failed", { method: request.method, ...describeError(error) });
      return oauthError(500, "server_error", "Something went wrong on our side.");
    }
  };
}

/** An error as RFC 6749 §5.2 and RFC 7591 §3.2.2 have it. */
export function oauthError(status: number, error: string, error_description: string): Response {
  return Response.json({ error, error_description }, { status, headers: { "Cache-Control": "no-store" } });
}

/** The fields of a form that a program sends. Null when it is none, is too large, or has a field twice (RFC 6749 §3.2). */
export async function readProgramForm(request: Request): Promise<Record<string, string> | null> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) return null;
  const bytes = await readBytes(request.body, 16_384);
  if (bytes === null) return null;
  const pairs = [...new URLSearchParams(new TextDecoder().decode(bytes))].map(
    ([name, value]) => [name, value.replaceAll("\0", "")] as const,
  );
  const form = Object.fromEntries(pairs);
  return Object.keys(form).length === pairs.length ? form : null;
}
