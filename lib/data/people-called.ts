import type { Tx } from "@/lib/data/client";
import type { PersonCalled } from "@/lib/domain/task/quick-add-meant";

const MOST = 40;

/**
 * Everybody whose name is, or has in it as whole words, one of these names; nicknames count. Accents and capitals do not
 * matter. Only people whom the transaction may see.
 */
export async function findPeopleCalled(
  tx: Tx,
  workspaceId: string,
  names: string[],
): Promise<PersonCalled[]> {
  if (names.length === 0) return [];
  return tx.$queryRaw<PersonCalled[]>`
    SELECT * FROM (
      SELECT p.id, p.name, p.circle, p.circles, q.called, fence.fold(p.name) = q.typed AS exact
      FROM (SELECT n AS called, fence.fold(n) AS typed FROM unnest(${names}::text[]) n) q
      JOIN persons p ON p.workspace_id = ${workspaceId}::uuid AND p.removed_at IS NULL AND position(q.typed IN p.search_text) > 0
      WHERE q.typed <> ''
    ) found
    WHERE exact OR position(' ' || fence.fold(called) || ' ' IN ' ' || fence.fold(name) || ' ') > 0
      OR EXISTS (SELECT 1 FROM persons p, unnest(p.nicknames) nick
        WHERE p.workspace_id = ${workspaceId}::uuid AND p.id = found.id AND fence.fold(nick) = fence.fold(called))
    ORDER BY exact DESC, name, id LIMIT ${MOST}`;
}
