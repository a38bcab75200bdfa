-- THE FENCE, lines 4 and 5, for words that leave: only the client approves, in person or by mail verified as theirs; an
-- approval is of exactly this text, for these people, from this account; and nothing leaves without one, but for what an
-- assistant may send by the client's leave.

-- Fence 5. Not a role, a token, an operator or a job: the row cannot say that anybody else approved.
ALTER TABLE approvals ADD CONSTRAINT approved_by_the_client CHECK (
  approved_role IS NOT DISTINCT FROM 'client' AND coalesce(door IN ('screen', 'mail'), false));
ALTER TABLE approvals ADD CONSTRAINT approved_by_a_member FOREIGN KEY (workspace_id, approved_by, approved_role)
  REFERENCES memberships (workspace_id, user_id, role);
ALTER TABLE approvals ADD CONSTRAINT void_is_whole_or_absent CHECK ((voided_at IS NULL) = (void_why IS NULL));
ALTER TABLE decisions ADD CONSTRAINT answer_is_whole_or_absent CHECK (
  (answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (answered_by IS NULL) AND (answer IS NULL) = (answered_role IS NULL)
  AND (answer IS NULL) = (answered_door IS NULL) AND (answer IS NULL OR withdrawn_at IS NULL));
ALTER TABLE decisions ADD CONSTRAINT answered_by_the_client CHECK (
  answer IS NULL OR (answered_role IS NOT DISTINCT FROM 'client' AND coalesce(answered_door IN ('screen', 'mail'), false)));
ALTER TABLE decisions ADD CONSTRAINT answered_by_a_member FOREIGN KEY (workspace_id, answered_by, answered_role)
  REFERENCES memberships (workspace_id, user_id, role);
ALTER TABLE decisions ADD CONSTRAINT answer_was_offered CHECK (
  answer IS NULL OR answer = 'more'
  OR (cardinality(choices) = 0 AND answer IN ('yes', 'no'))
  OR (cardinality(choices) > 0 AND answer ~ '^[1-9]$' AND answer::integer <= cardinality(choices)));
-- What leaves without an approval was pressed by a person with the client's leave, and is nobody's personal voice.
ALTER TABLE sendings ADD CONSTRAINT sent_is_whole_or_absent CHECK ((state = 'sent') = (sent_at IS NOT NULL));

-- Everything that an approval is of. Whatever else leaves with the words (name, signature, who is shown) is in it, too. Of
-- words that one may not see it tells nothing: that they changed would show in it.
CREATE FUNCTION fence.draft_seal(desk uuid, draft uuid) RETURNS bytea
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT sha256(convert_to(jsonb_build_array(d.id, v.body, d.way, d.account_id, d.recipients, d.subject, d.in_reply_to, d.reference_ids,
    d.attachments_sum, d.wants_proof, a.name, a.voice, a.address, a.shown_name, a.signature, a.author_shown)::text, 'UTF8'))
  FROM public.drafts d
  JOIN public.draft_versions v ON v.workspace_id = d.workspace_id AND v.draft_id = d.id AND v.no = d.latest
  LEFT JOIN public.accounts a ON a.workspace_id = d.workspace_id AND a.id = d.account_id
  WHERE d.workspace_id = desk AND d.id = draft AND desk = fence.workspace() AND (fence.sees_private() OR NOT fence.is_hidden(desk, 'task', d.task_id))
$$;

-- Whether the client's word for a draft stands, and is of what the draft is now.
CREATE FUNCTION fence.is_approved(desk uuid, draft uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM public.approvals p WHERE p.workspace_id = desk AND p.draft_id = draft AND p.voided_at IS NULL
    AND p.seal = fence.draft_seal(desk, draft))
$$;

-- B4. Whether an assistant may send it on their own: an open and delegable task, words that stand and are not too late, a
-- company's voice, mail, and the client's leave.
CREATE FUNCTION fence.may_be_released(desk uuid, draft uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM public.drafts d JOIN public.tasks t ON t.workspace_id = d.workspace_id AND t.id = d.task_id
    JOIN public.accounts a ON a.workspace_id = d.workspace_id AND a.id = d.account_id
    WHERE d.workspace_id = desk AND d.id = draft AND desk = fence.workspace() AND (fence.sees_private() OR NOT fence.is_hidden(desk, 'task', t.id))
      AND d.way = 'mail' AND NOT d.wants_proof AND d.removed_at IS NULL AND d.state NOT IN ('expired', 'sent') AND t.tag = 'delegable'
      AND t.state IN ('inbox', 'assistant', 'client', 'scheduled', 'waiting') AND t.merged_into_id IS NULL
      AND a.voice = 'company' AND a.assistants_send AND a.removed_at IS NULL)
$$;

-- Fence 4. Whether these words are on their way already: then nothing about them can be changed any more.
CREATE FUNCTION fence.is_leaving(desk uuid, draft uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM public.sendings s WHERE s.workspace_id = desk AND s.draft_id = draft AND s.state IN ('leaving', 'handed-over', 'unsure', 'sent'))
$$;

-- Whether there is something to call back: the client's word, or words that wait to leave.
CREATE FUNCTION fence.stands(desk uuid, draft uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM public.approvals p WHERE p.workspace_id = desk AND p.draft_id = draft AND p.voided_at IS NULL)
    OR EXISTS (SELECT 1 FROM public.sendings s WHERE s.workspace_id = desk AND s.draft_id = draft AND s.state IN ('held', 'failed'))
$$;

-- Ends what stands: the client's word, and what waits to leave on it. What is leaving is past that.
CREATE FUNCTION fence.call_back(desk uuid, draft uuid, why text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM 1 FROM public.sendings s WHERE s.workspace_id = desk AND s.draft_id = call_back.draft FOR UPDATE;
  IF fence.is_leaving(desk, call_back.draft) THEN
    RAISE EXCEPTION 'fence: these words are leaving' USING ERRCODE = 'FH004';
  END IF;
  UPDATE public.sendings s SET state = 'stopped' WHERE s.workspace_id = desk AND s.draft_id = call_back.draft AND s.state IN ('held', 'failed');
  UPDATE public.approvals p SET voided_at = clock_timestamp(), void_why = why
    WHERE p.workspace_id = desk AND p.draft_id = call_back.draft AND p.voided_at IS NULL;
END $$;

CREATE FUNCTION fence.guard_draft() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
  changed boolean;
BEGIN
  IF NEW.workspace_id IS DISTINCT FROM c.workspace_id OR (TG_OP = 'UPDATE' AND (NEW.workspace_id, NEW.id, NEW.task_id) IS DISTINCT FROM (OLD.workspace_id, OLD.id, OLD.task_id)) THEN
    RAISE EXCEPTION 'fence: a draft stays with its task' USING ERRCODE = 'FH008';
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF c.user_id IS NULL OR NEW.state <> 'draft' OR (c.role <> 'client' AND fence.is_hidden(NEW.workspace_id, 'task', NEW.task_id)) THEN
      RAISE EXCEPTION 'fence: a draft begins as one, by a person' USING ERRCODE = 'FH004';
    END IF;
    NEW.version := 1; NEW.latest := 0; NEW.attachments_sum := ''; NEW.submitted_at := NULL; NEW.submitted_by := NULL; NEW.sent_at := NULL; NEW.removed_at := NULL;
    NEW.made_by := c.user_id; NEW.made_role := c.role; NEW.made_at := date_trunc('milliseconds', clock_timestamp());
    RETURN NEW;
  END IF;
  IF OLD.state = 'sent' THEN
    RAISE EXCEPTION 'fence: what went out stays as it was' USING ERRCODE = 'FH004';
  END IF;
  NEW.version := OLD.version + 1;
  NEW.made_by := OLD.made_by; NEW.made_role := OLD.made_role; NEW.made_at := OLD.made_at;
  NEW.submitted_at := OLD.submitted_at; NEW.submitted_by := OLD.submitted_by; NEW.sent_at := OLD.sent_at;
  changed := (NEW.latest, NEW.way, NEW.account_id, NEW.recipients, NEW.subject, NEW.in_reply_to, NEW.reference_ids, NEW.attachments_sum, NEW.wants_proof, NEW.removed_at)
    IS DISTINCT FROM (OLD.latest, OLD.way, OLD.account_id, OLD.recipients, OLD.subject, OLD.in_reply_to, OLD.reference_ids, OLD.attachments_sum, OLD.wants_proof, OLD.removed_at);
  IF changed AND fence.is_leaving(OLD.workspace_id, OLD.id) THEN
    RAISE EXCEPTION 'fence: words that are leaving stay as they are' USING ERRCODE = 'FH004';
  END IF;
  -- A job writes nothing: it says that a time has passed, and that words went out.
  IF c.role = 'system' AND (changed OR NEW.needed_by IS DISTINCT FROM OLD.needed_by OR (NEW.state <> OLD.state AND NEW.state NOT IN ('expired', 'sent')
    AND NOT (OLD.state IN ('approved', 'released') AND NEW.state IN ('draft', 'submitted')))) THEN
    RAISE EXCEPTION 'fence: a job writes no words' USING ERRCODE = 'FH004';
  END IF;
  -- Any change voids the approval (the trigger after this one does it).
  IF changed AND OLD.state IN ('approved', 'released') THEN
    NEW.state := CASE WHEN OLD.submitted_at IS NULL THEN 'draft' ELSE 'submitted' END;
  END IF;
  IF NEW.state <> OLD.state THEN
    -- Judged on the row as it was: changing words and letting them go in one stroke is changing them.
    IF NEW.state = 'approved' AND (changed OR NOT fence.is_approved(OLD.workspace_id, OLD.id)) THEN
      RAISE EXCEPTION 'fence: only the client approves, and exactly this' USING ERRCODE = 'FH004';
    ELSIF NEW.state = 'released' AND (changed OR OLD.state = 'approved' OR c.user_id IS NULL OR coalesce(OLD.needed_by <= clock_timestamp(), false)
      OR NOT fence.may_be_released(OLD.workspace_id, OLD.id)) THEN
      RAISE EXCEPTION 'fence: nobody but the client may let this go' USING ERRCODE = 'FH004';
    ELSIF NEW.state = 'changes-requested' AND (c.role <> 'client' OR OLD.state <> 'submitted') THEN
      RAISE EXCEPTION 'fence: only the client asks for changes' USING ERRCODE = 'FH005';
    ELSIF NEW.state = 'expired' AND NOT (OLD.state IN ('draft', 'submitted', 'changes-requested') AND coalesce(OLD.needed_by <= clock_timestamp(), false)) THEN
      RAISE EXCEPTION 'fence: a draft expires at its time, and not before' USING ERRCODE = 'FH005';
    ELSIF OLD.state = 'expired' AND coalesce(NEW.needed_by <= clock_timestamp(), false) THEN
      RAISE EXCEPTION 'fence: what is expired is held until it has another time' USING ERRCODE = 'FH005';
    ELSIF NEW.state = 'sent' AND NOT (
      EXISTS (SELECT 1 FROM public.sendings s WHERE s.workspace_id = OLD.workspace_id AND s.draft_id = OLD.id AND s.state = 'sent')
      OR (OLD.state = 'approved' AND OLD.way = 'elsewhere' AND c.user_id IS NOT NULL AND fence.is_approved(OLD.workspace_id, OLD.id)
        AND (c.role = 'client' OR EXISTS (SELECT 1 FROM public.tasks t WHERE t.workspace_id = OLD.workspace_id AND t.id = OLD.task_id AND t.tag = 'delegable')))) THEN
      RAISE EXCEPTION 'fence: nothing went out that was not let go' USING ERRCODE = 'FH004';
    END IF;
    IF NEW.state = 'submitted' AND OLD.state NOT IN ('approved', 'released') AND NOT (OLD.state = 'expired' AND OLD.submitted_at IS NOT NULL) THEN
      NEW.submitted_at := date_trunc('milliseconds', clock_timestamp()); NEW.submitted_by := c.user_id;
    ELSIF NEW.state = 'draft' THEN
      NEW.submitted_at := NULL; NEW.submitted_by := NULL;
    ELSIF NEW.state = 'sent' THEN
      NEW.sent_at := date_trunc('milliseconds', clock_timestamp());
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON drafts FOR EACH ROW EXECUTE FUNCTION fence.guard_draft();

-- Whoever takes a draft out of "approved", by a change or by Undo, takes the client's word back with it; and no word stands
-- beside a draft that is not approved, to hold again once somebody changes the words back.
CREATE FUNCTION fence.void_approval() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM fence.call_back(OLD.workspace_id, OLD.id, CASE WHEN (fence.writer()).verb = 'undo-approval' THEN 'undone' ELSE 'changed' END);
  RETURN NULL;
END $$;
CREATE TRIGGER b_void_approval AFTER UPDATE ON drafts FOR EACH ROW
  WHEN (NEW.state NOT IN ('approved', 'released', 'sent')) EXECUTE FUNCTION fence.void_approval();

-- A name, a signature or a voice is part of what was approved, and leave is part of what was released: whoever changes them
-- takes the words on that account back. The ones that are leaving are past that.
CREATE FUNCTION fence.call_back_account() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.drafts d SET state = CASE WHEN d.state NOT IN ('approved', 'released') THEN d.state WHEN d.submitted_at IS NULL THEN 'draft' ELSE 'submitted' END
    WHERE d.workspace_id = NEW.workspace_id AND d.account_id = NEW.id AND d.state <> 'sent'
      AND (d.state IN ('approved', 'released') OR fence.stands(d.workspace_id, d.id)) AND NOT fence.is_leaving(d.workspace_id, d.id)
      AND (NEW.removed_at IS NOT NULL OR NOT fence.is_approved(d.workspace_id, d.id));
  RETURN NULL;
END $$;
CREATE TRIGGER c_call_back AFTER UPDATE ON accounts FOR EACH ROW
  WHEN ((NEW.name, NEW.voice, NEW.address, NEW.shown_name, NEW.signature, NEW.author_shown, NEW.assistants_send, NEW.removed_at)
    IS DISTINCT FROM (OLD.name, OLD.voice, OLD.address, OLD.shown_name, OLD.signature, OLD.author_shown, OLD.assistants_send, OLD.removed_at))
  EXECUTE FUNCTION fence.call_back_account();

-- Who wrote which words comes from proof, and no version is ever changed: otherwise nobody could say later whose they were.
CREATE FUNCTION fence.guard_draft_version() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
  d public.drafts;
BEGIN
  SELECT * INTO d FROM public.drafts x WHERE x.workspace_id = NEW.workspace_id AND x.id = NEW.draft_id FOR UPDATE;
  IF d.id IS NULL OR NEW.workspace_id IS DISTINCT FROM c.workspace_id OR (c.role <> 'client' AND fence.is_hidden(d.workspace_id, 'task', d.task_id)) THEN
    RAISE EXCEPTION 'fence: this belongs to another desk' USING ERRCODE = 'FH008';
  END IF;
  IF c.user_id IS NULL OR d.state = 'sent' OR d.removed_at IS NOT NULL THEN
    RAISE EXCEPTION 'fence: words are written by a person, into a draft that stands' USING ERRCODE = 'FH004';
  END IF;
  NEW.task_id := d.task_id; NEW.no := d.latest + 1;
  NEW.written_by := c.user_id; NEW.written_role := c.role; NEW.written_at := date_trunc('milliseconds', clock_timestamp());
  RETURN NEW;
END $$;
CREATE TRIGGER a_guard BEFORE INSERT ON draft_versions FOR EACH ROW EXECUTE FUNCTION fence.guard_draft_version();
CREATE FUNCTION fence.count_version() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.drafts d SET latest = NEW.no WHERE d.workspace_id = NEW.workspace_id AND d.id = NEW.draft_id;
  RETURN NULL;
END $$;
CREATE TRIGGER b_count_version AFTER INSERT ON draft_versions FOR EACH ROW EXECUTE FUNCTION fence.count_version();

-- Comments and attachments: whose they are comes from proof; a comment's words are their writer's.
CREATE FUNCTION fence.guard_draft_part() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
  d public.drafts;
BEGIN
  SELECT * INTO d FROM public.drafts x WHERE x.workspace_id = NEW.workspace_id AND x.id = NEW.draft_id FOR UPDATE;
  IF d.id IS NULL OR NEW.workspace_id IS DISTINCT FROM c.workspace_id OR (c.role <> 'client' AND fence.is_hidden(d.workspace_id, 'task', d.task_id))
    OR (TG_OP = 'UPDATE' AND (NEW.workspace_id, NEW.id, NEW.draft_id) IS DISTINCT FROM (OLD.workspace_id, OLD.id, OLD.draft_id)) THEN
    RAISE EXCEPTION 'fence: this belongs to another desk' USING ERRCODE = 'FH008';
  END IF;
  IF c.user_id IS NULL THEN
    RAISE EXCEPTION 'fence: a job writes no words' USING ERRCODE = 'FH004';
  END IF;
  NEW.task_id := d.task_id;
  IF TG_OP = 'INSERT' THEN
    NEW.version := 1; NEW.entered_by := c.user_id; NEW.entered_role := c.role; NEW.entered_at := date_trunc('milliseconds', clock_timestamp());
    RETURN NEW;
  END IF;
  NEW.version := OLD.version + 1; NEW.entered_by := OLD.entered_by; NEW.entered_role := OLD.entered_role; NEW.entered_at := OLD.entered_at;
  IF TG_TABLE_NAME = 'draft_comments' AND OLD.entered_by <> c.user_id THEN
    RAISE EXCEPTION 'fence: a comment is changed by whoever wrote it' USING ERRCODE = 'FH003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON draft_comments FOR EACH ROW EXECUTE FUNCTION fence.guard_draft_part();
CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON draft_attachments FOR EACH ROW EXECUTE FUNCTION fence.guard_draft_part();
ALTER TABLE draft_comments ADD CONSTRAINT only_the_client_asks_for_changes CHECK (NOT asks_changes OR entered_role IS NOT DISTINCT FROM 'client');

-- What an attachment is comes from its bytes; together they are part of what is approved. As JSON: with plain separators one
-- file whose name has a line break in it reads like two, and could be exchanged for them in a single statement.
CREATE FUNCTION fence.sum_attachment() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  NEW.size := length(NEW.bytes); NEW.sum := encode(sha256(NEW.bytes), 'hex');
  RETURN NEW;
END $$;
CREATE TRIGGER b_sum BEFORE INSERT OR UPDATE ON draft_attachments FOR EACH ROW EXECUTE FUNCTION fence.sum_attachment();
CREATE FUNCTION fence.sum_attachments() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.drafts d SET attachments_sum = coalesce((SELECT jsonb_agg(jsonb_build_array(a.sum, a.media_type, a.name) ORDER BY a.entered_at, a.id)::text
    FROM public.draft_attachments a WHERE a.workspace_id = d.workspace_id AND a.draft_id = d.id AND a.removed_at IS NULL), '')
    WHERE d.workspace_id = NEW.workspace_id AND d.id = NEW.draft_id;
  RETURN NULL;
END $$;
CREATE TRIGGER c_sum_attachments AFTER INSERT OR UPDATE ON draft_attachments FOR EACH ROW EXECUTE FUNCTION fence.sum_attachments();

CREATE FUNCTION fence.guard_approval() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
  d public.drafts;
  t public.tasks;
BEGIN
  SELECT * INTO d FROM public.drafts x WHERE x.workspace_id = NEW.workspace_id AND x.id = NEW.draft_id FOR UPDATE;
  IF d.id IS NULL OR NEW.workspace_id IS DISTINCT FROM c.workspace_id
    OR (TG_OP = 'UPDATE' AND (NEW.workspace_id, NEW.id, NEW.draft_id, NEW.seal) IS DISTINCT FROM (OLD.workspace_id, OLD.id, OLD.draft_id, OLD.seal)) THEN
    RAISE EXCEPTION 'fence: this belongs to another desk' USING ERRCODE = 'FH008';
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF c.role <> 'client' THEN
      RAISE EXCEPTION 'fence: only the client approves' USING ERRCODE = 'FH004';
    END IF;
    SELECT * INTO t FROM public.tasks x WHERE x.workspace_id = d.workspace_id AND x.id = d.task_id;
    IF d.removed_at IS NOT NULL OR d.state NOT IN ('draft', 'submitted', 'changes-requested') OR coalesce(d.needed_by <= clock_timestamp(), false)
      OR t.state NOT IN ('inbox', 'assistant', 'client', 'scheduled', 'waiting') OR t.merged_into_id IS NOT NULL THEN
      RAISE EXCEPTION 'fence: there is nothing here to approve' USING ERRCODE = 'FH005';
    END IF;
    -- Fence 4: what was looked at is what is there.
    IF NEW.seal IS DISTINCT FROM fence.draft_seal(d.workspace_id, d.id) THEN
      RAISE EXCEPTION 'fence: this is not what was shown' USING ERRCODE = 'FH004';
    END IF;
    NEW.task_id := d.task_id; NEW.no := d.latest;
    NEW.approved_by := c.user_id; NEW.approved_role := c.role; NEW.door := c.door; NEW.approved_at := date_trunc('milliseconds', clock_timestamp());
    NEW.voided_at := NULL; NEW.void_why := NULL; NEW.voided_by := NULL;
    RETURN NEW;
  END IF;
  IF OLD.voided_at IS NOT NULL OR NEW.voided_at IS NULL OR fence.is_leaving(OLD.workspace_id, OLD.draft_id) THEN
    RAISE EXCEPTION 'fence: an approval is voided once, and before the words leave' USING ERRCODE = 'FH004';
  END IF;
  NEW.task_id := OLD.task_id; NEW.no := OLD.no; NEW.approved_by := OLD.approved_by; NEW.approved_role := OLD.approved_role; NEW.door := OLD.door; NEW.approved_at := OLD.approved_at;
  NEW.voided_at := date_trunc('milliseconds', clock_timestamp()); NEW.voided_by := c.user_id;
  RETURN NEW;
END $$;
CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON approvals FOR EACH ROW EXECUTE FUNCTION fence.guard_approval();

-- Whether words may leave as they stand now: by mail, and on the client's word, or by the client's leave of somebody who is still
-- here. Whoever carries asks it before, so that "no" is an answer; the guard asks it again.
CREATE FUNCTION fence.is_let_go(s public.sendings) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM public.drafts d WHERE d.workspace_id = s.workspace_id AND d.id = s.draft_id AND d.way = 'mail'
      AND d.state = CASE WHEN s.approval_id IS NULL THEN 'released' ELSE 'approved' END)
    AND CASE WHEN s.approval_id IS NULL THEN fence.may_be_released(s.workspace_id, s.draft_id)
      AND EXISTS (SELECT 1 FROM public.memberships m WHERE m.workspace_id = s.workspace_id AND m.user_id = s.pressed_by AND m.ended_at IS NULL)
    ELSE fence.is_approved(s.workspace_id, s.draft_id)
      AND EXISTS (SELECT 1 FROM public.approvals p WHERE p.workspace_id = s.workspace_id AND p.id = s.approval_id AND p.draft_id = s.draft_id AND p.voided_at IS NULL) END
$$;

-- Nothing waits to leave without the client's word (or leave), nothing leaves before thirty seconds have passed, and nothing
-- is claimed unless it still stands then, word for word.
CREATE FUNCTION fence.guard_sending() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
  let_go boolean;
BEGIN
  IF NEW.workspace_id IS DISTINCT FROM c.workspace_id OR (TG_OP = 'UPDATE' AND (NEW.workspace_id, NEW.id, NEW.draft_id, NEW.approval_id, NEW.message_id)
    IS DISTINCT FROM (OLD.workspace_id, OLD.id, OLD.draft_id, OLD.approval_id, OLD.message_id)) THEN
    RAISE EXCEPTION 'fence: what is sent stays what it was' USING ERRCODE = 'FH008';
  END IF;
  IF TG_OP = 'INSERT' THEN
    NEW.pressed_by := c.user_id;
  ELSE
    NEW.pressed_by := OLD.pressed_by;
  END IF;
  let_go := fence.is_let_go(NEW);
  IF TG_OP = 'INSERT' THEN
    IF c.user_id IS NULL OR NOT let_go OR (NEW.approval_id IS NOT NULL AND c.role <> 'client') THEN
      RAISE EXCEPTION 'fence: nothing leaves that was not let go' USING ERRCODE = 'FH004';
    END IF;
    NEW.version := 1; NEW.state := 'held'; NEW.attempts := 0; NEW.doubts := 0; NEW.claimed_at := NULL; NEW.sent_at := NULL; NEW.last_error := '';
    NEW.task_id := (SELECT d.task_id FROM public.drafts d WHERE d.workspace_id = NEW.workspace_id AND d.id = NEW.draft_id);
    NEW.pressed_role := c.role; NEW.door := c.door; NEW.pressed_at := date_trunc('milliseconds', clock_timestamp());
    NEW.next_at := NEW.pressed_at + interval '30 seconds';
    RETURN NEW;
  END IF;
  NEW.version := OLD.version + 1;
  NEW.task_id := OLD.task_id; NEW.pressed_role := OLD.pressed_role; NEW.door := OLD.door; NEW.pressed_at := OLD.pressed_at;
  -- When it is tried, how often and by whom it is carried is the job's to write; anybody else would send it too soon, or never.
  IF c.role <> 'system' THEN
    NEW.next_at := CASE WHEN NEW.state = 'held' AND OLD.state <> 'held' THEN clock_timestamp() ELSE OLD.next_at END;
    NEW.attempts := OLD.attempts; NEW.doubts := OLD.doubts; NEW.claimed_at := OLD.claimed_at; NEW.last_error := OLD.last_error;
  END IF;
  -- A claim counts itself. Whoever has claimed already says again and again that they are still at it, and counts nothing.
  IF NEW.state <> OLD.state OR NEW.attempts > OLD.attempts OR NEW.doubts < OLD.doubts THEN
    IF OLD.state IN ('sent', 'stopped') OR NOT (CASE NEW.state
      -- A copy that may have arrived is followed by one more of the same id, and by no third one.
      WHEN 'leaving' THEN c.role = 'system' AND let_go AND NEW.attempts = OLD.attempts + 1 AND OLD.next_at <= clock_timestamp()
        AND OLD.pressed_at + interval '30 seconds' <= clock_timestamp()
        AND NEW.doubts = OLD.doubts + (OLD.state = 'handed-over')::integer AND (OLD.state <> 'handed-over' OR OLD.doubts = 0)
        AND (OLD.state = 'held' OR (OLD.state IN ('leaving', 'handed-over') AND OLD.claimed_at < clock_timestamp() - interval '2 minutes'))
      WHEN 'handed-over' THEN c.role = 'system' AND OLD.state = 'leaving'
      WHEN 'sent' THEN (c.role = 'system' AND OLD.state = 'handed-over') OR (c.role = 'client' AND OLD.state = 'unsure')
      WHEN 'held' THEN (c.role = 'system' AND OLD.state IN ('leaving', 'handed-over')) OR (c.user_id IS NOT NULL AND let_go AND OLD.state IN ('failed', 'unsure')
        AND (c.role = 'client' OR (OLD.state = 'failed' AND OLD.pressed_by = c.user_id)))
      WHEN 'failed' THEN (c.role = 'system' AND OLD.state IN ('held', 'leaving', 'handed-over'))
      WHEN 'unsure' THEN c.role = 'system' AND OLD.state IN ('leaving', 'handed-over')
      -- By itself, and not with the client's word (call_back), a sending is stopped by whoever pressed it, or by the client.
      WHEN 'stopped' THEN (OLD.state IN ('held', 'failed') AND (pg_trigger_depth() > 1 OR c.role IN ('client', 'system') OR OLD.pressed_by = c.user_id))
        OR (c.role = 'client' AND OLD.state = 'unsure')
      ELSE false END) THEN
      RAISE EXCEPTION 'fence: words do not leave that way' USING ERRCODE = 'FH004';
    END IF;
  END IF;
  -- By the clock, so that nobody else claims it for two minutes, whatever the statement said.
  IF NEW.state = 'leaving' AND (NEW.attempts > OLD.attempts OR NEW.claimed_at IS DISTINCT FROM OLD.claimed_at) THEN
    NEW.claimed_at := clock_timestamp();
  END IF;
  NEW.sent_at := CASE WHEN NEW.state = 'sent' THEN coalesce(OLD.sent_at, date_trunc('milliseconds', clock_timestamp())) END;
  RETURN NEW;
END $$;
CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON sendings FOR EACH ROW EXECUTE FUNCTION fence.guard_sending();

-- Only the client answers what the client is asked.
CREATE FUNCTION fence.guard_decision() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
BEGIN
  IF NEW.workspace_id IS DISTINCT FROM c.workspace_id OR (c.role <> 'client' AND fence.is_hidden(NEW.workspace_id, 'task', NEW.task_id))
    OR (TG_OP = 'UPDATE' AND (NEW.workspace_id, NEW.id, NEW.task_id, NEW.question, NEW.choices) IS DISTINCT FROM (OLD.workspace_id, OLD.id, OLD.task_id, OLD.question, OLD.choices)) THEN
    RAISE EXCEPTION 'fence: a question stays as it was asked' USING ERRCODE = 'FH008';
  END IF;
  IF c.user_id IS NULL THEN
    RAISE EXCEPTION 'fence: a job asks and answers nothing' USING ERRCODE = 'FH005';
  END IF;
  IF TG_OP = 'INSERT' THEN
    NEW.version := 1; NEW.asked_by := c.user_id; NEW.asked_role := c.role; NEW.asked_at := date_trunc('milliseconds', clock_timestamp());
    NEW.answer := NULL; NEW.answer_note := ''; NEW.answered_at := NULL; NEW.answered_by := NULL; NEW.answered_role := NULL; NEW.answered_door := NULL; NEW.withdrawn_at := NULL;
    RETURN NEW;
  END IF;
  NEW.version := OLD.version + 1; NEW.asked_by := OLD.asked_by; NEW.asked_role := OLD.asked_role; NEW.asked_at := OLD.asked_at;
  IF (NEW.answer, NEW.answer_note) IS DISTINCT FROM (OLD.answer, OLD.answer_note) THEN
    IF c.role <> 'client' THEN
      RAISE EXCEPTION 'fence: only the client answers' USING ERRCODE = 'FH005';
    END IF;
    -- The CHECK judges the door of an answer; one that is taken back leaves none behind to be judged.
    IF NEW.answer IS NULL AND c.door NOT IN ('screen', 'mail') THEN
      RAISE EXCEPTION 'fence: an answer is taken back in person' USING ERRCODE = 'FH005';
    END IF;
    IF OLD.withdrawn_at IS NOT NULL THEN
      RAISE EXCEPTION 'fence: this question was taken back' USING ERRCODE = 'FH005';
    END IF;
    NEW.answered_at := CASE WHEN NEW.answer IS NOT NULL THEN date_trunc('milliseconds', clock_timestamp()) END;
    NEW.answered_by := CASE WHEN NEW.answer IS NOT NULL THEN c.user_id END;
    NEW.answered_role := CASE WHEN NEW.answer IS NOT NULL THEN c.role END;
    NEW.answered_door := CASE WHEN NEW.answer IS NOT NULL THEN c.door END;
  ELSE
    NEW.answered_at := OLD.answered_at; NEW.answered_by := OLD.answered_by; NEW.answered_role := OLD.answered_role; NEW.answered_door := OLD.answered_door;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON decisions FOR EACH ROW EXECUTE FUNCTION fence.guard_decision();

-- "Personally written" is said by the client alone, of words whose approval stands, and is never unsaid but by revoking it.
CREATE FUNCTION fence.guard_proof() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
  p public.approvals;
BEGIN
  IF NEW.workspace_id IS DISTINCT FROM c.workspace_id OR (TG_OP = 'UPDATE' AND (to_jsonb(NEW) - ARRAY['version', 'revoked_at']) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['version', 'revoked_at'])) THEN
    RAISE EXCEPTION 'fence: a proof stays as it was signed' USING ERRCODE = 'FH008';
  END IF;
  IF c.role <> 'client' OR c.door NOT IN ('screen', 'mail') THEN
    RAISE EXCEPTION 'fence: only the client says that it was them' USING ERRCODE = 'FH004';
  END IF;
  IF TG_OP = 'INSERT' THEN
    SELECT * INTO p FROM public.approvals a WHERE a.workspace_id = NEW.workspace_id AND a.id = NEW.approval_id;
    IF p.id IS NULL OR p.voided_at IS NOT NULL OR p.draft_id <> NEW.draft_id OR NOT EXISTS (SELECT 1 FROM public.proof_keys k
      WHERE k.workspace_id = NEW.workspace_id AND k.id = NEW.key_id AND k.retired_at IS NULL AND k.revoked_at IS NULL) THEN
      RAISE EXCEPTION 'fence: a proof is of an approval that stands' USING ERRCODE = 'FH004';
    END IF;
    NEW.version := 1; NEW.task_id := p.task_id; NEW.made_at := date_trunc('milliseconds', clock_timestamp()); NEW.revoked_at := NULL;
    RETURN NEW;
  END IF;
  IF OLD.revoked_at IS NOT NULL THEN
    RAISE EXCEPTION 'fence: what was revoked stays so' USING ERRCODE = 'FH004';
  END IF;
  NEW.version := OLD.version + 1;
  RETURN NEW;
