import { findTokenHolder, noteTokenUse } from "@/lib/data/tokens";
import type { Actor } from "@/lib/domain/actor";
import { scopes } from "@/lib/domain/token";
import { readAgents } from "@/lib/queries/read-agents";
import { readTokens } from "@/lib/queries/read-tokens";
import { addAgent } from "@/lib/use-cases/access/add-agent";
import { makeToken } from "@/lib/use-cases/access/make-token";
import { revokeToken } from "@/lib/use-cases/access/revoke-token";
import { must } from "./must";

/**
 * An AI assistant of the desk that prepares only, added by the client and answered for by the assistant; as it works, with a token of
 * its own. One that an earlier attempt has added is taken, and its token, whose secret is lost, ended.
 */
export async function makeAgent(client: Actor, owner: Actor, name: string, at: Date): Promise<Actor> {
  const { agents } = must(await readAgents(client));
  const known = agents.find((agent) => agent.name === name)?.id;
  const ownerId = owner.userId;
  const id = known ?? must(await addAgent(client, { name, ownerId, mayFinish: false, dailyLimit: 200 })).id;
  for (const token of must(await readTokens(owner)).tokens)
    if (token.holder.id === id && token.revokedAt === null) must(await revokeToken(owner, token, at));
  const asked = {
    name: `${name} at work`,
    forUser: id,
    scopes: [...scopes],
    kinds: [],
    addresses: [],
    days: 90,
  };
  const { token } = must(await makeToken(owner, asked));
  return actAsProgram(token, client.workspace.slug);
}

/** The actor that a token's secret stands for on one desk, as actAs in make-session.ts has it for a session’s. */
async function actAsProgram(token: string, slug: string): Promise<Actor> {
  const holder = await findTokenHolder(token, slug);
  if (holder === null) throw new Error(`This token opens nothing on the desk "${slug}".`);
  await noteTokenUse(token);
  const { userId, name, role, workspaceId, zone, clientName, mayFinish } = holder;
  const workspace = { id: workspaceId, slug, zone };
  return {
    userId,
    name,
    role,
    workspace,
    clientName,
    door: "api",
    proof: token,
    draftOnly: !mayFinish,
  } as Actor;
}
