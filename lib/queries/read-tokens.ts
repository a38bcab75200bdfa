import { listAgents } from "@/lib/data/agents";
import { listTokens, type TokenRow } from "@/lib/data/api-tokens";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import { type TokenView, whyNotMakeToken, whyNotRevokeToken } from "@/lib/domain/token";

/** `holders`: whom the reader may make a token for, themselves first. */
export type TokensView = { tokens: TokenView[]; holders: { id: string; name: string; isAgent: boolean }[] };

/** The tokens that somebody has to do with; the client sees all of the desk's. Refuses `signed-out`. */
export async function readTokens(actor: Actor): Promise<Result<TokensView>> {
  return readAs(actor, async (tx) => {
    const rows = await listTokens(tx, actor.workspace.id);
    const agents = await listAgents(tx, actor.workspace.id);
    const own = agents.filter(({ id, ownerId }) => whyNotMakeToken(actor, { userId: id, ownerId }) === null);
    const me = { id: actor.userId ?? "", name: actor.name, isAgent: actor.role === "agent" };
    const others = own.filter(({ id }) => id !== me.id).map(({ id, name }) => ({ id, name, isAgent: true }));
    return { tokens: rows.map((row) => toView(actor, row)), holders: [me, ...others] };
  });
}

function toView(actor: Actor, row: TokenRow): TokenView {
  const {
    holderId,
    holderName,
    isAgents,
    ownerId,
    madeById,
    madeAt,
    expiresAt,
    lastUsedAt,
    revokedAt,
    ...rest
  } = row;
  return {
    ...rest,
    madeById,
    holder: { id: holderId, name: holderName, isAgent: isAgents },
    madeAt: madeAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
    canRevoke: revokedAt === null && whyNotRevokeToken(actor, { holderId, madeById, ownerId }) === null,
  };
}
