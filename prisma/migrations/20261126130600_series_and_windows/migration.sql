-- What must hold of a series that is promised, and of the window after a post, for whoever gets past the application.

-- A series is promised whole: the series itself and every day of it that was moved and stands. A day alone is known by the name it
-- has here or by the one in which it was last written. What is called off takes no time.
CREATE OR REPLACE FUNCTION fence.answer_takes_kept(desk uuid, answer jsonb) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(answer ->> 'partstat' <> 'DECLINED', true) AND (fence.instant_of(answer ->> 'startsAt') IS NULL
    OR fence.is_kept(desk, fence.instant_of(answer ->> 'startsAt'), coalesce(fence.instant_of(answer ->> 'endsAt'), fence.instant_of(answer ->> 'startsAt')))
    OR (answer ->> 'method' IS DISTINCT FROM 'COUNTER' AND EXISTS (SELECT 1 FROM public.events e JOIN public.event_occurrences o ON o.workspace_id = e.workspace_id AND o.event_id = e.id
      WHERE e.workspace_id = desk AND desk = fence.workspace() AND e.uid = answer_takes_kept.answer ->> 'uid'
        AND (nullif(answer_takes_kept.answer #>> '{recurrenceId,local}', '') IS NULL
          OR answer_takes_kept.answer #>> '{recurrenceId,local}' IN (e.recurrence_id, e.source #>> '{recurrenceId,local}'))
        AND e.removed_at IS NULL AND upper(e.status) <> 'CANCELLED' AND o.ends_at > now() AND fence.is_kept(desk, o.starts_at, o.ends_at))))
$$;

CREATE OR REPLACE FUNCTION fence.keep_window() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  r tstzrange := fence.window_of(NEW);
  hidden boolean := NEW.is_private OR fence.is_hidden(NEW.workspace_id, 'task', NEW.id);
BEGIN
  -- What a post keeps is shortened by the client alone; what went beyond the desk's own wish may go back to it.
  IF TG_OP = 'UPDATE' AND OLD.kind = NEW.kind AND NOT fence.is_client_or_job(fence.writer()) AND fence.window_lasts(NEW)
    < least(fence.window_lasts(OLD), (SELECT w.window_minutes FROM public.workspaces w WHERE w.id = NEW.workspace_id)) THEN
    RAISE EXCEPTION 'fence: only the client gives protected time away' USING ERRCODE = 'FH003';
  END IF;
  -- Nor does it fall away because the post is made something else, has no hour any more, is declined, or is folded into what does
  -- not keep that time. (What its maker takes back untouched was theirs alone; and what is over is kept for nobody.)
  IF TG_OP = 'UPDATE' AND r IS NULL AND NEW.state <> 'withdrawn' AND NOT fence.is_client_or_job(fence.writer())
    AND NOT (OLD.kind = NEW.kind AND fence.window_lasts(NEW) = 0)
    AND EXISTS (SELECT 1 FROM public.kept_spans k WHERE k.workspace_id = NEW.workspace_id AND k.task_id = NEW.id AND k.ends_at > now()
      AND NOT EXISTS (SELECT 1 FROM public.kept_spans o WHERE o.workspace_id = k.workspace_id AND o.task_id = NEW.merged_into_id
        AND o.starts_at <= k.starts_at AND o.ends_at >= k.ends_at)) THEN
    RAISE EXCEPTION 'fence: only the client gives protected time away' USING ERRCODE = 'FH003';
  END IF;
  DELETE FROM public.kept_spans k WHERE k.workspace_id = NEW.workspace_id AND k.task_id = NEW.id;
  IF r IS NOT NULL THEN
    INSERT INTO public.kept_spans (workspace_id, task_id, starts_at, ends_at, is_private) VALUES (NEW.workspace_id, NEW.id, lower(r), upper(r), hidden);
  END IF;
  RETURN NULL;
END $$;
