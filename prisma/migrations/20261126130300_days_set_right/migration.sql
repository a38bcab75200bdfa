-- A yearly day that is set right may come only the next year. Its open task, which not everybody may take back, follows it
-- there: date, title and key, and stays as open and as strict as it is. Nothing but the year of the key moves.
CREATE FUNCTION fence.follow_day() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  any_year constant text := '^(day:[0-9a-f-]{36}:)[0-9]{4}(:remembered)?$';
BEGIN
  IF OLD.state IN ('done', 'declined') OR NOT coalesce(OLD.source_key ~ any_year AND NEW.source_key ~ any_year
    AND regexp_replace(NEW.source_key, any_year, '\1\2') = regexp_replace(OLD.source_key, any_year, '\1\2'), false) THEN
    RAISE EXCEPTION 'fence: a task follows its own day alone' USING ERRCODE = 'FH006';
  END IF;
  -- Fence 6: where that year has or had a task, seen or not, this one stays where it is: it could be looser than that one was.
  IF EXISTS (SELECT 1 FROM public.tasks t WHERE t.workspace_id = OLD.workspace_id AND t.source_key = NEW.source_key) THEN
    RETURN NULL;
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION fence.follow_day() FROM PUBLIC;
CREATE TRIGGER b_follow_day BEFORE UPDATE OF source_key ON tasks FOR EACH ROW
  WHEN (NEW.source_key IS DISTINCT FROM OLD.source_key) EXECUTE FUNCTION fence.follow_day();
GRANT UPDATE (source_key) ON tasks TO firsthand_app;
