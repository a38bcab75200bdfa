-- Where a thing comes from is told while the thing is there: a source that outlives its field would tell what is no longer
-- said of somebody, to whoever was not to see it (Fence 7). And a merge puts together what others have said: they said it.
DELETE FROM fact_sources s WHERE s.field NOT LIKE 'day:%' AND NOT EXISTS (SELECT 1 FROM persons p, fence.fields_of_person(to_jsonb(p)) f
  WHERE p.workspace_id = s.workspace_id AND p.id = s.person_id AND f.field = s.field);
DELETE FROM fact_sources s WHERE s.field LIKE 'day:%' AND NOT EXISTS (SELECT 1 FROM person_dates d
  WHERE d.workspace_id = s.workspace_id AND d.person_id = s.person_id AND 'day:' || d.id = s.field);

-- What a merge wrote over, with the words it belonged to: good for exactly these words, when they come back.
CREATE TABLE fence.sources_before_merge (
  workspace_id uuid NOT NULL,
  merged_id uuid NOT NULL,
  kept_id uuid NOT NULL,
  field text NOT NULL,
  value jsonb NOT NULL,
  source jsonb NOT NULL,
  PRIMARY KEY (workspace_id, merged_id, field)
);

-- What a row says that another does not, in these words.
CREATE FUNCTION fence.fields_beyond(r jsonb, other jsonb) RETURNS TABLE (field text, value jsonb)
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT f.field, f.value FROM fence.fields_of_person(r) f EXCEPT SELECT g.field, g.value FROM fence.fields_of_person(other) g
$$;

