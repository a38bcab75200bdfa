import { env } from "@/lib/env";

/** Behind https, cookies are pinned to this very host and HSTS is sent. On plain http, which is only this machine, neither works. */
export const isHttps = env.FIRSTHAND_URL.startsWith("https:");

export const sessionCookieName = isHttps ? "__Host-firsthand-session" : "firsthand-session";

export const sessionCookieOptions = {
  httpOnly: true,
  sameSite: "lax",
  path: "/",
  secure: isHttps,
} as const;

/** The longest a browser keeps a cookie. How long a session lasts is the database's to say: it rolls on with every visit. */
export const cookieLifetimeSeconds = 400 * 24 * 60 * 60;

/** A secret as we make them is 43 letters long; anything much longer is not worth a look at the database. */
const likelySecret = /^[\w-]{20,128}$/;

/** The session's secret in a `Cookie` header (RFC 6265 §4.2.1), or null when there is none that could be one. */
export function readSessionCookie(header: string | null): string | null {
  for (const part of (header ?? "").split(";")) {
    const equals = part.indexOf("=");
    if (equals > 0 && part.slice(0, equals).trim() === sessionCookieName)
      return keepLikelySecret(part.slice(equals + 1).trim());
  }
  return null;
}

/** The value itself when it could be a session's secret. */
export function keepLikelySecret(value: string | undefined): string | null {
  return value !== undefined && likelySecret.test(value) ? value : null;
}
