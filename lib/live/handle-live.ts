import type { IncomingMessage, ServerResponse } from "node:http";
import { readSessionCookie } from "@/lib/auth/session-cookie";
import { describeError, log } from "@/lib/runtime/log";
import type { LiveAccess } from "./live-access";
import type { LiveHub } from "./live-hub";

export type FindAccess = (sessionToken: string, slug: string) => Promise<LiveAccess | null>;

const MAX_LOOKUPS = 500;
const LIVE_PATH = /^\/api\/live\/([a-z0-9][a-z0-9-]{0,62})$/;

/**
 * Answers `GET /api/live/<workspace>?after=<seq>` with a stream of server-sent events, for as long as the session lasts:
 * `change` with `{"seq"}` when the workspace has moved on, `gone` when this session may no longer listen.
 * A workspace that is not the session's is 404, like one that does not exist.
 */
export function makeLiveHandler(hub: LiveHub, findAccess: FindAccess) {
  let lookups = 0;

  return async function handleLive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://localhost");
    const slug = LIVE_PATH.exec(url.pathname)?.[1];
    const token = readSessionCookie(request.headers.cookie ?? null);
    if (request.method !== "GET") return refuse(response, 405, "Only GET.");
    if (!slug || !token || !isSameOrigin(request)) return refuse(response, 404, "Not found.");
    if (lookups >= MAX_LOOKUPS) return refuse(response, 503, "Too many at once. Try again in a moment.");
    const seen = hub.accessChanges();
    lookups += 1;
    try {
      const access = await findAccess(token, slug);
      if (!access || access.expiresAt <= Date.now()) return refuse(response, 404, "Not found.");
      if (!hub.hasRoomFor(access.sessionId)) return refuse(response, 429, "Too many windows are open.");
      if (response.destroyed || request.socket.destroyed) return;
      openStream(response);
      hub.join(response, access, readCursor(request, url), seen);
      forgetRequest(request);
    } catch (error) {
      log.error("live updates: the session could not be looked up", describeError(error));
      if (!response.headersSent)
        refuse(response, 503, "The database does not answer. Try again in a moment.");
    } finally {
      lookups -= 1;
    }
  };
}

function openStream(response: ServerResponse): void {
  response.writeHead(200, {
    "Content-Type": "text/event-stream; charset=utf-8",
    "Cache-Control": "no-store, no-transform",
    "X-Accel-Buffering": "no",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
  });
  // Spread over some seconds, so that a restart does not bring everyone back in the same moment.
  response.write(`retry: ${1000 + Math.floor(Math.random() * 2000)}\n\n`);
}

/** A stream stays open for hours; what it was asked with is not needed any more, and there may be ten thousand. */
function forgetRequest(request: IncomingMessage): void {
  request.rawHeaders = [];
  request.headers = {};
}

/** The last change the window has seen: what the browser remembers of this stream, or what the page asked with. */
function readCursor(request: IncomingMessage, url: URL): number {
  const text = request.headers["last-event-id"] ?? url.searchParams.get("after") ?? "";
  return /^\d{1,15}$/.test(String(text)) ? Number(text) : 0;
}

function isSameOrigin(request: IncomingMessage): boolean {
  const site = request.headers["sec-fetch-site"];
  return site === undefined || site === "same-origin" || site === "none";
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  const headers = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" };
  const more = { 503: { "Retry-After": "2" }, 405: { Allow: "GET" } }[status];
  response.writeHead(status, { ...headers, ...more }).end(`${sentence}\n`);
}
