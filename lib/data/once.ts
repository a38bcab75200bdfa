import { deserialize, serialize } from "node:v8";
import { appDatabase, type Tx } from "@/lib/data/client";
import type { Actor, Once } from "@/lib/domain/actor";

/** An answer as it is kept under its key. */
export type KeptAnswer = { status: number; headers: Record<string, string>; body: string };

type Claim = { is_same: boolean; answer: KeptAnswer | null };

/**
 * Claims `key` for one request of the actor, before anything is done. `isSame` is false when it came with another request before;
 * `answer` is what that request was answered, if it was. Null: the session or the membership has ended.
 */
export async function claimKey(
  actor: Actor,
  key: string,
  asked: Uint8Array<ArrayBuffer>,
): Promise<{ isSame: boolean; answer: KeptAnswer | null } | null> {
  const [claim] = await appDatabase().$queryRaw<Claim[]>`
    SELECT is_same, answer FROM fence.claim_key(${actor.proof}, ${actor.workspace.id}::uuid, ${key}, ${asked})`;
  return claim ? { isSame: claim.is_same, answer: claim.answer } : null;
}

/** Keeps an answer under its key; the first one stays, and comes back. */
export async function keepAnswer(actor: Actor, key: string, answer: KeptAnswer): Promise<KeptAnswer> {
  const [row] = await appDatabase().$queryRaw<{ kept: KeptAnswer | null }[]>`
    SELECT fence.keep_answer(${actor.proof}, ${actor.workspace.id}::uuid, ${key}, ${JSON.stringify(answer)}::jsonb) AS kept`;
  return row?.kept ?? answer;
}

/** What a step of a request came to, when it has happened already. Undefined: it has not. */
export async function findStep<T>(tx: Tx, { key }: Once, step: number): Promise<T | undefined> {
  const [row] = await tx.$queryRaw<{ outcome: Uint8Array | null }[]>`
    SELECT fence.step_of(${key}, ${step}::integer) AS outcome`;
  return row?.outcome ? (deserialize(row.outcome) as T) : undefined;
}

/** Writes down, in the step's own transaction, what it came to. */
export async function keepStep(tx: Tx, { key }: Once, step: number, outcome: unknown): Promise<void> {
  const bytes = Uint8Array.from(serialize(outcome));
  await tx.$executeRaw`SELECT fence.keep_step(${key}, ${step}::integer, ${bytes})`;
}

/** Forgets the keys of yesterday. */
export async function sweepKeys(secret: string): Promise<number> {
  const [row] = await appDatabase().$queryRaw<
    { swept: bigint }[]
  >`SELECT fence.sweep_keys(${secret}) AS swept`;
  return Number(row?.swept ?? 0);
}
