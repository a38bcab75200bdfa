import { parseUrl } from "@/lib/domain/parse-url";
import { isOwnName } from "@/lib/env";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/** Whether a request with this method may change nothing, and so may come from anywhere (RFC 9110 §9.2.1). */
export function isSafeMethod(method: string): boolean {
  return safeMethods.has(method.toUpperCase());
}

/** What a browser says about where a request comes from. Absent headers are null. */
export type Provenance = { origin: string | null; fetchSite: string | null; host: string | null };

/**
 * Whether an unsafe request comes from our own pages. Every browser of the last years sends `Origin` with a POST and most
 * send `Sec-Fetch-Site`; whoever sends neither is no page of ours. What is sent must be right, both of them.
 * @param publicOrigin the configured origin, such as `https://desk.example.com`
 */
export function isFromOurPages({ origin, fetchSite, host }: Provenance, publicOrigin: string): boolean {
  if (origin === null && fetchSite === null) return false;
  if (fetchSite !== null && fetchSite !== "same-origin") return false;
  return origin === null || origin === publicOrigin || isSameLoopback(origin, host, publicOrigin);
}

/** On one's own machine `localhost`, `127.0.0.1` and `[::1]` are the same door, as long as the address bar says so too. */
function isSameLoopback(origin: string, host: string | null, publicOrigin: string): boolean {
  if (host === null || origin !== `http://${host}`) return false;
  return isLoopbackOrigin(origin) && isLoopbackOrigin(publicOrigin);
}

/** Whether an origin is one of the names of one's own machine. */
export function isLoopbackOrigin(origin: string): boolean {
  return isOwnName(parseUrl(origin)?.hostname ?? "");
}
