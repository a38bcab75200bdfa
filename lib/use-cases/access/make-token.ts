import { randomUUID } from "node:crypto";
import { findAgent } from "@/lib/data/agents";
import { countTokens, insertToken } from "@/lib/data/api-tokens";
import { makeSecret } from "@/lib/data/secrets";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";
import { whyNotShowOnce } from "@/lib/domain/shown-once";
import { MOST_TOKENS, TOKEN_PREFIX, whyNotMakeToken } from "@/lib/domain/token";
import type { MakeTokenInput } from "@/lib/schemas/access";

/** A token with its secret, which nobody can tell again. */
export type MadeToken = { id: string; token: string; seq: number };

/**
 * Makes a token, for oneself or for an agent that one answers for. Refuses `in-person`, and `invalid` for anybody else, for too many
 * tokens, and for a request with a key: what is answered twice would have to be kept in between.
 */
export async function makeToken(
  actor: Actor,
  { forUser, ...input }: MakeTokenInput,
): Promise<Result<MadeToken>> {
  const kept = whyNotShowOnce(actor);
  if (kept !== null) return refused(kept);
  const workspaceId = actor.workspace.id;
  const [id, token] = [randomUUID(), `${TOKEN_PREFIX}${makeSecret()}`];
  const written = await writeAs(actor, "make-token", { kind: "token", id: null }, async (tx) => {
    const holderId = forUser ?? actor.userId;
    const isOwn = holderId !== null && holderId === actor.userId;
    const agent = holderId === null || isOwn ? null : await findAgent(tx, workspaceId, holderId);
    const holder = isOwn
      ? { userId: holderId, ownerId: null }
      : agent && { userId: agent.id, ownerId: agent.ownerId };
    const no = whyNotMakeToken(actor, holder);
    if (no !== null || holder === null) return refused(no ?? { code: "not-found" });
    if ((await countTokens(tx, workspaceId, holder.userId)) >= MOST_TOKENS)
      return refused({
        code: "invalid",
        fields: { form: `There are ${MOST_TOKENS} tokens already. End one first.` },
      });
    await insertToken(tx, workspaceId, { ...input, id, holderId: holder.userId, secret: token });
    return granted(null);
  });
  return written.ok ? granted({ id, token, seq: written.value.seq }) : written;
}