END $$;
CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON proofs FOR EACH ROW EXECUTE FUNCTION fence.guard_proof();

-- Keys, mailboxes, accounts and the voice sheet are the client's; whether a mailbox works, a job's to write down.
CREATE FUNCTION fence.guard_mailbox() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
BEGIN
  IF NEW.workspace_id IS DISTINCT FROM c.workspace_id OR (TG_OP = 'UPDATE' AND (NEW.workspace_id, NEW.account_id) IS DISTINCT FROM (OLD.workspace_id, OLD.account_id)) THEN
    RAISE EXCEPTION 'fence: this belongs to another desk' USING ERRCODE = 'FH008';
  END IF;
  IF c.role <> 'client' AND (TG_OP = 'INSERT' OR c.role <> 'system' OR (NEW.host, NEW.port, NEW.security, NEW.username, NEW.sealed, NEW.removed_at)
    IS DISTINCT FROM (OLD.host, OLD.port, OLD.security, OLD.username, OLD.sealed, OLD.removed_at)) THEN
    RAISE EXCEPTION 'fence: only the client changes this' USING ERRCODE = 'FH003';
  END IF;
  NEW.version := CASE WHEN TG_OP = 'INSERT' THEN 1 ELSE OLD.version + 1 END;
  RETURN NEW;
