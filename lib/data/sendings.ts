import { appDatabase, type Tx } from "@/lib/data/client";
import type { Role } from "@/lib/domain/actor";
import type { Carried } from "@/lib/domain/draft/carry";
import type { SendingState } from "@/lib/domain/draft/draft";
import { Prisma } from "@/prisma/generated/client";

/** A sending whose turn it is, as a background job meets it: where, and which. */
export type DueSending = {
  id: string;
  workspace: { id: string; slug: string; zone: string };
  clientName: string;
};

/** The sendings whose turn it is, for whoever holds the jobs' secret; an error for anybody else. */
export async function listDueSendings(secret: string, most: number): Promise<DueSending[]> {
  type Row = { id: string; workspaceId: string; slug: string; zone: string; clientName: string };
  const rows = await appDatabase().$queryRaw<Row[]>`
    SELECT id, workspace_id AS "workspaceId", slug, zone, client_name AS "clientName" FROM fence.due_sendings(${secret}, ${most}::integer)`;
  return rows.map(({ id, workspaceId, slug, zone, clientName }) => ({
    id,
    clientName,
    workspace: { id: workspaceId, slug, zone },
  }));
}

/**
 * A sending with what is to be known before it is touched. `isDue`: it waits and its time has come, or whoever carried it has said
 * nothing for two minutes. `isLetGo`: the database would let it leave now, as it stands.
 */
export type SendingFacts = Carried & {
  id: string;
  version: number;
  draftId: string;
  taskId: string;
  approvalId: string | null;
  messageId: string;
  lastError: string;
  pressedBy: string;
  pressedRole: Role;
  isDue: boolean;
  isLetGo: boolean;
};

/** One sending, as the transaction may see it; null for one that is absent, or of a task that is not one's to see. */
export async function findSending(tx: Tx, workspaceId: string, id: string): Promise<SendingFacts | null> {
  // Asked here first, so that "no" is an answer and not an exception of the guard, which asks the same function.
  const [row] = await tx.$queryRaw<SendingFacts[]>`
    SELECT s.id, s.version, s.draft_id AS "draftId", s.task_id AS "taskId", s.approval_id AS "approvalId", s.message_id AS "messageId", s.state,
      s.attempts, s.doubts, s.last_error AS "lastError", s.pressed_by AS "pressedBy", s.pressed_role AS "pressedRole", s.pressed_at AS "pressedAt",
      s.next_at <= clock_timestamp() AND (s.state = 'held' OR (s.state IN ('leaving', 'handed-over')
        AND s.claimed_at < clock_timestamp() - interval '2 minutes')) AS "isDue",
      fence.is_let_go(s) AS "isLetGo"
    FROM sendings s WHERE s.workspace_id = ${workspaceId}::uuid AND s.id = ${id}::uuid`;
  return row ?? null;
}

/** What is written down of a sending. `inMinutes`: when it is tried again, by the database's clock; `isClaimed`: somebody carries it now. */
export type SendingChange = {
  state: SendingState;
  inMinutes?: number;
  isClaimed?: boolean;
  attempts?: number;
  doubts?: number;
  lastError?: string;
};

/** Writes it down where nobody else has touched it since `seen`. False: somebody has, and nothing was written. Its version is then one more. */
export async function saveSending(
  tx: Tx,
  workspaceId: string,
  seen: { id: string; version: number },
  change: SendingChange,
): Promise<boolean> {
  const { state, inMinutes, isClaimed, attempts, doubts, lastError } = change;
  const set = [
    Prisma.sql`state = ${state}`,
    ...(inMinutes === undefined
      ? []
      : [Prisma.sql`next_at = clock_timestamp() + ${inMinutes}::integer * interval '1 minute'`]),
    ...(isClaimed ? [Prisma.sql`claimed_at = clock_timestamp()`] : []),
    ...(attempts === undefined ? [] : [Prisma.sql`attempts = ${attempts}::integer`]),
    ...(doubts === undefined ? [] : [Prisma.sql`doubts = ${doubts}::integer`]),
    ...(lastError === undefined ? [] : [Prisma.sql`last_error = ${lastError.slice(0, 300)}`]),
  ];
  const saved = await tx.$executeRaw`
    UPDATE sendings SET ${Prisma.join(set)}
    WHERE workspace_id = ${workspaceId}::uuid AND id = ${seen.id}::uuid AND version = ${seen.version}::integer`;
  return saved === 1;
}

/** What a message is made of besides the draft's words: its thread, its account, who is shown in it. Null without an account. */
export type LetterParts = {
  inReplyTo: string | null;
  referenceIds: string[];
  accountId: string;
  accountName: string;
  address: string;
  shownName: string;
  signature: string;
  authorShown: "client" | "client-and-sender" | "representative";
  /** Whoever pressed, and the assistant who put it before the client, by name and the address they sign in with. */
  pressedBy: { name: string; address: string };
  submittedBy: { name: string; address: string; isClient: boolean } | null;
  proofToken: string | null;
};

/** Finds them for a sending. */
export async function findLetterParts(
  tx: Tx,
  workspaceId: string,
  sendingId: string,
): Promise<LetterParts | null> {
  const [row] = await tx.$queryRaw<LetterParts[]>`
    SELECT d.in_reply_to AS "inReplyTo", d.reference_ids AS "referenceIds", a.id AS "accountId", a.name AS "accountName", a.address,
      a.shown_name AS "shownName", a.signature, a.author_shown AS "authorShown",
      jsonb_build_object('name', u.name, 'address', u.email) AS "pressedBy",
      CASE WHEN b.id IS NULL THEN NULL ELSE jsonb_build_object('name', b.name, 'address', b.email, 'isClient', m.role = 'client') END AS "submittedBy",
      (SELECT f.token FROM proofs f WHERE f.workspace_id = s.workspace_id AND f.approval_id = s.approval_id AND f.revoked_at IS NULL) AS "proofToken"
    FROM sendings s JOIN drafts d ON d.workspace_id = s.workspace_id AND d.id = s.draft_id
    JOIN accounts a ON a.workspace_id = d.workspace_id AND a.id = d.account_id AND a.removed_at IS NULL
    JOIN users u ON u.id = s.pressed_by
    LEFT JOIN users b ON b.id = d.submitted_by
    LEFT JOIN memberships m ON m.workspace_id = d.workspace_id AND m.user_id = d.submitted_by
    WHERE s.workspace_id = ${workspaceId}::uuid AND s.id = ${sendingId}::uuid`;
  return row ?? null;
}
