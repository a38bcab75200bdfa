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
