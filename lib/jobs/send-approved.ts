import { env } from "@/lib/env";
import type { Job } from "@/lib/jobs/run-jobs";
import { dueSendings } from "@/lib/jobs/system-actor";
import { describeError, log } from "@/lib/runtime/log";
import { carrySending } from "@/lib/use-cases/draft/carry-sending";

/** So many are on their way at once: a server that is slow keeps only itself waiting. */
const AT_ONCE = 8;
/** One that went wrong on our side is left alone for so long, and keeps no other waiting. */
const REST_MILLISECONDS = 60_000;

const onTheWay = new Map<string, Promise<void>>();
const resting = new Map<string, number>();

/**
 * Begins to carry what is due to leave; any number of processes may run it, each sending is carried by one. Does not wait for the
 * servers: they are heard while the next ones are begun.
 */
async function sendApproved(at: Date): Promise<void> {
  for (const [id, until] of resting) if (until <= at.getTime()) resting.delete(id);
  const free = AT_ONCE - onTheWay.size;
  if (free <= 0) return;
  const due = await dueSendings(AT_ONCE + onTheWay.size + resting.size);
  const fresh = due.filter(({ id }) => !onTheWay.has(id) && !resting.has(id)).slice(0, free);
  for (const { id, actor } of fresh) {
    const carried = carrySending(actor, id, at, env.FIRSTHAND_URL)
      .then((became) => log.debug("words were carried", { id, became: became.ok ? became.value : "away" }))
      .catch((error: unknown) => {
        resting.set(id, at.getTime() + REST_MILLISECONDS);
        log.error("words could not be carried", { id, ...describeError(error) });
      })
      .finally(() => onTheWay.delete(id));
    onTheWay.set(id, carried);
  }
}

/** Settles when nothing is on its way any more. */
async function settleSendings(): Promise<void> {
  while (onTheWay.size > 0) await Promise.all(onTheWay.values());
}

export const sendApprovedJob: Job = {
  name: "send-approved",
  everyMs: 1_000,
  run: async (at) => {
    await sendApproved(at);
    return { more: false };
  },
  settle: settleSendings,
};
