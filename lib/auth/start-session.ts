import { cookies } from "next/headers";
import { endSessionEverywhere } from "@/lib/auth/end-session";
import { sessionEnd } from "@/lib/auth/rolling-session";
import {
  cookieLifetimeSeconds,
  keepLikelySecret,
  sessionCookieName,
  sessionCookieOptions,
} from "@/lib/auth/session-cookie";
import { openSession } from "@/lib/data/auth-store";
import { makeSecret } from "@/lib/data/secrets";

/** Gives this browser a session's secret; whoever was signed in here before is signed out. */
export async function handOverSession(token: string): Promise<void> {
  const jar = await cookies();
  const earlier = keepLikelySecret(jar.get(sessionCookieName)?.value);
  if (earlier !== null && earlier !== token) await endSessionEverywhere(earlier);
  jar.set(sessionCookieName, token, { ...sessionCookieOptions, maxAge: cookieLifetimeSeconds });
}

/** Opens a session and returns its secret, without giving it to the browser yet. */
export async function openNewSession(userId: string, device: string, at: Date): Promise<string> {
  const token = makeSecret();
  await openSession({ token, userId, device, at, expiresAt: sessionEnd(at) });
  return token;
}

/** Ends this browser's session and takes its cookie away. */
export async function signOutHere(): Promise<void> {
  const jar = await cookies();
  const token = keepLikelySecret(jar.get(sessionCookieName)?.value);
  if (token !== null) await endSessionEverywhere(token);
  jar.set(sessionCookieName, "", { ...sessionCookieOptions, maxAge: 0 });
}
