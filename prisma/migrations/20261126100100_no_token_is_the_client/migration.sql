-- THE FENCE, line 1: no token is the client, not even the client's own. A token of theirs has their eyes and an assistant's
-- hands. Every guard that asked whether the client is at work asks now whether they are there in person.
CREATE FUNCTION fence.in_person(c fence.context) RETURNS boolean
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(c.role = 'client' AND c.door <> 'api', false)
$$;
CREATE FUNCTION fence.is_client_or_job(c fence.context) RETURNS boolean
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(c.role = 'system' OR fence.in_person(c), false)
$$;

CREATE OR REPLACE FUNCTION fence.guard_address_book() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
BEGIN
  IF NEW.workspace_id IS DISTINCT FROM c.workspace_id OR (TG_OP = 'UPDATE' AND (NEW.workspace_id <> OLD.workspace_id OR NEW.id <> OLD.id)) THEN
    RAISE EXCEPTION 'fence: this belongs to another desk' USING ERRCODE = 'FH008';
  END IF;
  IF NOT fence.in_person(c) AND (TG_OP = 'INSERT' OR c.role <> 'system' OR (NEW.name, NEW.url, NEW.username, NEW.sealed, NEW.circle, NEW.removed_at)
    IS DISTINCT FROM (OLD.name, OLD.url, OLD.username, OLD.sealed, OLD.circle, OLD.removed_at)) THEN
    RAISE EXCEPTION 'fence: only the client changes this' USING ERRCODE = 'FH003';
  END IF;
  NEW.version := CASE WHEN TG_OP = 'INSERT' THEN 1 ELSE OLD.version + 1 END;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION fence.guard_calendar() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
BEGIN
  IF NEW.workspace_id IS DISTINCT FROM c.workspace_id OR (TG_OP = 'UPDATE' AND (NEW.workspace_id, NEW.id, NEW.kind) IS DISTINCT FROM (OLD.workspace_id, OLD.id, OLD.kind)) THEN
    RAISE EXCEPTION 'fence: this belongs to another desk' USING ERRCODE = 'FH008';
  END IF;
  IF NOT fence.in_person(c) AND (TG_OP = 'INSERT' OR c.role <> 'system'
    OR (NEW.name, NEW.is_private, NEW.takes_ours, NEW.removed_at) IS DISTINCT FROM (OLD.name, OLD.is_private, OLD.takes_ours, OLD.removed_at)) THEN
    RAISE EXCEPTION 'fence: only the client changes this' USING ERRCODE = 'FH003';
  END IF;
  -- How it fares is nothing that somebody else's change could be lost over.
  NEW.version := CASE WHEN TG_OP = 'INSERT' THEN 1 WHEN (NEW.name, NEW.is_private, NEW.takes_ours, NEW.removed_at) IS DISTINCT FROM
    (OLD.name, OLD.is_private, OLD.takes_ours, OLD.removed_at) THEN OLD.version + 1 ELSE OLD.version END;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION fence.guard_calendar_place() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
BEGIN
  IF NEW.workspace_id IS DISTINCT FROM c.workspace_id OR (TG_OP = 'UPDATE' AND (NEW.workspace_id, NEW.calendar_id) IS DISTINCT FROM (OLD.workspace_id, OLD.calendar_id)) THEN
    RAISE EXCEPTION 'fence: this belongs to another desk' USING ERRCODE = 'FH008';
  END IF;
  IF NOT fence.in_person(c) AND (TG_OP = 'INSERT' OR c.role <> 'system'
    OR (NEW.host, NEW.username, NEW.sealed, NEW.place_sum) IS DISTINCT FROM (OLD.host, OLD.username, OLD.sealed, OLD.place_sum)) THEN
    RAISE EXCEPTION 'fence: only the client changes this' USING ERRCODE = 'FH003';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION fence.guard_check() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
