-- THE FENCE, lines 1, 2, 3, 6, 7: what PostgreSQL holds when everything above it has been talked round.

-- A completion is whole or absent. (A CHECK passes on NULL, hence IS NOT DISTINCT FROM throughout.)
ALTER TABLE tasks ADD CONSTRAINT completion_is_whole_or_absent CHECK (
  (state IN ('done', 'declined')) = (closed_at IS NOT NULL)
  AND (closed_at IS NULL) = (closed_by IS NULL)
  AND (closed_at IS NULL) = (closed_role IS NULL)
  AND (closed_at IS NULL) = (closed_door IS NULL));

-- Fence 1: whoever closed a must-be-you task was the client, in person or by mail verified as theirs.
ALTER TABLE tasks ADD CONSTRAINT must_be_you_is_closed_by_the_client CHECK (
  NOT (tag = 'must-be-you' AND state IN ('done', 'declined'))
  OR (closed_role IS NOT DISTINCT FROM 'client' AND coalesce(closed_door IN ('screen', 'mail'), false)));

-- The row cannot lie about who somebody was: user and role together must be a membership of this very desk.
ALTER TABLE tasks ADD CONSTRAINT closed_by_a_member FOREIGN KEY (workspace_id, closed_by, closed_role)
  REFERENCES memberships (workspace_id, user_id, role);
ALTER TABLE tasks ADD CONSTRAINT tagged_by_a_member FOREIGN KEY (workspace_id, tag_hand, tag_hand_role)
  REFERENCES memberships (workspace_id, user_id, role);
ALTER TABLE tasks ADD CONSTRAINT tag_has_its_reason CHECK (
  (tag_by = 'rule' AND tag_rule IS NOT NULL AND tag_hand IS NULL AND tag_hand_role IS NULL)
  OR (tag_by = 'hand' AND tag_hand IS NOT NULL AND tag_hand_role IS NOT NULL));

-- Fence 6: what is folded away is open, so nothing is closed by being merged.
ALTER TABLE tasks ADD CONSTRAINT merged_tasks_stay_open CHECK (
  merged_into_id IS NULL OR (state NOT IN ('done', 'declined', 'withdrawn') AND merged_into_id <> id));

CREATE FUNCTION fence.derive_task(t public.tasks) RETURNS public.tasks
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  t.reply_due_at := t.received_at + make_interval(hours => t.reply_within_hours);
  t.urgency := CASE WHEN t.priority = 1 THEN 0 ELSE 1 END;
  -- To the millisecond, so that a cursor written in JavaScript finds its place again.
  t.sort_at := date_trunc('milliseconds', coalesce(least(t.due_at, t.reply_due_at), t.created_at));
  t.search_text := left(lower(concat_ws(' ', t.title, t.note, t.message ->> 'from', t.message ->> 'text',
    t.fields ->> 'handle', t.fields ->> 'place', t.fields ->> 'organiser')), 20000);
  RETURN t;
END $$;

CREATE FUNCTION fence.guard_new_task() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
BEGIN
  IF NEW.workspace_id IS DISTINCT FROM c.workspace_id THEN
    RAISE EXCEPTION 'fence: a task is made on the desk one works at' USING ERRCODE = 'FH008';
  END IF;
  -- Born open, whole and unmerged: INSERT, ON CONFLICT, MERGE and COPY all come through here.
  IF NEW.state NOT IN ('inbox', 'assistant', 'client', 'scheduled', 'waiting') OR NEW.merged_into_id IS NOT NULL THEN
    RAISE EXCEPTION 'fence: a task begins open' USING ERRCODE = 'FH006';
  END IF;
  IF NEW.is_private AND c.role NOT IN ('client', 'system') THEN
    RAISE EXCEPTION 'fence: only the client makes things private' USING ERRCODE = 'FH007';
  END IF;
  NEW.version := 1;
  NEW.created_by := c.user_id;
  NEW.created_role := c.role;
  NEW.created_at := now();
  NEW.closed_at := NULL; NEW.closed_by := NULL; NEW.closed_role := NULL; NEW.closed_door := NULL; NEW.closing_note := '';
  NEW.tag_hand := CASE WHEN NEW.tag_by = 'hand' THEN c.user_id END;
  NEW.tag_hand_role := CASE WHEN NEW.tag_by = 'hand' THEN c.role END;
  RETURN fence.derive_task(NEW);
