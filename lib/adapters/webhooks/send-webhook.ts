import { type Agent, request } from "undici";
import { type Allowed, allowedBySettings, mayReach, plainHost } from "@/lib/adapters/net/allowed-addresses";
import { guardedAgent } from "@/lib/adapters/net/guarded-agent";
import { readGuardedUrl } from "@/lib/adapters/net/guarded-url";
import { NetProblem, netProblemOf, sayNetProblem } from "@/lib/adapters/net/net-problem";
import { parseUrl } from "@/lib/domain/parse-url";
import type { Attempted } from "@/lib/domain/webhook/attempt";

const MOST_MILLISECONDS = 10_000;
const MOST_BYTES = 4096;

export type WebhookCall = { url: string; headers: Record<string, string>; body: string };

const agents = new Map<Allowed, Agent>();

/**
 * Posts what is signed to a receiver: at public addresses alone, or those that the operator allows, checked as the connection
 * opens. No redirect is followed, the whole takes ten seconds at most, and of the answer's body a few kilobytes are taken and
 * thrown away. Never throws: why nothing came back is a sentence.
 */
export async function sendWebhook(call: WebhookCall, allowed = allowedBySettings()): Promise<Attempted> {
  const began = performance.now();
  const done = (status: number | null, error: string) => {
    return { status, error: error.slice(0, 500), ms: Math.round(performance.now() - began) };
  };
  try {
    const status = await post(readGuardedUrl(call.url, allowed), call, allowed);
    return done(status, sayStatus(status));
  } catch (error) {
    return done(null, sayProblem(netProblemOf(error, hostOf(call.url))));
  }
}

/** Why a webhook cannot lead there, as a sentence; null where it can, as far as an address tells before anybody connects to it. */
export function whyNotWebhookUrl(url: string, allowed = allowedBySettings()): string | null {
  try {
    const { hostname } = readGuardedUrl(url, allowed);
    const host = plainHost(hostname);
    const isWrittenOut = /^[\d.]+$|:/.test(host);
    if (isWrittenOut && !mayReach(host, host, allowed)) throw new NetProblem("private-address", host);
    return null;
  } catch (error) {
    return sayProblem(netProblemOf(error, hostOf(url)));
  }
}

async function post(url: URL, { headers, body }: WebhookCall, allowed: Allowed): Promise<number> {
  const answer = await request(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "user-agent": "Firsthand",
      "accept-encoding": "identity",
      ...headers,
    },
    body,
    signal: AbortSignal.timeout(MOST_MILLISECONDS),
    dispatcher: agentFor(allowed),
  });
  // What it says besides is nobody's business; a connection whose answer was read serves again.
  await answer.body.dump({ limit: MOST_BYTES }).catch(() => undefined);
  return answer.statusCode;
}

function sayStatus(status: number): string {
  if (status >= 200 && status < 300) return "";
  if (status >= 300 && status < 400) return `It sent us elsewhere (${status}), and we do not follow.`;
  return status === 410 ? "It said that it is gone (410)." : `It answered ${status}.`;
}

function sayProblem(problem: NetProblem): string {
  if (problem.code === "not-https")
    return `${problem.where} would be told without https, so anybody on the way could read along. Use its https address.`;
  if (problem.code === "bad-address") return "This is not an https address that can be told something.";
  return sayNetProblem(problem);
}

function hostOf(url: string): string {
  return parseUrl(url)?.host ?? url.slice(0, 100);
}

function agentFor(allowed: Allowed): Agent {
  const known = agents.get(allowed);
  if (known) return known;
  const made = guardedAgent(allowed);
  agents.set(allowed, made);
  return made;
}
