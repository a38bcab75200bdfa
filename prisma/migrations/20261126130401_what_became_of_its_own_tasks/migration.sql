-- A token for some kinds of task reads of the log what tells of the tasks it sees, and nothing else: so it can take back what it
-- did. Of a task that left its kinds it reads no more; that something moved, it is told by the number of the newest line alone.
DROP POLICY of_the_tokens_kinds ON log_entries;
CREATE POLICY of_the_tokens_kinds ON log_entries AS RESTRICTIVE FOR SELECT TO firsthand_app
  USING ((SELECT fence.token_kinds()) IS NULL OR (subject = 'task' AND EXISTS (SELECT 1 FROM tasks t WHERE t.workspace_id = log_entries.workspace_id AND t.id = log_entries.subject_id)));