-- Both transition tables are laid side by side, as in fence.log_updated, which refuses them where they do not belong together.
CREATE OR REPLACE FUNCTION fence.note_sources() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
  running uuid := fence.named_import(c);
  befores jsonb[];
  afters jsonb[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO public.fact_sources (workspace_id, person_id, field, by_user, by_role, door, verb, import_id, from_where, at)
      SELECT n.workspace_id, n.id, f.field, c.user_id, c.role, c.door, c.verb, coalesce(running, n.import_id), fence.named_source(), clock_timestamp()
      FROM (SELECT r.workspace_id, r.id, r.import_id, to_jsonb(r) AS said FROM new_rows r OFFSET 0) n, fence.fields_of_person(n.said) f ON CONFLICT DO NOTHING;
    RETURN NULL;
  END IF;
  SELECT array_agg(to_jsonb(r)) INTO befores FROM old_rows r;
  SELECT array_agg(to_jsonb(r)) INTO afters FROM new_rows r;
  IF c.verb = 'merge-people' THEN PERFORM fence.keep_sources(befores, afters); END IF;
  INSERT INTO public.fact_sources (workspace_id, person_id, field, by_user, by_role, door, verb, import_id, from_where, at)
    SELECT c.workspace_id, (x.n ->> 'id')::uuid, f.field, c.user_id, c.role, c.door, c.verb,
      coalesce(running, CASE WHEN x.n -> 'import_id' IS DISTINCT FROM x.o -> 'import_id' THEN (x.n ->> 'import_id')::uuid END), fence.named_source(), clock_timestamp()
    FROM unnest(befores, afters) AS x (o, n), fence.fields_beyond(x.n, x.o) f
    ON CONFLICT (workspace_id, person_id, field) DO UPDATE SET by_user = EXCLUDED.by_user, by_role = EXCLUDED.by_role, door = EXCLUDED.door,
      verb = EXCLUDED.verb, import_id = EXCLUDED.import_id, from_where = EXCLUDED.from_where, at = EXCLUDED.at, checked_at = NULL, checked_by = NULL;
  DELETE FROM public.fact_sources s USING unnest(befores, afters) AS x (o, n), fence.fields_beyond(x.o, x.n) g
    WHERE s.workspace_id = c.workspace_id AND s.person_id = (x.o ->> 'id')::uuid AND s.field = g.field
      AND NOT EXISTS (SELECT 1 FROM fence.fields_of_person(x.n) f WHERE f.field = g.field);
  IF c.verb IN ('merge-people', 'undo-merge') THEN PERFORM fence.pass_sources_on(befores, afters); END IF;
  RETURN NULL;
END $$;

-- Before a merge writes over what the kept one said: whose words they were.
CREATE FUNCTION fence.keep_sources(befores jsonb[], afters jsonb[]) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO fence.sources_before_merge
    SELECT DISTINCT ON (g.field, s.person_id) s.workspace_id, m.merged_id, s.person_id, g.field, g.value, to_jsonb(s)
    FROM unnest(befores, afters) AS x (o, n) CROSS JOIN fence.fields_beyond(x.o, x.n) g
    JOIN public.fact_sources s ON s.workspace_id = (fence.writer()).workspace_id AND s.person_id = (x.o ->> 'id')::uuid AND s.field = g.field
    JOIN public.person_merges m ON m.workspace_id = s.workspace_id AND m.kept_id = s.person_id AND m.undone_at IS NULL
    ORDER BY g.field, s.person_id, m.entered_at DESC
  ON CONFLICT (workspace_id, merged_id, field) DO UPDATE SET kept_id = EXCLUDED.kept_id, value = EXCLUDED.value, source = EXCLUDED.source
$$;

-- With a merge come the sources of the other one's words, with its undo those of the words before it. A verb is only a
-- claim: a source goes to the very words that it belongs to, and to no others.
CREATE FUNCTION fence.pass_sources_on(befores jsonb[], afters jsonb[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
  said public.fact_sources;
BEGIN
  FOR said IN
    WITH anew AS (SELECT (x.n ->> 'id')::uuid AS id, f.field, f.value FROM unnest(befores, afters) AS x (o, n), fence.fields_beyond(x.n, x.o) f)
    SELECT (jsonb_populate_record(s, jsonb_build_object('person_id', a.id))).* FROM anew a
      JOIN public.person_merges m ON m.workspace_id = c.workspace_id AND m.kept_id = a.id AND m.undone_at IS NULL AND c.verb = 'merge-people'
      JOIN public.persons p ON p.workspace_id = m.workspace_id AND p.id = m.merged_id
      JOIN LATERAL fence.fields_of_person(to_jsonb(p)) g ON g.field = a.field AND g.value = a.value
      JOIN public.fact_sources s ON s.workspace_id = p.workspace_id AND s.person_id = p.id AND s.field = a.field
    UNION ALL SELECT (jsonb_populate_record(NULL::public.fact_sources, b.source)).* FROM anew a
      JOIN fence.sources_before_merge b ON b.workspace_id = c.workspace_id AND b.kept_id = a.id AND b.field = a.field AND b.value = a.value
        AND c.verb = 'undo-merge'
  LOOP
    DELETE FROM public.fact_sources s WHERE s.workspace_id = said.workspace_id AND s.person_id = said.person_id AND s.field = said.field;
    INSERT INTO public.fact_sources SELECT said.*;
  END LOOP;
END $$;

-- A day that goes to somebody else takes its source along, and leaves none behind.
CREATE OR REPLACE FUNCTION fence.note_sources_of_days() RETURNS trigger
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
  INSERT INTO public.fact_sources SELECT (jsonb_populate_record(s, jsonb_build_object('person_id', n.person_id))).*
    FROM new_rows n JOIN old_rows o ON o.workspace_id = n.workspace_id AND o.id = n.id AND o.person_id <> n.person_id
    JOIN public.fact_sources s ON s.workspace_id = o.workspace_id AND s.person_id = o.person_id AND s.field = 'day:' || o.id
    ON CONFLICT DO NOTHING;
  DELETE FROM public.fact_sources s USING old_rows o, new_rows n WHERE n.workspace_id = o.workspace_id AND n.id = o.id AND n.person_id <> o.person_id
    AND s.workspace_id = o.workspace_id AND s.person_id = o.person_id AND s.field = 'day:' || o.id;
  INSERT INTO public.fact_sources (workspace_id, person_id, field, by_user, by_role, door, verb, import_id, from_where, at)
    SELECT n.workspace_id, n.person_id, 'day:' || n.id, c.user_id, c.role, c.door, c.verb, fence.named_import(c), fence.named_source(), clock_timestamp()
    FROM new_rows n JOIN old_rows o ON o.workspace_id = n.workspace_id AND o.id = n.id
    WHERE (n.kind, n.label, n.month, n.day, n.year) IS DISTINCT FROM (o.kind, o.label, o.month, o.day, o.year)
    ON CONFLICT (workspace_id, person_id, field) DO UPDATE SET by_user = EXCLUDED.by_user, by_role = EXCLUDED.by_role, door = EXCLUDED.door,
      verb = EXCLUDED.verb, import_id = EXCLUDED.import_id, from_where = EXCLUDED.from_where, at = EXCLUDED.at, checked_at = NULL, checked_by = NULL;
  RETURN NULL;
END $$;
