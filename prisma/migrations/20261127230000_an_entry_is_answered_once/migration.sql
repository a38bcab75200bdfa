-- Fence 1 and 4: what the client is asked in one task is answered in no other. An invitation that must be the client stays theirs also where
-- a second, delegable task is about the same entry. A day of a series is told apart by the names that it has here and in its last
-- writing; a task of which the day cannot be told stands for all, and a series is answered whole. A private task counts as well: who is
-- refused learns that this answer is the client's, and not why.
CREATE FUNCTION fence.answer_is_the_clients(desk uuid, answer jsonb) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN (SELECT EXISTS (SELECT 1 FROM public.tasks t WHERE t.workspace_id = desk AND desk = fence.workspace() AND t.kind = 'event-invite' AND t.tag = 'must-be-you'
    AND t.state IN ('inbox', 'assistant', 'client', 'scheduled', 'waiting') AND t.fields ? 'eventUid' AND t.fields ->> 'eventUid' = answer ->> 'uid'
    AND NOT EXISTS (SELECT 1 FROM public.events e WHERE e.workspace_id = desk AND e.uid = answer_is_the_clients.answer ->> 'uid' AND e.recurrence_id <> ''
      AND regexp_replace(t.source_key, '#\d+$', '') = 'invite:' || e.uid || ':' || e.recurrence_id
      AND answer_is_the_clients.answer #>> '{recurrenceId,local}' NOT IN (e.recurrence_id, coalesce(e.source #>> '{recurrenceId,local}', '')))));
END $$;
REVOKE ALL ON FUNCTION fence.answer_is_the_clients(uuid, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fence.answer_is_the_clients(uuid, jsonb) TO firsthand_app;

-- As before, and with that.
CREATE OR REPLACE FUNCTION fence.may_be_released(desk uuid, draft uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN (SELECT EXISTS (SELECT 1 FROM public.drafts d JOIN public.tasks t ON t.workspace_id = d.workspace_id AND t.id = d.task_id
    JOIN public.accounts a ON a.workspace_id = d.workspace_id AND a.id = d.account_id
    WHERE d.workspace_id = desk AND d.id = draft AND desk = fence.workspace() AND (fence.sees_private() OR NOT fence.is_hidden(desk, 'task', t.id))
      AND d.way = 'mail' AND NOT d.wants_proof AND d.removed_at IS NULL AND d.state NOT IN ('expired', 'sent') AND t.tag = 'delegable'
      AND t.state IN ('inbox', 'assistant', 'client', 'scheduled', 'waiting') AND t.merged_into_id IS NULL AND a.removed_at IS NULL
      AND CASE WHEN d.answer IS NULL THEN a.voice = 'company' AND a.assistants_send
        ELSE a.assistants_answer AND t.kind = 'event-invite' AND d.attachments_sum = '' AND NOT fence.answer_takes_kept(desk, d.answer)
          AND NOT fence.answer_is_the_clients(desk, d.answer)
          AND d.recipients = jsonb_build_array(jsonb_build_object('name', d.answer #> '{organiser,name}', 'address', d.answer #> '{organiser,address}', 'field', 'to'))
          AND d.subject IN ('Accepted: ' || (d.answer ->> 'summary'), 'Tentative: ' || (d.answer ->> 'summary'), 'Declined: ' || (d.answer ->> 'summary'), 'New time proposed: ' || (d.answer ->> 'summary'))
          AND (SELECT v.body = '' FROM public.draft_versions v WHERE v.workspace_id = d.workspace_id AND v.draft_id = d.id AND v.no = d.latest) END));
END $$;
