-- The client's daily mail: whether, at which hour of theirs, and since when it is wanted so (switching it on never sends the one of this morning).
ALTER TABLE member_settings
  ADD COLUMN daily_on boolean NOT NULL DEFAULT false,
  ADD COLUMN daily_hour integer NOT NULL DEFAULT 7 CHECK (daily_hour BETWEEN 0 AND 23),
  ADD COLUMN daily_from timestamptz;
GRANT UPDATE (daily_on, daily_hour, daily_from) ON member_settings TO firsthand_app;

-- Who wants what mailed. The daily mail is the client's own: whatever an assistant's settings say, a job never hears of it.
DROP FUNCTION fence.mail_wishes(text);
CREATE FUNCTION fence.mail_wishes(secret text) RETURNS TABLE (workspace_id uuid, slug text, zone text, leap_day_rule text, client_name text,
    user_id uuid, name text, email text, role text, reader_zone text, weekly_on boolean, weekly_weekday integer, weekly_hour integer,
    weekly_days integer, weekly_from timestamptz, whisper_hours integer, daily_on boolean, daily_hour integer, daily_from timestamptz,
    last_weekly text, last_daily text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM 1 FROM fence.job_keys k WHERE k.secret_hash = sha256(convert_to(secret, 'UTF8'));
  IF NOT FOUND THEN
    RAISE EXCEPTION 'fence: this job has not proved itself' USING ERRCODE = 'FH001';
  END IF;
  RETURN QUERY SELECT w.id, w.slug, w.zone, w.leap_day_rule, cu.name, u.id, u.name, u.email, m.role, s.zone, s.weekly_on, s.weekly_weekday,
      s.weekly_hour, s.weekly_days, s.weekly_from, s.whisper_hours, s.daily_on AND m.role = 'client', s.daily_hour, s.daily_from,
      (SELECT max(n.key) FROM public.sent_notices n WHERE n.workspace_id = s.workspace_id AND n.user_id = s.user_id AND n.key LIKE 'weekly:%'),
      (SELECT max(n.key) FROM public.sent_notices n WHERE n.workspace_id = s.workspace_id AND n.user_id = s.user_id AND n.key LIKE 'daily:%')
    FROM public.member_settings s
    JOIN public.memberships m ON m.workspace_id = s.workspace_id AND m.user_id = s.user_id AND m.ended_at IS NULL
    JOIN public.users u ON u.id = s.user_id
    JOIN public.workspaces w ON w.id = s.workspace_id
    JOIN public.memberships cm ON cm.workspace_id = w.id AND cm.role = 'client'
    JOIN public.users cu ON cu.id = cm.user_id
    WHERE s.weekly_on OR s.whisper_hours IS NOT NULL OR (s.daily_on AND m.role = 'client');
END $$;
GRANT EXECUTE ON FUNCTION fence.mail_wishes(text) TO firsthand_app;

-- Words that went wrong on their way lie before the client: found without looking through everything that ever left.
CREATE INDEX sendings_before_client ON sendings (workspace_id, task_id) WHERE state IN ('failed', 'unsure');
