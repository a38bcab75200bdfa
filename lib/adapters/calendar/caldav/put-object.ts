import { DavProblem, type DavServer } from "@/lib/adapters/dav/dav";
import { type NetProblem, sayNetProblem } from "@/lib/adapters/net/net-problem";
import { type SafeAnswer, safeFetch } from "@/lib/adapters/net/safe-fetch";

/**
 * What a server said to a change of one object. `moved`: it is not as we know it there; `refused`: it will not have this one.
 * A server that rewrites what it is given tells no entity tag (RFC 4791 §5.3.4): `etag` is "".
 */
export type PutAnswer =
  | { kind: "written"; etag: string }
  | { kind: "moved" }
  | { kind: "gone" }
  | { kind: "refused"; why: string };

const MOST_MILLISECONDS = 60_000;
/** About this one object (RFC 4791 §5.3.2.1), not about the calendar; what else goes wrong ends the turn. */
const ABOUT_ONE = [400, 403, 405, 409, 413, 415, 422, 507];

/** Writes one object: with the tag under which it is known there, or, for null, only where there is none. Throws {@link DavProblem}. */
export function putObject(
  server: DavServer,
  href: string,
  text: string,
  etag: string | null,
): Promise<PutAnswer> {
  const only: Record<string, string> = etag === null ? { "if-none-match": "*" } : ifMatch(etag);
  const headers = { ...only, "content-type": "text/calendar; charset=utf-8" };
  return change(server, href, { method: "PUT", headers, body: text });
}

/** Takes one object away where it still is as we know it. Throws {@link DavProblem}. */
export function deleteObject(server: DavServer, href: string, etag: string): Promise<PutAnswer> {
  return change(server, href, { method: "DELETE", headers: ifMatch(etag) });
}

async function change(
  server: DavServer,
  href: string,
  ask: { method: "PUT" | "DELETE"; headers: Record<string, string>; body?: string },
): Promise<PutAnswer> {
  const { username, password, signal } = server;
  const base = new URL(server.url);
  const answer = await safeFetch({
    ...ask,
    url: new URL(href, base).href,
    credentials: { origin: base.origin, username, password },
    mostMs: MOST_MILLISECONDS,
    signal,
  }).catch((problem: NetProblem) => {
    throw new DavProblem("net", sayNetProblem(problem));
  });
  return said(answer, ask.method);
}

function said({ status, headers, url }: SafeAnswer, method: "PUT" | "DELETE"): PutAnswer {
  if (status >= 200 && status < 300) return { kind: "written", etag: (headers.etag ?? "").slice(0, 500) };
  if (status === 412) return { kind: "moved" };
  if (status === 404 || status === 410) return method === "DELETE" ? { kind: "gone" } : { kind: "moved" };
  if (ABOUT_ONE.includes(status))
    return { kind: "refused", why: `${url.host} does not take it (${status}).` };
  if (status === 401)
    throw new DavProblem("sign-in", `Cannot sign in: ${url.host} does not take this user name and password.`);
  throw new DavProblem("refused", `${url.host} answered with an error (${status}).`);
}

/** Where a server has no tags of its own, ours only says when we asked. */
function ifMatch(etag: string): Record<string, string> {
  return etag.startsWith("at ") ? {} : { "if-match": etag };
}
