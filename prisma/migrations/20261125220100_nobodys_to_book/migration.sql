-- What must hold of the calendar, for whoever gets past the application: time that the client keeps is given away by the client
-- alone; what is private leaves a "busy" at most; addresses and passwords of calendars are the client's; who confirmed a meeting
-- is told by proof.

-- Events. Whose they are comes from proof; a held one is let stand by the client alone. A job may find that something is private.
CREATE FUNCTION fence.guard_event() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
BEGIN
  IF NEW.workspace_id IS DISTINCT FROM c.workspace_id OR (TG_OP = 'UPDATE' AND (NEW.workspace_id, NEW.id, NEW.uid, NEW.recurrence_id)
    IS DISTINCT FROM (OLD.workspace_id, OLD.id, OLD.uid, OLD.recurrence_id)) THEN
    RAISE EXCEPTION 'fence: this belongs to another desk' USING ERRCODE = 'FH008';
  END IF;
  IF TG_OP = 'INSERT' AND NEW.is_private AND c.role NOT IN ('client', 'system') THEN
    RAISE EXCEPTION 'fence: only the client makes things private' USING ERRCODE = 'FH007';
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.is_private <> OLD.is_private AND NOT (c.role = 'client' OR (c.role = 'system' AND NEW.is_private)) THEN
    RAISE EXCEPTION 'fence: only the client makes things private, or open' USING ERRCODE = 'FH007';
  END IF;
  IF c.role NOT IN ('client', 'system') AND NEW.calendar_id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.calendar_id IS DISTINCT FROM OLD.calendar_id)
    AND NOT EXISTS (SELECT 1 FROM public.calendars k WHERE k.workspace_id = NEW.workspace_id AND k.id = NEW.calendar_id AND NOT k.is_private AND k.takes_ours) THEN
    RAISE EXCEPTION 'fence: what a calendar holds is read from it' USING ERRCODE = 'FH003';
  END IF;
  -- What comes from a private calendar is private before anybody sees it.
  IF NEW.calendar_id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.calendar_id IS DISTINCT FROM OLD.calendar_id)
    AND EXISTS (SELECT 1 FROM public.calendars k WHERE k.workspace_id = NEW.workspace_id AND k.id = NEW.calendar_id AND k.is_private) THEN
    NEW.is_private := true;
  END IF;
  -- Time that the client keeps: their word for it is theirs to give, and was for the time that the event had.
  IF NEW.over_protected AND c.role <> 'client' AND (TG_OP = 'INSERT' OR NOT OLD.over_protected) THEN
    RAISE EXCEPTION 'fence: only the client gives protected time away' USING ERRCODE = 'FH003';
  END IF;
  IF TG_OP = 'INSERT' THEN
    NEW.version := 1; NEW.made_by := c.user_id; NEW.made_role := c.role; NEW.changed_at := clock_timestamp();
    RETURN NEW;
  END IF;
  NEW.version := OLD.version + 1; NEW.made_by := OLD.made_by; NEW.made_role := OLD.made_role; NEW.own := OLD.own;
  -- (Leaving times out gives nothing away.)
  IF c.role <> 'client' AND NEW.source IS DISTINCT FROM OLD.source AND NOT coalesce(NEW.source - 'exdates' = OLD.source - 'exdates'
    AND (NEW.source -> 'exdates') @> (OLD.source -> 'exdates'), false) THEN
    NEW.over_protected := false;
  END IF;
  -- Neither by letting a held one go, nor by making one that leaves time free take it, nor by bringing one back. (A new time is
  -- judged as it is written down.)
  IF c.role NOT IN ('client', 'system') AND NEW.own AND NEW.removed_at IS NULL AND (OLD.held OR OLD.transparent OR OLD.removed_at IS NOT NULL) AND NOT (NEW.held OR NEW.transparent OR NEW.over_protected)
    AND fence.is_over_kept(NEW.workspace_id, NEW.id) THEN
    RAISE EXCEPTION 'fence: only the client gives protected time away' USING ERRCODE = 'FH003';
  END IF;
  NEW.changed_at := CASE WHEN (to_jsonb(NEW) - ARRAY['version', 'expanded_until', 'changed_at']) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['version', 'expanded_until', 'changed_at'])
    THEN clock_timestamp() ELSE OLD.changed_at END;
  -- Time that passes is no change: whoever looks at it, or wants to take theirs back, still has the version they saw.
  IF NEW.expanded_until IS DISTINCT FROM OLD.expanded_until AND (to_jsonb(NEW) - ARRAY['version', 'expanded_until']) IS NOT DISTINCT FROM (to_jsonb(OLD) - ARRAY['version', 'expanded_until']) THEN
    NEW.version := OLD.version;
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION fence.guard_event_undo() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
BEGIN
  IF NEW.workspace_id IS DISTINCT FROM c.workspace_id THEN
    RAISE EXCEPTION 'fence: this belongs to another desk' USING ERRCODE = 'FH008';
  END IF;
  NEW.made_by := CASE WHEN TG_OP = 'INSERT' THEN c.user_id ELSE OLD.made_by END;
  RETURN NEW;
END $$;
CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON event_undos FOR EACH ROW EXECUTE FUNCTION fence.guard_event_undo();

-- Whether time is kept at some moment between these two.
CREATE FUNCTION fence.is_kept(desk uuid, from_at timestamptz, to_at timestamptz) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM public.kept_spans k WHERE k.workspace_id = desk AND desk = fence.workspace()
    AND k.starts_at < greatest(to_at, from_at + interval '1 second') AND k.ends_at > from_at)
