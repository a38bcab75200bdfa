import { setTimeout as pause } from "node:timers/promises";
import type { Actor } from "@/lib/domain/actor";
import type { Job } from "@/lib/jobs/run-jobs";
import { systemActors } from "@/lib/jobs/system-actor";
import { claimDueBook } from "@/lib/use-cases/address-book/claim-due-book";
import { syncAddressBook } from "@/lib/use-cases/address-book/sync-address-book";

/** So many desks are read at once: one whose server is slow keeps only itself waiting. */
const DESKS_AT_ONCE = 4;
/** What a book has not told by then it tells in its next turn. */
const TURN_MILLISECONDS = 5 * 60_000;

/** Reads the address books whose turn it is; any number of processes may run it, each book is read by one of them. */
async function syncAddressBooks(): Promise<void> {
  const failures: unknown[] = [];
  const desks = (await systemActors("books")).values();
  const readDesks = async () => {
    // One row of desks, from which each of the readers takes the next.
    for (const actor of desks)
      await readDesk(actor, failures).catch((error: unknown) => failures.push(error));
  };
  await Promise.all(Array.from({ length: DESKS_AT_ONCE }, readDesks));
  if (failures.length > 0) throw failures[0];
}

/** A book that makes trouble keeps no other from its turn. */
async function readDesk(actor: Actor, failures: unknown[]): Promise<void> {
  for (;;) {
    const claimed = await claimDueBook(actor, new Date());
    if (!claimed.ok || claimed.value === null) return;
    const time = AbortSignal.timeout(TURN_MILLISECONDS);
    await readBook(actor, claimed.value, time).catch((error: unknown) => failures.push(error));
  }
}

/** One turn of a book: step by step to its end, or until the time is over; what waits then is no failure. */
export async function readBook(actor: Actor, id: string, time: AbortSignal): Promise<void> {
  for (let begin = true, finished = false; !finished && (begin || !time.aborted); begin = false) {
    const step = await syncAddressBook(actor, id, { begin, at: new Date(), random: Math.random() });
    finished = !step.ok || step.value.finished;
    // Books take turns with the people who wait for a page.
    await pause(0);
  }
}

export const syncAddressBooksJob: Job = {
  name: "sync-address-books",
  everyMs: 60 * 1000,
  run: async () => {
    await syncAddressBooks();
    return { more: false };
  },
};
