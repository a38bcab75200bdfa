import { announceAccess } from "@/lib/data/announce";
import { endSessionByToken, findDesksOfPerson } from "@/lib/data/auth-store";

/** Ends the session with this secret, and its live connections with it. Nothing happens when it is over already. */
export async function endSessionEverywhere(token: string): Promise<void> {
  const userId = await endSessionByToken(token);
  if (userId === null) return;
  for (const desk of await findDesksOfPerson(userId)) announceAccess(desk);
}
