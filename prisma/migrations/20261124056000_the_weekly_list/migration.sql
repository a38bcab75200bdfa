-- The weekly list: since when its mail is wanted as it is (so that switching it on never sends the one of this morning),
-- a line that an assistant puts on top of it, and how a background job reads with the eyes of whom it writes to.
ALTER TABLE member_settings ADD COLUMN weekly_from timestamptz;
GRANT UPDATE (weekly_from) ON member_settings TO firsthand_app;

-- One line of an assistant's for the next list. `used_on` is the day of the mail that took it along.
CREATE TABLE weekly_notes (
  workspace_id uuid NOT NULL REFERENCES workspaces (id),
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  text text NOT NULL CHECK (text <> '' AND length(text) <= 600),
  written_by uuid NOT NULL,
  written_at timestamptz NOT NULL,
  used_on date,
  removed_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, written_by) REFERENCES memberships (workspace_id, user_id)
);
CREATE UNIQUE INDEX weekly_notes_one_each ON weekly_notes (workspace_id, written_by) WHERE used_on IS NULL AND removed_at IS NULL;

-- Nobody puts words into an assistant's mouth: who wrote a line comes from proof, only they change it, and what went out stays.
CREATE FUNCTION fence.guard_weekly_note() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
BEGIN
  IF NEW.workspace_id IS DISTINCT FROM c.workspace_id OR (TG_OP = 'UPDATE' AND (NEW.workspace_id <> OLD.workspace_id OR NEW.id <> OLD.id)) THEN
    RAISE EXCEPTION 'fence: this belongs to another desk' USING ERRCODE = 'FH008';
  END IF;
  IF TG_OP = 'INSERT' THEN
    NEW.version := 1; NEW.written_by := c.user_id; NEW.written_at := date_trunc('milliseconds', clock_timestamp()); NEW.used_on := NULL;
    RETURN NEW;
  END IF;
  IF OLD.used_on IS NOT NULL OR (c.role <> 'system' AND OLD.written_by IS DISTINCT FROM c.user_id)
    OR (c.role <> 'system' AND NEW.used_on IS NOT NULL) OR (c.role = 'system' AND (NEW.text, NEW.removed_at) IS DISTINCT FROM (OLD.text, OLD.removed_at)) THEN
    RAISE EXCEPTION 'fence: a note is its writer''s' USING ERRCODE = 'FH003';
  END IF;
  NEW.version := OLD.version + 1; NEW.written_by := OLD.written_by; NEW.written_at := OLD.written_at;
  RETURN NEW;
END $$;
CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON weekly_notes FOR EACH ROW EXECUTE FUNCTION fence.guard_weekly_note();
CREATE TRIGGER z_log_inserted AFTER INSERT ON weekly_notes REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION fence.log_inserted('weekly-note');
CREATE TRIGGER z_log_updated AFTER UPDATE ON weekly_notes REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION fence.log_updated('weekly-note');
GRANT SELECT, INSERT ON weekly_notes TO firsthand_app;
GRANT UPDATE (text, used_on, removed_at) ON weekly_notes TO firsthand_app;
ALTER TABLE weekly_notes ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_desk ON weekly_notes TO firsthand_app USING (workspace_id = (SELECT fence.workspace())) WITH CHECK (workspace_id = (SELECT fence.writing_at()));

-- Saying that somebody else has their mail already would keep it from them.
CREATE POLICY own_or_job ON sent_notices AS RESTRICTIVE FOR INSERT TO firsthand_app
  WITH CHECK (user_id = (SELECT fence.acting_user()) OR (SELECT fence.acting_user()) IS NULL);

-- Who wants what mailed: for whoever holds the jobs' secret, in one question. `zone` is the desk's, `reader_zone` their own.
CREATE FUNCTION fence.mail_wishes(secret text) RETURNS TABLE (workspace_id uuid, slug text, zone text, leap_day_rule text, client_name text,
    user_id uuid, name text, email text, role text, reader_zone text, weekly_on boolean, weekly_weekday integer, weekly_hour integer,
    weekly_days integer, weekly_from timestamptz, whisper_hours integer, last_weekly text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM 1 FROM fence.job_keys k WHERE k.secret_hash = sha256(convert_to(secret, 'UTF8'));
  IF NOT FOUND THEN
    RAISE EXCEPTION 'fence: this job has not proved itself' USING ERRCODE = 'FH001';
  END IF;
  RETURN QUERY SELECT w.id, w.slug, w.zone, w.leap_day_rule, cu.name, u.id, u.name, u.email, m.role, s.zone, s.weekly_on, s.weekly_weekday,
      s.weekly_hour, s.weekly_days, s.weekly_from, s.whisper_hours,
      (SELECT max(n.key) FROM public.sent_notices n WHERE n.workspace_id = s.workspace_id AND n.user_id = s.user_id AND n.key LIKE 'weekly:%')
    FROM public.member_settings s
    JOIN public.memberships m ON m.workspace_id = s.workspace_id AND m.user_id = s.user_id AND m.ended_at IS NULL
    JOIN public.users u ON u.id = s.user_id
    JOIN public.workspaces w ON w.id = s.workspace_id
    JOIN public.memberships cm ON cm.workspace_id = w.id AND cm.role = 'client'
    JOIN public.users cu ON cu.id = cm.user_id
    WHERE s.weekly_on OR s.whisper_hours IS NOT NULL;
END $$;

-- Opens a reading transaction for a background job with the eyes of a member: it sees what they see and writes nothing.
-- No row back: no member (any more), or no such desk.
CREATE FUNCTION fence.enter_reader(secret text, desk uuid, reader uuid, verb text) RETURNS TABLE (role text, seq bigint)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  as_role text;
  head bigint;
BEGIN
  PERFORM set_config('firsthand.context', '', true);
  PERFORM 1 FROM fence.job_keys k WHERE k.secret_hash = sha256(convert_to(secret, 'UTF8'));
  IF NOT FOUND THEN
    RAISE EXCEPTION 'fence: this job has not proved itself' USING ERRCODE = 'FH001';
  END IF;
  SELECT m.role INTO as_role FROM public.memberships m WHERE m.workspace_id = desk AND m.user_id = reader AND m.ended_at IS NULL;
  SELECT h.seq INTO head FROM public.log_heads h WHERE h.workspace_id = desk;
  IF as_role IS NULL OR head IS NULL THEN RETURN; END IF;
  PERFORM fence.leave_context(ROW(reader, as_role, desk, 'job', verb)::fence.context, false);
  RETURN QUERY SELECT as_role, head;
END $$;
GRANT EXECUTE ON FUNCTION fence.mail_wishes(text), fence.enter_reader(text, uuid, uuid, text) TO firsthand_app;
