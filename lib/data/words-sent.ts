import type { Tx } from "@/lib/data/client";
import { andMerged } from "@/lib/data/merged-people";
import type { ActingRole } from "@/lib/domain/actor";

/** Words that went out to somebody, with whom they went to. */
export type RawWords = {
  personId: string;
  personName: string;
  at: Date;
  by: string;
  role: ActingRole;
  title: string;
  words: string;
  note: string;
};

const DAY = 86_400_000;

/** What somebody was told on earlier occasions, the latest first; also where only a note was kept. The last five. */
export function listWordsTo(tx: Tx, workspaceId: string, personId: string): Promise<RawWords[]> {
  return tx.$queryRaw<RawWords[]>`
    SELECT g.person_id AS "personId", p.name AS "personName", g.at, coalesce(u.name, '') AS by, g.by_role AS role, t.title, g.words, g.note
    FROM gestures g JOIN tasks t ON t.workspace_id = g.workspace_id AND t.id = g.task_id
    JOIN persons p ON p.workspace_id = g.workspace_id AND p.id = g.person_id LEFT JOIN users u ON u.id = g.by_user
    WHERE g.workspace_id = ${workspaceId}::uuid AND g.person_id = ANY (${andMerged(workspaceId, [personId])}) AND g.undone_at IS NULL AND g.outcome = 'done'
      AND t.kind IN ('birthday', 'personal-reply', 'keep-in-touch', 'introduction', 'event-invite') AND (g.words <> '' OR g.note <> '')
    ORDER BY g.at DESC LIMIT 5`;
}

/**
 * What others were told in the seven days before `at`, the likest first by pg_trgm on folded words (whole against whole, and
 * the typed words within them). The first thirty; the domain says which of them are much alike.
 */
export function listWordsOfTheWeek(
  tx: Tx,
  workspaceId: string,
  personId: string,
  typed: string,
  at: Date,
): Promise<RawWords[]> {
  return tx.$queryRaw<RawWords[]>`
    SELECT g.person_id AS "personId", p.name AS "personName", g.at, coalesce(u.name, '') AS by, g.by_role AS role, t.title, g.words, g.note
    FROM gestures g JOIN tasks t ON t.workspace_id = g.workspace_id AND t.id = g.task_id
    JOIN persons p ON p.workspace_id = g.workspace_id AND p.id = g.person_id LEFT JOIN users u ON u.id = g.by_user
    CROSS JOIN LATERAL (SELECT left(fence.fold(g.words), 4000) AS sent, left(fence.fold(${typed}), 4000) AS typed) f
    WHERE g.workspace_id = ${workspaceId}::uuid AND g.at > ${new Date(at.getTime() - 7 * DAY)} AND g.words <> '' AND g.undone_at IS NULL
      AND g.person_id <> ${personId}::uuid
    ORDER BY greatest(similarity(f.typed, f.sent), word_similarity(f.typed, f.sent)) DESC, g.at DESC LIMIT 30`;
}
