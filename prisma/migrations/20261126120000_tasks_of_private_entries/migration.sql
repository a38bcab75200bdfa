-- What is about a private entry is private: its invitation, its double-check, the question whether it may stand; open or closed, and whoever
-- made the entry private: the client here, or a calendar elsewhere that a job reads. Open again, each task is what it was for itself.
CREATE INDEX events_private ON events (workspace_id, uid) WHERE is_private;
CREATE INDEX tasks_by_entry ON tasks (workspace_id, (fields ->> 'eventId')) WHERE fields ? 'eventId';
CREATE INDEX tasks_by_series ON tasks (workspace_id, (fields ->> 'eventUid')) WHERE fields ? 'eventUid';

CREATE FUNCTION fence.is_of_private_entry(desk uuid, fields jsonb) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER COST 200 SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM public.events e WHERE e.workspace_id = desk AND e.is_private AND e.uid <> '' AND e.uid = fields ->> 'eventUid')
    OR EXISTS (SELECT 1 FROM public.events e WHERE e.workspace_id = desk AND e.is_private
      AND e.id = CASE WHEN fields ->> 'eventId' ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN (fields ->> 'eventId')::uuid END)
$$;

-- The same of a task that one may not see, for what was done with it.
CREATE FUNCTION fence.is_task_of_private_entry(desk uuid, task uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER COST 200 SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM public.tasks t WHERE t.workspace_id = desk AND t.id = task AND t.fields ?| ARRAY['eventId', 'eventUid']
    AND fence.is_of_private_entry(t.workspace_id, t.fields))
$$;

-- The tasks about an entry or its series, for whoever is to hear that they came or went with it: ids alone.
CREATE FUNCTION fence.tasks_about_entry(desk uuid, entry uuid) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT t.id FROM public.tasks t WHERE t.workspace_id = desk AND t.fields ? 'eventId' AND t.fields ->> 'eventId' = entry::text
  UNION
  SELECT t.id FROM public.events e JOIN public.tasks t ON t.workspace_id = e.workspace_id AND t.fields ? 'eventUid' AND t.fields ->> 'eventUid' = e.uid
    WHERE e.workspace_id = desk AND e.id = entry AND e.uid <> ''
$$;