BEGIN
  IF NEW.workspace_id IS DISTINCT FROM c.workspace_id OR (TG_OP = 'UPDATE' AND (to_jsonb(NEW) - ARRAY['version', 'voided_at', 'void_why']) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['version', 'voided_at', 'void_why']))
    OR (c.role NOT IN ('client', 'system') AND fence.is_hidden(NEW.workspace_id, 'event', NEW.event_id)) THEN
    RAISE EXCEPTION 'fence: a check stays as it was recorded' USING ERRCODE = 'FH008';
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF c.user_id IS NULL THEN
      RAISE EXCEPTION 'fence: a job confirms nothing' USING ERRCODE = 'FH003';
    END IF;
    IF NOT fence.in_person(c) AND EXISTS (SELECT 1 FROM public.tasks t WHERE t.workspace_id = NEW.workspace_id AND t.tag = 'must-be-you'
      AND (t.id = NEW.task_id OR (t.kind = 'meeting-check' AND t.fields ->> 'eventId' = NEW.event_id::text AND t.state IN ('inbox', 'assistant', 'client', 'scheduled', 'waiting')))) THEN
      RAISE EXCEPTION 'fence: only the client checks this' USING ERRCODE = 'FH001';
    END IF;
    NEW.version := 1; NEW.checked_by := c.user_id; NEW.checked_role := c.role; NEW.checked_at := date_trunc('milliseconds', clock_timestamp());
    NEW.voided_at := NULL; NEW.void_why := NULL;
    RETURN NEW;
  END IF;
  IF OLD.voided_at IS NOT NULL OR NEW.voided_at IS NULL OR (c.role = 'system' AND NEW.void_why <> 'moved') THEN
    RAISE EXCEPTION 'fence: a check is lost once, and never comes back' USING ERRCODE = 'FH003';
  END IF;
  NEW.version := OLD.version + 1; NEW.voided_at := date_trunc('milliseconds', clock_timestamp());
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION fence.guard_circles_of_person() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  was record;
  is_now record;
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.circles := coalesce(NEW.circles, ARRAY[NEW.circle]);
  ELSIF NEW.circles IS NOT DISTINCT FROM OLD.circles AND NEW.circle <> OLD.circle THEN
    NEW.circles := ARRAY[NEW.circle] || array_remove(array_remove(OLD.circles, NEW.circle), OLD.circle);
  END IF;
  NEW.circle := NEW.circles[1];
  IF TG_OP = 'INSERT' OR NEW.circles <> OLD.circles OR (OLD.removed_at IS NOT NULL AND NEW.removed_at IS NULL) THEN
    IF EXISTS (SELECT 1 FROM unnest(NEW.circles) AS k WHERE NOT EXISTS (SELECT 1 FROM public.circles c
      WHERE c.workspace_id = NEW.workspace_id AND c.key = k AND c.removed_at IS NULL)) THEN
      RAISE EXCEPTION 'fence: somebody is put into circles that there are' USING ERRCODE = 'FH006';
    END IF;
  END IF;
  IF TG_OP = 'INSERT' OR fence.in_person(fence.writer()) THEN RETURN NEW; END IF;
  IF NEW.circles <> OLD.circles OR (NEW.removed_at IS NOT NULL AND OLD.removed_at IS NULL) THEN
    was := fence.strictness(OLD.workspace_id, OLD.circles);
    is_now := fence.strictness(NEW.workspace_id, NEW.circles);
    IF (was.greetings AND NOT is_now.greetings) OR (was.everything AND NOT is_now.everything)
      OR (NEW.removed_at IS NOT NULL AND OLD.removed_at IS NULL AND was.greetings AND NOT fence.is_of_own_import(OLD, (fence.writer()).user_id)) THEN
      RAISE EXCEPTION 'fence: only the client takes somebody out of a strict circle' USING ERRCODE = 'FH003';
    END IF;
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION fence.guard_client_only() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
  desk uuid := (CASE WHEN TG_TABLE_NAME = 'workspaces' THEN to_jsonb(NEW) ->> 'id' ELSE to_jsonb(NEW) ->> 'workspace_id' END)::uuid;
BEGIN
  IF desk IS DISTINCT FROM c.workspace_id THEN
    RAISE EXCEPTION 'fence: this belongs to another desk' USING ERRCODE = 'FH008';
  END IF;
  IF NOT fence.in_person(c) AND c.door <> 'arrival' THEN
    RAISE EXCEPTION 'fence: only the client changes this' USING ERRCODE = 'FH003';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION fence.guard_decision() RETURNS trigger
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
    IF NOT fence.in_person(c) THEN
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

