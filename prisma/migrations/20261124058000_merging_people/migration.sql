-- Two who are one. Whoever is merged is off the desk and leads to the one who stays; what was done for them keeps their name.
ALTER TABLE persons ADD CONSTRAINT merged_people_are_off_the_desk CHECK (merged_into_id IS NULL OR (removed_at IS NOT NULL AND merged_into_id <> id));
CREATE INDEX persons_merged ON persons (workspace_id, merged_into_id) WHERE merged_into_id IS NOT NULL;
ALTER TABLE person_merges ADD CONSTRAINT two_are_merged CHECK (kept_id <> merged_id);
CREATE UNIQUE INDEX person_merges_one_at_a_time ON person_merges (workspace_id, merged_id) WHERE undone_at IS NULL;

-- Fence 6 and 7: merging is no way out of a strict circle or of privacy. The one who stays is looked at under a lock, and one
-- whom the writer may not see is as absent here as anywhere.
CREATE FUNCTION fence.guard_merging() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context;
  target public.persons;
  was record;
  is_now record;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.merged_into_id IS NOT NULL THEN
      RAISE EXCEPTION 'fence: nobody is written down as merged' USING ERRCODE = 'FH006';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.merged_into_id IS NULL OR NEW.merged_into_id IS NOT DISTINCT FROM OLD.merged_into_id THEN RETURN NEW; END IF;
  c := fence.writer();
  IF c.role = 'system' THEN
    RAISE EXCEPTION 'fence: a job merges nobody' USING ERRCODE = 'FH001';
  END IF;
  SELECT * INTO target FROM public.persons p WHERE p.workspace_id = NEW.workspace_id AND p.id = NEW.merged_into_id FOR UPDATE;
  IF target.id IS NULL OR target.removed_at IS NOT NULL OR OLD.removed_at IS NOT NULL OR (target.is_private AND c.role <> 'client') THEN
    RAISE EXCEPTION 'fence: somebody who is there is merged into somebody who is there' USING ERRCODE = 'FH006';
  END IF;
  IF OLD.is_private AND NOT target.is_private THEN
    RAISE EXCEPTION 'fence: what is private stays private when it is merged' USING ERRCODE = 'FH007';
  END IF;
  was := fence.strictness(OLD.workspace_id, OLD.circles);
  is_now := fence.strictness(target.workspace_id, target.circles);
  IF (was.greetings AND NOT is_now.greetings) OR (was.everything AND NOT is_now.everything) THEN
    RAISE EXCEPTION 'fence: somebody is merged into one of circles as strict' USING ERRCODE = 'FH006';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER c_merging BEFORE INSERT OR UPDATE ON persons FOR EACH ROW EXECUTE FUNCTION fence.guard_merging();

-- What was taken back stays taken back: its note would otherwise be good twice.
CREATE FUNCTION fence.guard_merge_undone() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF OLD.undone_at IS NOT NULL AND NEW.undone_at IS DISTINCT FROM OLD.undone_at THEN
    RAISE EXCEPTION 'fence: a merge is taken back once' USING ERRCODE = 'FH006';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER b_undone BEFORE UPDATE ON person_merges FOR EACH ROW EXECUTE FUNCTION fence.guard_merge_undone();

-- A day keeps its id, and so its tasks, when its person is merged; it is given to nobody else otherwise.
GRANT UPDATE (person_id) ON person_dates TO firsthand_app;
CREATE FUNCTION fence.guard_day_of_person() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM public.person_merges m WHERE m.workspace_id = NEW.workspace_id AND m.undone_at IS NULL
    AND ((m.kept_id = NEW.person_id AND m.merged_id = OLD.person_id) OR (m.kept_id = OLD.person_id AND m.merged_id = NEW.person_id))) THEN
    RAISE EXCEPTION 'fence: a day stays whose it is, but for a merge' USING ERRCODE = 'FH006';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER c_of_person BEFORE UPDATE ON person_dates FOR EACH ROW WHEN (OLD.person_id <> NEW.person_id) EXECUTE FUNCTION fence.guard_day_of_person();

-- The log tells of merges to whoever may see both people.
CREATE POLICY of_merges_one_sees ON log_entries AS RESTRICTIVE FOR SELECT TO firsthand_app
  USING (subject <> 'merge' OR (SELECT fence.sees_private()) OR EXISTS (SELECT 1 FROM person_merges m
    WHERE m.workspace_id = log_entries.workspace_id AND m.id = log_entries.subject_id));