END $$;
CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON account_mailboxes FOR EACH ROW EXECUTE FUNCTION fence.guard_mailbox();
CREATE TRIGGER b_guard BEFORE INSERT OR UPDATE ON accounts FOR EACH ROW EXECUTE FUNCTION fence.guard_plain();
CREATE TRIGGER a_client_only BEFORE INSERT OR UPDATE ON voice_sheets FOR EACH ROW EXECUTE FUNCTION fence.guard_client_only();
CREATE TRIGGER b_guard BEFORE INSERT OR UPDATE ON voice_sheets FOR EACH ROW EXECUTE FUNCTION fence.guard_plain();
CREATE TRIGGER a_client_only BEFORE INSERT OR UPDATE ON proof_keys FOR EACH ROW EXECUTE FUNCTION fence.guard_client_only();
CREATE TRIGGER b_guard BEFORE INSERT OR UPDATE ON proof_keys FOR EACH ROW EXECUTE FUNCTION fence.guard_plain();
-- Whoever stole a key that was revoked would sign again, were it ever brought back.
CREATE FUNCTION fence.guard_key_put_away() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF (OLD.retired_at IS NOT NULL AND NEW.retired_at IS DISTINCT FROM OLD.retired_at) OR (OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS DISTINCT FROM OLD.revoked_at) THEN
    RAISE EXCEPTION 'fence: a key that was put away stays away' USING ERRCODE = 'FH004';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER c_put_away BEFORE UPDATE ON proof_keys FOR EACH ROW EXECUTE FUNCTION fence.guard_key_put_away();
CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON phrases FOR EACH ROW EXECUTE FUNCTION fence.guard_plain();
CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON draft_presence FOR EACH ROW EXECUTE FUNCTION fence.guard_own_settings();

-- Fence 1 and 4 together: when approved words have gone out, the task is done, by whoever let them go. The job that carried
-- them says so; the name, the role and the door are those of the approval.
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

-- Words that wait to leave do not, once their task is closed, folded away or taken back by hand; and a task is not closed
-- under words that are leaving.
CREATE FUNCTION fence.call_words_back() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  d record;
BEGIN
  FOR d IN SELECT x.id, x.submitted_at FROM public.drafts x WHERE x.workspace_id = NEW.workspace_id AND x.task_id = NEW.id AND x.state <> 'sent'
    AND (x.state IN ('approved', 'released') OR fence.stands(x.workspace_id, x.id)) LOOP
    PERFORM fence.call_back(NEW.workspace_id, d.id, 'closed');
    UPDATE public.drafts x SET state = CASE WHEN x.state NOT IN ('approved', 'released') THEN x.state WHEN d.submitted_at IS NULL THEN 'draft' ELSE 'submitted' END WHERE x.workspace_id = NEW.workspace_id AND x.id = d.id;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER b_call_words_back AFTER UPDATE ON tasks FOR EACH ROW
  WHEN ((NEW.state IN ('done', 'declined', 'withdrawn') AND OLD.state <> NEW.state) OR (NEW.merged_into_id IS NOT NULL AND OLD.merged_into_id IS NULL))
  EXECUTE FUNCTION fence.call_words_back();

