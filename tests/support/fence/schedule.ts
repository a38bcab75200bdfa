import type { Client } from "pg";
import { sayError } from "./attack";

/** Numbers from 0 up to (not including) 1, the same for the same seed (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick<T>(from: readonly T[], roll: () => number): T {
  return from[Math.floor(roll() * from.length)] as T;
}

/** What one of several does, a statement at a time, on a connection of their own. */
export type Script = { name: string; steps: string[] };

/** How one of them fared: null when everything went through, otherwise the refusal that ended it. */
export type Outcome = { name: string; refusal: string | null };

type Runner = {
  script: Script;
  on: Client;
  pid: number;
  next: number;
  waiting: Promise<void> | null;
  refusal: string | null;
};

/**
 * Lets several scripts take turns, statement by statement, in an order that the dice decide. Whoever waits for a lock is
 * left waiting while the others go on; nobody sleeps. `afterEach` looks at the world after every statement that ended.
 */
export async function interleave(
  scripts: Script[],
  connections: { on: Client; pid: number }[],
  watcher: Client,
  roll: () => number,
): Promise<Outcome[]> {
  const runners = scripts.map(
    (script, n): Runner => ({
      script,
      ...(connections[n] as { on: Client; pid: number }),
      next: 0,
      waiting: null,
      refusal: null,
    }),
  );
  for (;;) {
    const open = runners.filter(
      (runner) => runner.waiting !== null || runner.next < runner.script.steps.length,
    );
    if (open.length === 0) return runners.map(({ script, refusal }) => ({ name: script.name, refusal }));
    const ready = open.filter((runner) => runner.waiting === null);
    // Everybody waits for a lock: one of them gets it, or PostgreSQL finds that none can, and says so.
    if (ready.length === 0) await Promise.race(open.map((runner) => runner.waiting));
    else await step(pick(ready, roll), runners, watcher);
  }
}

/**
 * Begins the next statement, and comes back when it has ended or waits for a lock. Where nobody else is in the middle of a
 * transaction there is nobody to wait for.
 */
async function step(runner: Runner, all: Runner[], watcher: Client): Promise<void> {
  const others = all.some((one) => one !== runner && isInside(one));
  const sql = runner.script.steps[runner.next] as string;
  runner.next += 1;
  runner.waiting = runner.on
    .query(sql)
    .then(
      () => undefined,
      async (error: unknown) => {
        runner.refusal = sayError(error);
        runner.next = runner.script.steps.length;
        await runner.on.query("ROLLBACK");
      },
    )
    .then(() => {
      runner.waiting = null;
    });
  if (!others) await runner.waiting;
  while (runner.waiting !== null) {
    const look = watcher.query("SELECT cardinality(pg_blocking_pids($1)) > 0 AS waits", [runner.pid]);
    await Promise.race([runner.waiting, look]);
    if (runner.waiting !== null && (await look).rows[0].waits) return;
    await look;
  }
}

/** Whether somebody has begun and not ended. Who waits counts, too: the lock may be theirs by now. */
function isInside({ next, waiting, script }: Runner): boolean {
  return waiting !== null || (next > 0 && next < script.steps.length);
}
