import type { Tx } from "@/lib/data/client";
import { hashSecret } from "@/lib/data/secrets";
import type { TaskKind } from "@/lib/domain/task/task";
import type { Scope } from "@/lib/domain/token";

export type TokenRow = {
  id: string;
  version: number;
  name: string;
  shown: string;
  holderId: string;
  holderName: string;
  isAgents: boolean;
  /** Who answers for the agent that holds it; null for people. */
  ownerId: string | null;
  madeById: string;
  madeBy: string;
  madeAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
  scopes: Scope[];
  kinds: TaskKind[];
  addresses: string[];
};

/** The last tokens that the transaction may see, the newest first; those of a program's sign-in stand with the program. */
export function listTokens(tx: Tx, workspaceId: string): Promise<TokenRow[]> {
  return tx.$queryRaw<TokenRow[]>`
    SELECT t.id, t.version, t.name, t.shown, t.user_id AS "holderId", h.name AS "holderName", a.user_id IS NOT NULL AS "isAgents", a.owner_id AS "ownerId",
      t.made_by AS "madeById", b.name AS "madeBy", t.made_at AS "madeAt", t.expires_at AS "expiresAt", u.used_at AS "lastUsedAt",
      t.revoked_at AS "revokedAt", t.scopes, t.kinds, t.addresses
    FROM api_tokens t JOIN users h ON h.id = t.user_id JOIN users b ON b.id = t.made_by
    LEFT JOIN agents a ON a.workspace_id = t.workspace_id AND a.user_id = t.user_id
    LEFT JOIN token_uses u ON u.workspace_id = t.workspace_id AND u.token_id = t.id
    WHERE t.workspace_id = ${workspaceId}::uuid AND t.grant_id IS NULL ORDER BY t.made_at DESC, t.id LIMIT 500`;
}

export type FoundToken = Pick<TokenRow, "id" | "version" | "holderId" | "madeById" | "ownerId">;

/** A token that the transaction may see and that was not ended; null otherwise. */
export async function findToken(tx: Tx, workspaceId: string, id: string): Promise<FoundToken | null> {
  const [token] = await tx.$queryRaw<FoundToken[]>`
    SELECT t.id, t.version, t.user_id AS "holderId", t.made_by AS "madeById", a.owner_id AS "ownerId"
    FROM api_tokens t LEFT JOIN agents a ON a.workspace_id = t.workspace_id AND a.user_id = t.user_id
    WHERE t.workspace_id = ${workspaceId}::uuid AND t.id = ${id}::uuid AND t.revoked_at IS NULL`;
  return token ?? null;
}

/** How many tokens somebody holds that still open something. */
export async function countTokens(tx: Tx, workspaceId: string, holderId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM api_tokens
    WHERE workspace_id = ${workspaceId}::uuid AND user_id = ${holderId}::uuid AND revoked_at IS NULL AND expires_at > now()`;
  return row?.count ?? 0;
}

export type NewToken = {
  id: string;
  name: string;
  holderId: string;
  secret: string;
  scopes: readonly Scope[];
  kinds: readonly TaskKind[];
  addresses: readonly string[];
  /** How long it lasts, from now on by the database's clock, which writes when it was made. */
  days: number;
};

/** Makes a token; its `secret` is known to nobody afterwards. Who made it, and when, the guard writes. */
export async function insertToken(tx: Tx, workspaceId: string, token: NewToken): Promise<void> {
  const { id, name, holderId, secret, scopes, kinds, addresses, days } = token;
  await tx.$executeRaw`
    INSERT INTO api_tokens (workspace_id, id, name, user_id, token_hash, shown, scopes, kinds, addresses, expires_at)
    VALUES (${workspaceId}::uuid, ${id}::uuid, ${name}, ${holderId}::uuid, ${hashSecret(secret)}, ${secret.slice(-4)}, ${scopes}::text[], ${kinds}::text[],
      ${addresses}::text[], date_trunc('milliseconds', now()) + make_interval(days => ${days}::integer))`;
}

/** Ends a token where it still is as it was seen. */
export async function endToken(
  tx: Tx,
  workspaceId: string,
  { id, version }: Pick<TokenRow, "id" | "version">,
  at: Date,
): Promise<boolean> {
  const where = { workspaceId, id, version, revokedAt: null };
  return (await tx.apiToken.updateMany({ where, data: { revokedAt: at } })).count === 1;
}
