import { env } from "@/lib/env";
import type { Job } from "@/lib/jobs/run-jobs";
import { dueWebhooks } from "@/lib/jobs/system-actor";
import { collectEvents } from "@/lib/use-cases/webhook/collect-events";
import { tellWebhook } from "@/lib/use-cases/webhook/tell-webhook";

/** So many webhooks are told at once: one whose receiver is slow keeps only itself waiting. */
const AT_ONCE = 4;
/** So few that the last of them is signed with a time that is still now, however slow those before it are. */
const MOST = 40;

/**
 * Tells every webhook what is due at `at`, read with its maker's eyes; any number of processes may do it. `more`: something is left
 * to be told at once.
 */
async function sendWebhooks(at: Date): Promise<{ more: boolean }> {
  const due = await dueWebhooks(at, MOST);
  const failures: unknown[] = [];
  const row = due.values();
  let more = due.length === MOST;
  const tellThem = async () => {
    // One row of webhooks, from which each of the tellers takes the next; one that makes trouble keeps no other from its turn.
    for (const webhook of row) {
      const left = await tellOne(webhook, at).catch((error: unknown) => failures.push(error) < 0);
      more ||= left;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, tellThem));
  if (failures.length > 0) throw failures[0];
  return { more };
}

async function tellOne(
  { id, reader, system }: Awaited<ReturnType<typeof dueWebhooks>>[number],
  at: Date,
): Promise<boolean> {
  const collected = await collectEvents(reader, system, id, at);
  const told = await tellWebhook(reader, system, id, { at, random: Math.random, origin: env.FIRSTHAND_URL });
  return (collected.ok && collected.value.more) || (told.ok && told.value.more);
}

export const sendWebhooksJob: Job = { name: "send-webhooks", everyMs: 2_000, run: sendWebhooks };