$$;
-- Whether an event happens in time that is kept.
CREATE FUNCTION fence.is_over_kept(desk uuid, event uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM public.event_occurrences o WHERE o.workspace_id = desk AND o.event_id = event AND o.ends_at > now() - interval '1 day'
    AND fence.is_kept(desk, o.starts_at, o.ends_at))
$$;
DROP TRIGGER a_guard ON events;
CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON events FOR EACH ROW EXECUTE FUNCTION fence.guard_event();

-- I8. Whoever is not the client books nothing over time that is kept: what they make there waits, in pencil. What arrives from
-- elsewhere is no booking, and a whole day that leaves one free is none either.
CREATE OR REPLACE FUNCTION fence.guard_occurrence() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  is_booking boolean;
BEGIN
  -- The client's word for a single entry is for the time that stands in it.
  SELECT x.is_private, x.own AND NOT x.held AND NOT x.transparent AND NOT (x.over_protected AND (x.rule <> '' OR x.all_day
      OR coalesce(NEW.starts_at = fence.instant_of(x.source #>> '{start,utc}'), true) AND coalesce(NEW.ends_at <= fence.instant_of(x.source #>> '{end,utc}'), true)
      OR jsonb_array_length(coalesce(nullif(x.source -> 'rdates', 'null'), '[]')) > 0))
  INTO NEW.is_private, is_booking
  FROM public.events x WHERE x.workspace_id = NEW.workspace_id AND x.id = NEW.event_id;
  -- Most of what is written out is no booking: proof is asked for where it counts, as a calendar has a million times.
  IF is_booking AND NEW.ends_at > now() - interval '1 day'
    AND fence.is_kept(NEW.workspace_id, NEW.starts_at, NEW.ends_at) AND (fence.writer()).role NOT IN ('client', 'system') THEN
    RAISE EXCEPTION 'fence: only the client gives protected time away' USING ERRCODE = 'FH003';
  END IF;
  RETURN NEW;
END $$;

-- Calendars: the client's to add, rename, hide and take away; how they fare, a job's to write down.
CREATE FUNCTION fence.guard_calendar() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
BEGIN
  IF NEW.workspace_id IS DISTINCT FROM c.workspace_id OR (TG_OP = 'UPDATE' AND (NEW.workspace_id, NEW.id, NEW.kind) IS DISTINCT FROM (OLD.workspace_id, OLD.id, OLD.kind)) THEN
    RAISE EXCEPTION 'fence: this belongs to another desk' USING ERRCODE = 'FH008';
  END IF;
  IF c.role <> 'client' AND (TG_OP = 'INSERT' OR c.role <> 'system'
    OR (NEW.name, NEW.is_private, NEW.takes_ours, NEW.removed_at) IS DISTINCT FROM (OLD.name, OLD.is_private, OLD.takes_ours, OLD.removed_at)) THEN
    RAISE EXCEPTION 'fence: only the client changes this' USING ERRCODE = 'FH003';
  END IF;
  -- How it fares is nothing that somebody else's change could be lost over.
  NEW.version := CASE WHEN TG_OP = 'INSERT' THEN 1 WHEN (NEW.name, NEW.is_private, NEW.takes_ours, NEW.removed_at) IS DISTINCT FROM
    (OLD.name, OLD.is_private, OLD.takes_ours, OLD.removed_at) THEN OLD.version + 1 ELSE OLD.version END;
  RETURN NEW;
END $$;
CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON calendars FOR EACH ROW EXECUTE FUNCTION fence.guard_calendar();
CREATE FUNCTION fence.guard_calendar_place() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
BEGIN
  IF NEW.workspace_id IS DISTINCT FROM c.workspace_id OR (TG_OP = 'UPDATE' AND (NEW.workspace_id, NEW.calendar_id) IS DISTINCT FROM (OLD.workspace_id, OLD.calendar_id)) THEN
    RAISE EXCEPTION 'fence: this belongs to another desk' USING ERRCODE = 'FH008';
  END IF;
  IF c.role <> 'client' AND (TG_OP = 'INSERT' OR c.role <> 'system'
    OR (NEW.host, NEW.username, NEW.sealed, NEW.place_sum) IS DISTINCT FROM (OLD.host, OLD.username, OLD.sealed, OLD.place_sum)) THEN
    RAISE EXCEPTION 'fence: only the client changes this' USING ERRCODE = 'FH003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON calendar_places FOR EACH ROW EXECUTE FUNCTION fence.guard_calendar_place();
-- Everything in a calendar that the client makes private is private with it, also what another calendar has as well.
CREATE FUNCTION fence.hide_calendar() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.events e SET is_private = true WHERE e.workspace_id = NEW.workspace_id AND NOT e.is_private AND (e.calendar_id = NEW.id
    OR e.uid IN (SELECT i.uid FROM public.calendar_items i WHERE i.workspace_id = NEW.workspace_id AND i.calendar_id = NEW.id AND i.uid <> ''));
  RETURN NULL;
END $$;
CREATE TRIGGER b_hide_events AFTER UPDATE ON calendars FOR EACH ROW WHEN (NEW.is_private AND NOT OLD.is_private) EXECUTE FUNCTION fence.hide_calendar();

-- Protected hours are the client's; when exactly they are, and until when that is worked out, the client's and the jobs' to write down.
CREATE FUNCTION fence.guard_protected_time() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
  says boolean := TG_OP = 'INSERT' OR (to_jsonb(NEW) - 'spread_until') IS DISTINCT FROM (to_jsonb(OLD) - 'spread_until');
BEGIN
  IF NEW.workspace_id IS DISTINCT FROM c.workspace_id OR (TG_OP = 'UPDATE' AND (NEW.workspace_id, NEW.id) IS DISTINCT FROM (OLD.workspace_id, OLD.id)) THEN
    RAISE EXCEPTION 'fence: this belongs to another desk' USING ERRCODE = 'FH008';
  END IF;
  IF c.role <> 'client' AND (says OR c.role <> 'system') THEN
    RAISE EXCEPTION 'fence: only the client changes this' USING ERRCODE = 'FH003';
  END IF;
  NEW.version := CASE WHEN TG_OP = 'INSERT' THEN 1 WHEN says THEN OLD.version + 1 ELSE OLD.version END;
  RETURN NEW;
END $$;
CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON protected_times FOR EACH ROW EXECUTE FUNCTION fence.guard_protected_time();
CREATE FUNCTION fence.guard_kept_span() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
  s public.kept_spans := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  IF s.workspace_id IS DISTINCT FROM c.workspace_id THEN
    RAISE EXCEPTION 'fence: this belongs to another desk' USING ERRCODE = 'FH008';
  END IF;
  -- Days away and posts keep their time by triggers of their own, whoever changed them.
  IF pg_trigger_depth() = 1 AND (s.protected_id IS NULL OR c.role NOT IN ('client', 'system')) THEN
    RAISE EXCEPTION 'fence: only the client gives protected time away' USING ERRCODE = 'FH003';
  END IF;
  IF TG_OP = 'INSERT' AND s.protected_id IS NOT NULL THEN
    s.is_private := false;
  END IF;
  RETURN s;
END $$;
-- A protected time that is taken away keeps nothing any more.
CREATE FUNCTION fence.free_protected() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM public.kept_spans k WHERE k.workspace_id = NEW.workspace_id AND k.protected_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER c_free AFTER UPDATE ON protected_times FOR EACH ROW WHEN (NEW.removed_at IS NOT NULL AND OLD.removed_at IS NULL) EXECUTE FUNCTION fence.free_protected();

-- Days away, from midnight to midnight where the client lives.
CREATE FUNCTION fence.keep_day_off() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  there text := (SELECT w.zone FROM public.workspaces w WHERE w.id = NEW.workspace_id);
BEGIN
  DELETE FROM public.kept_spans k WHERE k.workspace_id = NEW.workspace_id AND k.day_off_id = NEW.id;
  IF NEW.removed_at IS NULL THEN
    INSERT INTO public.kept_spans (workspace_id, day_off_id, starts_at, ends_at)
    VALUES (NEW.workspace_id, NEW.id, NEW.from_on::timestamp AT TIME ZONE there, (NEW.to_on + 1)::timestamp AT TIME ZONE there);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER c_keep AFTER INSERT OR UPDATE ON days_off FOR EACH ROW EXECUTE FUNCTION fence.keep_day_off();
CREATE FUNCTION fence.move_days_off() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM public.kept_spans k WHERE k.workspace_id = NEW.id AND k.day_off_id IS NOT NULL;
  INSERT INTO public.kept_spans (workspace_id, day_off_id, starts_at, ends_at)
  SELECT d.workspace_id, d.id, d.from_on::timestamp AT TIME ZONE NEW.zone, (d.to_on + 1)::timestamp AT TIME ZONE NEW.zone
  FROM public.days_off d WHERE d.workspace_id = NEW.id AND d.removed_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER c_move_days_off AFTER UPDATE ON workspaces FOR EACH ROW WHEN (NEW.zone <> OLD.zone) EXECUTE FUNCTION fence.move_days_off();
INSERT INTO kept_spans (workspace_id, day_off_id, starts_at, ends_at)
  SELECT d.workspace_id, d.id, d.from_on::timestamp AT TIME ZONE w.zone, (d.to_on + 1)::timestamp AT TIME ZONE w.zone
  FROM days_off d JOIN workspaces w ON w.id = d.workspace_id WHERE d.removed_at IS NULL;

-- After a scheduled post time is kept for the answers to it: as long as the task says, or the desk. Whatever changes the task,
-- through whichever door, moves the window with it.
CREATE FUNCTION fence.instant_of(said text) RETURNS timestamptz
  LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF said ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$' THEN RETURN said::timestamptz; END IF;
  RETURN NULL;
EXCEPTION WHEN others THEN
  RETURN NULL;
END $$;
CREATE FUNCTION fence.window_lasts(t public.tasks) RETURNS integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE WHEN t.fields ->> 'windowMinutes' ~ '^\d{1,3}$' THEN (t.fields ->> 'windowMinutes')::integer ELSE w.window_minutes END
  FROM public.workspaces w WHERE w.id = t.workspace_id
$$;
CREATE FUNCTION fence.window_of(t public.tasks) RETURNS tstzrange
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE WHEN x.starts IS NOT NULL AND x.lasts > 0 THEN tstzrange(x.starts, x.starts + make_interval(mins => x.lasts)) END
  FROM (SELECT coalesce(fence.instant_of(t.fields ->> 'publishAt'), CASE WHEN NOT t.due_all_day THEN t.due_at END) AS starts, fence.window_lasts(t) AS lasts) x
  WHERE t.kind = 'scheduled-post' AND t.state NOT IN ('declined', 'withdrawn') AND t.merged_into_id IS NULL
$$;
CREATE FUNCTION fence.keep_window() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  r tstzrange := fence.window_of(NEW);
  hidden boolean := NEW.is_private OR fence.is_hidden(NEW.workspace_id, 'task', NEW.id);
BEGIN
  -- What a post keeps is shortened by the client alone; what went beyond the desk's own wish may go back to it.
  IF TG_OP = 'UPDATE' AND OLD.kind = NEW.kind AND (fence.writer()).role NOT IN ('client', 'system') AND fence.window_lasts(NEW)
    < least(fence.window_lasts(OLD), (SELECT w.window_minutes FROM public.workspaces w WHERE w.id = NEW.workspace_id)) THEN
    RAISE EXCEPTION 'fence: only the client gives protected time away' USING ERRCODE = 'FH003';
  END IF;
  DELETE FROM public.kept_spans k WHERE k.workspace_id = NEW.workspace_id AND k.task_id = NEW.id;
  IF r IS NOT NULL THEN
    INSERT INTO public.kept_spans (workspace_id, task_id, starts_at, ends_at, is_private) VALUES (NEW.workspace_id, NEW.id, lower(r), upper(r), hidden);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER c_keep_window_made AFTER INSERT ON tasks FOR EACH ROW WHEN (NEW.kind = 'scheduled-post') EXECUTE FUNCTION fence.keep_window();
CREATE TRIGGER c_keep_window AFTER UPDATE ON tasks FOR EACH ROW
  WHEN ((NEW.kind = 'scheduled-post' OR OLD.kind = 'scheduled-post') AND (NEW.kind, NEW.state, NEW.fields, NEW.due_at, NEW.due_all_day, NEW.merged_into_id, NEW.is_private, NEW.person_id)
    IS DISTINCT FROM (OLD.kind, OLD.state, OLD.fields, OLD.due_at, OLD.due_all_day, OLD.merged_into_id, OLD.is_private, OLD.person_id)) EXECUTE FUNCTION fence.keep_window();
CREATE FUNCTION fence.keep_windows() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM public.kept_spans k WHERE k.workspace_id = NEW.id AND k.task_id IS NOT NULL;
  INSERT INTO public.kept_spans (workspace_id, task_id, starts_at, ends_at, is_private)
  SELECT t.workspace_id, t.id, lower(x.r), upper(x.r), t.is_private OR fence.is_hidden(t.workspace_id, 'task', t.id)
  FROM public.tasks t, LATERAL (SELECT fence.window_of(t) AS r) x WHERE t.workspace_id = NEW.id AND t.kind = 'scheduled-post' AND x.r IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER c_keep_windows AFTER UPDATE ON workspaces FOR EACH ROW WHEN (NEW.window_minutes <> OLD.window_minutes) EXECUTE FUNCTION fence.keep_windows();
INSERT INTO kept_spans (workspace_id, task_id, starts_at, ends_at, is_private)
  SELECT t.workspace_id, t.id, lower(x.r), upper(x.r), t.is_private OR fence.is_hidden(t.workspace_id, 'task', t.id)
  FROM tasks t, LATERAL (SELECT fence.window_of(t) AS r) x WHERE t.kind = 'scheduled-post' AND x.r IS NOT NULL;

-- B7. When the client is busy with what one may not see: stretches that run together, and nothing of what or how many they are.
CREATE FUNCTION fence.busy_spans(from_at timestamptz, to_at timestamptz) RETURNS TABLE (starts_at timestamptz, ends_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT lower(x.r), upper(x.r) FROM unnest((SELECT range_agg(tstzrange(greatest(b.s, from_at), least(b.e, to_at))) FROM (
    SELECT o.starts_at AS s, o.ends_at AS e FROM public.event_occurrences o JOIN public.events v ON v.workspace_id = o.workspace_id AND v.id = o.event_id
      WHERE o.workspace_id = fence.workspace() AND (o.is_private OR v.is_private) AND v.removed_at IS NULL AND NOT v.transparent AND upper(v.status) <> 'CANCELLED' AND v.answer <> 'declined'
        AND o.starts_at < to_at AND o.starts_at > from_at - interval '400 days' AND o.ends_at > from_at AND o.ends_at > o.starts_at
    UNION ALL
    SELECT k.starts_at, k.ends_at FROM public.kept_spans k
      WHERE k.workspace_id = fence.workspace() AND k.starts_at < to_at AND k.ends_at > from_at AND (k.is_private OR fence.is_hidden(k.workspace_id, 'task', k.task_id))) b
    WHERE NOT fence.sees_private())) AS x (r)
$$;

-- Feeds. The client's, or an assistant's own view of the desk.
CREATE FUNCTION fence.guard_feed() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
BEGIN
  IF NEW.workspace_id IS DISTINCT FROM c.workspace_id OR (TG_OP = 'UPDATE' AND (NEW.workspace_id, NEW.id, NEW.scope, NEW.for_user) IS DISTINCT FROM (OLD.workspace_id, OLD.id, OLD.scope, OLD.for_user)) THEN
    RAISE EXCEPTION 'fence: this belongs to another desk' USING ERRCODE = 'FH008';
  END IF;
  IF c.user_id IS NULL OR (c.role <> 'client' AND NOT (NEW.scope = 'assistant' AND NEW.for_user = c.user_id)) THEN
    RAISE EXCEPTION 'fence: only the client hands the calendar out' USING ERRCODE = 'FH003';
  END IF;
  IF TG_OP = 'INSERT' THEN
    NEW.version := 1; NEW.made_by := c.user_id; NEW.made_role := c.role; NEW.made_at := clock_timestamp(); NEW.issued_at := clock_timestamp(); NEW.revoked_at := NULL;
    RETURN NEW;
  END IF;
  IF OLD.revoked_at IS NOT NULL THEN
    RAISE EXCEPTION 'fence: an address that was taken back stays so' USING ERRCODE = 'FH003';
  END IF;
  NEW.version := OLD.version + 1; NEW.made_by := OLD.made_by; NEW.made_role := OLD.made_role; NEW.made_at := OLD.made_at;
  NEW.issued_at := CASE WHEN NEW.token_hash <> OLD.token_hash THEN clock_timestamp() ELSE OLD.issued_at END;
  RETURN NEW;
END $$;
CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON feeds FOR EACH ROW EXECUTE FUNCTION fence.guard_feed();
-- With whoever leaves, the addresses of their view go for good: none opens again when they come back.
CREATE FUNCTION fence.end_feeds() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.feeds f SET revoked_at = clock_timestamp() WHERE f.workspace_id = NEW.workspace_id AND f.for_user = NEW.user_id AND f.revoked_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER c_end_feeds AFTER UPDATE ON memberships FOR EACH ROW WHEN (NEW.ended_at IS NOT NULL AND OLD.ended_at IS NULL) EXECUTE FUNCTION fence.end_feeds();

-- Opens a desk for whoever has a feed's address: to look, with an assistant's eyes whoever made it, and no longer than they belong.
CREATE FUNCTION fence.enter_feed(token text) RETURNS TABLE (workspace_id uuid, feed_id uuid, scope text, zone text, name text, client_name text, seq bigint)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  f public.feeds;
BEGIN
  PERFORM set_config('firsthand.context', '', true);
  SELECT * INTO f FROM public.feeds x WHERE x.token_hash = sha256(convert_to(token, 'UTF8')) AND x.revoked_at IS NULL
    AND EXISTS (SELECT 1 FROM public.memberships m WHERE m.workspace_id = x.workspace_id AND m.user_id = x.for_user AND m.ended_at IS NULL);
  IF f.id IS NULL THEN RETURN; END IF;
  PERFORM fence.leave_context(ROW(f.for_user, 'assistant', f.workspace_id, 'feed', 'read-feed')::fence.context, false);
  RETURN QUERY SELECT f.workspace_id, f.id, f.scope, w.zone, f.name, u.name, h.seq FROM public.workspaces w
    JOIN public.memberships m ON m.workspace_id = w.id AND m.role = 'client' JOIN public.users u ON u.id = m.user_id
    JOIN public.log_heads h ON h.workspace_id = w.id WHERE w.id = f.workspace_id;
END $$;

-- Double-checks: who confirmed comes from proof, and a must-be-you task is checked by the client, as completing it is theirs.
CREATE FUNCTION fence.guard_check() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
BEGIN
  IF NEW.workspace_id IS DISTINCT FROM c.workspace_id OR (TG_OP = 'UPDATE' AND (to_jsonb(NEW) - ARRAY['version', 'voided_at', 'void_why']) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['version', 'voided_at', 'void_why']))
    OR (c.role NOT IN ('client', 'system') AND fence.is_hidden(NEW.workspace_id, 'event', NEW.event_id)) THEN
    RAISE EXCEPTION 'fence: a check stays as it was recorded' USING ERRCODE = 'FH008';
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF c.user_id IS NULL THEN
      RAISE EXCEPTION 'fence: a job confirms nothing' USING ERRCODE = 'FH003';
    END IF;
    IF c.role <> 'client' AND EXISTS (SELECT 1 FROM public.tasks t WHERE t.workspace_id = NEW.workspace_id AND t.tag = 'must-be-you'
      AND (t.id = NEW.task_id OR (t.kind = 'meeting-check' AND t.fields ->> 'eventId' = NEW.event_id::text AND t.state IN ('inbox', 'assistant', 'client', 'scheduled', 'waiting')))) THEN
      RAISE EXCEPTION 'fence: only the client checks this' USING ERRCODE = 'FH001';
    END IF;
    NEW.version := 1; NEW.checked_by := c.user_id; NEW.checked_role := c.role; NEW.checked_at := date_trunc('milliseconds', clock_timestamp());
    NEW.voided_at := NULL; NEW.void_why := NULL;
    RETURN NEW;
  END IF;
  IF OLD.voided_at IS NOT NULL OR NEW.voided_at IS NULL OR (c.role = 'system' AND NEW.void_why <> 'moved') THEN
    RAISE EXCEPTION 'fence: a check is lost once, and never comes back' USING ERRCODE = 'FH003';
  END IF;
  NEW.version := OLD.version + 1; NEW.voided_at := date_trunc('milliseconds', clock_timestamp());
  RETURN NEW;
END $$;
CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON event_checks FOR EACH ROW EXECUTE FUNCTION fence.guard_check();

-- A double-check of an event is done when it is recorded, and not before.
CREATE FUNCTION fence.guard_check_done() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM public.event_checks k WHERE k.workspace_id = NEW.workspace_id AND k.task_id = NEW.id AND k.voided_at IS NULL) THEN
    RAISE EXCEPTION 'fence: a meeting is checked when that is recorded' USING ERRCODE = 'FH006';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER c_check_done AFTER UPDATE ON tasks FOR EACH ROW
  WHEN (NEW.kind = 'meeting-check' AND NEW.fields ? 'eventId' AND NEW.state = 'done' AND OLD.state <> 'done') EXECUTE FUNCTION fence.guard_check_done();

-- E3 and B4. What is answered is part of what is approved, and stays as it is from then on.
CREATE OR REPLACE FUNCTION fence.draft_seal(desk uuid, draft uuid) RETURNS bytea
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT sha256(convert_to((jsonb_build_array(d.id, v.body, d.way, d.account_id, d.recipients, d.subject, d.in_reply_to, d.reference_ids,
    d.attachments_sum, d.wants_proof, a.name, a.voice, a.address, a.shown_name, a.signature, a.author_shown)
    || CASE WHEN d.answer IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(d.answer) END)::text, 'UTF8'))
  FROM public.drafts d
  JOIN public.draft_versions v ON v.workspace_id = d.workspace_id AND v.draft_id = d.id AND v.no = d.latest
  LEFT JOIN public.accounts a ON a.workspace_id = d.workspace_id AND a.id = d.account_id
  WHERE d.workspace_id = desk AND d.id = draft AND desk = fence.workspace() AND (fence.sees_private() OR NOT fence.is_hidden(desk, 'task', d.task_id))
$$;
CREATE FUNCTION fence.guard_answer() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF OLD.state NOT IN ('draft', 'submitted', 'changes-requested', 'expired') OR NEW.state <> OLD.state OR (fence.writer()).user_id IS NULL OR fence.is_leaving(OLD.workspace_id, OLD.id) THEN
    RAISE EXCEPTION 'fence: an answer that was let go stays as it is' USING ERRCODE = 'FH004';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER b_guard_answer BEFORE UPDATE ON drafts FOR EACH ROW WHEN (NEW.answer IS DISTINCT FROM OLD.answer) EXECUTE FUNCTION fence.guard_answer();

-- Whether an answer would promise time that the client keeps: the one that it names, or any of a series. Declining never does.
CREATE FUNCTION fence.answer_takes_kept(desk uuid, answer jsonb) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(answer ->> 'partstat' <> 'DECLINED', true) AND (fence.instant_of(answer ->> 'startsAt') IS NULL
    OR fence.is_kept(desk, fence.instant_of(answer ->> 'startsAt'), coalesce(fence.instant_of(answer ->> 'endsAt'), fence.instant_of(answer ->> 'startsAt')))
    OR (answer ->> 'method' IS DISTINCT FROM 'COUNTER' AND EXISTS (SELECT 1 FROM public.events e JOIN public.event_occurrences o ON o.workspace_id = e.workspace_id AND o.event_id = e.id
      WHERE e.workspace_id = desk AND desk = fence.workspace() AND e.uid = answer_takes_kept.answer ->> 'uid' AND e.recurrence_id = coalesce(answer_takes_kept.answer #>> '{recurrenceId,local}', '')
        AND e.removed_at IS NULL AND o.ends_at > now() AND fence.is_kept(desk, o.starts_at, o.ends_at))))
$$;
-- An assistant lets an answer go with the client's leave: to the organiser alone, and without a word of anybody's in it, as there is
-- nobody's voice in a yes or no.
CREATE OR REPLACE FUNCTION fence.may_be_released(desk uuid, draft uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM public.drafts d JOIN public.tasks t ON t.workspace_id = d.workspace_id AND t.id = d.task_id
    JOIN public.accounts a ON a.workspace_id = d.workspace_id AND a.id = d.account_id
    WHERE d.workspace_id = desk AND d.id = draft AND desk = fence.workspace() AND (fence.sees_private() OR NOT fence.is_hidden(desk, 'task', t.id))
      AND d.way = 'mail' AND NOT d.wants_proof AND d.removed_at IS NULL AND d.state NOT IN ('expired', 'sent') AND t.tag = 'delegable'
      AND t.state IN ('inbox', 'assistant', 'client', 'scheduled', 'waiting') AND t.merged_into_id IS NULL AND a.removed_at IS NULL
      AND CASE WHEN d.answer IS NULL THEN a.voice = 'company' AND a.assistants_send
        ELSE a.assistants_answer AND t.kind = 'event-invite' AND d.attachments_sum = '' AND NOT fence.answer_takes_kept(desk, d.answer)
          AND d.recipients = jsonb_build_array(jsonb_build_object('name', d.answer #> '{organiser,name}', 'address', d.answer #> '{organiser,address}', 'field', 'to'))
          AND d.subject IN ('Accepted: ' || (d.answer ->> 'summary'), 'Tentative: ' || (d.answer ->> 'summary'), 'Declined: ' || (d.answer ->> 'summary'), 'New time proposed: ' || (d.answer ->> 'summary'))
          AND (SELECT v.body = '' FROM public.draft_versions v WHERE v.workspace_id = d.workspace_id AND v.draft_id = d.id AND v.no = d.latest) END)
$$;
DROP TRIGGER c_call_back ON accounts;
CREATE TRIGGER c_call_back AFTER UPDATE ON accounts FOR EACH ROW
  WHEN ((NEW.name, NEW.voice, NEW.address, NEW.shown_name, NEW.signature, NEW.author_shown, NEW.assistants_send, NEW.assistants_answer, NEW.removed_at)
    IS DISTINCT FROM (OLD.name, OLD.voice, OLD.address, OLD.shown_name, OLD.signature, OLD.author_shown, OLD.assistants_send, OLD.assistants_answer, OLD.removed_at))
  EXECUTE FUNCTION fence.call_back_account();

-- Fence 7 in the history: a calendar of the client's own, and checks of what one may not see.
CREATE OR REPLACE FUNCTION fence.is_hidden(desk uuid, subject text, subject_id uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE
    WHEN is_hidden.subject IN ('person', 'picture') THEN EXISTS (SELECT 1 FROM public.persons p WHERE p.workspace_id = desk AND p.id = is_hidden.subject_id
      AND fence.is_hidden_person(p))
    WHEN is_hidden.subject = 'person-date' THEN EXISTS (SELECT 1 FROM public.person_dates d JOIN public.persons p ON p.workspace_id = d.workspace_id AND p.id = d.person_id
      WHERE d.workspace_id = desk AND d.id = is_hidden.subject_id AND fence.is_hidden_person(p))
    WHEN is_hidden.subject = 'task' THEN EXISTS (SELECT 1 FROM public.tasks t LEFT JOIN public.persons p ON p.workspace_id = t.workspace_id AND p.id = t.person_id
      WHERE t.workspace_id = desk AND t.id = is_hidden.subject_id AND (t.is_private OR fence.is_hidden_person(p)))
    WHEN is_hidden.subject = 'event' THEN EXISTS (SELECT 1 FROM public.events e WHERE e.workspace_id = desk AND e.id = is_hidden.subject_id AND e.is_private)
    WHEN is_hidden.subject = 'import' THEN EXISTS (SELECT 1 FROM public.imports i WHERE i.workspace_id = desk AND i.id = is_hidden.subject_id
      AND i.created_by IS DISTINCT FROM fence.acting_user())
    WHEN is_hidden.subject = 'fact' THEN EXISTS (SELECT 1 FROM public.person_facts x JOIN public.persons p ON p.workspace_id = x.workspace_id AND p.id = x.person_id
      WHERE x.workspace_id = desk AND x.id = is_hidden.subject_id AND (x.is_private OR fence.is_hidden_person(p)))
    WHEN is_hidden.subject = 'relation' THEN EXISTS (SELECT 1 FROM public.person_relations x JOIN public.persons p ON p.workspace_id = x.workspace_id AND p.id IN (x.person_id, x.other_id)
      WHERE x.workspace_id = desk AND x.id = is_hidden.subject_id AND (x.is_private OR fence.is_hidden_person(p)))
    WHEN is_hidden.subject = 'contact' THEN EXISTS (SELECT 1 FROM public.contacts x JOIN public.persons p ON p.workspace_id = x.workspace_id AND p.id = x.person_id
      WHERE x.workspace_id = desk AND x.id = is_hidden.subject_id AND (x.is_private OR fence.is_hidden_person(p)))
    WHEN is_hidden.subject = 'promise' THEN EXISTS (SELECT 1 FROM public.promises x JOIN public.persons p ON p.workspace_id = x.workspace_id AND p.id = x.person_id
      WHERE x.workspace_id = desk AND x.id = is_hidden.subject_id AND (x.is_private OR fence.is_hidden_person(p)))
    WHEN is_hidden.subject = 'calendar' THEN EXISTS (SELECT 1 FROM public.calendars k WHERE k.workspace_id = desk AND k.id = is_hidden.subject_id AND k.is_private)
    WHEN is_hidden.subject = 'event-check' THEN EXISTS (SELECT 1 FROM public.event_checks k JOIN public.events e ON e.workspace_id = k.workspace_id AND e.id = k.event_id
      WHERE k.workspace_id = desk AND k.id = is_hidden.subject_id AND e.is_private)
    ELSE false END
$$;

-- The desks with a calendar whose turn it is, and those on which something begins within so many hours: ids alone, for jobs.
CREATE FUNCTION fence.desks_with_due_calendars(secret text) RETURNS TABLE (workspace_id uuid, slug text, zone text, client_name text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM 1 FROM fence.job_keys k WHERE k.secret_hash = sha256(convert_to(secret, 'UTF8'));
  IF NOT FOUND THEN
    RAISE EXCEPTION 'fence: this job has not proved itself' USING ERRCODE = 'FH001';
  END IF;
  RETURN QUERY SELECT w.id, w.slug, w.zone, u.name FROM public.workspaces w
    JOIN public.memberships m ON m.workspace_id = w.id AND m.role = 'client' JOIN public.users u ON u.id = m.user_id
    WHERE w.id IN (SELECT p.workspace_id FROM public.calendar_places p JOIN public.calendars k ON k.workspace_id = p.workspace_id AND k.id = p.calendar_id
      WHERE k.removed_at IS NULL AND k.state <> 'paused' AND (p.next_at <= now()
        -- What was made here since is written there soon (its turn is not running: that would be for ten minutes).
        OR (k.takes_ours AND k.state = 'in-step' AND p.next_at > now() + interval '10 minutes' AND k.last_synced_at < now() - interval '30 seconds'
          AND EXISTS (SELECT 1 FROM public.events e WHERE e.workspace_id = k.workspace_id AND e.own AND e.changed_at > k.last_synced_at)))) LIMIT 200;
END $$;
CREATE FUNCTION fence.desks_with_meetings(secret text, hours integer) RETURNS TABLE (workspace_id uuid, slug text, zone text, client_name text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM 1 FROM fence.job_keys k WHERE k.secret_hash = sha256(convert_to(secret, 'UTF8'));
  IF NOT FOUND THEN
    RAISE EXCEPTION 'fence: this job has not proved itself' USING ERRCODE = 'FH001';
  END IF;
  RETURN QUERY SELECT w.id, w.slug, w.zone, u.name FROM public.workspaces w
    JOIN public.memberships m ON m.workspace_id = w.id AND m.role = 'client' JOIN public.users u ON u.id = m.user_id
    WHERE EXISTS (SELECT 1 FROM public.event_occurrences o WHERE o.workspace_id = w.id AND o.starts_at > now() AND o.starts_at < now() + make_interval(hours => hours));
END $$;

REVOKE ALL ON FUNCTION fence.is_kept(uuid, timestamptz, timestamptz), fence.is_over_kept(uuid, uuid), fence.instant_of(text), fence.window_lasts(public.tasks), fence.window_of(public.tasks),
  fence.busy_spans(timestamptz, timestamptz), fence.enter_feed(text), fence.answer_takes_kept(uuid, jsonb), fence.desks_with_due_calendars(text),
  fence.desks_with_meetings(text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fence.is_kept(uuid, timestamptz, timestamptz), fence.busy_spans(timestamptz, timestamptz), fence.enter_feed(text),
  fence.answer_takes_kept(uuid, jsonb), fence.desks_with_due_calendars(text), fence.desks_with_meetings(text, integer) TO firsthand_app;

GRANT SELECT, INSERT ON calendars, calendar_places, calendar_items, protected_times, kept_spans, feeds, event_checks TO firsthand_app;
GRANT UPDATE (name, is_private, takes_ours, state, last_synced_at, removed_at) ON calendars TO firsthand_app;
GRANT UPDATE (host, username, sealed, place_sum, sync_token, etag, last_modified, next_at, failures, problem) ON calendar_places TO firsthand_app;
GRANT UPDATE (uid, etag, etag_there, said, ours, written_at, state, why, theirs) ON calendar_items TO firsthand_app;
GRANT DELETE ON calendar_items, kept_spans TO firsthand_app;
GRANT UPDATE (title, first_on, all_day, from_time, minutes, zone, rule, except_on, spread_until, removed_at) ON protected_times TO firsthand_app;
GRANT UPDATE (name, token_hash, revoked_at) ON feeds TO firsthand_app;
GRANT SELECT, INSERT, DELETE ON event_undos TO firsthand_app;
GRANT UPDATE (undone_at) ON event_undos TO firsthand_app;
GRANT UPDATE (voided_at, void_why) ON event_checks TO firsthand_app;
GRANT UPDATE (calendar_id, held, over_protected, transparent, answer, organiser_address, travel_minutes, wants_check, stamp) ON events TO firsthand_app;
GRANT UPDATE (check_hours, escalate_hours, travel_minutes, window_minutes, hours_from, hours_to, work_days) ON workspaces TO firsthand_app;
GRANT UPDATE (check_hours) ON circles TO firsthand_app;
GRANT UPDATE (answer) ON drafts TO firsthand_app;
GRANT UPDATE (assistants_answer) ON accounts TO firsthand_app;

DO $$
DECLARE
  t record;
BEGIN
  FOR t IN SELECT * FROM (VALUES ('calendars', 'calendar'), ('calendar_places', NULL), ('calendar_items', NULL), ('protected_times', 'protected-time'),
    ('kept_spans', NULL), ('feeds', 'feed'), ('event_checks', 'event-check'), ('event_undos', NULL)) AS v (name, subject)
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t.name);
    IF t.name IN ('calendars', 'kept_spans') THEN
      EXECUTE format('CREATE POLICY own_desk ON %I TO firsthand_app USING (workspace_id = (SELECT fence.workspace()) AND (NOT is_private OR (SELECT fence.sees_private()))) WITH CHECK (workspace_id = (SELECT fence.writing_at()))', t.name);
    ELSE
      EXECUTE format('CREATE POLICY own_desk ON %I TO firsthand_app USING (workspace_id = (SELECT fence.workspace())) WITH CHECK (workspace_id = (SELECT fence.writing_at()))', t.name);
    END IF;
    IF t.subject IS NOT NULL THEN
      EXECUTE format('CREATE TRIGGER z_log_inserted AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION fence.log_inserted(%L)', t.name, t.subject);
      EXECUTE format('CREATE TRIGGER z_log_updated AFTER UPDATE ON %I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION fence.log_updated(%L)', t.name, t.subject);
    END IF;
  END LOOP;
END $$;
CREATE POLICY by_writers ON kept_spans AS RESTRICTIVE FOR DELETE TO firsthand_app USING (workspace_id = (SELECT fence.writing_at()));
CREATE POLICY by_writers ON event_undos AS RESTRICTIVE FOR DELETE TO firsthand_app USING (workspace_id = (SELECT fence.writing_at()));
-- One takes one's own changes back; what waits for the client goes back to where it was with their "no".
CREATE POLICY ones_own ON event_undos AS RESTRICTIVE TO firsthand_app USING (made_by = (SELECT fence.acting_user()) OR (SELECT fence.sees_private()));
CREATE POLICY by_writers ON calendar_items AS RESTRICTIVE FOR DELETE TO firsthand_app USING (workspace_id = (SELECT fence.writing_at()));
-- Where calendars are kept, and what stands in them, is the client's to know; an assistant reads the events.
CREATE POLICY for_client_and_jobs ON calendar_places AS RESTRICTIVE TO firsthand_app USING ((SELECT fence.sees_private()));
CREATE POLICY for_client_and_jobs ON calendar_items AS RESTRICTIVE TO firsthand_app USING ((SELECT fence.sees_private()));
-- The window of a post that one may not see is "busy", also when it was hidden by its person.
CREATE POLICY of_tasks_one_sees ON kept_spans AS RESTRICTIVE FOR SELECT TO firsthand_app
  USING (task_id IS NULL OR (SELECT fence.sees_private()) OR EXISTS (SELECT 1 FROM tasks t WHERE t.workspace_id = kept_spans.workspace_id AND t.id = kept_spans.task_id));
CREATE POLICY ones_own_or_the_clients ON feeds AS RESTRICTIVE TO firsthand_app USING ((SELECT fence.sees_private()) OR for_user = (SELECT fence.acting_user()));
CREATE POLICY of_events_one_sees ON event_checks AS RESTRICTIVE TO firsthand_app
  USING (EXISTS (SELECT 1 FROM events e WHERE e.workspace_id = event_checks.workspace_id AND e.id = event_checks.event_id));
-- Who reads the calendar elsewhere is the client's to know, in the history too.
CREATE POLICY of_feeds_one_sees ON log_entries AS RESTRICTIVE FOR SELECT TO firsthand_app
  USING (subject <> 'feed' OR (SELECT fence.sees_private()) OR by_user = (SELECT fence.acting_user()));
-- Last, as what was kept before stands in there by now.
CREATE TRIGGER a_guard BEFORE INSERT OR DELETE ON kept_spans FOR EACH ROW EXECUTE FUNCTION fence.guard_kept_span();
