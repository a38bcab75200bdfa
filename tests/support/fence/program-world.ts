import { createHash, randomUUID } from "node:crypto";
import { newDraftAgent, newToken } from "./token-world";
import type { Desk, Someone, World } from "./world";

type ProgramScene = {
  /** Whose agent it signs in as, and who let it in. */
  owner?: Someone;
  agent?: Someone;
};

/** A program that is signed in: what it holds, and what it can be told by. */
export type SignedIn = { id: string; client: string; agent: Someone; token: Someone; refresh: string };

/** A program that has introduced itself, under an id of its own. */
export async function newProgramId({ sudo }: Pick<World, "sudo">): Promise<string> {
  const client = randomUUID();
  await sudo.query("INSERT INTO oauth_clients (id, name, redirect_uris) VALUES ($1, 'A program', $2)", [
    client,
    ["http://127.0.0.1:1/back", "https://program.test/back"],
  ]);
  return client;
}

/** A program that somebody (the client, unless said) has let in as an agent of their own, with its token and its secret. */
export async function newProgram(
  world: Pick<World, "sudo">,
  desk: Desk,
  { owner = desk.client, agent }: ProgramScene = {},
): Promise<SignedIn> {
  const { sudo } = world;
  const client = await newProgramId(world);
  const as = agent ?? (await newDraftAgent(world, desk));
  await sudo.query("UPDATE agents SET owner_id = $2 WHERE user_id = $1", [as.id, owner.id]);
  const [id, refresh] = [randomUUID(), `fhr.${randomUUID()}`];
  await sudo.query(
    `INSERT INTO oauth_grants (workspace_id, id, client_id, name, user_id, made_by, made_at, scopes, expires_at, begun_at)
     VALUES ($1, $2, $3, 'A program', $4, $5, now(), '{tasks:read,tasks:write}', now() + interval '30 days', now())`,
    [desk.id, id, client, as.id, owner.id],
  );
  await sudo.query(
    "INSERT INTO oauth_refreshes (refresh_hash, workspace_id, grant_id, made_at) VALUES ($1, $2, $3, now())",
    [createHash("sha256").update(refresh).digest(), desk.id, id],
  );
  const token = await newToken(world, desk, as, { madeBy: owner });
  await sudo.query("UPDATE api_tokens SET grant_id = $2 WHERE id = $1", [token.tokenId, id]);
  return { id, client, agent: as, token, refresh };
}
