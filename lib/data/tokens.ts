import { appDatabase } from "@/lib/data/client";
import type { Role } from "@/lib/domain/actor";

/** Whoever holds a token, on the desk it is for. */
export type TokenHolder = {
  tokenId: string;
  userId: string;
  name: string;
  role: Role;
  workspaceId: string;
  slug: string;
  zone: string;
  clientName: string;
  scopes: string[];
  addresses: string[];
  /** Why an agent does nothing just now: somebody paused it, today's changes are used up, or nobody answers for it. */
  rests: "paused" | "spent" | "ownerless" | null;
  mayFinish: boolean;
  /** Its use is written down, as of a minute ago at most. */
  isNoted: boolean;
};

/** Null when the token opens nothing on this desk: ended, expired, another desk's, or its holder has left. */
export async function findTokenHolder(token: string, slug: string): Promise<TokenHolder | null> {
  const [holder] = await appDatabase().$queryRaw<TokenHolder[]>`
    SELECT token_id AS "tokenId", user_id AS "userId", user_name AS "name", role, workspace_id AS "workspaceId", slug, zone, client_name AS "clientName",
      scopes, addresses, rests, may_finish AS "mayFinish", is_noted AS "isNoted"
    FROM fence.who_holds(${token}, ${slug})`;
  return holder ?? null;
}

/** The slug of the desk that a token is for; null for one that opens nothing. */
export async function findDeskOfToken(token: string): Promise<string | null> {
  const [desk] = await appDatabase().$queryRaw<
    { slug: string }[]
  >`SELECT slug FROM fence.desk_of_token(${token})`;
  return desk?.slug ?? null;
}

/** Writes down that a token was used, to the minute. */
export async function noteTokenUse(token: string): Promise<void> {
  await appDatabase().$executeRaw`SELECT fence.note_use(${token})`;
}