CREATE OR REPLACE FUNCTION fence.guard_draft() RETURNS trigger
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
    ELSIF NEW.state = 'changes-requested' AND (NOT fence.in_person(c) OR OLD.state <> 'submitted') THEN
      RAISE EXCEPTION 'fence: only the client asks for changes' USING ERRCODE = 'FH005';
    ELSIF NEW.state = 'expired' AND NOT (OLD.state IN ('draft', 'submitted', 'changes-requested') AND coalesce(OLD.needed_by <= clock_timestamp(), false)) THEN
      RAISE EXCEPTION 'fence: a draft expires at its time, and not before' USING ERRCODE = 'FH005';
    ELSIF OLD.state = 'expired' AND coalesce(NEW.needed_by <= clock_timestamp(), false) THEN
      RAISE EXCEPTION 'fence: what is expired is held until it has another time' USING ERRCODE = 'FH005';
    ELSIF NEW.state = 'sent' AND NOT (
      EXISTS (SELECT 1 FROM public.sendings s WHERE s.workspace_id = OLD.workspace_id AND s.draft_id = OLD.id AND s.state = 'sent')
      OR (OLD.state = 'approved' AND OLD.way = 'elsewhere' AND c.user_id IS NOT NULL AND fence.is_approved(OLD.workspace_id, OLD.id)
        AND (fence.in_person(c) OR EXISTS (SELECT 1 FROM public.tasks t WHERE t.workspace_id = OLD.workspace_id AND t.id = OLD.task_id AND t.tag = 'delegable')))) THEN
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

CREATE OR REPLACE FUNCTION fence.guard_entry() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
  no_words text[] := ARRAY['version', 'person_id', 'is_private', 'removed_at', 'kept_at', 'checked_at', 'checked_by', 'undone_at', 'entered_by', 'entered_role', 'entered_at']
    || CASE WHEN c.verb IN ('merge-people', 'undo-merge') THEN ARRAY['other_id'] ELSE '{}'::text[] END;
