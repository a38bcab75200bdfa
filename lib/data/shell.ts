import type { Tx } from "@/lib/data/client";
import type { Role } from "@/lib/domain/actor";

export type ShellRow = {
  myName: string;
  email: string;
  name: string;
  colour: string;
  zone: string;
  locale: string;
  isDemo: boolean;
  assistantNames: string[];
  queue: number;
};
export type OtherDeskRow = { slug: string; name: string; clientName: string; colour: string; role: Role };

/** Who looks at which desk, and how many open tasks lie with the assistant (new ones among them), counted up to 1000. */
export async function findShell(
  tx: Tx,
  workspaceId: string,
  userId: string,
  at: Date,
): Promise<ShellRow | null> {
  const [row] = await tx.$queryRaw<ShellRow[]>`
    SELECT u.name AS "myName", u.email, w.name, w.colour, w.zone, w.locale, w.is_demo AS "isDemo",
      ARRAY(SELECT a.name FROM memberships m JOIN users a ON a.id = m.user_id
        WHERE m.workspace_id = w.id AND m.role <> 'client' AND m.ended_at IS NULL ORDER BY m.joined_at LIMIT 2) AS "assistantNames",
      (SELECT count(*)::int FROM (SELECT 1 FROM tasks t
        WHERE t.workspace_id = ${workspaceId}::uuid AND t.state IN ('inbox', 'assistant') AND t.merged_into_id IS NULL
          AND NOT t.snoozed_until_answer AND NOT coalesce(t.snoozed_until > ${at}, false) LIMIT 1000) x) AS queue
    FROM workspaces w JOIN users u ON u.id = ${userId}::uuid
    WHERE w.id = ${workspaceId}::uuid`;
  return row ?? null;
}

/** The other desks of whoever holds this session. */
export function listOtherDesks(tx: Tx, token: string, workspaceId: string): Promise<OtherDeskRow[]> {
  return tx.$queryRaw<OtherDeskRow[]>`
    SELECT slug, workspace_name AS name, client_name AS "clientName", colour, role
    FROM fence.desks_of(${token}) WHERE workspace_id IS NOT NULL AND workspace_id <> ${workspaceId}::uuid`;
}