CREATE OR REPLACE FUNCTION fence.keep_closing_words() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.state NOT IN ('done', 'declined') THEN
    NEW.closing_words := ''; NEW.closing_draft := NULL;
  ELSIF NEW.closing_draft IS NOT NULL THEN
    NEW.closing_words := (SELECT v.body FROM public.drafts d JOIN public.draft_versions v ON v.workspace_id = d.workspace_id AND v.draft_id = d.id AND v.no = d.latest
      WHERE d.workspace_id = NEW.workspace_id AND d.id = NEW.closing_draft);
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE FUNCTION fence.make_gesture() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.state IN ('done', 'declined') AND OLD.state NOT IN ('done', 'declined') THEN
    INSERT INTO public.gestures (workspace_id, task_id, person_id, outcome, note, words, at, by_user, by_role, door, is_private, draft_id, draft_no)
    VALUES (NEW.workspace_id, NEW.id, NEW.person_id, NEW.state, NEW.closing_note, NEW.closing_words, NEW.closed_at, NEW.closed_by, NEW.closed_role, NEW.closed_door, NEW.is_private,
      NEW.closing_draft, (SELECT d.latest FROM public.drafts d WHERE d.workspace_id = NEW.workspace_id AND d.id = NEW.closing_draft));
  ELSIF OLD.state IN ('done', 'declined') AND NEW.state NOT IN ('done', 'declined') THEN
    UPDATE public.gestures g SET undone_at = clock_timestamp() WHERE g.workspace_id = OLD.workspace_id AND g.task_id = OLD.id AND g.undone_at IS NULL;
  END IF;
  IF NEW.is_private IS DISTINCT FROM OLD.is_private THEN
    UPDATE public.gestures g SET is_private = NEW.is_private WHERE g.workspace_id = OLD.workspace_id AND g.task_id = OLD.id;
  END IF;
  RETURN NULL;
