-- Fence 2 and 6: somebody strict leaves the desk by the client's hand, or with the import of whoever takes it back. What the
-- client brought from a file is hers, however little was done with it since. And somebody comes back into circles that there are.

-- Written down by an import of theirs, and by nobody and nothing else since: the log says so, whoever filled in what.
CREATE FUNCTION fence.is_of_own_import(p public.persons, who uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM public.imports i WHERE i.workspace_id = p.workspace_id AND i.id = p.import_id AND i.created_by = who)
    AND NOT EXISTS (SELECT 1 FROM public.log_entries l WHERE l.workspace_id = p.workspace_id AND l.subject_id = p.id AND l.subject = 'person'
      AND l.refusal IS NULL AND (l.by_user IS DISTINCT FROM who OR l.verb <> 'confirm-import'))
$$;

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
  IF TG_OP = 'INSERT' OR (fence.writer()).role = 'client' THEN RETURN NEW; END IF;
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
