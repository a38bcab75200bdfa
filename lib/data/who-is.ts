import { SESSION_DAYS } from "@/lib/data/auth-store";
import { appDatabase } from "@/lib/data/client";
import { within } from "@/lib/data/impatient-line";
import type { Role } from "@/lib/domain/actor";

/** Every page begins here. */
const patience = 30_000;

/** Whoever holds a session, on one desk of theirs. */
export type Who = {
  userId: string;
  name: string;
  role: Role;
  workspaceId: string;
  slug: string;
  zone: string;
  clientName: string;
  sessionId: string;
  /** Whether the session has not been rolled on for a while. */
  isDue: boolean;
};

/** One desk of whoever holds a session, for the switcher and for where signing in leads. */
export type DeskOfSession = { slug: string; name: string; clientName: string; colour: string; role: Role };

/** Whoever holds a session, and all their desks, longest known first. */
export type Holder = {
  userId: string;
  name: string;
  email: string;
  sessionId: string;
  desks: DeskOfSession[];
};

/** Null when the session is over, there is no such desk, or its holder does not belong to it: the three look alike. */
export async function findWho(token: string, slug: string): Promise<Who | null> {
  const asked = appDatabase().$queryRaw<Who[]>`
    SELECT user_id AS "userId", user_name AS "name", role, workspace_id AS "workspaceId", slug, zone,
      client_name AS "clientName", session_id AS "sessionId",
      expires_at < now() + ${`${SESSION_DAYS} days`}::interval - interval '5 minutes' AS "isDue"
    FROM fence.who_is(${token}, ${slug})`;
  const [who] = await within(patience, asked);
  return who ?? null;
}

type HolderRow = {
  userId: string;
  userName: string;
  email: string;
  sessionId: string;
  slug: string | null;
  name: string;
  clientName: string;
  colour: string;
  role: Role;
};

/** Null when the session is over. Somebody who belongs nowhere has an empty list of desks. */
export async function findHolder(token: string): Promise<Holder | null> {
  const asked = appDatabase().$queryRaw<HolderRow[]>`
    SELECT user_id AS "userId", user_name AS "userName", email, session_id AS "sessionId", slug,
      workspace_name AS "name", client_name AS "clientName", colour, role
    FROM fence.desks_of(${token})`;
  const rows = await within(patience, asked);
  const [first] = rows;
  if (!first) return null;
  const desks = rows.flatMap(({ slug, name, clientName, colour, role }) =>
    slug === null ? [] : [{ slug, name, clientName, colour, role }],
  );
  return {
    userId: first.userId,
    name: first.userName,
    email: first.email,
    sessionId: first.sessionId,
    desks,
  };
}
