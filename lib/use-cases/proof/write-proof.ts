import { randomBytes, randomUUID } from "node:crypto";
import { hashForProof } from "@/lib/adapters/proof/hash-words";
import { signPayload } from "@/lib/adapters/proof/keys";
import { diffWords } from "@/lib/adapters/words/diff-words";
import { findChoice } from "@/lib/data/account-choices";
import type { Tx } from "@/lib/data/client";
import { listVersions } from "@/lib/data/draft-page";
import { insertProof } from "@/lib/data/proofs";
import type { Actor } from "@/lib/domain/actor";
import { asAuthored } from "@/lib/domain/draft/as-authored";
import type { DraftFacts } from "@/lib/domain/draft/draft";
import { wordsAlone } from "@/lib/domain/draft/letter-text";
import { proofPayload } from "@/lib/domain/draft/proof";
import { whoseWords } from "@/lib/domain/draft/whose-words";
import { ensureProofKey } from "@/lib/use-cases/proof/ensure-proof-key";

/**
 * J3. Signs "Personally written" for words that the client has just approved, in the same transaction: "typed" when every word of them is
 * the client's own, else "approved". Nothing but the words' hash, the client's name and the time is in it.
 */
export async function writeProof(
  tx: Tx,
  actor: Actor,
  draft: DraftFacts,
  approvalId: string,
  at: Date,
): Promise<void> {
  const { id: workspaceId } = actor.workspace;
  const account = draft.accountId === null ? null : await findChoice(tx, workspaceId, draft.accountId, true);
  const versions = await listVersions(tx, workspaceId, [draft.id]);
  const isTyped = whoseWords(asAuthored(versions), diffWords).every(({ author }) => author.by === "client");
  const key = await ensureProofKey(tx, actor, at);
  const payload = proofPayload({
    by: actor.clientName,
    how: isTyped ? "typed" : "approved",
    text: hashForProof(wordsAlone(draft.text, account?.signature ?? "")),
    at: at.toISOString(),
  });
  await insertProof(tx, workspaceId, {
    id: randomUUID(),
    // 128 bits: whoever has the link has the message, and nobody comes upon it by guessing.
    token: randomBytes(16).toString("base64url"),
    draftId: draft.id,
    taskId: draft.taskId,
    approvalId,
    keyId: key.id,
    payload,
    signed: signPayload(payload, key.privateKey),
  });
}
