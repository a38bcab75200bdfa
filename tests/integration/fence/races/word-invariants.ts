import type { World } from "../../../support/fence/world";
import type { WordStage } from "./word-scripts";

type Entry = {
  seq: string;
  by_user: string | null;
  by_role: string;
  subject: string;
  subject_id: string | null;
  after: Record<string, unknown> | null;
};

/**
 * What must hold of words however people's and jobs' steps fell between each other's, told from the rows and from the log,
 * each for itself. Gives what does not hold, in words.
 */
export async function whatIsWrongWithWords(
  { sudo }: Pick<World, "sudo">,
  { desk, words, seal }: WordStage,
): Promise<string[]> {
  const { rows: broken } = await sudo.query<{ why: string }>(
    `SELECT 'approved by somebody who may not' AS why FROM approvals WHERE workspace_id = $1 AND approved_by <> $2
     UNION ALL SELECT 'an approval of something else' FROM approvals WHERE workspace_id = $1 AND encode(seal, 'hex') <> $3
     UNION ALL SELECT 'an approval stands, and the draft is ' || d.state FROM approvals p JOIN drafts d ON d.workspace_id = p.workspace_id AND d.id = p.draft_id
       WHERE p.workspace_id = $1 AND p.voided_at IS NULL AND d.state NOT IN ('approved', 'sent')
     UNION ALL SELECT 'an approval stands of other words' FROM approvals p JOIN drafts d ON d.workspace_id = p.workspace_id AND d.id = p.draft_id
       WHERE p.workspace_id = $1 AND p.voided_at IS NULL AND (d.latest <> 1 OR d.subject <> 'Saturday' OR d.attachments_sum NOT LIKE '%map.txt%')
     UNION ALL SELECT 'approved, and no approval stands' FROM drafts d WHERE d.workspace_id = $1 AND d.state = 'approved'
       AND NOT EXISTS (SELECT FROM approvals p WHERE p.workspace_id = $1 AND p.draft_id = d.id AND p.voided_at IS NULL)
     UNION ALL SELECT 'words are ' || s.state || ' without leave or approval' FROM sendings s JOIN drafts d ON d.workspace_id = s.workspace_id AND d.id = s.draft_id
       WHERE s.workspace_id = $1 AND s.state <> 'stopped' AND d.state NOT IN ('approved', 'released', 'sent')
     UNION ALL SELECT 'words are ' || s.state || ' on a void approval' FROM sendings s JOIN approvals p ON p.workspace_id = s.workspace_id AND p.id = s.approval_id
       WHERE s.workspace_id = $1 AND s.state <> 'stopped' AND p.voided_at IS NOT NULL
     UNION ALL SELECT 'words are ' || s.state || ' of a task that is done' FROM sendings s JOIN tasks t ON t.workspace_id = s.workspace_id AND t.id = s.task_id
       WHERE s.workspace_id = $1 AND s.state <> 'stopped' AND t.state = 'done'
     UNION ALL SELECT 'claimed more than once' FROM sendings WHERE workspace_id = $1 AND version <> CASE state WHEN 'leaving' THEN 2 WHEN 'handed-over' THEN 3 ELSE version END
     UNION ALL SELECT 'the versions are not counted' FROM drafts d WHERE d.workspace_id = $1
       AND d.latest <> (SELECT count(*) FROM draft_versions v WHERE v.workspace_id = $1 AND v.draft_id = d.id)
     UNION ALL SELECT 'the log: ' || why || ' at ' || seq FROM fence.verify_log($1)`,
    [desk.id, desk.client.id, seal],
  );
  const { rows: log } = await sudo.query<Entry>(
    "SELECT seq, by_user, by_role, subject, subject_id, after FROM log_entries WHERE workspace_id = $1 ORDER BY seq",
    [desk.id],
  );
  return [...broken.map((row) => row.why), ...followWords(log, desk.assistant.id, words.draft)];
}

/** The life of the words as the log tells it: claimed once, by a job, for somebody who is here, and never touched again. */
function followWords(log: Entry[], assistant: string, draft: string): string[] {
  const wrong: string[] = [];
  let removed = false;
  let claims = 0;
  for (const { seq, by_user, by_role, subject, subject_id, after } of log) {
    if (removed && by_user === assistant) wrong.push(`written by somebody removed, at ${seq}`);
    if (subject === "member" && subject_id === assistant && after?.ended_at) removed = true;
    if (subject === "sending" && after?.state === "leaving") {
      claims += 1;
      if (by_role !== "system") wrong.push(`claimed by the ${by_role} at ${seq}`);
    }
    const touches =
      ["draft-version", "draft-attachment"].includes(subject) ||
      (subject === "draft" && subject_id === draft);
    if (claims > 0 && touches && by_role !== "system") wrong.push(`changed while leaving, at ${seq}`);
  }
  if (claims > 1) wrong.push(`claimed ${claims} times`);
  return wrong;
}
