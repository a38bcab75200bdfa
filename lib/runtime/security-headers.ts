import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { isFromOurPages, isSafeMethod } from "@/lib/auth/same-origin";
import type { Env } from "@/lib/env";

type Settings = Pick<Env, "FIRSTHAND_URL"> & { dev: boolean };

/** A mail in the local mailbox is a stranger's page: it may show its own style and nothing else, and is framed by us alone. */
const mailPath = /^\/mailbox\/[\w-]+\/html$/;
const mailPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'self'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

const unused = ["camera", "microphone", "geolocation", "payment", "usb", "serial", "midi", "browsing-topics"];

/** What every answer carries, whatever it is. */
function fixedHeaders(settings: Settings): [string, string][] {
  const headers: [string, string][] = [
    ["X-Content-Type-Options", "nosniff"],
    // Not "no-referrer": with that browsers send `Origin: null` from our own forms (Fetch §3.1).
    ["Referrer-Policy", "same-origin"],
    ["Permissions-Policy", unused.map((feature) => `${feature}=()`).join(", ")],
    ["Cross-Origin-Opener-Policy", "same-origin"],
    ["Cross-Origin-Resource-Policy", "same-origin"],
  ];
  if (settings.FIRSTHAND_URL.startsWith("https:"))
    headers.push(["Strict-Transport-Security", "max-age=63072000"]);
  return headers;
}

/**
 * On the page that lets a program in, the form's answer leads to the program: browsers hold redirects to form-action as well (CSP
 * Level 3 §6.4.2.1). What the page's own address names is taken for it; nothing is sent there unless the program lives there.
 */
function programTarget(pathname: string, url: string): string {
  if (pathname !== "/oauth/authorize") return "";
  const asked = new URLSearchParams(url.slice(pathname.length)).get("redirect_uri") ?? "";
  const origin = URL.canParse(asked) ? new URL(asked).origin : "";
  // To the letter: a host may hold a semicolon, which would begin a directive of somebody else's.
  const isPlain = /^(https:\/\/[a-z0-9.-]+|http:\/\/(localhost|127\.0\.0\.1))(:\d+)?$/.test(origin);
  return isPlain ? ` ${origin}` : "";
}

/** The policy of our pages around a nonce (CSP Level 3). Development needs eval and inline styles for its own tools. */
function pagePolicy({ dev }: Settings): (nonce: string, target: string) => string {
  const rest = [
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
  ].join("; ");
  return (nonce, target) =>
    [
      "default-src 'none'",
      `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
      dev ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
      rest,
      `form-action 'self'${target}`,
      "frame-ancestors 'none'",
    ].join("; ");
}

/**
 * Makes the guard in front of everything: it puts the security headers on the answer, hands the nonce on to Next (which reads
 * it from the request's own `Content-Security-Policy`), and refuses with 403 what would change something and does not come
 * from our pages. Here rather than in Next's proxy: nothing can be left out of it, and it costs microseconds.
 */
export function makeGuard(settings: Settings) {
  const fixed = fixedHeaders(settings);
  const policyAround = pagePolicy(settings);
  const publicHost = new URL(settings.FIRSTHAND_URL).host;

  /** False when the request has been answered. */
  return function guard(request: IncomingMessage, response: ServerResponse): boolean {
    for (const [name, value] of fixed) response.setHeader(name, value);
    const url = request.url ?? "/";
    const pathname = url.split("?", 1)[0] ?? "/";
    const policy = mailPath.test(pathname)
      ? mailPolicy
      : policyAround(randomBytes(16).toString("base64"), programTarget(pathname, url));
    response.setHeader("Content-Security-Policy", policy);
    // Whatever the caller sent under these names is overwritten, never passed on.
    request.headers["content-security-policy"] = policy;
    request.headers["x-firsthand-path"] = url;
    delete request.headers["content-security-policy-report-only"];
    if (isSafeMethod(request.method ?? "GET") || isProgram(request, pathname)) return true;
    if (comesFromOurPages(request, settings)) {
      // Next compares Origin and Host once more for its actions, and a proxy may have written another Host.
      if (request.headers.origin === settings.FIRSTHAND_URL) request.headers.host = publicHost;
      return true;
    }
    if (isNobody(request, pathname)) askForToken(response);
    else refuse(response, settings);
    return false;
  };
}

/** What a program sends: with a token of its own, or to where it gets one. None of these doors looks at a session. */
function isProgram({ headers }: IncomingMessage, pathname: string): boolean {
  if (/^\/api\/mcp$|^\/oauth\/(token|register|revoke)$/.test(pathname)) return true;
  return pathname.startsWith("/api/v1/") && /^bearer /i.test(headers.authorization ?? "");
}

/** A program that brings nothing at all: no token, no session, and no page it would come from. */
function isNobody({ headers }: IncomingMessage, pathname: string): boolean {
  const { authorization, cookie, origin } = headers;
  const brings = authorization ?? cookie ?? origin ?? headers["sec-fetch-site"];
  return pathname.startsWith("/api/v1/") && brings === undefined;
}

function comesFromOurPages({ headers }: IncomingMessage, { FIRSTHAND_URL }: Settings): boolean {
  const origin = headers.origin ?? null;
  const site = headers["sec-fetch-site"];
  const fetchSite = site === undefined ? null : String(site);
  return isFromOurPages({ origin, fetchSite, host: headers.host ?? null }, FIRSTHAND_URL);
}

function refuse(response: ServerResponse, { FIRSTHAND_URL }: Settings): void {
  const title = `This does not come from Firsthand's own pages. Open Firsthand at ${FIRSTHAND_URL} and try again.`;
  answerNo(response, { type: "about:blank", title, status: 403 });
}

function askForToken(response: ServerResponse): void {
  const title = "A program sends its token along: “Authorization: Bearer …”. Settings → Tokens makes one.";
  response.setHeader("WWW-Authenticate", 'Bearer realm="Firsthand"');
  answerNo(response, { type: "/docs/api#signed-out", title, status: 401, code: "signed-out" });
}

function answerNo(response: ServerResponse, problem: { status: number } & Record<string, unknown>): void {
  response.writeHead(problem.status, {
    "Content-Type": "application/problem+json",
    "Cache-Control": "no-store",
    Connection: "close",
  });
  response.end(JSON.stringify(problem));
}
