-- What is known about somebody, said by whom and when; what was done with them, and what was promised.

ALTER TABLE persons
  ADD COLUMN said_as text NOT NULL DEFAULT '',
  ADD COLUMN cadence_days integer CHECK (cadence_days BETWEEN 1 AND 3650),
  ADD COLUMN never_due boolean NOT NULL DEFAULT false,
  ADD COLUMN touch_paused_until date,
  ADD COLUMN lead_days integer CHECK (lead_days BETWEEN 0 AND 365),
  ADD COLUMN is_dead boolean NOT NULL DEFAULT false,
  ADD COLUMN died_on date,
  ADD COLUMN is_remembered boolean NOT NULL DEFAULT false,
  ADD COLUMN merged_into_id uuid,
  ADD FOREIGN KEY (workspace_id, merged_into_id) REFERENCES persons (workspace_id, id);
ALTER TABLE person_dates ALTER COLUMN lead_days DROP NOT NULL, ALTER COLUMN lead_days DROP DEFAULT;
GRANT UPDATE (said_as, cadence_days, never_due, touch_paused_until, lead_days, is_dead, died_on, is_remembered, merged_into_id) ON persons TO firsthand_app;

CREATE TABLE person_facts (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  person_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('like', 'avoid', 'topic', 'gift', 'detail', 'email', 'phone', 'address', 'link')),
  label text NOT NULL DEFAULT '',
  value text NOT NULL CHECK (value <> ''),
  from_where text NOT NULL DEFAULT '',
  checked_at timestamptz,
  checked_by uuid,
  is_private boolean NOT NULL DEFAULT false,
  entered_by uuid,
  entered_role text NOT NULL,
  entered_at timestamptz NOT NULL,
  removed_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, person_id) REFERENCES persons (workspace_id, id)
);
CREATE INDEX person_facts_by_person ON person_facts (workspace_id, person_id) WHERE removed_at IS NULL;

CREATE TABLE person_relations (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  person_id uuid NOT NULL,
  other_id uuid,
  other_name text NOT NULL DEFAULT '',
  kind text NOT NULL,
  note text NOT NULL DEFAULT '',
  is_private boolean NOT NULL DEFAULT false,
  entered_by uuid,
  entered_role text NOT NULL,
  entered_at timestamptz NOT NULL,
  removed_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, person_id) REFERENCES persons (workspace_id, id),
  FOREIGN KEY (workspace_id, other_id) REFERENCES persons (workspace_id, id),
  CHECK (other_id IS DISTINCT FROM person_id AND (other_id IS NULL) = (other_name <> ''))
);
CREATE INDEX person_relations_by_person ON person_relations (workspace_id, person_id) WHERE removed_at IS NULL;
CREATE INDEX person_relations_by_other ON person_relations (workspace_id, other_id) WHERE removed_at IS NULL AND other_id IS NOT NULL;

-- Contact outside a task: a call, a meeting, a letter. What a task did stands in gestures.
CREATE TABLE contacts (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  person_id uuid NOT NULL,
  at timestamptz NOT NULL,
  how text NOT NULL CHECK (how IN ('call', 'meeting', 'message', 'letter', 'gift', 'other')),
  note text NOT NULL DEFAULT '',
  source_key text,
  is_private boolean NOT NULL DEFAULT false,
  entered_by uuid,
  entered_role text NOT NULL,
  entered_at timestamptz NOT NULL,
  removed_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, person_id) REFERENCES persons (workspace_id, id)
);
CREATE INDEX contacts_by_person ON contacts (workspace_id, person_id, at DESC) WHERE removed_at IS NULL;
CREATE UNIQUE INDEX contacts_one_per_source ON contacts (workspace_id, source_key, person_id) WHERE source_key IS NOT NULL;

CREATE TABLE promises (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  person_id uuid NOT NULL,
  task_id uuid,
  whose text NOT NULL CHECK (whose IN ('client', 'person')),
  text text NOT NULL CHECK (text <> ''),
  due_on date,
  kept_at timestamptz,
  is_private boolean NOT NULL DEFAULT false,
  entered_by uuid,
  entered_role text NOT NULL,
  entered_at timestamptz NOT NULL,
  removed_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, person_id) REFERENCES persons (workspace_id, id),
  FOREIGN KEY (workspace_id, task_id) REFERENCES tasks (workspace_id, id)
);
CREATE INDEX promises_by_person ON promises (workspace_id, person_id) WHERE removed_at IS NULL;

