import { setTimeout as pause } from "node:timers/promises";
import type { Actor } from "@/lib/domain/actor";

/**
 * Does something on each of these desks, one after another. A desk that cannot be done keeps no other from its turn: the first
 * failure is thrown when all have had theirs, so that the job is tried again.
 */
export async function onEachDesk(actors: Actor[], work: (actor: Actor) => Promise<unknown>): Promise<void> {
  const failures: unknown[] = [];
  for (const actor of actors) {
    await work(actor).catch((error: unknown) => failures.push(error));
    // Desks take turns with the people who wait for a page.
    await pause(0);
  }
  if (failures.length > 0) throw failures[0];
}
