-- As before, but of a meeting that repeats each time is checked by itself: that one of them must be the client keeps nobody from checking
-- another, as the rules say. A task of which the time cannot be read stands for all of them.
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
      AND (t.id = NEW.task_id OR (t.kind = 'meeting-check' AND t.fields ->> 'eventId' = NEW.event_id::text AND fence.may_be_at(t.fields ->> 'startsAt', NEW.starts_at)
        AND t.state IN ('inbox', 'assistant', 'client', 'scheduled', 'waiting')))) THEN
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

-- Whether what is written as a time, as tasks keep them, is this one, or none that can be read.
CREATE FUNCTION fence.may_be_at(written text, at timestamptz) RETURNS boolean
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(written, '') !~ '^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$' OR written = to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;
REVOKE ALL ON FUNCTION fence.may_be_at(text, timestamptz) FROM PUBLIC;
