import { listSessions } from "@/lib/data/auth-store";
import { findHolder } from "@/lib/data/who-is";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";
import type { SessionView } from "@/lib/domain/workspace/view";

export type SessionsView = { name: string; email: string; sessions: SessionView[] };

/** Where the actor is signed in, this session first. Refuses `signed-out`. */
export async function readSessions(actor: Actor, at: Date): Promise<Result<SessionsView>> {
  const holder = await findHolder(actor.proof);
  if (holder === null) return refused({ code: "signed-out" });
  const rows = await listSessions(holder.userId, at);
  const sessions = rows.map(({ id, device, createdAt, lastSeenAt }) => ({
    id,
    device,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    isThis: id === holder.sessionId,
  }));
  const ordered = sessions.sort((one, other) => Number(other.isThis) - Number(one.isThis));
  return granted({ name: holder.name, email: holder.email, sessions: ordered });
}