END $$;

CREATE FUNCTION fence.guard_task_change() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
  closed constant text[] := ARRAY['done', 'declined'];
  target public.tasks;
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
  IF OLD.tag = 'must-be-you' AND NEW.tag <> 'must-be-you' AND c.role <> 'client' THEN
    RAISE EXCEPTION 'fence: only the client loosens a tag' USING ERRCODE = 'FH002';
  END IF;
  IF NEW.is_private IS DISTINCT FROM OLD.is_private AND c.role <> 'client' THEN
    RAISE EXCEPTION 'fence: only the client makes things private, or open' USING ERRCODE = 'FH007';
  END IF;
  -- Whose word a tag is changes with the tag, or by the client's hand: nobody else re-writes a reason.
  IF NEW.tag = OLD.tag AND c.role <> 'client' THEN
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
    IF NEW.tag IS DISTINCT FROM OLD.tag OR c.role = 'system' OR (OLD.tag = 'must-be-you' AND c.role <> 'client') THEN
      RAISE EXCEPTION 'fence: only the client re-opens this' USING ERRCODE = 'FH001';
    END IF;
    NEW.closed_at := NULL; NEW.closed_by := NULL; NEW.closed_role := NULL; NEW.closed_door := NULL; NEW.closing_note := '';
  ELSIF NEW.state = ANY (closed) THEN
    IF c.role = 'system' THEN
      RAISE EXCEPTION 'fence: a job closes nothing' USING ERRCODE = 'FH001';
    END IF;
    -- Written here, from proof, whatever the statement claimed. The CHECK and the key judge the result.
    NEW.closed_at := date_trunc('milliseconds', clock_timestamp()); NEW.closed_by := c.user_id; NEW.closed_role := c.role; NEW.closed_door := c.door;
    NEW.snoozed_until := NULL; NEW.snoozed_until_answer := false;
    IF OLD.merged_into_id IS NOT NULL THEN
      RAISE EXCEPTION 'fence: a folded task is closed through the one it was folded into' USING ERRCODE = 'FH006';
    END IF;
  ELSE
    NEW.closed_at := NULL; NEW.closed_by := NULL; NEW.closed_role := NULL; NEW.closed_door := NULL; NEW.closing_note := '';
  END IF;

  -- The target is locked. One that the writer may not see is as absent here as anywhere.
  IF NEW.merged_into_id IS NOT NULL AND (NEW.merged_into_id IS DISTINCT FROM OLD.merged_into_id OR NEW.tag <> OLD.tag) THEN
    SELECT * INTO target FROM public.tasks t WHERE t.workspace_id = NEW.workspace_id AND t.id = NEW.merged_into_id FOR UPDATE;
    IF target.id IS NULL OR target.state IN ('done', 'declined', 'withdrawn') OR target.merged_into_id IS NOT NULL
      OR ('must-be-you' IN (OLD.tag, NEW.tag) AND target.tag <> 'must-be-you')
      OR (c.role NOT IN ('client', 'system') AND (target.is_private
        OR EXISTS (SELECT 1 FROM public.persons p WHERE p.workspace_id = target.workspace_id AND p.id = target.person_id AND p.is_private))) THEN
      RAISE EXCEPTION 'fence: a task is folded into an open one that is at least as strict' USING ERRCODE = 'FH006';
    END IF;
  END IF;

  IF NEW.state = 'withdrawn' THEN
    IF EXISTS (SELECT 1 FROM public.tasks t WHERE t.workspace_id = OLD.workspace_id AND t.merged_into_id = OLD.id)
      OR OLD.state = ANY (closed)
      OR NOT (c.role = 'client' OR (OLD.version = 1 AND c.user_id IS NOT NULL AND OLD.created_by IS NOT DISTINCT FROM c.user_id)) THEN
      RAISE EXCEPTION 'fence: only an untouched task can be taken back' USING ERRCODE = 'FH006';
    END IF;
  END IF;
  IF c.role = 'system' AND (NEW.tag IS DISTINCT FROM OLD.tag OR NEW.state = 'withdrawn' OR NEW.merged_into_id IS DISTINCT FROM OLD.merged_into_id) THEN
    RAISE EXCEPTION 'fence: a job tags, folds and takes back nothing' USING ERRCODE = 'FH001';
  END IF;
  RETURN fence.derive_task(NEW);
