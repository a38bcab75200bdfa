import type { IncomingMessage, ServerResponse } from "node:http";

/** What any handler of ours may take; whatever else there is in HTTP nobody does here. */
const METHODS = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"];
const FOR_PROGRAMS = /^\/(api|oauth)\//;

/** A step upwards, also as the URL standard reads one: Next would take it, and answer another address than the guard has judged. */
const DOTS = /[/\\](?:\.|%2e){1,2}(?:[/\\]|$)/i;

/**
 * False, and answered, for what Next would stumble over: a method that is none of ours (501, RFC 9110 §15.6.2), and an address that
 * is no path, steps upwards, or has a percent sign that stands for no letter (400).
 */
export function mayBeAsked(request: IncomingMessage, response: ServerResponse): boolean {
  const { method = "GET" } = request;
  if (!METHODS.includes(method)) return refuse(response, 501, `${method} is not done here.`);
  if (!isReadable(pathOf(request))) return refuse(response, 400, "This is not an address that can be read.");
  return true;
}

/**
 * Has every 405 to a program say what is taken instead (RFC 9110 §15.5.6), as a problem document; Next answers it bare. A method that
 * no handler takes is asked as OPTIONS, to which Next names the others. Where one of GET and POST is not taken, the other is.
 */
export function tellTaken(request: IncomingMessage, response: ServerResponse): void {
  const path = pathOf(request);
  if (!FOR_PROGRAMS.test(path)) return;
  const { method = "GET" } = request;
  const isTaken = ["GET", "HEAD", "OPTIONS", "POST"].includes(method) || path === "/api/mcp";
  if (!isTaken) request.method = "OPTIONS";
  const other = method === "POST" ? "GET, HEAD, OPTIONS" : "OPTIONS, POST";
  const body = JSON.stringify({ type: "about:blank", title: `${method} is not taken here.`, status: 405 });
  const isRefused = (status: number) =>
    isTaken ? status === 405 && !response.hasHeader("Allow") : status === 204;
  const { writeHead, end } = response;
  let tells = false;
  const write = (status: number, ...rest: unknown[]) => {
    tells = isRefused(status);
    if (!tells) return Reflect.apply(writeHead, response, [status, ...rest]);
    if (isTaken) response.setHeader("Allow", other);
    response.setHeader("Content-Type", "application/problem+json");
    response.setHeader("Content-Length", Buffer.byteLength(body));
    return writeHead.call(response, 405);
  };
  response.writeHead = write as typeof writeHead;
  response.end = ((...rest: unknown[]) => {
    if (!response.headersSent && isRefused(response.statusCode)) write(response.statusCode);
    return Reflect.apply(end, response, tells ? [body] : rest);
  }) as typeof end;
}

function pathOf({ url = "/" }: IncomingMessage): string {
  return url.split("?", 1)[0] ?? "/";
}

function isReadable(path: string): boolean {
  if (!path.startsWith("/") || DOTS.test(path)) return false;
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function refuse(response: ServerResponse, status: number, title: string): false {
  response.writeHead(status, {
    "Content-Type": "application/problem+json",
    "Cache-Control": "no-store",
    Connection: "close",
  });
  response.end(JSON.stringify({ type: "about:blank", title, status }));
  return false;
}
