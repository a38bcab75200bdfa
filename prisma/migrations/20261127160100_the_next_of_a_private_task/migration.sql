-- As before, but the next of a private task that has just been closed is private whichever way the client closed it: by a program of
-- theirs, too. Otherwise it repeats no more.
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
  IF NEW.is_private AND NOT fence.is_client_or_job(c) AND NOT fence.follows_private(c, NEW.source_key) THEN
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

-- Whether this is the key of what comes after a private task that is closed, and the client or a program of theirs asks.
CREATE FUNCTION fence.follows_private(c fence.context, key text) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF c.role <> 'client' OR key IS NULL OR key !~ '^repeat:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN RETURN false; END IF;
  RETURN EXISTS (
    SELECT 1 FROM public.tasks t
    WHERE t.workspace_id = c.workspace_id AND t.id = substr(key, 8)::uuid AND t.is_private AND t.state IN ('done', 'declined'));
END $$;
REVOKE ALL ON FUNCTION fence.follows_private(fence.context, text) FROM PUBLIC;