CREATE OR REPLACE FUNCTION fence.is_hidden(desk uuid, subject text, subject_id uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE
    WHEN is_hidden.subject IN ('person', 'picture') THEN EXISTS (SELECT 1 FROM public.persons p WHERE p.workspace_id = desk AND p.id = is_hidden.subject_id
      AND fence.is_hidden_person(p))
    WHEN is_hidden.subject = 'person-date' THEN EXISTS (SELECT 1 FROM public.person_dates d JOIN public.persons p ON p.workspace_id = d.workspace_id AND p.id = d.person_id
      WHERE d.workspace_id = desk AND d.id = is_hidden.subject_id AND fence.is_hidden_person(p))
    WHEN is_hidden.subject = 'task' THEN EXISTS (SELECT 1 FROM public.tasks t LEFT JOIN public.persons p ON p.workspace_id = t.workspace_id AND p.id = t.person_id
      WHERE t.workspace_id = desk AND t.id = is_hidden.subject_id AND (t.is_private OR fence.is_hidden_person(p) OR fence.is_of_private_entry(t.workspace_id, t.fields)))
    WHEN is_hidden.subject = 'event' THEN EXISTS (SELECT 1 FROM public.events e WHERE e.workspace_id = desk AND e.id = is_hidden.subject_id AND e.is_private)
    WHEN is_hidden.subject = 'import' THEN EXISTS (SELECT 1 FROM public.imports i WHERE i.workspace_id = desk AND i.id = is_hidden.subject_id
      AND i.created_by IS DISTINCT FROM fence.acting_user())
    WHEN is_hidden.subject = 'fact' THEN EXISTS (SELECT 1 FROM public.person_facts x JOIN public.persons p ON p.workspace_id = x.workspace_id AND p.id = x.person_id
      WHERE x.workspace_id = desk AND x.id = is_hidden.subject_id AND (x.is_private OR fence.is_hidden_person(p)))
    WHEN is_hidden.subject = 'relation' THEN EXISTS (SELECT 1 FROM public.person_relations x JOIN public.persons p ON p.workspace_id = x.workspace_id AND p.id IN (x.person_id, x.other_id)
      WHERE x.workspace_id = desk AND x.id = is_hidden.subject_id AND (x.is_private OR fence.is_hidden_person(p)))
    WHEN is_hidden.subject = 'contact' THEN EXISTS (SELECT 1 FROM public.contacts x JOIN public.persons p ON p.workspace_id = x.workspace_id AND p.id = x.person_id
      WHERE x.workspace_id = desk AND x.id = is_hidden.subject_id AND (x.is_private OR fence.is_hidden_person(p)))
    WHEN is_hidden.subject = 'promise' THEN EXISTS (SELECT 1 FROM public.promises x JOIN public.persons p ON p.workspace_id = x.workspace_id AND p.id = x.person_id
      WHERE x.workspace_id = desk AND x.id = is_hidden.subject_id AND (x.is_private OR fence.is_hidden_person(p)))
    WHEN is_hidden.subject = 'calendar' THEN EXISTS (SELECT 1 FROM public.calendars k WHERE k.workspace_id = desk AND k.id = is_hidden.subject_id AND k.is_private)
    WHEN is_hidden.subject = 'event-check' THEN EXISTS (SELECT 1 FROM public.event_checks k JOIN public.events e ON e.workspace_id = k.workspace_id AND e.id = k.event_id
      WHERE k.workspace_id = desk AND k.id = is_hidden.subject_id AND e.is_private)
    ELSE false END
$$;

-- As before, but for a task that one may not see for whatever reason.
CREATE OR REPLACE FUNCTION fence.guard_task_change() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
  closed constant text[] := ARRAY['done', 'declined'];
  target public.tasks;
  went record;
BEGIN
  IF NEW.workspace_id IS DISTINCT FROM OLD.workspace_id OR OLD.workspace_id IS DISTINCT FROM c.workspace_id OR NEW.id <> OLD.id THEN
    RAISE EXCEPTION 'fence: a task stays on its desk' USING ERRCODE = 'FH008';
  END IF;
  IF OLD.state = 'withdrawn' THEN
    RAISE EXCEPTION 'fence: a task that was taken back stays away' USING ERRCODE = 'FH006';
  END IF;
  NEW.version := OLD.version + 1;
  NEW.created_by := OLD.created_by; NEW.created_role := OLD.created_role; NEW.created_at := OLD.created_at;

  -- Fence 2. Judged on the row as it was: un-tagging and completing in one stroke is un-tagging.
  IF OLD.tag = 'must-be-you' AND NEW.tag <> 'must-be-you' AND NOT fence.in_person(c) THEN
    RAISE EXCEPTION 'fence: only the client loosens a tag' USING ERRCODE = 'FH002';
  END IF;
  IF NEW.is_private IS DISTINCT FROM OLD.is_private AND NOT fence.in_person(c) THEN
    RAISE EXCEPTION 'fence: only the client makes things private, or open' USING ERRCODE = 'FH007';
  END IF;
  -- Whose word a tag is changes with the tag, or by the client's hand: nobody else re-writes a reason.
  IF NEW.tag = OLD.tag AND NOT fence.in_person(c) THEN
    NEW.tag_by := OLD.tag_by; NEW.tag_rule := OLD.tag_rule;
  END IF;
  IF NEW.tag IS DISTINCT FROM OLD.tag OR NEW.tag_by IS DISTINCT FROM OLD.tag_by THEN
    NEW.tag_hand := CASE WHEN NEW.tag_by = 'hand' THEN c.user_id END;
    NEW.tag_hand_role := CASE WHEN NEW.tag_by = 'hand' THEN c.role END;
  ELSE
    NEW.tag_hand := OLD.tag_hand; NEW.tag_hand_role := OLD.tag_hand_role;
  END IF;

  IF OLD.state = ANY (closed) THEN
    IF NEW.state = ANY (closed) THEN
      RAISE EXCEPTION 'fence: a closed task is re-opened before it is changed' USING ERRCODE = 'FH006';
    END IF;
    -- Re-opening takes a completion back, so it is for whoever could have completed. The tag stays as it was.
    IF NEW.tag IS DISTINCT FROM OLD.tag OR c.role = 'system' OR (OLD.tag = 'must-be-you' AND NOT fence.in_person(c)) THEN
      RAISE EXCEPTION 'fence: only the client re-opens this' USING ERRCODE = 'FH001';
    END IF;
    NEW.closed_at := NULL; NEW.closed_by := NULL; NEW.closed_role := NULL; NEW.closed_door := NULL; NEW.closing_note := '';
  ELSIF NEW.state = ANY (closed) THEN
    IF c.role = 'system' THEN
      -- A job closes nothing but what somebody has let go and it has carried: once, and under their name.
      SELECT coalesce(p.approved_by, s.pressed_by) AS by_user, coalesce(p.approved_role, s.pressed_role) AS by_role, coalesce(p.door, s.door) AS door INTO went
        FROM public.sendings s LEFT JOIN public.approvals p ON p.workspace_id = s.workspace_id AND p.id = s.approval_id AND p.voided_at IS NULL
        WHERE s.workspace_id = OLD.workspace_id AND s.task_id = OLD.id AND s.draft_id IS NOT DISTINCT FROM NEW.closing_draft AND s.state = 'sent' AND (s.approval_id IS NULL OR p.id IS NOT NULL)
          AND NOT EXISTS (SELECT 1 FROM public.gestures g WHERE g.workspace_id = s.workspace_id AND g.task_id = s.task_id AND g.draft_id = s.draft_id);
      IF went.by_user IS NULL OR NEW.state <> 'done' THEN
        RAISE EXCEPTION 'fence: a job closes nothing' USING ERRCODE = 'FH001';
      END IF;
    END IF;
    -- Written here, from proof, whatever the statement claimed. The CHECK and the key judge the result.
    NEW.closed_at := date_trunc('milliseconds', clock_timestamp());
    IF c.role = 'system' THEN
      NEW.closed_by := went.by_user; NEW.closed_role := went.by_role; NEW.closed_door := went.door; NEW.closing_note := '';
    ELSE
      NEW.closed_by := c.user_id; NEW.closed_role := c.role; NEW.closed_door := c.door;
    END IF;
    NEW.snoozed_until := NULL; NEW.snoozed_until_answer := false;
    IF OLD.merged_into_id IS NOT NULL THEN
      RAISE EXCEPTION 'fence: a folded task is closed through the one it was folded into' USING ERRCODE = 'FH006';
    END IF;
    -- Words are said to have gone out with a task only when they did, and they are the draft's.
    IF NEW.closing_draft IS NOT NULL AND NOT EXISTS (SELECT 1 FROM public.drafts d WHERE d.workspace_id = OLD.workspace_id AND d.id = NEW.closing_draft AND d.task_id = OLD.id AND d.state = 'sent') THEN
      RAISE EXCEPTION 'fence: these words did not go out' USING ERRCODE = 'FH004';
    END IF;
  ELSE
    NEW.closed_at := NULL; NEW.closed_by := NULL; NEW.closed_role := NULL; NEW.closed_door := NULL; NEW.closing_note := '';
  END IF;

  -- The target is locked. One that the writer may not see is as absent here as anywhere.
  IF NEW.merged_into_id IS NOT NULL AND (NEW.merged_into_id IS DISTINCT FROM OLD.merged_into_id OR NEW.tag <> OLD.tag) THEN
    SELECT * INTO target FROM public.tasks t WHERE t.workspace_id = NEW.workspace_id AND t.id = NEW.merged_into_id FOR UPDATE;
    IF target.id IS NULL OR target.state IN ('done', 'declined', 'withdrawn') OR target.merged_into_id IS NOT NULL
      OR ('must-be-you' IN (OLD.tag, NEW.tag) AND target.tag <> 'must-be-you')
      OR (c.role NOT IN ('client', 'system') AND fence.is_hidden(target.workspace_id, 'task', target.id)) THEN
      RAISE EXCEPTION 'fence: a task is folded into an open one that is at least as strict' USING ERRCODE = 'FH006';
    END IF;
  END IF;

  IF NEW.state = 'withdrawn' THEN
    IF EXISTS (SELECT 1 FROM public.tasks t WHERE t.workspace_id = OLD.workspace_id AND t.merged_into_id = OLD.id)
      OR OLD.state = ANY (closed)
      OR NOT (fence.in_person(c) OR (OLD.version = 1 AND c.user_id IS NOT NULL AND OLD.created_by IS NOT DISTINCT FROM c.user_id AND NOT (c.role = 'client' AND OLD.tag = 'must-be-you'))) THEN
      RAISE EXCEPTION 'fence: only an untouched task can be taken back' USING ERRCODE = 'FH006';
    END IF;
  END IF;
  IF c.role = 'system' AND (NEW.tag IS DISTINCT FROM OLD.tag OR NEW.state = 'withdrawn' OR NEW.merged_into_id IS DISTINCT FROM OLD.merged_into_id) THEN
    RAISE EXCEPTION 'fence: a job tags, folds and takes back nothing' USING ERRCODE = 'FH001';
  END IF;
  RETURN fence.derive_task(NEW);
END $$;

REVOKE ALL ON FUNCTION fence.is_of_private_entry(uuid, jsonb), fence.is_task_of_private_entry(uuid, uuid), fence.tasks_about_entry(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fence.is_of_private_entry(uuid, jsonb), fence.is_task_of_private_entry(uuid, uuid), fence.tasks_about_entry(uuid, uuid) TO firsthand_app;

CREATE POLICY of_entries_one_sees ON tasks AS RESTRICTIVE TO firsthand_app
  USING (NOT fields ?| ARRAY['eventId', 'eventUid'] OR (SELECT fence.sees_private()) OR NOT fence.is_of_private_entry(workspace_id, fields));
CREATE POLICY of_entries_one_sees ON gestures AS RESTRICTIVE TO firsthand_app
  USING ((SELECT fence.sees_private()) OR NOT fence.is_task_of_private_entry(workspace_id, task_id));
