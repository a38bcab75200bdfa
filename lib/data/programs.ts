import { appDatabase, type Tx } from "@/lib/data/client";
import { hashSecret } from "@/lib/data/secrets";
import type { Asking, Program, ProgramView } from "@/lib/domain/program";
import type { Scope } from "@/lib/domain/token";

/** A token that was made: for what, and for how many seconds. */
export type Minted = { scopes: string[]; seconds: number };

/** Writes down who a program says it is. One whose id is an address may say something else the next time. */
export async function keepProgram({ id, name, redirectUris }: Program): Promise<void> {
  await appDatabase().$executeRaw`SELECT fence.register_program(${id}, ${name}, ${[...redirectUris]})`;
}

/** A program that has introduced itself, and when it last did; null for one that nobody knows. */
export async function findProgram(id: string): Promise<(Program & { madeAt: Date }) | null> {
  const [program] = await appDatabase().$queryRaw<{ name: string; redirectUris: string[]; madeAt: Date }[]>`
    SELECT name, redirect_uris AS "redirectUris", made_at AS "madeAt" FROM fence.find_program(${id})`;
  return program ? { id, ...program } : null;
}

export type NewGrant = {
  id: string;
  agentId: string;
  scopes: readonly Scope[];
  expiresAt: Date;
  code: string;
  asking: Pick<Asking, "programId" | "redirectUri" | "challenge">;
};

/** Lets a program in as an agent, and makes the code that it is told; the database refuses an agent that is not one's own. */
export async function insertGrant(tx: Tx, workspaceId: string, grant: NewGrant): Promise<void> {
  const { id, agentId, scopes, expiresAt, code, asking } = grant;
  await tx.$executeRaw`
    INSERT INTO oauth_grants (workspace_id, id, client_id, user_id, scopes, expires_at)
    VALUES (${workspaceId}::uuid, ${id}::uuid, ${asking.programId}, ${agentId}::uuid, ${[...scopes]}, ${expiresAt})`;
  await tx.$executeRaw`
    INSERT INTO oauth_codes (workspace_id, grant_id, code_hash, redirect_uri, challenge)
    VALUES (${workspaceId}::uuid, ${id}::uuid, ${hashSecret(code)}, ${asking.redirectUri}, ${asking.challenge})`;
}

/** An agent of whoever asks. */
export type OwnAgent = { id: string; name: string; isPaused: boolean };

/** The agents that somebody answers for on this desk, by name. */
export function listOwnAgents(tx: Tx, workspaceId: string, ownerId: string): Promise<OwnAgent[]> {
  return tx.$queryRaw<OwnAgent[]>`
    SELECT a.user_id AS id, u.name, a.paused_at IS NOT NULL AS "isPaused" FROM agents a
    JOIN memberships m ON m.workspace_id = a.workspace_id AND m.user_id = a.user_id AND m.ended_at IS NULL
    JOIN users u ON u.id = a.user_id
    WHERE a.workspace_id = ${workspaceId}::uuid AND a.owner_id = ${ownerId}::uuid ORDER BY u.name, a.user_id`;
}

type GrantRow = Omit<ProgramView, "agent" | "letInAt" | "expiresAt" | "lastUsedAt"> & {
  agentId: string;
  agentName: string;
  letInAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
};

/** The programs that are signed in at `at` and that the transaction may see, the latest first. */
export async function listGrants(tx: Tx, workspaceId: string, at: Date): Promise<ProgramView[]> {
  const rows = await tx.$queryRaw<GrantRow[]>`
    SELECT g.id, g.version, g.name, g.user_id AS "agentId", u.name AS "agentName", by.name AS "letInBy", g.made_at AS "letInAt",
      g.expires_at AS "expiresAt", g.scopes, (SELECT max(used.used_at) FROM api_tokens t
        JOIN token_uses used ON used.workspace_id = t.workspace_id AND used.token_id = t.id
        WHERE t.workspace_id = g.workspace_id AND t.grant_id = g.id) AS "lastUsedAt"
    FROM oauth_grants g JOIN users u ON u.id = g.user_id JOIN users by ON by.id = g.made_by
    JOIN memberships m ON m.workspace_id = g.workspace_id AND m.user_id = g.user_id AND m.ended_at IS NULL
    WHERE g.workspace_id = ${workspaceId}::uuid AND g.ended_at IS NULL AND g.expires_at > ${at} AND EXISTS (SELECT 1 FROM api_tokens t
      WHERE t.workspace_id = g.workspace_id AND t.grant_id = g.id AND t.revoked_at IS NULL)
    ORDER BY g.made_at DESC, g.id LIMIT 200`;
  return rows.map(({ agentId, agentName, letInAt, expiresAt, lastUsedAt, ...row }) => ({
    ...row,
    agent: { id: agentId, name: agentName },
    letInAt: letInAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }));
}

