-- Fence 7, afterwards: a message or an invitation came from somebody whom nobody knew then, so that its task is nobody's; now they are private to
-- the client. What came from them is hidden as what is about them is, open and closed, with what was done with it and what the history says of
-- it. But for whoever made the task themselves: they had the message in their hands, and a refusal would tell them whose it is.

-- What a name or an address is compared by; of somebody hidden no name and no address is given to anybody. Written so that it is inlined.
CREATE FUNCTION fence.mark(said text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT md5(nullif(lower(btrim(said)), '')) $$;

CREATE FUNCTION fence.marks_of(desk uuid, people uuid[]) RETURNS text[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT fence.mark(x.said)) FILTER (WHERE fence.mark(x.said) IS NOT NULL), '{}'::text[]) FROM (
    SELECT p.name FROM public.persons p WHERE p.workspace_id = desk AND p.id = ANY (people)
    UNION ALL SELECT unnest(fence.addresses_in(p.emails)) FROM public.persons p WHERE p.workspace_id = desk AND p.id = ANY (people)
    UNION ALL SELECT f.value FROM public.person_facts f WHERE f.workspace_id = desk AND f.person_id = ANY (people) AND f.kind = 'email' AND f.removed_at IS NULL
  ) x (said)
$$;

-- Asked once for each statement. Empty for whoever sees everybody.
CREATE FUNCTION fence.hidden_marks() RETURNS text[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE WHEN h.people = '{}' THEN '{}'::text[] ELSE fence.marks_of(fence.workspace(), h.people) END FROM (SELECT fence.hidden_people() AS people) h
$$;

-- By what whoever organises the entry of an invitation is compared; of an entry that one may not see, by nothing.
CREATE FUNCTION fence.organiser_mark(desk uuid, entry_uid text) RETURNS text
  LANGUAGE plpgsql STABLE COST 200 AS $$
BEGIN
  RETURN (SELECT fence.mark(e.organiser_address) FROM public.events e WHERE e.workspace_id = desk AND e.uid <> '' AND e.uid = entry_uid AND e.organiser_address <> ''
    ORDER BY e.recurrence_id LIMIT 1);
END $$;

-- Whether a task came from one of them: by its message, or as the invitation of an entry that they organise. Written so that it is inlined.
CREATE FUNCTION fence.is_from(desk uuid, kind text, message jsonb, fields jsonb, marks text[]) RETURNS boolean
  LANGUAGE sql STABLE AS $$
  SELECT ARRAY[fence.mark(message ->> 'from'), fence.mark(message #>> '{mail,from,address}'),
    CASE WHEN kind = 'event-invite' THEN fence.mark(fields ->> 'organiser') END,
    CASE WHEN kind = 'event-invite' THEN fence.organiser_mark(desk, fields ->> 'eventUid') END] && marks
$$;

-- The same of what an entry of the history is about.
CREATE FUNCTION fence.is_entry_from(desk uuid, subject text, subject_id uuid, marks text[]) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER COST 200 SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM public.tasks t WHERE t.workspace_id = desk
    AND t.id = CASE WHEN is_entry_from.subject = 'task' THEN is_entry_from.subject_id ELSE fence.task_of(desk, is_entry_from.subject, is_entry_from.subject_id) END
    AND t.person_id IS NULL AND t.created_by IS DISTINCT FROM fence.acting_user() AND fence.is_from(t.workspace_id, t.kind, t.message, t.fields, marks));
END $$;

-- The tasks that came from somebody and are nobody's, for whoever is to let go of them: ids alone.
CREATE FUNCTION fence.tasks_from(person uuid) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t.id FROM public.tasks t, (SELECT fence.marks_of(fence.workspace(), ARRAY[person]) AS marks) m
  WHERE t.workspace_id = fence.workspace() AND t.person_id IS NULL AND (t.message IS NOT NULL OR t.kind = 'event-invite')
    AND fence.is_from(t.workspace_id, t.kind, t.message, t.fields, m.marks)
$$;

REVOKE ALL ON FUNCTION fence.mark(text), fence.marks_of(uuid, uuid[]), fence.hidden_marks(), fence.organiser_mark(uuid, text),
  fence.is_from(uuid, text, jsonb, jsonb, text[]), fence.is_entry_from(uuid, text, uuid, text[]), fence.tasks_from(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fence.mark(text), fence.hidden_marks(), fence.organiser_mark(uuid, text), fence.is_from(uuid, text, jsonb, jsonb, text[]), fence.is_entry_from(uuid, text, uuid, text[]),
  fence.tasks_from(uuid) TO firsthand_app;

-- For reading alone: whoever writes a task down from a message is not told whose it is.
CREATE POLICY of_senders_one_sees ON tasks AS RESTRICTIVE FOR SELECT TO firsthand_app
  USING (person_id IS NOT NULL OR (message IS NULL AND kind <> 'event-invite') OR (SELECT fence.hidden_marks()) = '{}'::text[]
    OR created_by = (SELECT fence.acting_user()) OR NOT fence.is_from(workspace_id, kind, message, fields, (SELECT fence.hidden_marks())));
CREATE POLICY of_senders_one_sees ON gestures AS RESTRICTIVE FOR SELECT TO firsthand_app
  USING (person_id IS NOT NULL OR (SELECT fence.hidden_marks()) = '{}'::text[]
    OR NOT fence.is_entry_from(workspace_id, 'task', task_id, (SELECT fence.hidden_marks())));
CREATE POLICY of_senders_one_sees ON log_entries AS RESTRICTIVE FOR SELECT TO firsthand_app
  USING ((SELECT fence.hidden_marks()) = '{}'::text[] OR after = '{"is_private": true}'::jsonb
    OR NOT fence.is_entry_from(workspace_id, subject, subject_id, (SELECT fence.hidden_marks())));
