-- What a saved phrase says, and who saved it, is written down in the log and not told by the sender. A claim counts where it
-- is such a text, also of before a change or a removal, with its gaps filled in any way; kept are the text's own words, never the
-- claim's. Where no person ever saved exactly these, they are the agent's who did, whoever puts them in.
CREATE FUNCTION fence.phrases_put_in(desk uuid, claims jsonb) RETURNS jsonb
  LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  WITH saved AS (
    SELECT l.after ->> 'text' AS said, CASE WHEN bool_and(l.by_role = 'agent') THEN (array_agg(l.by_user ORDER BY l.seq))[1] END AS agent
    FROM public.phrases p JOIN public.log_entries l ON l.workspace_id = p.workspace_id AND l.subject_id = p.id
    WHERE p.workspace_id = desk AND l.subject = 'phrase' AND l.refusal IS NULL AND l.after ->> 'text' IS NOT NULL
    GROUP BY 1
  ), shaped AS (
    SELECT s.said, s.agent, regexp_replace(regexp_replace(s.said, '([\\%_])', '\\\1', 'g'), '\{[^{}\r\n]{1,80}\}', '%', 'g') AS shape,
      length(regexp_replace(s.said, '\{[^{}\r\n]{1,80}\}', '', 'g')) AS letters
    FROM saved s
  )
  SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('text', f.said, 'agent', f.agent)) ORDER BY x.n), '[]')
  FROM jsonb_array_elements(claims) WITH ORDINALITY AS x (claim, n)
  CROSS JOIN LATERAL (SELECT s.said, s.agent FROM shaped s WHERE s.letters > 0 AND x.claim ->> 'text' LIKE s.shape
    ORDER BY s.letters DESC, s.agent IS NOT NULL LIMIT 1) AS f
  WHERE x.n <= 50 AND length(x.claim ->> 'text') <= 10000
$$;

CREATE OR REPLACE FUNCTION fence.guard_draft_version() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
  d public.drafts;
BEGIN
  SELECT * INTO d FROM public.drafts x WHERE x.workspace_id = NEW.workspace_id AND x.id = NEW.draft_id FOR UPDATE;
  IF d.id IS NULL OR NEW.workspace_id IS DISTINCT FROM c.workspace_id OR (c.role <> 'client' AND fence.is_hidden(d.workspace_id, 'task', d.task_id)) THEN
    RAISE EXCEPTION 'fence: this belongs to another desk' USING ERRCODE = 'FH008';
  END IF;
  IF c.user_id IS NULL OR d.state = 'sent' OR d.removed_at IS NOT NULL THEN
    RAISE EXCEPTION 'fence: words are written by a person, into a draft that stands' USING ERRCODE = 'FH004';
  END IF;
  NEW.task_id := d.task_id; NEW.no := d.latest + 1;
  NEW.written_by := c.user_id; NEW.written_role := c.role; NEW.written_at := date_trunc('milliseconds', clock_timestamp());
  -- Fence 10: an agent's words carry its mark, also where it takes a phrase's; with enough claims any text is made of pieces.
  IF c.role = 'agent' THEN NEW.phrases := '[]'; END IF;
  IF NEW.phrases <> '[]' THEN NEW.phrases := fence.phrases_put_in(d.workspace_id, NEW.phrases); END IF;
  RETURN NEW;
END $$;

-- Versions that are there already are asked the same.
UPDATE draft_versions v SET phrases = CASE WHEN v.written_role = 'agent' THEN '[]' ELSE fence.phrases_put_in(v.workspace_id, v.phrases) END
  WHERE v.phrases <> '[]';
