-- Fence 7 within a series: a time of it that the client made their own is not the series' any more, also where somebody who may not
-- see it works the series out anew. Which times those are is told, which everybody knew; what became of them is not.
CREATE FUNCTION fence.times_left_out(uids text[]) RETURNS TABLE (uid text, recurrence jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT e.uid, e.source -> 'recurrenceId' FROM public.events e
  WHERE e.workspace_id = fence.workspace() AND NOT fence.sees_private() AND e.uid = ANY (times_left_out.uids) AND e.is_private AND e.removed_at IS NULL
    AND e.recurrence_id <> '' AND jsonb_typeof(e.source -> 'recurrenceId') = 'object'
    AND EXISTS (SELECT 1 FROM public.events m WHERE m.workspace_id = e.workspace_id AND m.uid = e.uid AND m.recurrence_id = '' AND NOT m.is_private)
$$;
REVOKE ALL ON FUNCTION fence.times_left_out(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fence.times_left_out(text[]) TO firsthand_app;