BEGIN
  IF NEW.workspace_id IS DISTINCT FROM c.workspace_id OR (TG_OP = 'UPDATE' AND (NEW.workspace_id <> OLD.workspace_id OR NEW.id <> OLD.id)) THEN
    RAISE EXCEPTION 'fence: this belongs to another desk' USING ERRCODE = 'FH008';
  END IF;
  IF NOT fence.in_person(c) AND NEW.is_private IS DISTINCT FROM (CASE WHEN TG_OP = 'INSERT' THEN false ELSE OLD.is_private END) THEN
    RAISE EXCEPTION 'fence: only the client makes things private, or open' USING ERRCODE = 'FH007';
  END IF;
  NEW.version := CASE WHEN TG_OP = 'INSERT' THEN 1 ELSE OLD.version + 1 END;
  IF TG_OP = 'INSERT' OR to_jsonb(NEW) - no_words <> to_jsonb(OLD) - no_words THEN
    NEW.entered_by := c.user_id;
    NEW.entered_role := c.role;
    NEW.entered_at := date_trunc('milliseconds', clock_timestamp());
  ELSE
    NEW.entered_by := OLD.entered_by; NEW.entered_role := OLD.entered_role; NEW.entered_at := OLD.entered_at;
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION fence.guard_event() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
BEGIN
  IF NEW.workspace_id IS DISTINCT FROM c.workspace_id OR (TG_OP = 'UPDATE' AND (NEW.workspace_id, NEW.id, NEW.uid, NEW.recurrence_id)
    IS DISTINCT FROM (OLD.workspace_id, OLD.id, OLD.uid, OLD.recurrence_id)) THEN
    RAISE EXCEPTION 'fence: this belongs to another desk' USING ERRCODE = 'FH008';
  END IF;
  IF TG_OP = 'INSERT' AND NEW.is_private AND NOT fence.is_client_or_job(c) THEN
    RAISE EXCEPTION 'fence: only the client makes things private' USING ERRCODE = 'FH007';
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.is_private <> OLD.is_private AND NOT (fence.in_person(c) OR (c.role = 'system' AND NEW.is_private)) THEN
    RAISE EXCEPTION 'fence: only the client makes things private, or open' USING ERRCODE = 'FH007';
  END IF;
  IF NOT fence.is_client_or_job(c) AND NEW.calendar_id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.calendar_id IS DISTINCT FROM OLD.calendar_id)
    AND NOT EXISTS (SELECT 1 FROM public.calendars k WHERE k.workspace_id = NEW.workspace_id AND k.id = NEW.calendar_id AND NOT k.is_private AND k.takes_ours) THEN
    RAISE EXCEPTION 'fence: what a calendar holds is read from it' USING ERRCODE = 'FH003';
  END IF;
  -- What comes from a private calendar is private before anybody sees it.
  IF NEW.calendar_id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.calendar_id IS DISTINCT FROM OLD.calendar_id)
    AND EXISTS (SELECT 1 FROM public.calendars k WHERE k.workspace_id = NEW.workspace_id AND k.id = NEW.calendar_id AND k.is_private) THEN
    NEW.is_private := true;
  END IF;
  -- Time that the client keeps: their word for it is theirs to give, and was for the time that the event had.
  IF NEW.over_protected AND NOT fence.in_person(c) AND (TG_OP = 'INSERT' OR NOT OLD.over_protected) THEN
    RAISE EXCEPTION 'fence: only the client gives protected time away' USING ERRCODE = 'FH003';
  END IF;
  IF TG_OP = 'INSERT' THEN
    NEW.version := 1; NEW.made_by := c.user_id; NEW.made_role := c.role; NEW.changed_at := clock_timestamp();
    RETURN NEW;
  END IF;
  NEW.version := OLD.version + 1; NEW.made_by := OLD.made_by; NEW.made_role := OLD.made_role; NEW.own := OLD.own;
  -- (Leaving times out gives nothing away.)
  IF NOT fence.in_person(c) AND NEW.source IS DISTINCT FROM OLD.source AND NOT coalesce(NEW.source - 'exdates' = OLD.source - 'exdates'
    AND (NEW.source -> 'exdates') @> (OLD.source -> 'exdates'), false) THEN
    NEW.over_protected := false;
  END IF;
  -- Neither by letting a held one go, nor by making one that leaves time free take it, nor by bringing one back. (A new time is
  -- judged as it is written down.)
  IF NOT fence.is_client_or_job(c) AND NEW.own AND NEW.removed_at IS NULL AND (OLD.held OR OLD.transparent OR OLD.removed_at IS NOT NULL) AND NOT (NEW.held OR NEW.transparent OR NEW.over_protected)
    AND fence.is_over_kept(NEW.workspace_id, NEW.id) THEN
    RAISE EXCEPTION 'fence: only the client gives protected time away' USING ERRCODE = 'FH003';
  END IF;
  NEW.changed_at := CASE WHEN (to_jsonb(NEW) - ARRAY['version', 'expanded_until', 'changed_at']) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['version', 'expanded_until', 'changed_at'])
    THEN clock_timestamp() ELSE OLD.changed_at END;
  -- Time that passes is no change: whoever looks at it, or wants to take theirs back, still has the version they saw.
  IF NEW.expanded_until IS DISTINCT FROM OLD.expanded_until AND (to_jsonb(NEW) - ARRAY['version', 'expanded_until']) IS NOT DISTINCT FROM (to_jsonb(OLD) - ARRAY['version', 'expanded_until']) THEN
    NEW.version := OLD.version;
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION fence.guard_feed() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
BEGIN
  IF NEW.workspace_id IS DISTINCT FROM c.workspace_id OR (TG_OP = 'UPDATE' AND (NEW.workspace_id, NEW.id, NEW.scope, NEW.for_user) IS DISTINCT FROM (OLD.workspace_id, OLD.id, OLD.scope, OLD.for_user)) THEN
    RAISE EXCEPTION 'fence: this belongs to another desk' USING ERRCODE = 'FH008';
  END IF;
  IF c.user_id IS NULL OR (NOT fence.in_person(c) AND NOT (NEW.scope = 'assistant' AND NEW.for_user = c.user_id)) THEN
    RAISE EXCEPTION 'fence: only the client hands the calendar out' USING ERRCODE = 'FH003';
  END IF;
  IF TG_OP = 'INSERT' THEN
    NEW.version := 1; NEW.made_by := c.user_id; NEW.made_role := c.role; NEW.made_at := clock_timestamp(); NEW.issued_at := clock_timestamp(); NEW.revoked_at := NULL;
    RETURN NEW;
  END IF;
  IF OLD.revoked_at IS NOT NULL THEN
    RAISE EXCEPTION 'fence: an address that was taken back stays so' USING ERRCODE = 'FH003';
  END IF;
  NEW.version := OLD.version + 1; NEW.made_by := OLD.made_by; NEW.made_role := OLD.made_role; NEW.made_at := OLD.made_at;
  NEW.issued_at := CASE WHEN NEW.token_hash <> OLD.token_hash THEN clock_timestamp() ELSE OLD.issued_at END;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION fence.guard_kept_span() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
  s public.kept_spans := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  IF s.workspace_id IS DISTINCT FROM c.workspace_id THEN
    RAISE EXCEPTION 'fence: this belongs to another desk' USING ERRCODE = 'FH008';
  END IF;
  -- Days away and posts keep their time by triggers of their own, whoever changed them.
  IF pg_trigger_depth() = 1 AND (s.protected_id IS NULL OR NOT fence.is_client_or_job(c)) THEN
    RAISE EXCEPTION 'fence: only the client gives protected time away' USING ERRCODE = 'FH003';
  END IF;
  IF TG_OP = 'INSERT' AND s.protected_id IS NOT NULL THEN
    s.is_private := false;
  END IF;
  RETURN s;
