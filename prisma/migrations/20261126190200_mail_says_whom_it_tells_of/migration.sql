-- Fence 7, afterwards: a mail may wait for hours until a server takes it. One about a desk says whom it is for and what it tells of, so that it is
-- asked again before it leaves: nobody is mailed of what became private meanwhile, nor anybody who does not belong to the desk any more.
ALTER TABLE outbox ADD COLUMN reader uuid, ADD COLUMN about uuid[] NOT NULL DEFAULT '{}';

CREATE FUNCTION fence.is_mail_withheld(mail uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  WITH RECURSIVE letter AS MATERIALIZED (SELECT o.workspace_id, o.reader, o.about, o.created_at, m.role FROM public.outbox o
      LEFT JOIN public.memberships m ON m.workspace_id = o.workspace_id AND m.user_id = o.reader AND m.ended_at IS NULL
      WHERE o.id = is_mail_withheld.mail AND o.reader IS NOT NULL),
    people AS (SELECT p.workspace_id, p.id, p.is_private, p.merged_into_id FROM letter k JOIN public.persons p ON p.workspace_id = k.workspace_id AND p.id = ANY (k.about)
      UNION SELECT p.workspace_id, p.id, p.is_private, p.merged_into_id FROM people x JOIN public.persons p ON p.workspace_id = x.workspace_id AND p.id = x.merged_into_id),
    -- What is known of them, where it is private by now.
    known AS (SELECT x.id FROM letter k JOIN public.person_facts x ON x.workspace_id = k.workspace_id AND x.person_id = ANY (k.about) AND x.is_private
      UNION ALL SELECT x.id FROM letter k JOIN public.person_relations x ON x.workspace_id = k.workspace_id AND ARRAY[x.person_id, x.other_id] && k.about AND x.is_private
      UNION ALL SELECT x.id FROM letter k JOIN public.contacts x ON x.workspace_id = k.workspace_id AND x.person_id = ANY (k.about) AND x.is_private
      UNION ALL SELECT x.id FROM letter k JOIN public.promises x ON x.workspace_id = k.workspace_id AND x.person_id = ANY (k.about) AND x.is_private)
  SELECT EXISTS (SELECT 1 FROM letter k WHERE k.role IS NULL OR (k.role <> 'client' AND (
    EXISTS (SELECT 1 FROM people p WHERE p.is_private)
    OR EXISTS (SELECT 1 FROM unnest(k.about) a (id) WHERE fence.is_hidden(k.workspace_id, 'task', a.id) OR fence.is_hidden(k.workspace_id, 'event', a.id))
    OR EXISTS (SELECT 1 FROM public.tasks t WHERE t.workspace_id = k.workspace_id AND t.id = ANY (k.about) AND t.person_id IS NULL AND t.created_by IS DISTINCT FROM k.reader
      AND fence.is_from(t.workspace_id, t.kind, t.message, t.fields, fence.marks_of(k.workspace_id, ARRAY(SELECT p.id FROM public.persons p WHERE p.workspace_id = k.workspace_id AND p.is_private))))
    OR EXISTS (SELECT 1 FROM known x JOIN public.log_entries l ON l.workspace_id = k.workspace_id AND l.subject_id = x.id
      WHERE l.at >= k.created_at AND l.before IS NOT NULL AND l.after -> 'is_private' = 'true'::jsonb))))
$$;
REVOKE ALL ON FUNCTION fence.is_mail_withheld(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fence.is_mail_withheld(uuid) TO firsthand_auth;
