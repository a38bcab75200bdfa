import type { Pool } from "pg";
import { pairKey } from "./live-hub";

/** What a session may listen to: the workspace, its latest change, and until when (milliseconds since 1970). */
export type LiveAccess = { workspaceId: string; sessionId: string; seq: number; expiresAt: number };
export type SessionInWorkspace = { sessionId: string; workspaceId: string };

type Row = { workspace_id: string; session_id: string; seq: string; expires_at: Date };

/** Looks up by the session's secret; a stranger's workspace and one that does not exist are both null. */
export async function findLiveAccess(
  pool: Pool,
  sessionToken: string,
  slug: string,
): Promise<LiveAccess | null> {
  const { rows } = await pool.query<Row>({
    name: "live-access",
    text: "SELECT workspace_id, session_id, seq, expires_at FROM fence.live_access($1::text, $2::text)",
    values: [sessionToken, slug],
  });
  const row = rows[0];
  if (!row) return null;
  const { workspace_id: workspaceId, session_id: sessionId } = row;
  return { workspaceId, sessionId, seq: Number(row.seq), expiresAt: row.expires_at.getTime() };
}

/** Which of the pairs may still listen, as `pairKey` names them. */
export async function findStillAllowed(pool: Pool, pairs: SessionInWorkspace[]): Promise<Set<string>> {
  if (pairs.length === 0) return new Set();
  const { rows } = await pool.query<{ session_id: string; workspace_id: string }>({
    name: "live-access-still",
    text: "SELECT session_id, workspace_id FROM fence.live_access_still($1::uuid[], $2::uuid[])",
    values: [pairs.map((pair) => pair.sessionId), pairs.map((pair) => pair.workspaceId)],
  });
  return new Set(rows.map((row) => pairKey(row.session_id, row.workspace_id)));
}
