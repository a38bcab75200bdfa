import type { IncomingMessage, ServerResponse } from "node:http";

/** Larger than any upload a route accepts; routes set their own, smaller limits. */
const MAX_BODY_BYTES = 40 * 1024 * 1024;

const DISCARD_MS = 5_000;

/**
 * The address a request came from, in which only as many entries of `X-Forwarded-For` are believed as there are proxies
 * of ours, counted from the right: everything further left was written by the caller.
 */
export function clientAddress(
  socketAddress: string,
  forwardedFor: string | undefined,
  proxies: number,
): string {
  const chain = [
    ...(forwardedFor ?? "")
      .split(",")
      .map((part) => part.trim())
      .filter(Boolean),
    socketAddress,
  ];
  return (chain[Math.max(0, chain.length - 1 - proxies)] ?? socketAddress).replace(/^::ffff:/, "");
}

/** Leaves exactly one forwarded header, the believed address, so that nothing further in can be told another. */
export function settleForwardedHeaders(request: IncomingMessage, proxies: number): void {
  const { headers } = request;
  const forwardedFor = [headers["x-forwarded-for"]].flat().join(",");
  const address = clientAddress(request.socket.remoteAddress ?? "", forwardedFor, proxies);
  for (const name of Object.keys(headers))
    if (name === "forwarded" || name.startsWith("x-forwarded-")) delete headers[name];
  headers["x-forwarded-for"] = address;
}

/**
 * Answers 413 for a body over `limit` bytes: at once when its length is declared, otherwise when it has grown past it.
 * Returns false when the request has been answered.
 */
export function limitBody(
  request: IncomingMessage,
  response: ServerResponse,
  limit = MAX_BODY_BYTES,
): boolean {
  if (Number(request.headers["content-length"] ?? 0) > limit) {
    refuseBody(request, response, limit);
    return false;
  }
  if (request.headers["transfer-encoding"] === undefined) return true;
  let received = 0;
  const push = request.push.bind(request);
  request.push = (chunk, encoding) => {
    received += chunk?.length ?? 0;
    if (received <= limit) return push(chunk, encoding);
    request.push = () => false;
    refuseBody(request, response, limit);
    request.destroy();
    return false;
  };
  return true;
}

/** As every "no" of the API is said. The rest is taken in and thrown away for a while: a browser that is still sending would not read it. */
function refuseBody(request: IncomingMessage, response: ServerResponse, limitBytes: number): void {
  if (response.headersSent) return;
  const title = "This is larger than Firsthand takes in one piece.";
  const problem = { type: "/docs/api#too-large", title, status: 413, code: "too-large", limitBytes };
  response.writeHead(413, { "Content-Type": "application/problem+json", "Cache-Control": "no-store" });
  response.end(JSON.stringify(problem));
  request.resume();
  const { socket } = request;
  const patience = setTimeout(() => socket.destroy(), DISCARD_MS);
  request.once("close", () => clearTimeout(patience));
}
