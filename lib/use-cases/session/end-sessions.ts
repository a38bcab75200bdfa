import { announceAccess } from "@/lib/data/announce";
import {
  endSession as endOne,
  endOtherSessions as endOthers,
  findDesksOfPerson,
} from "@/lib/data/auth-store";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";

/** Ends one of the actor's own sessions, with its live connections. Refuses `not-found` when it is over, or a stranger's. */
export async function endSession(actor: Actor, id: string): Promise<Result<null>> {
  const userId = actor.userId as string;
  if ((await endOne(userId, id)) === 0) return refused({ code: "not-found" });
  await closeLiveConnections(userId);
  return granted(null);
}

/** Ends all of the actor's sessions but the one they act with; says how many those were. */
export async function endOtherSessions(actor: Actor): Promise<Result<number>> {
  const userId = actor.userId as string;
  const count = await endOthers(userId, actor.proof);
  await closeLiveConnections(userId);
  return granted(count);
}

async function closeLiveConnections(userId: string): Promise<void> {
  for (const desk of await findDesksOfPerson(userId)) announceAccess(desk);
}
