import { randomBytes, randomUUID } from "node:crypto";
import { type Desk, hash, type Someone, type World } from "./world";

/** An address of a desk's calendar, made past every guard: all of it for the client unless said; with its secret. */
export async function newFeedWithSecret(
  { sudo }: Pick<World, "sudo">,
  desk: Desk,
  { scope = "all", who = desk.client }: { scope?: string; who?: Someone } = {},
): Promise<{ id: string; secret: string }> {
  const [id, secret] = [randomUUID(), randomBytes(32).toString("base64url")];
  await sudo.query(
    `INSERT INTO feeds (workspace_id, id, name, scope, for_user, token_hash, made_by, made_role)
     VALUES ($1, $2, 'Xylophone calendar', $3, $4, $5, $6, 'client')`,
    [desk.id, id, scope, who.id, hash(secret), desk.client.id],
  );
  return { id, secret };
}

/** The same, by its id alone. */
export async function newFeed(world: Pick<World, "sudo">, desk: Desk): Promise<string> {
  return (await newFeedWithSecret(world, desk)).id;
}