END $$;

-- Fence 7: everything about a draft is as private as its task. What the log says of it is found through the task.
CREATE FUNCTION fence.task_of(desk uuid, subject text, subject_id uuid) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE task_of.subject
    WHEN 'draft' THEN (SELECT x.task_id FROM public.drafts x WHERE x.workspace_id = desk AND x.id = task_of.subject_id)
    WHEN 'draft-version' THEN (SELECT x.task_id FROM public.draft_versions x WHERE x.workspace_id = desk AND x.id = task_of.subject_id)
    WHEN 'draft-comment' THEN (SELECT x.task_id FROM public.draft_comments x WHERE x.workspace_id = desk AND x.id = task_of.subject_id)
    WHEN 'draft-attachment' THEN (SELECT x.task_id FROM public.draft_attachments x WHERE x.workspace_id = desk AND x.id = task_of.subject_id)
    WHEN 'approval' THEN (SELECT x.task_id FROM public.approvals x WHERE x.workspace_id = desk AND x.id = task_of.subject_id)
    WHEN 'sending' THEN (SELECT x.task_id FROM public.sendings x WHERE x.workspace_id = desk AND x.id = task_of.subject_id)
    WHEN 'decision' THEN (SELECT x.task_id FROM public.decisions x WHERE x.workspace_id = desk AND x.id = task_of.subject_id)
    WHEN 'proof' THEN (SELECT x.task_id FROM public.proofs x WHERE x.workspace_id = desk AND x.id = task_of.subject_id)
  END