END $$;

CREATE FUNCTION fence.nothing_is_deleted() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'fence: nothing is deleted here' USING ERRCODE = 'FH006';
END $$;

CREATE TRIGGER a_guard_new_task BEFORE INSERT ON tasks FOR EACH ROW EXECUTE FUNCTION fence.guard_new_task();
CREATE TRIGGER a_guard_task_change BEFORE UPDATE ON tasks FOR EACH ROW EXECUTE FUNCTION fence.guard_task_change();
CREATE TRIGGER a_nothing_is_deleted BEFORE DELETE ON tasks FOR EACH ROW EXECUTE FUNCTION fence.nothing_is_deleted();

-- Done and declined always carry a gesture; re-opening keeps it, marked.
CREATE FUNCTION fence.make_gesture() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.state IN ('done', 'declined') AND OLD.state NOT IN ('done', 'declined') THEN
    INSERT INTO public.gestures (workspace_id, task_id, person_id, outcome, note, at, by_user, by_role, door, is_private)
    VALUES (NEW.workspace_id, NEW.id, NEW.person_id, NEW.state, NEW.closing_note, NEW.closed_at, NEW.closed_by, NEW.closed_role, NEW.closed_door, NEW.is_private);
  ELSIF OLD.state IN ('done', 'declined') AND NEW.state NOT IN ('done', 'declined') THEN
    UPDATE public.gestures g SET undone_at = clock_timestamp() WHERE g.workspace_id = OLD.workspace_id AND g.task_id = OLD.id AND g.undone_at IS NULL;
  END IF;
  IF NEW.is_private IS DISTINCT FROM OLD.is_private THEN
    UPDATE public.gestures g SET is_private = NEW.is_private WHERE g.workspace_id = OLD.workspace_id AND g.task_id = OLD.id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER b_make_gesture AFTER UPDATE ON tasks FOR EACH ROW EXECUTE FUNCTION fence.make_gesture();

-- Fence 6: when the client loosens a task, what is strict inside it comes out again. Otherwise something folded in a moment
-- before would be done away with, unseen, by whoever completes the loosened one.
CREATE FUNCTION fence.unfold_stricter() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.tasks t SET merged_into_id = NULL
    WHERE t.workspace_id = NEW.workspace_id AND t.merged_into_id = NEW.id AND t.tag = 'must-be-you';
  RETURN NULL;
END $$;
CREATE TRIGGER b_unfold_stricter AFTER UPDATE ON tasks FOR EACH ROW
  WHEN (OLD.tag = 'must-be-you' AND NEW.tag <> 'must-be-you') EXECUTE FUNCTION fence.unfold_stricter();

-- People and events: on one's own desk, and private only by the client's hand.
CREATE FUNCTION fence.guard_private_row() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
BEGIN
  IF NEW.workspace_id IS DISTINCT FROM c.workspace_id OR (TG_OP = 'UPDATE' AND (NEW.workspace_id <> OLD.workspace_id OR NEW.id <> OLD.id)) THEN
    RAISE EXCEPTION 'fence: this belongs to another desk' USING ERRCODE = 'FH008';
  END IF;
  IF c.role <> 'client' AND NEW.is_private AND TG_OP = 'INSERT' THEN
    RAISE EXCEPTION 'fence: only the client makes things private' USING ERRCODE = 'FH007';
  END IF;
  IF TG_OP = 'INSERT' THEN
    NEW.version := 1;
    RETURN NEW;
  END IF;
  IF c.role <> 'client' AND NEW.is_private IS DISTINCT FROM OLD.is_private THEN
    RAISE EXCEPTION 'fence: only the client makes things private, or open' USING ERRCODE = 'FH007';
  END IF;
  NEW.version := OLD.version + 1;
  RETURN NEW;
