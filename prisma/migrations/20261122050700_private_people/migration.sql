-- Fence 7, beyond the row itself. Somebody private takes everything about them along: their tasks and gestures, closed ones
-- too, and what the log says of them from before. What the client brought from a file is the client's to look through.

CREATE FUNCTION fence.acting_user() RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT (fence.current_context(false)).user_id
$$;

-- Few people are private, so their ids are gathered once per statement instead of joined per row.
CREATE FUNCTION fence.hidden_people() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE WHEN fence.sees_private() THEN '{}'::uuid[]
    ELSE coalesce((SELECT array_agg(p.id) FROM public.persons p WHERE p.workspace_id = fence.workspace() AND p.is_private), '{}'::uuid[]) END
$$;
CREATE INDEX persons_private ON persons (workspace_id) WHERE is_private;

CREATE FUNCTION fence.is_hidden(desk uuid, subject text, subject_id uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE is_hidden.subject
    WHEN 'person' THEN EXISTS (SELECT 1 FROM public.persons p WHERE p.workspace_id = desk AND p.id = is_hidden.subject_id AND p.is_private)
    WHEN 'person-date' THEN EXISTS (SELECT 1 FROM public.person_dates d JOIN public.persons p ON p.workspace_id = d.workspace_id AND p.id = d.person_id
      WHERE d.workspace_id = desk AND d.id = is_hidden.subject_id AND p.is_private)
    WHEN 'task' THEN EXISTS (SELECT 1 FROM public.tasks t LEFT JOIN public.persons p ON p.workspace_id = t.workspace_id AND p.id = t.person_id
      WHERE t.workspace_id = desk AND t.id = is_hidden.subject_id AND (t.is_private OR p.is_private))
    WHEN 'event' THEN EXISTS (SELECT 1 FROM public.events e WHERE e.workspace_id = desk AND e.id = is_hidden.subject_id AND e.is_private)
    WHEN 'import' THEN EXISTS (SELECT 1 FROM public.imports i WHERE i.workspace_id = desk AND i.id = is_hidden.subject_id
      AND i.created_by IS DISTINCT FROM fence.acting_user())
    ELSE false END
$$;
GRANT EXECUTE ON FUNCTION fence.acting_user(), fence.hidden_people(), fence.is_hidden(uuid, text, uuid) TO firsthand_app;

CREATE POLICY of_people_one_sees ON tasks AS RESTRICTIVE TO firsthand_app
  USING (person_id IS NULL OR NOT person_id = ANY ((SELECT fence.hidden_people())::uuid[]));
CREATE POLICY of_people_one_sees ON gestures AS RESTRICTIVE TO firsthand_app
  USING (person_id IS NULL OR NOT person_id = ANY ((SELECT fence.hidden_people())::uuid[]));

-- The entry that says "this became private", and nothing else, stays: an open window takes the thing away by it.
CREATE POLICY of_things_one_sees ON log_entries AS RESTRICTIVE FOR SELECT TO firsthand_app
  USING ((SELECT fence.sees_private()) OR after = '{"is_private": true}'::jsonb OR NOT fence.is_hidden(workspace_id, subject, subject_id));

CREATE POLICY own_or_client ON imports AS RESTRICTIVE FOR SELECT TO firsthand_app
  USING ((SELECT fence.sees_private()) OR created_by = (SELECT fence.acting_user()));
CREATE POLICY of_things_one_sees ON import_rows AS RESTRICTIVE FOR SELECT TO firsthand_app
  USING (EXISTS (SELECT 1 FROM imports i WHERE i.workspace_id = import_rows.workspace_id AND i.id = import_rows.import_id)
    AND ((SELECT fence.sees_private()) OR (NOT fence.is_hidden(workspace_id, 'person', person_id) AND NOT fence.is_hidden(workspace_id, 'event', event_id)
      AND NOT fence.is_hidden(workspace_id, 'task', task_id))));

-- Whose import it is comes from proof.
CREATE FUNCTION fence.guard_new_import() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
BEGIN
  NEW.created_by := c.user_id;
  NEW.created_at := now();
  RETURN NEW;
END $$;
CREATE TRIGGER a_guard_new_import BEFORE INSERT ON imports FOR EACH ROW EXECUTE FUNCTION fence.guard_new_import();

-- The same card, read again, finds the person it made.
CREATE INDEX persons_by_source ON persons (workspace_id, source_uid) WHERE source_uid IS NOT NULL AND removed_at IS NULL;

-- A day's task that was taken back stays away: the job finds its key, whatever became of the task.
CREATE INDEX tasks_by_source ON tasks (workspace_id, source_key) WHERE source_key IS NOT NULL;

-- What an import changed about something that was there already, so that it can be taken back.
ALTER TABLE import_rows ADD COLUMN undo jsonb;

-- The lines of a dry run, one by one: a step of a long import reads its own lines, not the whole file.
CREATE TABLE import_lines (
  workspace_id uuid NOT NULL,
  import_id uuid NOT NULL,
  position integer NOT NULL,
  plan jsonb NOT NULL,
  reading jsonb NOT NULL,
  PRIMARY KEY (workspace_id, import_id, position),
  FOREIGN KEY (workspace_id, import_id) REFERENCES imports (workspace_id, id)
);
GRANT SELECT, INSERT, DELETE ON import_lines TO firsthand_app;
ALTER TABLE import_lines ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_desk ON import_lines TO firsthand_app USING (workspace_id = (SELECT fence.workspace())) WITH CHECK (workspace_id = (SELECT fence.writing_at()));
CREATE POLICY of_imports_one_sees ON import_lines AS RESTRICTIVE TO firsthand_app
  USING (EXISTS (SELECT 1 FROM imports i WHERE i.workspace_id = import_lines.workspace_id AND i.id = import_lines.import_id));
CREATE POLICY by_writers ON import_lines AS RESTRICTIVE FOR DELETE TO firsthand_app USING (workspace_id = (SELECT fence.writing_at()));
