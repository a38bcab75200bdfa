-- Where a yearly day comes from is noted like every other fact, a check of a fact is written into the log, and what came
-- with a file or an address book says which one.
ALTER TABLE fact_sources ADD COLUMN from_where text NOT NULL DEFAULT '';

-- Which import is running, and what a change is copied from, is the use-case's word: it only labels. It has to be this desk's.
CREATE FUNCTION fence.named_import(c fence.context) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT i.id FROM public.imports i
  WHERE i.workspace_id = c.workspace_id AND i.id::text = current_setting('firsthand.from_import', true)
$$;
CREATE FUNCTION fence.named_source() RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT left(coalesce(current_setting('firsthand.from_where', true), ''), 300)
$$;

CREATE OR REPLACE FUNCTION fence.note_sources() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
  running uuid := fence.named_import(c);
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO public.fact_sources (workspace_id, person_id, field, by_user, by_role, door, verb, import_id, from_where, at)
      SELECT n.workspace_id, n.id, f.field, c.user_id, c.role, c.door, c.verb, coalesce(running, n.import_id), fence.named_source(), clock_timestamp()
      FROM new_rows n, fence.fields_of_person(to_jsonb(n)) f ON CONFLICT DO NOTHING;
    RETURN NULL;
  END IF;
  INSERT INTO public.fact_sources (workspace_id, person_id, field, by_user, by_role, door, verb, import_id, from_where, at)
    SELECT n.workspace_id, n.id, f.field, c.user_id, c.role, c.door, c.verb,
      coalesce(running, CASE WHEN n.import_id IS DISTINCT FROM o.import_id THEN n.import_id END), fence.named_source(), clock_timestamp()
    FROM new_rows n JOIN old_rows o ON o.workspace_id = n.workspace_id AND o.id = n.id, fence.fields_of_person(to_jsonb(n)) f
    WHERE NOT EXISTS (SELECT 1 FROM fence.fields_of_person(to_jsonb(o)) g WHERE g.field = f.field AND g.value = f.value)
    ON CONFLICT (workspace_id, person_id, field) DO UPDATE SET by_user = EXCLUDED.by_user, by_role = EXCLUDED.by_role, door = EXCLUDED.door,
      verb = EXCLUDED.verb, import_id = EXCLUDED.import_id, from_where = EXCLUDED.from_where, at = EXCLUDED.at, checked_at = NULL, checked_by = NULL;
  RETURN NULL;
END $$;

CREATE FUNCTION fence.note_sources_of_days() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO public.fact_sources (workspace_id, person_id, field, by_user, by_role, door, verb, import_id, from_where, at)
      SELECT n.workspace_id, n.person_id, 'day:' || n.id, c.user_id, c.role, c.door, c.verb, fence.named_import(c), fence.named_source(), clock_timestamp()
      FROM new_rows n ON CONFLICT DO NOTHING;
    RETURN NULL;
  END IF;
  -- A merge moves a day to somebody else: where it comes from goes with it.
  INSERT INTO public.fact_sources SELECT (jsonb_populate_record(s, jsonb_build_object('person_id', n.person_id))).*
    FROM new_rows n JOIN old_rows o ON o.workspace_id = n.workspace_id AND o.id = n.id AND o.person_id <> n.person_id
    JOIN public.fact_sources s ON s.workspace_id = o.workspace_id AND s.person_id = o.person_id AND s.field = 'day:' || o.id
    ON CONFLICT DO NOTHING;
  INSERT INTO public.fact_sources (workspace_id, person_id, field, by_user, by_role, door, verb, import_id, from_where, at)
    SELECT n.workspace_id, n.person_id, 'day:' || n.id, c.user_id, c.role, c.door, c.verb, fence.named_import(c), fence.named_source(), clock_timestamp()
    FROM new_rows n JOIN old_rows o ON o.workspace_id = n.workspace_id AND o.id = n.id
    WHERE (n.kind, n.label, n.month, n.day, n.year) IS DISTINCT FROM (o.kind, o.label, o.month, o.day, o.year)
    ON CONFLICT (workspace_id, person_id, field) DO UPDATE SET by_user = EXCLUDED.by_user, by_role = EXCLUDED.by_role, door = EXCLUDED.door,
      verb = EXCLUDED.verb, import_id = EXCLUDED.import_id, from_where = EXCLUDED.from_where, at = EXCLUDED.at, checked_at = NULL, checked_by = NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER y_sources_inserted AFTER INSERT ON person_dates REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION fence.note_sources_of_days();
