-- Whoever writes other words into an entry is the one who said them: they would otherwise stand under somebody else's name.
-- Whose it is, whether it is private, gone, kept or checked is nobody's words; nor is whom a merge names on the other side.
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
  IF c.role <> 'client' AND NEW.is_private IS DISTINCT FROM (CASE WHEN TG_OP = 'INSERT' THEN false ELSE OLD.is_private END) THEN
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
