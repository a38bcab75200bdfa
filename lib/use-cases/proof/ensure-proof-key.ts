import { randomUUID } from "node:crypto";
import { makeProofKeys } from "@/lib/adapters/proof/keys";
import { seal, unseal } from "@/lib/adapters/secrets/seal";
import type { Tx } from "@/lib/data/client";
import { findSigningKey, insertProofKey } from "@/lib/data/proof-keys";
import type { Actor } from "@/lib/domain/actor";
import { retireProofKey } from "@/lib/use-cases/proof/retire-proof-key";

/** A key ready to sign with; `privateKey` is for `signPayload` and goes nowhere else. */
export type OpenKey = { id: string; privateKey: string };

/**
 * The desk's key that signs, within a transaction of the client's; the first one is made when it is needed. One that does not
 * open any more (the house has another secret) is retired for a new one, and what it signed still holds.
 */
export async function ensureProofKey(tx: Tx, actor: Actor, at: Date): Promise<OpenKey> {
  const workspaceId = actor.workspace.id;
  const stands = await findSigningKey(tx, workspaceId);
  const opened = stands && unseal(stands.sealed, { what: "proof-key", workspaceId, id: stands.id });
  if (stands && opened) return { id: stands.id, privateKey: opened };
  await retireProofKey(tx, workspaceId, at);
  return addProofKey(tx, workspaceId);
}

/** A new pair of keys, the private one sealed before it is stored. The one before has ended. */
export async function addProofKey(tx: Tx, workspaceId: string): Promise<OpenKey> {
  const id = randomUUID();
  const { publicKey, privateKey } = makeProofKeys();
  const sealed = seal(privateKey, { what: "proof-key", workspaceId, id });
  await insertProofKey(tx, workspaceId, { id, publicKey, sealed });
  return { id, privateKey };
}