-- Days on which the client is away: nobody is due then.
CREATE TABLE days_off (
  workspace_id uuid NOT NULL REFERENCES workspaces (id),
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  from_on date NOT NULL,
  to_on date NOT NULL,
  label text NOT NULL DEFAULT '',
  removed_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  CHECK (to_on >= from_on)
);

-- One per person; `id` is the person's.
CREATE TABLE person_pictures (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  media_type text NOT NULL CHECK (media_type IN ('image/jpeg', 'image/png', 'image/webp', 'image/gif')),
  bytes bytea NOT NULL CHECK (octet_length(bytes) BETWEEN 1 AND 1048576),
  sum text NOT NULL,
  from_where text NOT NULL DEFAULT '',
  removed_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, id) REFERENCES persons (workspace_id, id)
);

-- Where each thing that a person's row says comes from: 'howMet', 'emails:ana@example.org', 'day:<id>'. Written by the
-- database with every change, from proof, whatever the door.
CREATE TABLE fact_sources (
  workspace_id uuid NOT NULL,
  person_id uuid NOT NULL,
  field text NOT NULL,
  by_user uuid,
  by_role text NOT NULL,
  door text NOT NULL,
  verb text NOT NULL,
  import_id uuid,
  at timestamptz NOT NULL,
  checked_at timestamptz,
  checked_by uuid,
  PRIMARY KEY (workspace_id, person_id, field),
  FOREIGN KEY (workspace_id, person_id) REFERENCES persons (workspace_id, id)
);

CREATE FUNCTION fence.fields_of_person(r jsonb) RETURNS TABLE (field text, value jsonb)
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT v.field, r -> v.col FROM (VALUES ('name', 'name'), ('saidAs', 'said_as'), ('organization', 'organization'), ('jobTitle', 'job_title'),
    ('howMet', 'how_met'), ('careful', 'careful'), ('note', 'note'), ('language', 'language'), ('zone', 'zone'), ('diedOn', 'died_on')) AS v (field, col)
  WHERE coalesce(r ->> v.col, '') <> ''
  UNION ALL
  SELECT DISTINCT ON (l.col, x ->> 'value') l.col || ':' || left(x ->> 'value', 400), x FROM (VALUES ('emails'), ('phones'), ('addresses'), ('links')) AS l (col),
    LATERAL jsonb_array_elements(CASE jsonb_typeof(r -> l.col) WHEN 'array' THEN r -> l.col ELSE '[]' END) AS x WHERE coalesce(x ->> 'value', '') <> ''
$$;

CREATE FUNCTION fence.note_sources() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO public.fact_sources (workspace_id, person_id, field, by_user, by_role, door, verb, import_id, at)
      SELECT n.workspace_id, n.id, f.field, c.user_id, c.role, c.door, c.verb, n.import_id, clock_timestamp()
      FROM new_rows n, fence.fields_of_person(to_jsonb(n)) f ON CONFLICT DO NOTHING;
    RETURN NULL;
  END IF;
  INSERT INTO public.fact_sources (workspace_id, person_id, field, by_user, by_role, door, verb, import_id, at)
    SELECT n.workspace_id, n.id, f.field, c.user_id, c.role, c.door, c.verb,
      CASE WHEN n.import_id IS DISTINCT FROM o.import_id OR c.verb LIKE '%import%' THEN n.import_id END, clock_timestamp()
    FROM new_rows n JOIN old_rows o ON o.workspace_id = n.workspace_id AND o.id = n.id, fence.fields_of_person(to_jsonb(n)) f
    WHERE NOT EXISTS (SELECT 1 FROM fence.fields_of_person(to_jsonb(o)) g WHERE g.field = f.field AND g.value = f.value)
    ON CONFLICT (workspace_id, person_id, field) DO UPDATE SET by_user = EXCLUDED.by_user, by_role = EXCLUDED.by_role, door = EXCLUDED.door,
      verb = EXCLUDED.verb, import_id = EXCLUDED.import_id, at = EXCLUDED.at, checked_at = NULL, checked_by = NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER y_sources_inserted AFTER INSERT ON persons REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION fence.note_sources();
