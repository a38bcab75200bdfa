-- Fence 7, afterwards: tasks that a job made say nothing any more of who comes, or of the last contact; that is looked up with each reader's
-- eyes, so that whoever, or whatever, becomes private is gone from them. Here what was written down so far. Words that a person typed stay.
ALTER TABLE tasks DISABLE TRIGGER USER;
UPDATE tasks t SET fields = t.fields - 'otherSide'
  WHERE t.kind = 'meeting-check' AND t.created_role = 'system' AND t.fields ? 'eventId' AND t.fields ? 'otherSide' AND NOT EXISTS (
    SELECT 1 FROM log_entries l WHERE l.workspace_id = t.workspace_id AND l.subject_id = t.id AND l.subject = 'task' AND l.before IS NOT NULL
      AND l.before ? 'fields' AND l.after -> 'fields' -> 'otherSide' IS DISTINCT FROM l.before -> 'fields' -> 'otherSide');
UPDATE tasks t SET note = regexp_replace(t.note, '^Last contact: [^\n]*(\n|$)', '')
  WHERE t.kind = 'keep-in-touch' AND t.created_role = 'system' AND t.source_key LIKE 'touch:%' AND t.note LIKE 'Last contact: %';
UPDATE tasks t SET search_text = (fence.derive_task(t)).search_text WHERE t.kind = 'keep-in-touch' AND t.source_key LIKE 'touch:%';
ALTER TABLE tasks ENABLE TRIGGER USER;
