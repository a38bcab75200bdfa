import { sendWebhook } from "@/lib/adapters/webhooks/send-webhook";
import { type Secrets, signMessage } from "@/lib/adapters/webhooks/sign";
import { readAs, writeAs } from "@/lib/data/transaction";
import { type ClaimedDelivery, claimDeliveries, noteDelivery } from "@/lib/data/webhook-deliveries";
import { listSeen } from "@/lib/data/webhook-entries";
import { findWebhook } from "@/lib/data/webhooks";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result } from "@/lib/domain/result";
import { type Attempted, judgeAttempt } from "@/lib/domain/webhook/attempt";
import { noteHealth } from "@/lib/use-cases/webhook/note-health";
import { openSecrets } from "@/lib/use-cases/webhook/seal-secrets";

const AT_ONCE = 10;
/** Longer than an attempt takes: who has not said by then how it went has died, and it is made again under the same webhook-id. */
const CLAIM_MILLISECONDS = 60_000;

type Moment = { at: Date; random: () => number; origin: string };
type Place = { url: string; secrets: Secrets | null };

/**
 * Tells a webhook what is due at `at`, ten things at once; `more`: there may be others. What its maker may not see any more is
 * withheld. Any number of processes may do it, each delivery is made by one of them.
 * @param reader sees what the maker of the webhook sees
 */
export async function tellWebhook(
  reader: Actor,
  system: Actor,
  webhookId: string,
  moment: Moment,
): Promise<Result<{ more: boolean }>> {
  const workspaceId = system.workspace.id;
  const { at } = moment;
  const until = new Date(at.getTime() + CLAIM_MILLISECONDS);
  const about = { kind: "webhook", id: webhookId } as const;
  const claimed = await writeAs(system, "tell-webhook", about, async (tx) => {
    const webhook = await findWebhook(tx, workspaceId, webhookId);
    if (webhook === null || webhook.pausedAt !== null) return granted(null);
    const due = await claimDeliveries(tx, workspaceId, webhookId, { at, until, most: AT_ONCE });
    const secrets = openSecrets(webhook.sealed, { workspaceId, id: webhookId });
    return granted({ due, place: { url: webhook.url, secrets } });
  });
  if (!claimed.ok) return claimed;
  if (claimed.value.value === null) return granted({ more: false });
  const { due, place } = claimed.value.value;
  const seqs = due.flatMap(({ seq }) => (seq === null ? [] : [seq]));
  const isClient = reader.role === "client";
  const seen = await readAs(reader, (tx) => listSeen(tx, workspaceId, seqs, { isClient }));
  if (!seen.ok) return seen;
  const tell = async (one: ClaimedDelivery) => {
    if (one.seq !== null && !seen.value.has(one.seq)) return withhold(system, webhookId, one, at);
    return noteAttempt(system, webhookId, one, await attempt(place, one, at), moment);
  };
  await Promise.all(due.map(tell));
  return granted({ more: due.length === AT_ONCE });
}

async function attempt({ url, secrets }: Place, one: ClaimedDelivery, at: Date): Promise<Attempted> {
  if (secrets === null) {
    const error = "Its secret cannot be read any more. Give it a new one.";
    return { status: null, error, ms: 0 };
  }
  return sendWebhook({ url, headers: signMessage(secrets, one, at), body: one.body });
}

async function withhold(system: Actor, webhookId: string, one: ClaimedDelivery, at: Date): Promise<void> {
  const lastError = "What this tells of is not yours to see any more.";
  await writeAs(system, "tell-webhook", { kind: "webhook", id: webhookId }, async (tx) =>
    granted(await noteDelivery(tx, system.workspace.id, one, { state: "withheld", nextAt: at, lastError })),
  );
}

async function noteAttempt(
  system: Actor,
  webhookId: string,
  one: ClaimedDelivery,
  said: Attempted,
  { at, random, origin }: Moment,
): Promise<void> {
  const { workspace } = system;
  const judged = judgeAttempt(said, one.attempts, at, random());
  const how = { ...judged, lastAt: at, lastStatus: said.status, lastMs: said.ms, lastError: said.error };
  await writeAs(system, "tell-webhook", { kind: "webhook", id: webhookId }, async (tx) => {
    const isNoted = await noteDelivery(tx, workspace.id, one, how);
    if (isNoted) await noteHealth(tx, workspace, webhookId, said, { at, origin });
    return granted(null);
  });
}