type GrantFacts = { version: number; madeBy: string; userId: string; isOver: boolean };

/** Whose a sign-in is, for whoever may see it: who let it in, which agent's it is, and whether it has ended. */
export async function findGrant(tx: Tx, workspaceId: string, id: string): Promise<GrantFacts | null> {
  const [grant] = await tx.$queryRaw<GrantFacts[]>`
    SELECT version, made_by AS "madeBy", user_id AS "userId", ended_at IS NOT NULL AS "isOver" FROM oauth_grants
    WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid`;
  return grant ?? null;
}

/** Ends a sign-in, and its token with it. False: it has ended already, or is at another version. */
export async function endGrant(
  tx: Tx,
  workspaceId: string,
  seen: { id: string; version: number },
  at: Date,
): Promise<boolean> {
  const ended = await tx.$executeRaw`
    UPDATE oauth_grants SET ended_at = ${at}
    WHERE workspace_id = ${workspaceId}::uuid AND id = ${seen.id}::uuid AND version = ${seen.version} AND ended_at IS NULL`;
  return ended === 1;
}

/** A code, as it is taken: used up by that, whoever brought it. */
export type TakenCode = {
  programId: string;
  scopes: string[];
  redirectUri: string;
  challenge: string;
  expiresAt: Date;
};

/** Null for a code that there is not, or that was used before; then whatever came of it has ended. */
export async function takeCode(code: string): Promise<TakenCode | null> {
  const [taken] = await appDatabase().$queryRaw<TakenCode[]>`
    SELECT client AS "programId", scopes, redirect_uri AS "redirectUri", challenge, expires_at AS "expiresAt" FROM fence.take_code(${code})`;
  return taken ?? null;
}

/** The two secrets that a program is handed. */
export type NewSecrets = { access: string; refresh: string };

/** The first token of a sign-in, for a code that was just taken and what it was asked for with; null when they do not belong together. */
export async function mintByCode(
  proof: { code: string; programId: string; verifier: string; redirectUri: string },
  { access, refresh }: NewSecrets,
): Promise<Minted | null> {
  const { code, programId, verifier, redirectUri } = proof;
  const [minted] = await appDatabase().$queryRaw<Minted[]>`
    SELECT scopes, seconds FROM fence.mint_by_code(${code}, ${programId}, ${verifier}, ${redirectUri}, ${access}, ${refresh})`;
  return minted ?? null;
}

/** What a secret to renew with is of, and whether that is live or rests. Null: nothing, or it came twice and has ended everything. */
export async function readRefresh(
  secret: string,
): Promise<{ programId: string; scopes: string[]; stands: "live" | "paused" } | null> {
  const [read] = await appDatabase().$queryRaw<
    { programId: string; scopes: string[]; stands: "live" | "paused" }[]
  >`SELECT client AS "programId", scopes, stands FROM fence.read_refresh(${secret})`;
  return read ?? null;
}

/** The next token of a sign-in; the one before, and the secret, open nothing any more. Null when it is not to be. */
export async function mintByRefresh(
  proof: { secret: string; programId: string; scopes: readonly string[] },
  { access, refresh }: NewSecrets,
): Promise<Minted | null> {
  const { secret, programId, scopes } = proof;
  const [minted] = await appDatabase().$queryRaw<Minted[]>`
    SELECT scopes, seconds FROM fence.mint_by_refresh(${secret}, ${programId}, ${[...scopes]}, ${access}, ${refresh})`;
  return minted ?? null;
}

/** Ends the sign-in that one of its two secrets is of; says nothing about whether there was one. */
export async function leaveAsProgram(secret: string, programId: string): Promise<void> {
  await appDatabase().$executeRaw`SELECT fence.leave_as_program(${secret}, ${programId})`;
}
