-- What is said of somebody stays theirs: moved to somebody else it would be said of the wrong one, under its writer's name. Only
-- a merge takes it along, and its undo brings it back. Asked when the transaction ends: a merge is written in several steps.
CREATE FUNCTION fence.guard_said_of_whom() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM public.persons p WHERE p.workspace_id = NEW.workspace_id AND p.id = OLD.person_id AND p.merged_into_id = NEW.person_id)
    AND NOT EXISTS (SELECT 1 FROM public.person_merges m WHERE m.workspace_id = NEW.workspace_id AND m.kept_id = OLD.person_id
      AND m.merged_id = NEW.person_id AND m.undone_at IS NOT NULL AND m.xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'fence: what is said of somebody stays theirs, but for a merge' USING ERRCODE = 'FH006';
  END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['person_facts', 'person_relations', 'contacts', 'promises'] LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER d_of_whom AFTER UPDATE ON %I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
      WHEN (OLD.person_id IS DISTINCT FROM NEW.person_id) EXECUTE FUNCTION fence.guard_said_of_whom()', t);
  END LOOP;
END $$;
