import type { Tx } from "@/lib/data/client";
import { countingBeforeClient } from "@/lib/data/for-you-lists";
import type { Role } from "@/lib/domain/actor";
import type { EndOfToday } from "@/lib/domain/task/for-you";

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
  forYou: number;
  others: OtherDeskRow[];
  circles: { key: string; name: string; leadDays: number | null }[];
};
export type OtherDeskRow = { slug: string; name: string; clientName: string; colour: string; role: Role };

/**
 * Who looks at which desk, with their other desks, how many open tasks lie with the assistant (new ones among them) and
 * how many before the client, counted up to 1000 and to 100. One question, because every page asks it.
 */
export async function findShell(
  tx: Tx,
  who: { workspaceId: string; userId: string; proof: string },
  at: Date,
  tonight: EndOfToday,
): Promise<ShellRow | null> {
  const { workspaceId, userId, proof } = who;
  const [row] = await tx.$queryRaw<ShellRow[]>`
    SELECT u.name AS "myName", u.email, w.name, w.colour, w.zone, w.locale, w.is_demo AS "isDemo",
      ARRAY(SELECT a.name FROM memberships m JOIN users a ON a.id = m.user_id
        WHERE m.workspace_id = w.id AND m.role = 'assistant' AND m.ended_at IS NULL ORDER BY m.joined_at LIMIT 2) AS "assistantNames",
      (SELECT coalesce(json_agg(json_build_object('slug', d.slug, 'name', d.workspace_name, 'clientName', d.client_name, 'colour', d.colour, 'role', d.role)), '[]')
        FROM fence.desks_of(${proof}) d WHERE d.workspace_id IS NOT NULL AND d.workspace_id <> ${workspaceId}::uuid) AS others,
      (SELECT count(*)::int FROM (SELECT 1 FROM tasks t
        WHERE t.workspace_id = ${workspaceId}::uuid AND t.state IN ('inbox', 'assistant') AND t.merged_into_id IS NULL
          AND NOT t.snoozed_until_answer AND NOT coalesce(t.snoozed_until > ${at}, false) LIMIT 1000) x) AS queue,
      (SELECT coalesce(json_agg(json_build_object('key', c.key, 'name', c.name, 'leadDays', c.lead_days) ORDER BY c.position, c.key), '[]')
        FROM circles c WHERE c.workspace_id = ${workspaceId}::uuid AND c.removed_at IS NULL) AS circles,
      ${countingBeforeClient(workspaceId, at, tonight)} AS "forYou"
    FROM workspaces w JOIN users u ON u.id = ${userId}::uuid
    WHERE w.id = ${workspaceId}::uuid`;
  return row ?? null;
}