CREATE TRIGGER y_sources_updated AFTER UPDATE ON persons REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION fence.note_sources();

-- Somebody looked, and it is still right: by whom and when comes from proof. Where it came from is never re-written.
CREATE FUNCTION fence.guard_source_check() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.checked_at IS DISTINCT FROM OLD.checked_at AND NEW.checked_at IS NOT NULL THEN
    NEW.checked_at := clock_timestamp();
    NEW.checked_by := (fence.writer()).user_id;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER a_guard BEFORE UPDATE ON fact_sources FOR EACH ROW EXECUTE FUNCTION fence.guard_source_check();

-- Who entered a thing, and when, is written here from proof and never changes; private only by the client's hand; what is
-- about somebody stays about them, but for a merge (which moves it, and names its person again).
CREATE FUNCTION fence.guard_entry() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
BEGIN
  IF NEW.workspace_id IS DISTINCT FROM c.workspace_id OR (TG_OP = 'UPDATE' AND (NEW.workspace_id <> OLD.workspace_id OR NEW.id <> OLD.id)) THEN
    RAISE EXCEPTION 'fence: this belongs to another desk' USING ERRCODE = 'FH008';
  END IF;
  IF c.role <> 'client' AND NEW.is_private IS DISTINCT FROM (CASE WHEN TG_OP = 'INSERT' THEN false ELSE OLD.is_private END) THEN
    RAISE EXCEPTION 'fence: only the client makes things private, or open' USING ERRCODE = 'FH007';
  END IF;
  IF TG_OP = 'INSERT' THEN
    NEW.version := 1; NEW.entered_by := c.user_id; NEW.entered_role := c.role; NEW.entered_at := date_trunc('milliseconds', clock_timestamp());
  ELSE
    NEW.version := OLD.version + 1; NEW.entered_by := OLD.entered_by; NEW.entered_role := OLD.entered_role; NEW.entered_at := OLD.entered_at;
  END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION fence.guard_fact_check() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' OR NEW.value <> OLD.value OR NEW.checked_at IS NULL THEN
    NEW.checked_at := NULL; NEW.checked_by := NULL;
  ELSIF NEW.checked_at IS DISTINCT FROM OLD.checked_at THEN
    NEW.checked_at := clock_timestamp(); NEW.checked_by := (fence.writer()).user_id;
  ELSE
    NEW.checked_by := OLD.checked_by;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER b_checked BEFORE INSERT OR UPDATE ON person_facts FOR EACH ROW EXECUTE FUNCTION fence.guard_fact_check();

CREATE FUNCTION fence.guard_plain() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
BEGIN
  IF NEW.workspace_id IS DISTINCT FROM c.workspace_id OR (TG_OP = 'UPDATE' AND (NEW.workspace_id <> OLD.workspace_id OR NEW.id <> OLD.id)) THEN
    RAISE EXCEPTION 'fence: this belongs to another desk' USING ERRCODE = 'FH008';
  END IF;
  NEW.version := CASE WHEN TG_OP = 'INSERT' THEN 1 ELSE OLD.version + 1 END;
  RETURN NEW;
END $$;
CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON person_pictures FOR EACH ROW EXECUTE FUNCTION fence.guard_plain();
CREATE TRIGGER a_client_only BEFORE INSERT OR UPDATE ON days_off FOR EACH ROW EXECUTE FUNCTION fence.guard_client_only();
CREATE TRIGGER b_guard BEFORE INSERT OR UPDATE ON days_off FOR EACH ROW EXECUTE FUNCTION fence.guard_plain();

