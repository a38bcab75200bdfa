import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { keepRolling } from "@/lib/auth/rolling-session";
import { signInPath } from "@/lib/auth/safe-path";
import { keepLikelySecret, readSessionCookie, sessionCookieName } from "@/lib/auth/session-cookie";
import { findHolder, findWho, type Holder, type Who } from "@/lib/data/who-is";
import type { Actor, Door } from "@/lib/domain/actor";
import type { Refusal } from "@/lib/domain/refusal";
import { granted, type Result, refused } from "@/lib/domain/result";

const slugShape = /^[a-z0-9][a-z0-9-]{1,60}$/;

/** Which of the doors of a person a session may come through. */
export type PersonDoor = Extract<Door, "screen" | "import">;

/** The secret of this request's session, for pages and actions. */
export const sessionToken = cache(async (): Promise<string | null> => {
  return keepLikelySecret((await cookies()).get(sessionCookieName)?.value);
});

/** Whoever is signed in, with all their desks; null when nobody is. */
export const findSignedIn = cache(async (): Promise<Holder | null> => {
  const token = await sessionToken();
  return token === null ? null : findHolder(token);
});

/**
 * The actor of a page or action of the desk `slug`. Leads to sign-in when nobody is signed in (or the session is over),
 * and to "not found" when there is no such desk or it is a stranger's. Looked up once per request.
 */
export const requireActor = cache(async (slug: string): Promise<Actor> => {
  const found = await findActor(await sessionToken(), slug, "screen");
  if (found.ok) return found.value;
  if (found.refusal.code === "signed-out")
    redirect(signInPath((await headers()).get("x-firsthand-path") ?? `/w/${slug}`));
  notFound();
});

/** The actor of a request to a handler. Refuses `signed-out` without a session, `not-found` for a desk that is not theirs. */
export function actorFromRequest(request: Request, slug: string, door: PersonDoor): Promise<Result<Actor>> {
  return findActor(readSessionCookie(request.headers.get("cookie")), slug, door);
}

/** The one place where a person becomes an actor. Refuses `signed-out` and `not-found`, as above. */
export async function findActor(
  token: string | null,
  slug: string,
  door: PersonDoor,
): Promise<Result<Actor>> {
  if (token === null) return refused({ code: "signed-out" });
  const who = slugShape.test(slug) ? await findWho(token, slug) : null;
  if (who === null) return refused(await whyNobody(token));
  if (who.isDue) keepRolling(token);
  return granted(mint(who, token, door));
}

async function whyNobody(token: string): Promise<Refusal> {
  return { code: (await findHolder(token)) === null ? "signed-out" : "not-found" };
}

function mint(who: Who, token: string, door: PersonDoor): Actor {
  const { userId, name, role, workspaceId, slug, zone, clientName } = who;
  const workspace = { id: workspaceId, slug, zone };
  return { userId, name, role, workspace, clientName, door, proof: token } as Actor;
}