$$;
DROP POLICY of_things_one_sees ON log_entries;
CREATE POLICY of_things_one_sees ON log_entries AS RESTRICTIVE FOR SELECT TO firsthand_app
  USING ((SELECT fence.sees_private()) OR after = '{"is_private": true}'::jsonb
    OR NOT (fence.is_hidden(workspace_id, subject, subject_id) OR fence.is_hidden(workspace_id, 'task', fence.task_of(workspace_id, subject, subject_id))));

-- What is due to leave, or was claimed by somebody who died: ids alone, for whoever holds the jobs' secret.
CREATE FUNCTION fence.due_sendings(secret text, most integer) RETURNS TABLE (workspace_id uuid, slug text, zone text, client_name text, id uuid)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM 1 FROM fence.job_keys k WHERE k.secret_hash = sha256(convert_to(secret, 'UTF8'));
  IF NOT FOUND THEN
    RAISE EXCEPTION 'fence: this job has not proved itself' USING ERRCODE = 'FH001';
  END IF;
  RETURN QUERY SELECT s.workspace_id, w.slug, w.zone, u.name, s.id FROM public.sendings s JOIN public.workspaces w ON w.id = s.workspace_id
    JOIN public.memberships m ON m.workspace_id = s.workspace_id AND m.role = 'client' JOIN public.users u ON u.id = m.user_id
    WHERE s.next_at <= clock_timestamp() AND (s.state = 'held' OR (s.state IN ('leaving', 'handed-over') AND s.claimed_at < clock_timestamp() - interval '2 minutes'))
    ORDER BY s.next_at LIMIT most;
