-- The desks on which something snoozed is due to wake, and nothing of what it is: the job opens each desk with its own proof.
CREATE FUNCTION fence.desks_with_woken(secret text) RETURNS TABLE (workspace_id uuid, zone text, leap_day_rule text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM 1 FROM fence.job_keys k WHERE k.secret_hash = sha256(convert_to(secret, 'UTF8'));
  IF NOT FOUND THEN
    RAISE EXCEPTION 'fence: this job has not proved itself' USING ERRCODE = 'FH001';
  END IF;
  RETURN QUERY SELECT w.id, w.zone, w.leap_day_rule FROM public.workspaces w
    WHERE w.id IN (SELECT t.workspace_id FROM public.tasks t WHERE t.snoozed_until <= now()
      AND t.state NOT IN ('done', 'declined', 'withdrawn')) LIMIT 200;
END $$;
GRANT EXECUTE ON FUNCTION fence.desks_with_woken(text) TO firsthand_app;
