import { createHash, randomBytes, randomUUID } from "node:crypto";
import { scopes as allScopes, type Scope, TOKEN_PREFIX } from "@/lib/domain/token";
import type { Desk, Someone, World } from "./world";

type TokenScene = {
  scopes?: readonly Scope[];
  kinds?: readonly string[];
  addresses?: readonly string[];
  madeBy?: Someone;
  expiresAt?: string;
};

/** A token of somebody's on a desk, for everything unless said; its secret stands in `token`, as a session's does. */
export async function newToken(
  { sudo }: Pick<World, "sudo">,
  desk: Pick<Desk, "id">,
  holder: Someone,
  { scopes = allScopes, kinds = [], addresses = [], madeBy = holder, expiresAt }: TokenScene = {},
): Promise<Someone & { tokenId: string }> {
  const [tokenId, token] = [randomUUID(), `${TOKEN_PREFIX}${randomBytes(32).toString("base64url")}`];
  await sudo.query(
    `INSERT INTO api_tokens (workspace_id, id, name, user_id, made_by, made_at, token_hash, shown, scopes, kinds, addresses, expires_at)
     VALUES ($1, $2, 'A token', $3, $4, now(), $5, right($6, 4), $7, $8, $9, coalesce($10::timestamptz, now() + interval '1 day'))`,
    [
      desk.id,
      tokenId,
      holder.id,
      madeBy.id,
      createHash("sha256").update(token).digest(),
      token,
      scopes,
      kinds,
      addresses,
      expiresAt ?? null,
    ],
  );
  return { ...holder, token, tokenId };
}

/** An agent that prepares and finishes nothing, as every agent begins. Its session is for tests alone: no agent signs in. */
export async function newDraftAgent({ sudo }: Pick<World, "sudo">, desk: Desk): Promise<Someone> {
  const one = { id: randomUUID(), token: randomBytes(32).toString("base64url"), name: "Quill" };
  await sudo.query(
    `WITH who AS (INSERT INTO users (id, name, email) VALUES ($2, $3, $6)),
       member AS (INSERT INTO memberships (workspace_id, user_id, role) VALUES ($1, $2, 'agent')),
       rights AS (INSERT INTO agents (workspace_id, user_id, owner_id) VALUES ($1, $2, $5))
     INSERT INTO sessions (id, token_hash, user_id, expires_at) VALUES (gen_random_uuid(), $4, $2, now() + interval '1 day')`,
    [
      desk.id,
      one.id,
      one.name,
      createHash("sha256").update(one.token).digest(),
      desk.assistant.id,
      `${one.id}@agents.invalid`,
    ],
  );
  return one;
}
