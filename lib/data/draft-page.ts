import type { Tx } from "@/lib/data/client";
import type { Role } from "@/lib/domain/actor";
import type { PhraseInView, VersionView } from "@/lib/domain/draft/view";

type RawVersion = {
  draftId: string;
  no: number;
  basedOn: number;
  at: Date;
  userId: string;
  name: string;
  role: Role;
  text: string;
  phrases: PhraseInView[];
};

/** The versions of these drafts, the first first. */
export async function listVersions(
  tx: Tx,
  workspaceId: string,
  draftIds: string[],
): Promise<(VersionView & { draftId: string })[]> {
  if (draftIds.length === 0) return [];
  const rows = await tx.$queryRaw<RawVersion[]>`
    SELECT v.draft_id AS "draftId", v.no, v.based_on AS "basedOn", v.written_at AS at, v.written_by AS "userId", u.name, v.written_role AS role, v.body AS text,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('text', x.said ->> 'text', 'agent',
          (SELECT jsonb_build_object('userId', a.id, 'name', a.name) FROM users a WHERE a.id = (x.said ->> 'agent')::uuid)) ORDER BY x.n), '[]')
        FROM jsonb_array_elements(v.phrases) WITH ORDINALITY AS x (said, n)) AS phrases
    FROM draft_versions v JOIN users u ON u.id = v.written_by
    WHERE v.workspace_id = ${workspaceId}::uuid AND v.draft_id = ANY (${draftIds}::uuid[]) ORDER BY v.draft_id, v.no`;
  return rows.map(({ draftId, no, basedOn, at, userId, name, role, text, phrases }) => ({
    draftId,
    no,
    basedOn,
    at: at.toISOString(),
    by: { userId, name, role },
    text,
    phrases,
  }));
}

/** What else stands about a draft: the approval, what is on its way, the proof, and what its own row says. */
export type DraftExtras = {
  draftId: string;
  inReplyTo: string | null;
  referenceIds: string[];
  sentAt: Date | null;
  approval: { id: string; no: number; at: string; by: string } | null;
  sending: {
    id: string;
    version: number;
    state: string;
    nextAt: string;
    attempts: number;
    lastError: string;
    sentAt: string | null;
  } | null;
  proof: { id: string; version: number; token: string; revokedAt: string | null } | null;
};

/** The same for several drafts; instants ISO UTC. */
export async function listExtras(tx: Tx, workspaceId: string, draftIds: string[]): Promise<DraftExtras[]> {
  if (draftIds.length === 0) return [];
  const rows = await tx.$queryRaw<DraftExtras[]>`
    SELECT d.id AS "draftId", d.in_reply_to AS "inReplyTo", d.reference_ids AS "referenceIds", d.sent_at AS "sentAt",
      (SELECT jsonb_build_object('id', p.id, 'no', p.no, 'at', p.approved_at, 'by', u.name) FROM approvals p JOIN users u ON u.id = p.approved_by
        WHERE p.workspace_id = d.workspace_id AND p.draft_id = d.id AND p.voided_at IS NULL) AS approval,
      (SELECT jsonb_build_object('id', s.id, 'version', s.version, 'state', s.state, 'nextAt', s.next_at, 'attempts', s.attempts, 'lastError', s.last_error, 'sentAt', s.sent_at)
        FROM sendings s WHERE s.workspace_id = d.workspace_id AND s.draft_id = d.id AND s.state <> 'stopped') AS sending,
      (SELECT jsonb_build_object('id', f.id, 'version', f.version, 'token', f.token, 'revokedAt', f.revoked_at) FROM proofs f
        JOIN approvals p ON p.workspace_id = f.workspace_id AND p.id = f.approval_id AND p.voided_at IS NULL
        WHERE f.workspace_id = d.workspace_id AND f.draft_id = d.id) AS proof
    FROM drafts d WHERE d.workspace_id = ${workspaceId}::uuid AND d.id = ANY (${draftIds}::uuid[])`;
  return rows;
}
