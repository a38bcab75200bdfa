import { openSession } from "@/lib/data/auth-store";
import { makeSecret } from "@/lib/data/secrets";
import { findWho } from "@/lib/data/who-is";
import type { Actor } from "@/lib/domain/actor";

const DAY = 24 * 60 * 60 * 1000;

/** Opens a session of thirty days and returns its secret, which is what a browser would carry. */
export async function makeSession(userId: string, at: Date, device = ""): Promise<string> {
  const token = makeSecret();
  await openSession({ token, userId, at, expiresAt: new Date(at.getTime() + 30 * DAY), device });
  return token;
}

/**
 * Signs somebody in to a desk of theirs. What makes worlds acts like everybody else: the secret of a real session is the
 * proof, and the database looks it up.
 */
export async function signIn(userId: string, slug: string, at: Date): Promise<Actor> {
  return actAs(await makeSession(userId, at, "Firsthand's own hands"), slug);
}

/** The actor that a session's secret stands for on one desk. Throws when it stands for nobody there. */
export async function actAs(token: string, slug: string): Promise<Actor> {
  const who = await findWho(token, slug);
  if (who === null) throw new Error(`This session belongs to nobody on the desk "${slug}".`);
  const { userId, name, role, workspaceId, zone, clientName } = who;
  const workspace = { id: workspaceId, slug, zone };
  return { userId, name, role, workspace, clientName, door: "screen", proof: token } as Actor;
}
