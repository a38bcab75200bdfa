import type { Actor } from "@/lib/domain/actor";
import type { Refusal } from "@/lib/domain/refusal";
import type { TaskKind } from "@/lib/domain/task/task";

/** What a token may be for, one area of the desk each. What is in none of them opens to people alone. */
export const areas = ["tasks", "drafts", "people", "calendar", "history", "imports"] as const;
export type Area = (typeof areas)[number];

/** Looking at an area, or changing it; changing does not include looking. */
export type Scope = `${Area}:${"read" | "write"}`;
export const scopes: readonly Scope[] = areas.flatMap((area): Scope[] => [`${area}:read`, `${area}:write`]);

/** The longest that a token lasts, in days. */
export const MOST_TOKEN_DAYS = 90;

/** What a token begins with, and no session does: a base64url secret has no dot. */
export const TOKEN_PREFIX = "fh.";

/** A token as its owner sees it. The secret itself is shown once, when it is made. Moments are ISO 8601 in UTC. */
export type TokenView = {
  id: string;
  version: number;
  name: string;
  /** The last letters of the secret, to tell tokens apart. */
  shown: string;
  holder: { id: string; name: string; isAgent: boolean };
  madeById: string;
  madeBy: string;
  madeAt: string;
  expiresAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
  scopes: Scope[];
  /** Tasks of these kinds alone; none named is every kind. */
  kinds: TaskKind[];
  /** Networks it may be used from; none named is anywhere. */
  addresses: string[];
  /** Whether whoever looks may end it. */
  canRevoke: boolean;
};

/** More tokens in force than anybody has programs. */
export const MOST_TOKENS = 50;

type Who = Pick<Actor, "role" | "door" | "clientName" | "userId">;

/**
 * Fence 1 and 3: a token is made in person, for oneself or for an agent that one answers for, whoever one is: it never has other
 * hands than its maker answers for. `holder.ownerId` is null for people. Null means yes.
 */
export function whyNotMakeToken(
  who: Who,
  holder: { userId: string; ownerId: string | null } | null,
): Refusal | null {
  if (who.door === "api" || who.userId === null) return { code: "in-person" };
  if (holder !== null && [holder.userId, holder.ownerId].includes(who.userId)) return null;
  const forUser = "A token is for yourself, or for an agent that you answer for.";
  return { code: "invalid", fields: { forUser } };
}

/** Ending a token is for whoever has to do with it, and for the client, all of them in person. Null means yes. */
export function whyNotRevokeToken(
  who: Who,
  token: { holderId: string; madeById: string; ownerId: string | null },
): Refusal | null {
  if (who.door === "api" || who.userId === null) return { code: "in-person" };
  const { holderId, madeById, ownerId } = token;
  if (who.role === "client" || [holderId, madeById, ownerId].includes(who.userId)) return null;
  return { code: "only-client", clientName: who.clientName };
}