END $$;
CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON persons FOR EACH ROW EXECUTE FUNCTION fence.guard_private_row();
CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON events FOR EACH ROW EXECUTE FUNCTION fence.guard_private_row();

-- When something happens is as private as the thing itself.
CREATE FUNCTION fence.guard_occurrence() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  NEW.is_private := (SELECT e.is_private FROM public.events e WHERE e.workspace_id = NEW.workspace_id AND e.id = NEW.event_id);
  RETURN NEW;
END $$;
CREATE TRIGGER a_guard_occurrence BEFORE INSERT OR UPDATE ON event_occurrences FOR EACH ROW EXECUTE FUNCTION fence.guard_occurrence();
CREATE FUNCTION fence.hide_occurrences() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.event_occurrences o SET is_private = NEW.is_private WHERE o.workspace_id = NEW.workspace_id AND o.event_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER b_hide_occurrences AFTER UPDATE ON events FOR EACH ROW
  WHEN (OLD.is_private <> NEW.is_private) EXECUTE FUNCTION fence.hide_occurrences();

-- Fence 3: memberships, invitations, accounts and the desk itself are the client's to change. The door 'arrival' is left
-- behind by the functions alone through which somebody arrives with an invitation; fence.enter knows no such door.
CREATE FUNCTION fence.guard_client_only() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
  desk uuid := (CASE WHEN TG_TABLE_NAME = 'workspaces' THEN to_jsonb(NEW) ->> 'id' ELSE to_jsonb(NEW) ->> 'workspace_id' END)::uuid;
BEGIN
  IF desk IS DISTINCT FROM c.workspace_id THEN
    RAISE EXCEPTION 'fence: this belongs to another desk' USING ERRCODE = 'FH008';
  END IF;
  IF c.role <> 'client' AND c.door <> 'arrival' THEN
    RAISE EXCEPTION 'fence: only the client changes this' USING ERRCODE = 'FH003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER a_client_only BEFORE INSERT OR UPDATE ON invitations FOR EACH ROW EXECUTE FUNCTION fence.guard_client_only();
CREATE TRIGGER a_client_only BEFORE INSERT OR UPDATE ON accounts FOR EACH ROW EXECUTE FUNCTION fence.guard_client_only();
CREATE TRIGGER a_client_only BEFORE UPDATE ON workspaces FOR EACH ROW EXECUTE FUNCTION fence.guard_client_only();
CREATE TRIGGER a_client_only BEFORE INSERT OR UPDATE ON memberships FOR EACH ROW EXECUTE FUNCTION fence.guard_client_only();

-- A role is never changed, and the client's own membership does not end.
CREATE FUNCTION fence.guard_membership() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.role <> OLD.role OR NEW.user_id <> OLD.user_id OR (OLD.role = 'client' AND NEW.ended_at IS NOT NULL) THEN
    RAISE EXCEPTION 'fence: a desk keeps its client, and a member their role' USING ERRCODE = 'FH003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER b_guard_membership BEFORE UPDATE ON memberships FOR EACH ROW EXECUTE FUNCTION fence.guard_membership();

-- Somebody who belongs to no desk any more is signed out everywhere at once. The lock is for two desks that part with
-- somebody in the same moment: one of them is the last.
CREATE FUNCTION fence.end_sessions() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.ended_at IS NOT NULL AND OLD.ended_at IS NULL THEN
    PERFORM 1 FROM public.users u WHERE u.id = NEW.user_id FOR NO KEY UPDATE;
    DELETE FROM public.sessions s WHERE s.user_id = NEW.user_id
      AND NOT EXISTS (SELECT 1 FROM public.memberships m WHERE m.user_id = NEW.user_id AND m.ended_at IS NULL);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER c_end_sessions AFTER UPDATE ON memberships FOR EACH ROW EXECUTE FUNCTION fence.end_sessions();