CREATE TRIGGER y_sources_updated AFTER UPDATE ON person_dates REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION fence.note_sources_of_days();

-- Whoever writes other words into a fact is the one who said them; a source that was named belonged to the old words.
CREATE OR REPLACE FUNCTION fence.guard_fact_check() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.value <> OLD.value THEN
    NEW.entered_by := c.user_id; NEW.entered_role := c.role; NEW.entered_at := date_trunc('milliseconds', clock_timestamp());
    NEW.from_where := '';
  END IF;
  IF TG_OP = 'INSERT' OR NEW.value <> OLD.value OR NEW.checked_at IS NULL THEN
    NEW.checked_at := NULL; NEW.checked_by := NULL;
  ELSIF NEW.checked_at IS DISTINCT FROM OLD.checked_at THEN
    NEW.checked_at := clock_timestamp(); NEW.checked_by := c.user_id;
  ELSE
    NEW.checked_by := OLD.checked_by;
  END IF;
  RETURN NEW;
END $$;

-- Fence 9: "still right" is a change like any other. Of somebody private it is private.
CREATE FUNCTION fence.log_checked_source() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM fence.append(fence.writer(), 'person', (SELECT array_agg(jsonb_build_object(
      'b', jsonb_build_object('workspace_id', n.workspace_id, 'id', n.person_id, 'is_private', p.is_private, 'still_right', CASE WHEN o.checked_at IS NOT NULL THEN n.field END),
      'a', jsonb_build_object('workspace_id', n.workspace_id, 'id', n.person_id, 'is_private', p.is_private, 'still_right', CASE WHEN n.checked_at IS NOT NULL THEN n.field END)))
    FROM new_rows n JOIN old_rows o ON (o.workspace_id, o.person_id, o.field) = (n.workspace_id, n.person_id, n.field)
    JOIN public.persons p ON p.workspace_id = n.workspace_id AND p.id = n.person_id
    WHERE n.at = o.at AND n.checked_at IS DISTINCT FROM o.checked_at));
  RETURN NULL;
END $$;
CREATE TRIGGER z_log_checked AFTER UPDATE ON fact_sources REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION fence.log_checked_source();

-- What was known before sources were kept: the log remembers who wrote each column last.
ALTER TABLE fact_sources DISABLE TRIGGER USER;
INSERT INTO fact_sources (workspace_id, person_id, field, by_user, by_role, door, verb, import_id, at)
  SELECT DISTINCT ON (p.workspace_id, p.id, f.field) p.workspace_id, p.id, f.field, l.by_user, l.by_role, l.door, l.verb,
    CASE WHEN l.verb LIKE '%import%' THEN p.import_id END, l.at
  FROM persons p, fence.fields_of_person(to_jsonb(p)) f, log_entries l
  WHERE l.workspace_id = p.workspace_id AND l.subject = 'person' AND l.subject_id = p.id AND l.refusal IS NULL
    AND l.after ? lower(regexp_replace(split_part(f.field, ':', 1), '([A-Z])', '_\1', 'g'))
  ORDER BY p.workspace_id, p.id, f.field, l.seq DESC
  ON CONFLICT DO NOTHING;
INSERT INTO fact_sources (workspace_id, person_id, field, by_user, by_role, door, verb, at)
  SELECT DISTINCT ON (d.workspace_id, d.id) d.workspace_id, d.person_id, 'day:' || d.id, l.by_user, l.by_role, l.door, l.verb, l.at
  FROM person_dates d JOIN log_entries l ON l.workspace_id = d.workspace_id AND l.subject = 'person-date' AND l.subject_id = d.id AND l.refusal IS NULL
  WHERE d.removed_at IS NULL AND (l.after ? 'day' OR l.after ? 'month' OR l.after ? 'year' OR l.after ? 'kind')
  ORDER BY d.workspace_id, d.id, l.seq DESC
  ON CONFLICT DO NOTHING;
ALTER TABLE fact_sources ENABLE TRIGGER USER;
