import { createHash, randomBytes } from "node:crypto";
import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth, { type AuthOptions } from "next-auth";

/** One step of next-auth, such as `callback` of `google`. */
export type AuthStep = {
  method: "GET" | "POST";
  action: "signin" | "callback";
  provider: string;
  query: Record<string, string>;
  cookies: Record<string, string>;
  headers: Record<string, string>;
  /** Where to go afterwards: a path of ours. */
  callbackUrl?: string;
};

export type AuthOutcome = { location: string | null; setCookies: string[] };

/**
 * Runs one step of next-auth and hands back where it leads and which cookies it sets. That a POST comes from our own pages
 * has been proved by its `Origin` before; next-auth's own proof, a pair of cookie and field, is made here to match.
 */
export async function runNextAuth(step: AuthStep, options: AuthOptions): Promise<AuthOutcome> {
  const csrf = randomBytes(16).toString("hex");
  const proof = createHash("sha256").update(`${csrf}${options.secret}`).digest("hex");
  const request = {
    method: step.method,
    headers: step.headers,
    cookies: { ...step.cookies, [options.cookies?.csrfToken?.name ?? ""]: `${csrf}|${proof}` },
    query: { ...step.query, nextauth: [step.action, step.provider] },
    body: step.method === "POST" ? { csrfToken: csrf, callbackUrl: step.callbackUrl } : undefined,
  };
  const outcome: AuthOutcome = { location: null, setCookies: [] };
  await NextAuth(request as unknown as NextApiRequest, capture(outcome), options);
  return outcome;
}

/** As much of a response as next-auth uses of it. */
function capture(outcome: AuthOutcome): NextApiResponse {
  const response = {
    status: () => response,
    getHeader: (name: string) => (name === "Set-Cookie" ? outcome.setCookies : undefined),
    setHeader(name: string, value: string | string[]) {
      if (name === "Set-Cookie") outcome.setCookies = [value].flat();
      if (name === "Location") outcome.location = String(value);
      return response;
    },
    json: () => undefined,
    send: () => undefined,
    end: () => undefined,
  };
  return response as unknown as NextApiResponse;
}
