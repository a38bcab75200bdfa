import { randomBytes, randomUUID } from "node:crypto";
import { type DraftScene, newDraft } from "./draft-world";
import { newProofKey } from "./voice-world";
import type { Desk, World } from "./world";

type Own = Pick<World, "app" | "sudo">;
type Made = { id: string; version: number };

/** Words that were let go, as far on their way as the scene says; nobody knows of them, unless said otherwise. */
export async function newSending(world: Own, desk: Desk, scene: DraftScene = {}): Promise<Made> {
  const draft = await newDraft(world, desk, { state: "approved", onItsWay: "unsure", ...scene });
  const { rows } = await world.sudo.query("SELECT id, version FROM sendings WHERE draft_id = $1", [draft.id]);
  return rows[0];
}

/** A message that says "Personally written", signed by a key that nobody has any more. */
export async function newProof(world: Own, desk: Desk, scene: DraftScene = {}): Promise<Made> {
  const draft = await newDraft(world, desk, { state: "approved", wantsProof: true, ...scene });
  const [id, key] = [randomUUID(), await newProofKey(world, desk)];
  await world.sudo.query(
    `INSERT INTO proofs (workspace_id, id, token, draft_id, task_id, approval_id, key_id, payload, signed)
     SELECT p.workspace_id, $2, $3, p.draft_id, p.task_id, p.id, $4, '{}', decode(repeat('7a', 64), 'hex') FROM approvals p WHERE p.draft_id = $1`,
    [draft.id, id, randomBytes(16).toString("base64url"), key],
  );
  return { id, version: 1 };
}
