-- Fence 9. Every change is written down by the statement that makes it, in a chain of hashes, one chain to a desk.
-- The hash covers a sum of the contents, not the contents: what must be erased one day can be, and the chain still holds.
CREATE FUNCTION fence.content_sum(before jsonb, after jsonb) RETURNS bytea
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT sha256(convert_to(coalesce(before::text, '') || E'\n' || coalesce(after::text, ''), 'UTF8'))
$$;

CREATE FUNCTION fence.entry_hash(e public.log_entries) RETURNS bytea
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT sha256(e.prev_hash || e.content_sum || convert_to(jsonb_build_array(e.workspace_id, e.seq, extract(epoch FROM e.at),
    e.by_user, e.by_role, e.door, e.verb, e.subject, e.subject_id, e.version, e.refusal, e.is_private)::text, 'UTF8'))
$$;

-- What is not worth remembering twice: derived columns, and files' own copies.
CREATE FUNCTION fence.worth_logging(r jsonb) RETURNS jsonb
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT r - ARRAY['workspace_id', 'version', 'search_text', 'sort_at', 'urgency', 'source', 'payload', 'token_hash', 'attendees', 'expanded_until']
$$;

CREATE FUNCTION fence.append(c fence.context, subject text, rows jsonb[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  head public.log_heads;
  e public.log_entries;
  r jsonb;
  b jsonb;
  a jsonb;
BEGIN
  IF coalesce(array_length(rows, 1), 0) = 0 THEN RETURN; END IF;
  SELECT * INTO head FROM public.log_heads h WHERE h.workspace_id = c.workspace_id FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'fence: this desk has no log' USING ERRCODE = 'FH001';
  END IF;
  FOREACH r IN ARRAY rows LOOP
    b := nullif(r -> 'b', 'null'::jsonb);
    a := nullif(r -> 'a', 'null'::jsonb);
    -- Somebody at home on two desks could change the context while their statement runs.
    IF a IS NOT NULL AND coalesce(a ->> 'workspace_id', a ->> 'id') IS DISTINCT FROM c.workspace_id::text THEN
      RAISE EXCEPTION 'fence: a change is written down on its own desk' USING ERRCODE = 'FH008';
    END IF;
    -- That something became private, or open, is said by itself: an open window takes it away by that. What else changed
    -- with it is private. Where nothing changed that a person would notice, there is nothing to write down.
    FOR e.before, e.after, e.is_private IN
      SELECT NULL::jsonb, jsonb_strip_nulls(fence.worth_logging(a)),
        coalesce((a ->> 'is_private')::boolean, (r ->> 'is_private')::boolean, false) WHERE b IS NULL
      UNION ALL
      SELECT jsonb_object_agg(d.k, b -> d.k), jsonb_object_agg(d.k, a -> d.k), d.hidden
      FROM (SELECT k, k <> 'is_private' AND ((a ->> 'is_private')::boolean IS TRUE OR (b ->> 'is_private')::boolean IS TRUE) AS hidden
        FROM jsonb_object_keys(fence.worth_logging(a)) AS k WHERE b IS NOT NULL AND b -> k IS DISTINCT FROM a -> k) AS d
      GROUP BY d.hidden ORDER BY 3
    LOOP
      head.seq := head.seq + 1;
      e.workspace_id := c.workspace_id;
      e.seq := head.seq;
      e.at := clock_timestamp();
      e.by_user := c.user_id;
      e.by_role := c.role;
      e.door := c.door;
      e.verb := c.verb;
      e.subject := append.subject;
      e.subject_id := nullif(coalesce(a ->> 'id', a ->> 'user_id', b ->> 'id', r ->> 'id'), '')::uuid;
      e.version := (coalesce(a ->> 'version', r ->> 'version'))::integer;
      e.refusal := r ->> 'refusal';
      e.content_sum := fence.content_sum(e.before, e.after);
      e.prev_hash := head.hash;
      e.hash := NULL;
      e.hash := fence.entry_hash(e);
      INSERT INTO public.log_entries SELECT e.*;
      head.hash := e.hash;
    END LOOP;
  END LOOP;
  UPDATE public.log_heads h SET seq = head.seq, hash = head.hash WHERE h.workspace_id = c.workspace_id;
END $$;

CREATE FUNCTION fence.log_inserted() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM fence.append(fence.writer(), TG_ARGV[0], (SELECT array_agg(jsonb_build_object('a', to_jsonb(n))) FROM new_rows n));
  RETURN NULL;
END $$;

-- Both transition tables come in the order in which rows were changed, so they are laid side by side. A join would be planned
-- once per connection: after a single row it compares every pair of the next five hundred.
CREATE FUNCTION fence.log_updated() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  befores jsonb[];
  afters jsonb[];
BEGIN
  SELECT array_agg(to_jsonb(r)) INTO befores FROM old_rows r;
  SELECT array_agg(to_jsonb(r)) INTO afters FROM new_rows r;
  IF EXISTS (SELECT 1 FROM unnest(befores, afters) AS x (b, a)
    WHERE coalesce(x.b ->> 'id', x.b ->> 'user_id') IS DISTINCT FROM coalesce(x.a ->> 'id', x.a ->> 'user_id')) THEN
    RAISE EXCEPTION 'fence: a change and what it changed do not belong together' USING ERRCODE = 'FH000';
  END IF;
  PERFORM fence.append(fence.writer(), TG_ARGV[0],
    (SELECT array_agg(jsonb_build_object('b', x.b, 'a', x.a)) FROM unnest(befores, afters) AS x (b, a)));
  RETURN NULL;
END $$;

DO $$
DECLARE
  t record;
BEGIN
  FOR t IN SELECT * FROM (VALUES ('tasks', 'task'), ('memberships', 'member'), ('invitations', 'invitation'), ('persons', 'person'),
    ('person_dates', 'person-date'), ('events', 'event'), ('accounts', 'account'), ('imports', 'import')) AS v (name, subject)
  LOOP
    EXECUTE format('CREATE TRIGGER z_log_inserted AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION fence.log_inserted(%L)', t.name, t.subject);
    EXECUTE format('CREATE TRIGGER z_log_updated AFTER UPDATE ON %I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION fence.log_updated(%L)', t.name, t.subject);
  END LOOP;
END $$;
CREATE TRIGGER z_log_updated AFTER UPDATE ON workspaces REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION fence.log_updated('desk');

-- A refused attempt is remembered too, with what was tried on what.
CREATE FUNCTION fence.record_refusal(subject text, subject_id uuid, refusal text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
  hidden boolean;
BEGIN
  SELECT t.is_private INTO hidden FROM public.tasks t WHERE t.workspace_id = c.workspace_id AND t.id = record_refusal.subject_id;
  PERFORM fence.append(c, record_refusal.subject,
    ARRAY[jsonb_build_object('id', coalesce(record_refusal.subject_id::text, ''), 'refusal', left(record_refusal.refusal, 60), 'is_private', coalesce(hidden, false))]);
END $$;

-- The live cursor of the desk this transaction works on.
CREATE FUNCTION fence.seq() RETURNS bigint
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT h.seq FROM public.log_heads h WHERE h.workspace_id = fence.workspace()
$$;

-- Walks one chain and names the first entry that is not what was written. No row back: the chain is whole.
CREATE FUNCTION fence.verify_log(desk uuid) RETURNS TABLE (seq bigint, why text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  e public.log_entries;
  expected bytea := '\x00';
  next_seq bigint := 1;
  head public.log_heads;
BEGIN
  FOR e IN SELECT * FROM public.log_entries l WHERE l.workspace_id = desk ORDER BY l.seq LOOP
    IF e.seq <> next_seq THEN
      RETURN QUERY SELECT next_seq, 'an entry is missing'; RETURN;
    ELSIF e.prev_hash IS DISTINCT FROM expected THEN
      RETURN QUERY SELECT e.seq, 'the entry does not follow the one before it'; RETURN;
    ELSIF e.erased_at IS NULL AND e.content_sum IS DISTINCT FROM fence.content_sum(e.before, e.after) THEN
      RETURN QUERY SELECT e.seq, 'what the entry says was changed'; RETURN;
    ELSIF e.erased_at IS NOT NULL AND (e.before IS NOT NULL OR e.after IS NOT NULL) THEN
      RETURN QUERY SELECT e.seq, 'an erased entry says something'; RETURN;
    ELSIF e.hash IS DISTINCT FROM fence.entry_hash(e) THEN
      RETURN QUERY SELECT e.seq, 'who, when or what of the entry was changed'; RETURN;
    END IF;
    expected := e.hash;
    next_seq := next_seq + 1;
  END LOOP;
  SELECT * INTO head FROM public.log_heads h WHERE h.workspace_id = desk;
  IF head.seq IS DISTINCT FROM next_seq - 1 OR head.hash IS DISTINCT FROM expected THEN
    RETURN QUERY SELECT next_seq, 'entries are missing at the end';
  END IF;
END $$;
