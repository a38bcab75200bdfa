-- Searching as people type: "Sorensen" finds Sørensen, "Zoe" finds Zoë. What is looked through is kept folded (small
-- letters, no accents), written by the triggers, so that no row can say one thing and be found by another.

CREATE FUNCTION fence.fold(words text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  -- Letters that are no letter with a sign to Unicode, though people type them so, are written out.
  SELECT replace(replace(replace(replace(
    translate(lower(regexp_replace(normalize(words, NFKD), '[\u0300-\u036f]+', '', 'g')), 'ØøŁłĐđðÐħĦı’ÆŒÞẞ', 'oollddddhhi''æœþß'),
    'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th')
$$;
GRANT EXECUTE ON FUNCTION fence.fold(text) TO firsthand_app;

CREATE OR REPLACE FUNCTION fence.derive_task(t public.tasks) RETURNS public.tasks
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  t.reply_due_at := t.received_at + make_interval(hours => t.reply_within_hours);
  t.urgency := CASE WHEN t.priority = 1 THEN 0 ELSE 1 END;
  -- To the millisecond, so that a cursor written in JavaScript finds its place again.
  t.sort_at := date_trunc('milliseconds', coalesce(least(t.due_at, t.reply_due_at), t.created_at));
  t.search_text := left(fence.fold(concat_ws(' ', t.title, t.note, t.message ->> 'from', t.message ->> 'text',
    t.fields ->> 'handle', t.fields ->> 'place', t.fields ->> 'organiser')), 20000);
  RETURN t;
END $$;

ALTER TABLE persons ADD COLUMN search_text text NOT NULL DEFAULT '';

CREATE FUNCTION fence.words_of_person(p public.persons) RETURNS text
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT left(fence.fold(concat_ws(' ', p.name, array_to_string(p.nicknames, ' '), p.organization, p.job_title,
    (SELECT string_agg(e ->> 'value', ' ') FROM jsonb_array_elements(CASE jsonb_typeof(p.emails) WHEN 'array' THEN p.emails ELSE '[]' END) e))), 2000)
$$;

CREATE FUNCTION fence.derive_person() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  NEW.search_text := fence.words_of_person(NEW);
  RETURN NEW;
END $$;
CREATE TRIGGER b_derive_person BEFORE INSERT OR UPDATE ON persons FOR EACH ROW EXECUTE FUNCTION fence.derive_person();

-- What is there already. Nothing a person would notice changes, so nobody has to prove who writes.
ALTER TABLE persons DISABLE TRIGGER USER;
UPDATE persons p SET search_text = fence.words_of_person(p);
ALTER TABLE persons ENABLE TRIGGER USER;
ALTER TABLE tasks DISABLE TRIGGER USER;
UPDATE tasks t SET search_text = (fence.derive_task(t)).search_text;
ALTER TABLE tasks ENABLE TRIGGER USER;
