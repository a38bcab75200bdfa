import { makeAuthOptions, problemPath } from "@/lib/auth/auth-options";
import { offeredProviders } from "@/lib/auth/providers";
import { type AuthStep, runNextAuth } from "@/lib/auth/run-next-auth";
import { safePath } from "@/lib/auth/safe-path";
import { readSessionCookie } from "@/lib/auth/session-cookie";
import { mayTry } from "@/lib/auth/sign-in-limits";
import type { Visitor } from "@/lib/auth/visitor";
import { env } from "@/lib/env";

/** A request that no desk is asked for: from whom, and when. */
export type OpenlyAsked = {
  request: Request;
  url: URL;
  params: Record<string, string>;
  visitor: Visitor;
  at: Date;
};

const openDoors = new Set(["POST signin provider", "POST callback email", "GET callback provider"]);

/** What next-auth calls a failure → what our sign-in page calls it. */
const problems: Record<string, string> = {
  Verification: "link-over",
  AccessDenied: "not-invited",
  EmailCreateAccount: "not-invited",
  OAuthCreateAccount: "not-invited",
};

/**
 * The doors of next-auth that are open: a provider's button (POST) and its way back (GET), and a sign-in link's button (POST).
 * Opening a link (GET) spends nothing, as mail scanners open links too: it leads to the page with the button. All else is 404.
 */
export async function handleAuth({ request, url, params, visitor, at }: OpenlyAsked): Promise<Response> {
  const [action = "", provider = "", ...rest] = (params.nextauth ?? "").split("/");
  const isOffered = offeredProviders().some(({ id }) => id === provider);
  const door = `${request.method} ${action} ${isOffered ? "provider" : provider}`;
  if (rest.length > 0) return notFound();
  if (door === "GET callback email") return lead(`/sign-in/confirm${url.search}`);
  if (!openDoors.has(door)) return notFound();
  if ((await mayTry("sign-in-step", visitor.ip)) !== null) return lead(problemPath("too-many"));
  const { callbackUrl: _, ...query } = Object.fromEntries(url.searchParams);
  const step: AuthStep = {
    method: request.method as AuthStep["method"],
    action: action as AuthStep["action"],
    provider,
    query,
    cookies: readCookies(request.headers.get("cookie")),
    headers: Object.fromEntries(request.headers),
    ...(request.method === "POST" && { callbackUrl: env.FIRSTHAND_URL + safePath(await readNext(request)) }),
  };
  const earlierSession = readSessionCookie(request.headers.get("cookie"));
  const outcome = await runNextAuth(step, makeAuthOptions({ at, device: visitor.device, earlierSession }));
  const place = whereTo(outcome.location, step);
  return place.startsWith("/") ? lead(place, outcome.setCookies) : leadAway(place, outcome.setCookies);
}

/** next-auth's own pages are ours; its failures are a word that our page has a sentence for. */
function whereTo(location: string | null, { provider, query }: AuthStep): string {
  if (location === null) return problemPath("failed");
  const base = `${env.FIRSTHAND_URL}/api/auth/`;
  // A path, not an address: whoever came in by another name of this machine stays there, where their cookie is.
  if (!location.startsWith(base))
    return location.startsWith(`${env.FIRSTHAND_URL}/`) ? location.slice(env.FIRSTHAND_URL.length) : location;
  const problem = problems[new URL(location).searchParams.get("error") ?? ""] ?? "failed";
  if (provider === "email" && problem === "link-over")
    return `/sign-in/confirm?${new URLSearchParams({ problem, email: query.email ?? "" })}`;
  return problemPath(problem);
}

async function readNext(request: Request): Promise<string | null> {
  if (Number(request.headers.get("content-length") ?? 0) > 10_000) return null;
  const next = (await request.formData().catch(() => null))?.get("next");
  return typeof next === "string" ? next : null;
}

function readCookies(header: string | null): Record<string, string> {
  const pairs = (header ?? "").split(";").map((part) => part.trim().split(/=(.*)/s));
  return Object.fromEntries(pairs.map(([name = "", value = ""]) => [name, decode(value)]));
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return "";
  }
}

function lead(location: string, setCookies: string[] = []): Response {
  const headers = new Headers({ Location: location, "Cache-Control": "no-store" });
  for (const cookie of setCookies) headers.append("Set-Cookie", cookie);
  return new Response(null, { status: 303, headers });
}

/**
 * To a provider's own page, which may live at another address than its issuer and lead on to a third. Not by a redirect: browsers hold
 * what follows upon a form to form-action (CSP Level 3 §6.4.2.1), and nobody could list those places. A page that moves on is free.
 */
function leadAway(location: string, setCookies: string[]): Response {
  const { protocol, href } = new URL(location);
  if (!/^https?:$/.test(protocol)) return lead(problemPath("failed"));
  const headers = new Headers({
    Refresh: `0;url=${href}`,
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
  });
  for (const cookie of setCookies) headers.append("Set-Cookie", cookie);
  return new Response(goOnPage(href), { headers });
}

/** Where a browser does not move on by itself, or the other place takes its time, there is a way on. */
function goOnPage(href: string): string {
  const escaped = href.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Firsthand</title>
<p>You sign in on another page, which opens by itself. If it does not:</p>
<p><a href="${escaped}">Go on to sign in</a></p>
</html>
`;
}

function notFound(): Response {
  return new Response(null, { status: 404 });
}
