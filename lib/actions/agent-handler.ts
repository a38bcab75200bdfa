import { foreignRequest, mayComeFromThere, type RouteHandler } from "@/lib/actions/around-request";
import { plainProblem, problem, wrongProblem } from "@/lib/actions/problem";
import { readJsonBody } from "@/lib/actions/read-json-body";
import { type Caller, callerWithToken, deskOfToken, readBearer } from "@/lib/auth/caller";
import { rememberAttempt, rememberResting, type Tried } from "@/lib/auth/remember-attempt";
import type { Actor } from "@/lib/domain/actor";
import type { Refusal } from "@/lib/domain/refusal";
import { type Result, refused } from "@/lib/domain/result";
import { env } from "@/lib/env";
import { describeError, log } from "@/lib/runtime/log";

const LIMIT = 256 * 1024;

/** An agent's request: who asks, what its token is for, and what it sent. */
type AgentAsked = {
  actor: Actor;
  scopes: readonly string[];
  at: Date;
  origin: string;
  remember: (tried: Tried, refusal: Refusal) => Promise<void>;
};

/**
 * Makes the handler at which agents knock: the token says which desk, and must be an agent's own. A person's token is turned away,
 * since whatever a program wrote with it would pass for the person's words. 401 tells where to sign in (RFC 9728 §5.1). `triedIn` says
 * what a message would have done: of a paused agent it is written down.
 */
export function handleAgent(
  run: (asked: AgentAsked, request: Request, body: unknown) => Promise<Response>,
  triedIn: (body: unknown) => Tried | null = () => null,
): RouteHandler {
  return async function handleAgentRequest(request) {
    const at = new Date();
    try {
      // A program sends no Origin; a page that does must be ours (against DNS rebinding).
      if (isFromPage(request) && !mayComeFromThere(request)) return foreignRequest();
      const caller = await agentOf(request);
      if (!caller.ok) {
        if (caller.refusal.code === "paused") await rememberMessage(request, triedIn);
        return turnAway(caller.refusal, readBearer(request.headers) !== null);
      }
      const { actor, scopes } = caller.value;
      if (actor.role !== "agent" || scopes === null) return plainProblem(403, agentsOnly);
      const body = await readBody(request);
      if (!body.ok) return problem(body.refusal);
      if (Array.isArray(body.value)) return plainProblem(400, "Send one message at a time.");
      const remember = (tried: Tried, no: Refusal) => rememberAttempt(actor, tried, no);
      return await run({ actor, scopes, at, origin: env.FIRSTHAND_URL, remember }, request, body.value);
    } catch (error) {
      log.error("a handler failed", { method: request.method, ...describeError(error) });
      return wrongProblem(error);
    }
  };
}

const agentsOnly =
  "Agents alone work here. A program that thinks acts under a name of its own: let the client make an agent, and use its token.";

function isFromPage({ headers }: Request): boolean {
  return headers.has("origin") || headers.has("sec-fetch-site");
}

async function agentOf({ headers }: Request): Promise<Result<Caller>> {
  const token = readBearer(headers);
  if (token === null) return refused({ code: "signed-out" });
  const ip = headers.get("x-forwarded-for") ?? "";
  const slug = await deskOfToken(token, ip);
  return slug.ok ? callerWithToken(token, slug.value, ip) : slug;
}

/** Of a paused agent nothing is done; what it wanted is read all the same. */
async function rememberMessage(request: Request, triedIn: (body: unknown) => Tried | null): Promise<void> {
  const token = readBearer(request.headers);
  const body = await readBody(request);
  const tried = body.ok ? triedIn(body.value) : null;
  if (token === null || tried === null) return;
  const slug = await deskOfToken(token, request.headers.get("x-forwarded-for") ?? "");
  if (slug.ok) await rememberResting(token, slug.value, tried, { code: "paused" });
}

function turnAway(refusal: Refusal, hasToken: boolean): Response {
  const response = problem(refusal.code === "not-found" ? { code: "signed-out" } : refusal, { hasToken });
  const metadata = `${env.FIRSTHAND_URL}/.well-known/oauth-protected-resource/api/mcp`;
  const asked = response.headers.get("WWW-Authenticate");
  if (asked !== null) response.headers.set("WWW-Authenticate", `${asked}, resource_metadata="${metadata}"`);
  return response;
}

/** The message, where the request says that it is JSON; whatever else is sent is refused by the protocol. */
async function readBody(request: Request): Promise<Result<unknown>> {
  const isJson = /^application\/json\s*(;|$)/i.test(request.headers.get("content-type") ?? "");
  if (request.method !== "POST" || !isJson) return { ok: true, value: undefined };
  const read = await readJsonBody(request, LIMIT);
  return read.ok ? { ok: true, value: read.value } : read;
}