END $$;

CREATE OR REPLACE FUNCTION fence.guard_mailbox() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
BEGIN
  IF NEW.workspace_id IS DISTINCT FROM c.workspace_id OR (TG_OP = 'UPDATE' AND (NEW.workspace_id, NEW.account_id) IS DISTINCT FROM (OLD.workspace_id, OLD.account_id)) THEN
    RAISE EXCEPTION 'fence: this belongs to another desk' USING ERRCODE = 'FH008';
  END IF;
  IF NOT fence.in_person(c) AND (TG_OP = 'INSERT' OR c.role <> 'system' OR (NEW.host, NEW.port, NEW.security, NEW.username, NEW.sealed, NEW.removed_at)
    IS DISTINCT FROM (OLD.host, OLD.port, OLD.security, OLD.username, OLD.sealed, OLD.removed_at)) THEN
    RAISE EXCEPTION 'fence: only the client changes this' USING ERRCODE = 'FH003';
  END IF;
  NEW.version := CASE WHEN TG_OP = 'INSERT' THEN 1 ELSE OLD.version + 1 END;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION fence.guard_new_task() RETURNS trigger
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
  IF NEW.is_private AND NOT fence.is_client_or_job(c) THEN
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

CREATE OR REPLACE FUNCTION fence.guard_occurrence() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  is_booking boolean;
BEGIN
  -- The client's word for a single entry is for the time that stands in it.
  SELECT x.is_private, x.own AND NOT x.held AND NOT x.transparent AND NOT (x.over_protected AND (x.rule <> '' OR x.all_day
      OR coalesce(NEW.starts_at = fence.instant_of(x.source #>> '{start,utc}'), true) AND coalesce(NEW.ends_at <= fence.instant_of(x.source #>> '{end,utc}'), true)
      OR jsonb_array_length(coalesce(nullif(x.source -> 'rdates', 'null'), '[]')) > 0))
  INTO NEW.is_private, is_booking
  FROM public.events x WHERE x.workspace_id = NEW.workspace_id AND x.id = NEW.event_id;
  -- Most of what is written out is no booking: proof is asked for where it counts, as a calendar has a million times.
  IF is_booking AND NEW.ends_at > now() - interval '1 day'
    AND fence.is_kept(NEW.workspace_id, NEW.starts_at, NEW.ends_at) AND NOT fence.is_client_or_job(fence.writer()) THEN
    RAISE EXCEPTION 'fence: only the client gives protected time away' USING ERRCODE = 'FH003';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION fence.guard_private_row() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
BEGIN
  IF NEW.workspace_id IS DISTINCT FROM c.workspace_id OR (TG_OP = 'UPDATE' AND (NEW.workspace_id <> OLD.workspace_id OR NEW.id <> OLD.id)) THEN
    RAISE EXCEPTION 'fence: this belongs to another desk' USING ERRCODE = 'FH008';
  END IF;
  IF NOT fence.in_person(c) AND NEW.is_private AND TG_OP = 'INSERT' THEN
    RAISE EXCEPTION 'fence: only the client makes things private' USING ERRCODE = 'FH007';
  END IF;
  IF TG_OP = 'INSERT' THEN
    NEW.version := 1;
    RETURN NEW;
  END IF;
  IF NOT fence.in_person(c) AND NEW.is_private IS DISTINCT FROM OLD.is_private THEN
    RAISE EXCEPTION 'fence: only the client makes things private, or open' USING ERRCODE = 'FH007';
  END IF;
  NEW.version := OLD.version + 1;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION fence.guard_protected_time() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
  says boolean := TG_OP = 'INSERT' OR (to_jsonb(NEW) - 'spread_until') IS DISTINCT FROM (to_jsonb(OLD) - 'spread_until');
BEGIN
  IF NEW.workspace_id IS DISTINCT FROM c.workspace_id OR (TG_OP = 'UPDATE' AND (NEW.workspace_id, NEW.id) IS DISTINCT FROM (OLD.workspace_id, OLD.id)) THEN
    RAISE EXCEPTION 'fence: this belongs to another desk' USING ERRCODE = 'FH008';
  END IF;
  IF NOT fence.in_person(c) AND (says OR c.role <> 'system') THEN
    RAISE EXCEPTION 'fence: only the client changes this' USING ERRCODE = 'FH003';
  END IF;
  NEW.version := CASE WHEN TG_OP = 'INSERT' THEN 1 WHEN says THEN OLD.version + 1 ELSE OLD.version END;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION fence.guard_sending() RETURNS trigger
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
    IF c.user_id IS NULL OR NOT let_go OR (NEW.approval_id IS NOT NULL AND NOT fence.in_person(c)) THEN
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
      WHEN 'sent' THEN (c.role = 'system' AND OLD.state = 'handed-over') OR (fence.in_person(c) AND OLD.state = 'unsure')
      WHEN 'held' THEN (c.role = 'system' AND OLD.state IN ('leaving', 'handed-over')) OR (c.user_id IS NOT NULL AND let_go AND OLD.state IN ('failed', 'unsure')
        AND (fence.in_person(c) OR (c.role <> 'client' AND OLD.state = 'failed' AND OLD.pressed_by = c.user_id)))
      WHEN 'failed' THEN (c.role = 'system' AND OLD.state IN ('held', 'leaving', 'handed-over'))
      WHEN 'unsure' THEN c.role = 'system' AND OLD.state IN ('leaving', 'handed-over')
      -- By itself, and not with the client's word (call_back), a sending is stopped by whoever pressed it, or by the client.
      WHEN 'stopped' THEN (OLD.state IN ('held', 'failed') AND (pg_trigger_depth() > 1 OR fence.is_client_or_job(c) OR OLD.pressed_by = c.user_id))
        OR (fence.in_person(c) AND OLD.state = 'unsure')
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
      OR (c.role NOT IN ('client', 'system') AND (target.is_private
        OR EXISTS (SELECT 1 FROM public.persons p WHERE p.workspace_id = target.workspace_id AND p.id = target.person_id AND p.is_private))) THEN
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

CREATE OR REPLACE FUNCTION fence.keep_window() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  r tstzrange := fence.window_of(NEW);
  hidden boolean := NEW.is_private OR fence.is_hidden(NEW.workspace_id, 'task', NEW.id);
BEGIN
  -- What a post keeps is shortened by the client alone; what went beyond the desk's own wish may go back to it.
  IF TG_OP = 'UPDATE' AND OLD.kind = NEW.kind AND NOT fence.is_client_or_job(fence.writer()) AND fence.window_lasts(NEW)
    < least(fence.window_lasts(OLD), (SELECT w.window_minutes FROM public.workspaces w WHERE w.id = NEW.workspace_id)) THEN
    RAISE EXCEPTION 'fence: only the client gives protected time away' USING ERRCODE = 'FH003';
  END IF;
  DELETE FROM public.kept_spans k WHERE k.workspace_id = NEW.workspace_id AND k.task_id = NEW.id;
  IF r IS NOT NULL THEN
    INSERT INTO public.kept_spans (workspace_id, task_id, starts_at, ends_at, is_private) VALUES (NEW.workspace_id, NEW.id, lower(r), upper(r), hidden);
  END IF;
  RETURN NULL;
END $$;