END $$;
CREATE FUNCTION fence.desks_with_expired(secret text) RETURNS TABLE (workspace_id uuid, slug text, zone text, client_name text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM 1 FROM fence.job_keys k WHERE k.secret_hash = sha256(convert_to(secret, 'UTF8'));
  IF NOT FOUND THEN
    RAISE EXCEPTION 'fence: this job has not proved itself' USING ERRCODE = 'FH001';
  END IF;
  RETURN QUERY SELECT DISTINCT w.id, w.slug, w.zone, u.name FROM public.drafts d JOIN public.workspaces w ON w.id = d.workspace_id
    JOIN public.memberships m ON m.workspace_id = w.id AND m.role = 'client' JOIN public.users u ON u.id = m.user_id
    WHERE d.needed_by <= clock_timestamp() AND d.removed_at IS NULL AND d.state IN ('draft', 'submitted', 'changes-requested');
END $$;

-- For whoever has the link, signed in or not: what was signed, by whom, and whether it still holds. Nothing else.
CREATE FUNCTION fence.read_proof(link text) RETURNS TABLE (payload text, signed bytea, public_key bytea, client_name text, revoked boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT p.payload, p.signed, k.public_key, u.name, p.revoked_at IS NOT NULL OR k.revoked_at IS NOT NULL OR a.voided_at IS NOT NULL
  FROM public.proofs p JOIN public.proof_keys k ON k.workspace_id = p.workspace_id AND k.id = p.key_id
  JOIN public.approvals a ON a.workspace_id = p.workspace_id AND a.id = p.approval_id
  JOIN public.memberships m ON m.workspace_id = p.workspace_id AND m.role = 'client' JOIN public.users u ON u.id = m.user_id
  WHERE p.token = read_proof.link
$$;

GRANT SELECT, INSERT ON drafts, draft_versions, draft_attachments, draft_comments, draft_presence, approvals, sendings, decisions, phrases, voice_sheets,
  proof_keys, proofs, account_mailboxes TO firsthand_app;
GRANT UPDATE (state, way, account_id, recipients, subject, in_reply_to, reference_ids, wants_proof, needed_by, removed_at) ON drafts TO firsthand_app;
GRANT UPDATE (removed_at) ON draft_attachments TO firsthand_app;
GRANT UPDATE (note, mentions, removed_at) ON draft_comments TO firsthand_app;
GRANT UPDATE (seen_at, is_typing) ON draft_presence TO firsthand_app;
GRANT UPDATE (state, next_at, attempts, doubts, claimed_at, last_error) ON sendings TO firsthand_app;
GRANT UPDATE (answer, answer_note, withdrawn_at) ON decisions TO firsthand_app;
GRANT UPDATE (language, kind, title, text, removed_at) ON phrases TO firsthand_app;
GRANT UPDATE (greeting, sign_off, never_words, most_words) ON voice_sheets TO firsthand_app;
GRANT UPDATE (retired_at, revoked_at) ON proof_keys TO firsthand_app;
GRANT UPDATE (revoked_at) ON proofs TO firsthand_app;
GRANT UPDATE (host, port, security, username, sealed, tried_at, last_error, removed_at) ON account_mailboxes TO firsthand_app;
GRANT UPDATE (address, shown_name, signature, author_shown, assistants_send, sends_mail, page_url, removed_at) ON accounts TO firsthand_app;
GRANT UPDATE (closing_draft) ON tasks TO firsthand_app;
GRANT EXECUTE ON FUNCTION fence.draft_seal(uuid, uuid), fence.is_approved(uuid, uuid), fence.may_be_released(uuid, uuid), fence.is_let_go(public.sendings), fence.task_of(uuid, text, uuid),
  fence.due_sendings(text, integer), fence.desks_with_expired(text) TO firsthand_app;
GRANT EXECUTE ON FUNCTION fence.read_proof(text) TO firsthand_auth;

DO $$
DECLARE
  t record;
BEGIN
  FOR t IN SELECT * FROM (VALUES ('drafts', 'draft', true, true), ('draft_versions', 'draft-version', true, false), ('draft_attachments', 'draft-attachment', true, true),
    ('draft_comments', 'draft-comment', true, true), ('approvals', 'approval', true, true), ('sendings', 'sending', true, true), ('decisions', 'decision', true, true),
    ('proofs', 'proof', true, true), ('phrases', 'phrase', false, true), ('voice_sheets', 'voice', false, true), ('proof_keys', 'proof-key', false, true),
    ('account_mailboxes', NULL, false, false), ('draft_presence', NULL, false, false)) AS v (name, subject, of_task, changes)
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t.name);
    EXECUTE format('CREATE POLICY own_desk ON %I TO firsthand_app USING (workspace_id = (SELECT fence.workspace())) WITH CHECK (workspace_id = (SELECT fence.writing_at()))', t.name);
    IF t.of_task THEN
      EXECUTE format('CREATE POLICY of_tasks_one_sees ON %I AS RESTRICTIVE TO firsthand_app USING (EXISTS (SELECT 1 FROM tasks t WHERE t.workspace_id = %I.workspace_id AND t.id = %I.task_id))', t.name, t.name, t.name);
    END IF;
    IF t.subject IS NOT NULL THEN
      EXECUTE format('CREATE TRIGGER z_log_inserted AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION fence.log_inserted(%L)', t.name, t.subject);
    END IF;
    IF t.subject IS NOT NULL AND t.changes THEN
      EXECUTE format('CREATE TRIGGER z_log_updated AFTER UPDATE ON %I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION fence.log_updated(%L)', t.name, t.subject);
    END IF;
  END LOOP;
END $$;
CREATE POLICY of_drafts_one_sees ON draft_presence AS RESTRICTIVE TO firsthand_app
  USING (EXISTS (SELECT 1 FROM drafts d WHERE d.workspace_id = draft_presence.workspace_id AND d.id = draft_presence.draft_id));
-- Whoever is not the client reads no passwords and no signing keys, sealed or not.
CREATE POLICY for_client_and_jobs ON account_mailboxes AS RESTRICTIVE TO firsthand_app USING ((SELECT fence.sees_private()));
CREATE POLICY for_client_and_jobs ON proof_keys AS RESTRICTIVE TO firsthand_app USING ((SELECT fence.sees_private()));