-- Whoever merges may not see everything about the two: private facts and tasks, relations to somebody private, cards of the
-- client's address books. None of it stays behind: it follows here, remembered where nobody reads, and comes back with an undo.
CREATE TABLE fence.followed (
  workspace_id uuid NOT NULL,
  merged_id uuid NOT NULL,
  kept_id uuid NOT NULL,
  of_table text NOT NULL,
  row_key text NOT NULL,
  PRIMARY KEY (workspace_id, merged_id, of_table, row_key)
);

CREATE FUNCTION fence.follow_merge() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  t text;
  open_ones constant text := '(''inbox'', ''assistant'', ''client'', ''scheduled'', ''waiting'')';
BEGIN
  IF NEW.merged_into_id IS NOT NULL THEN
    FOREACH t IN ARRAY ARRAY['person_facts', 'contacts', 'promises', 'person_relations', 'tasks'] LOOP
      EXECUTE format($q$WITH moved AS (UPDATE public.%1$I x SET person_id = $3 WHERE x.workspace_id = $1 AND x.person_id = $2 AND %2$s RETURNING x.id)
        INSERT INTO fence.followed SELECT $1, $2, $3, %1$L, m.id::text FROM moved m$q$, t,
        CASE t WHEN 'tasks' THEN 'x.state IN ' || open_ones WHEN 'person_relations' THEN 'x.removed_at IS NULL AND x.other_id IS DISTINCT FROM $3'
          WHEN 'contacts' THEN 'x.removed_at IS NULL AND NOT EXISTS (SELECT 1 FROM public.contacts y WHERE y.workspace_id = $1 AND y.person_id = $3 AND y.source_key = x.source_key)'
          ELSE 'x.removed_at IS NULL' END) USING NEW.workspace_id, NEW.id, NEW.merged_into_id;
    END LOOP;
    WITH moved AS (UPDATE public.person_relations x SET other_id = NEW.merged_into_id WHERE x.workspace_id = NEW.workspace_id AND x.other_id = NEW.id
      AND x.removed_at IS NULL AND x.person_id <> NEW.merged_into_id RETURNING x.id)
      INSERT INTO fence.followed SELECT NEW.workspace_id, NEW.id, NEW.merged_into_id, 'other', m.id::text FROM moved m;
    WITH moved AS (UPDATE public.address_book_cards x SET person_id = NEW.merged_into_id WHERE x.workspace_id = NEW.workspace_id AND x.person_id = NEW.id
      RETURNING x.book_id, x.href)
      INSERT INTO fence.followed SELECT NEW.workspace_id, NEW.id, NEW.merged_into_id, 'cards', m.book_id || ' ' || m.href FROM moved m;
  ELSE
    FOREACH t IN ARRAY ARRAY['person_facts', 'contacts', 'promises', 'person_relations', 'tasks'] LOOP
      EXECUTE format($q$UPDATE public.%1$I x SET person_id = f.merged_id FROM fence.followed f WHERE f.workspace_id = $1 AND f.merged_id = $2 AND f.of_table = %1$L
        AND x.workspace_id = f.workspace_id AND x.id::text = f.row_key AND x.person_id = f.kept_id AND %2$s$q$, t,
        CASE t WHEN 'tasks' THEN 'x.state IN ' || open_ones WHEN 'person_relations' THEN 'x.other_id IS DISTINCT FROM $2' ELSE 'true' END) USING NEW.workspace_id, NEW.id;
    END LOOP;
    UPDATE public.person_relations x SET other_id = f.merged_id FROM fence.followed f WHERE f.workspace_id = NEW.workspace_id AND f.merged_id = NEW.id
      AND f.of_table = 'other' AND x.workspace_id = f.workspace_id AND x.id::text = f.row_key AND x.other_id = f.kept_id AND x.person_id <> f.merged_id;
    UPDATE public.address_book_cards x SET person_id = f.merged_id FROM fence.followed f WHERE f.workspace_id = NEW.workspace_id AND f.merged_id = NEW.id
      AND f.of_table = 'cards' AND x.workspace_id = f.workspace_id AND x.book_id || ' ' || x.href = f.row_key AND x.person_id = f.kept_id;
    DELETE FROM fence.followed f WHERE f.workspace_id = NEW.workspace_id AND f.merged_id = NEW.id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER d_follow AFTER UPDATE ON persons FOR EACH ROW WHEN (OLD.merged_into_id IS DISTINCT FROM NEW.merged_into_id) EXECUTE FUNCTION fence.follow_merge();
