import { createHash } from "node:crypto";
import { openHandler } from "@/lib/actions/open-handler";
import { problem } from "@/lib/actions/problem";
import { notModified } from "@/lib/actions/versions";
import { mayReadFeed } from "@/lib/auth/feed-limits";
import type { OpenlyAsked } from "@/lib/auth/handle-auth";
import { readFeed } from "@/lib/queries/read-feed";

/**
 * GET /api/feeds/:secret.ics: the calendar, for whoever has the address; without a session, and for looking only. An address that
 * was never made, one that was taken back and one of somebody who has left are answered alike. The ETag is a sum of the text, so
 * that nothing is sent twice (RFC 9110 §8.8.3, §13.1.2).
 */
export const GET = openHandler(answer);
export const HEAD = openHandler(answer);

async function answer({ request, params, visitor, at }: OpenlyAsked): Promise<Response> {
  const secret = /^([\w-]{43})\.ics$/.exec(params.token ?? "")?.[1];
  if (!secret) return absent();
  const wait = await mayReadFeed(visitor.ip, secret);
  if (wait !== null) return problem({ code: "too-many", retryAfterSeconds: wait });
  const feed = await readFeed(secret, at);
  if (feed === null) return absent();
  const etag = `"${createHash("sha256").update(feed.text).digest("base64url").slice(0, 27)}"`;
  const headers = {
    "Cache-Control": "private, no-cache",
    ETag: etag,
    "Last-Modified": feed.changedAt.toUTCString(),
    "X-Robots-Tag": "noindex",
  };
  if (notModified(request.headers, etag)) return new Response(null, { status: 304, headers });
  return new Response(request.method === "HEAD" ? null : feed.text, {
    headers: {
      ...headers,
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'inline; filename="calendar.ics"',
    },
  });
}

function absent(): Response {
  return new Response("Not found.\n", {
    status: 404,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
}