-- The exact words that went out, where somebody wrote them down: kept with the gesture, gone when it is taken back.
ALTER TABLE tasks ADD COLUMN closing_words text NOT NULL DEFAULT '';
ALTER TABLE gestures ADD COLUMN words text NOT NULL DEFAULT '';
GRANT UPDATE (closing_words) ON tasks TO firsthand_app;
CREATE FUNCTION fence.keep_closing_words() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.state NOT IN ('done', 'declined') THEN NEW.closing_words := ''; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER c_closing_words BEFORE INSERT OR UPDATE ON tasks FOR EACH ROW EXECUTE FUNCTION fence.keep_closing_words();

CREATE OR REPLACE FUNCTION fence.make_gesture() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.state IN ('done', 'declined') AND OLD.state NOT IN ('done', 'declined') THEN
    INSERT INTO public.gestures (workspace_id, task_id, person_id, outcome, note, words, at, by_user, by_role, door, is_private)
    VALUES (NEW.workspace_id, NEW.id, NEW.person_id, NEW.state, NEW.closing_note, NEW.closing_words, NEW.closed_at, NEW.closed_by, NEW.closed_role, NEW.closed_door, NEW.is_private);
  ELSIF OLD.state IN ('done', 'declined') AND NEW.state NOT IN ('done', 'declined') THEN
    UPDATE public.gestures g SET undone_at = clock_timestamp() WHERE g.workspace_id = OLD.workspace_id AND g.task_id = OLD.id AND g.undone_at IS NULL;
  END IF;
  IF NEW.is_private IS DISTINCT FROM OLD.is_private THEN
    UPDATE public.gestures g SET is_private = NEW.is_private WHERE g.workspace_id = OLD.workspace_id AND g.task_id = OLD.id;
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION fence.is_hidden(desk uuid, subject text, subject_id uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE
    WHEN is_hidden.subject IN ('person', 'picture') THEN EXISTS (SELECT 1 FROM public.persons p WHERE p.workspace_id = desk AND p.id = is_hidden.subject_id AND p.is_private)
    WHEN is_hidden.subject = 'person-date' THEN EXISTS (SELECT 1 FROM public.person_dates d JOIN public.persons p ON p.workspace_id = d.workspace_id AND p.id = d.person_id
      WHERE d.workspace_id = desk AND d.id = is_hidden.subject_id AND p.is_private)
    WHEN is_hidden.subject = 'task' THEN EXISTS (SELECT 1 FROM public.tasks t LEFT JOIN public.persons p ON p.workspace_id = t.workspace_id AND p.id = t.person_id
      WHERE t.workspace_id = desk AND t.id = is_hidden.subject_id AND (t.is_private OR p.is_private))
    WHEN is_hidden.subject = 'event' THEN EXISTS (SELECT 1 FROM public.events e WHERE e.workspace_id = desk AND e.id = is_hidden.subject_id AND e.is_private)
    WHEN is_hidden.subject = 'import' THEN EXISTS (SELECT 1 FROM public.imports i WHERE i.workspace_id = desk AND i.id = is_hidden.subject_id
      AND i.created_by IS DISTINCT FROM fence.acting_user())
    WHEN is_hidden.subject = 'fact' THEN EXISTS (SELECT 1 FROM public.person_facts x JOIN public.persons p ON p.workspace_id = x.workspace_id AND p.id = x.person_id
      WHERE x.workspace_id = desk AND x.id = is_hidden.subject_id AND (x.is_private OR p.is_private))
    WHEN is_hidden.subject = 'relation' THEN EXISTS (SELECT 1 FROM public.person_relations x JOIN public.persons p ON p.workspace_id = x.workspace_id AND p.id IN (x.person_id, x.other_id)
      WHERE x.workspace_id = desk AND x.id = is_hidden.subject_id AND (x.is_private OR p.is_private))
    WHEN is_hidden.subject = 'contact' THEN EXISTS (SELECT 1 FROM public.contacts x JOIN public.persons p ON p.workspace_id = x.workspace_id AND p.id = x.person_id
      WHERE x.workspace_id = desk AND x.id = is_hidden.subject_id AND (x.is_private OR p.is_private))
    WHEN is_hidden.subject = 'promise' THEN EXISTS (SELECT 1 FROM public.promises x JOIN public.persons p ON p.workspace_id = x.workspace_id AND p.id = x.person_id
      WHERE x.workspace_id = desk AND x.id = is_hidden.subject_id AND (x.is_private OR p.is_private))
    ELSE false END
$$;

-- Bytes, sealed secrets and the notes of an undo are not written into the log.
CREATE OR REPLACE FUNCTION fence.worth_logging(r jsonb) RETURNS jsonb
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT r - ARRAY['workspace_id', 'version', 'search_text', 'sort_at', 'urgency', 'source', 'payload', 'token_hash', 'attendees', 'expanded_until',
    'bytes', 'sealed', 'undo', 'entered_by', 'entered_role', 'entered_at', 'checked_by', 'sync_token', 'last_synced_at']
$$;

GRANT SELECT, INSERT ON person_facts, person_relations, contacts, promises, days_off, person_pictures TO firsthand_app;
GRANT SELECT ON fact_sources TO firsthand_app;
GRANT UPDATE (checked_at) ON fact_sources TO firsthand_app;
GRANT UPDATE (person_id, kind, label, value, checked_at, is_private, removed_at) ON person_facts TO firsthand_app;
GRANT UPDATE (person_id, other_id, other_name, kind, note, is_private, removed_at) ON person_relations TO firsthand_app;
GRANT UPDATE (person_id, at, how, note, is_private, removed_at) ON contacts TO firsthand_app;
GRANT UPDATE (person_id, text, whose, due_on, kept_at, is_private, removed_at) ON promises TO firsthand_app;
GRANT UPDATE (from_on, to_on, label, removed_at) ON days_off TO firsthand_app;
GRANT UPDATE (media_type, bytes, sum, from_where, removed_at) ON person_pictures TO firsthand_app;

DO $$
DECLARE
  t record;
BEGIN
  FOR t IN SELECT * FROM (VALUES ('person_facts', 'fact', true), ('person_relations', 'relation', true), ('contacts', 'contact', true), ('promises', 'promise', true),
    ('days_off', 'day-off', false), ('person_pictures', 'picture', false)) AS v (name, subject, of_person)
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t.name);
    EXECUTE format('CREATE TRIGGER z_log_inserted AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION fence.log_inserted(%L)', t.name, t.subject);
    EXECUTE format('CREATE TRIGGER z_log_updated AFTER UPDATE ON %I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION fence.log_updated(%L)', t.name, t.subject);
    IF t.of_person THEN
      EXECUTE format('CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION fence.guard_entry()', t.name);
      EXECUTE format('CREATE POLICY own_desk ON %I TO firsthand_app USING (workspace_id = (SELECT fence.workspace()) AND (NOT is_private OR (SELECT fence.sees_private()))) WITH CHECK (workspace_id = (SELECT fence.writing_at()) AND (NOT is_private OR (SELECT fence.sees_private())))', t.name);
      EXECUTE format('CREATE POLICY of_people_one_sees ON %I AS RESTRICTIVE TO firsthand_app USING (NOT person_id = ANY ((SELECT fence.hidden_people())::uuid[]))', t.name);
    ELSE
      EXECUTE format('CREATE POLICY own_desk ON %I TO firsthand_app USING (workspace_id = (SELECT fence.workspace())) WITH CHECK (workspace_id = (SELECT fence.writing_at()))', t.name);
    END IF;
  END LOOP;
END $$;
CREATE POLICY of_others_one_sees ON person_relations AS RESTRICTIVE TO firsthand_app USING (other_id IS NULL OR NOT other_id = ANY ((SELECT fence.hidden_people())::uuid[]));
CREATE POLICY of_people_one_sees ON person_pictures AS RESTRICTIVE TO firsthand_app USING (NOT id = ANY ((SELECT fence.hidden_people())::uuid[]));
ALTER TABLE fact_sources ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_desk ON fact_sources TO firsthand_app USING (workspace_id = (SELECT fence.workspace())) WITH CHECK (workspace_id = (SELECT fence.writing_at()));
CREATE POLICY of_people_one_sees ON fact_sources AS RESTRICTIVE TO firsthand_app USING (NOT person_id = ANY ((SELECT fence.hidden_people())::uuid[]));
