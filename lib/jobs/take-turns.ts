import { setTimeout as pause } from "node:timers/promises";
import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import { systemActors } from "@/lib/jobs/system-actor";
import type { WhichDesks } from "@/lib/queries/list-job-desks";

/** So many desks are read at once: one whose server is slow keeps only itself waiting. */
const DESKS_AT_ONCE = 4;
/** What has not been told by then is told in the next turn. */
const TURN_MILLISECONDS = 5 * 60_000;

/** How something kept elsewhere is read: whose turn it is on a desk, and one step of it; `begin` on the first. */
export type Turns = {
  which: WhichDesks;
  claim: (actor: Actor, at: Date) => Promise<Result<string | null>>;
  step: (
    actor: Actor,
    id: string,
    ask: { begin: boolean; at: Date; random: number },
  ) => Promise<Result<{ finished: boolean }>>;
};

/** Reads everything whose turn it is; any number of processes may run it, each thing is read by one of them. */
export async function takeTurns(turns: Turns): Promise<void> {
  const failures: unknown[] = [];
  const desks = (await systemActors(turns.which)).values();
  const readDesks = async () => {
    // One row of desks, from which each of the readers takes the next.
    for (const actor of desks)
      await readDesk(turns, actor, failures).catch((error: unknown) => failures.push(error));
  };
  await Promise.all(Array.from({ length: DESKS_AT_ONCE }, readDesks));
  if (failures.length > 0) throw failures[0];
}

/** One that makes trouble keeps no other from its turn. */
async function readDesk(turns: Turns, actor: Actor, failures: unknown[]): Promise<void> {
  for (;;) {
    const claimed = await turns.claim(actor, new Date());
    if (!claimed.ok || claimed.value === null) return;
    const time = AbortSignal.timeout(TURN_MILLISECONDS);
    await readOne(turns, actor, claimed.value, time).catch((error: unknown) => failures.push(error));
  }
}

/** One turn: step by step to its end, or until the time is over; what waits then is no failure. */
export async function readOne(
  { step }: Pick<Turns, "step">,
  actor: Actor,
  id: string,
  time: AbortSignal,
): Promise<void> {
  for (let begin = true, finished = false; !finished && (begin || !time.aborted); begin = false) {
    const told = await step(actor, id, { begin, at: new Date(), random: Math.random() });
    finished = !told.ok || told.value.finished;
    // They take turns with the people who wait for a page.
    await pause(0);
  }
}
