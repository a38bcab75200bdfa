-- Fence 2, 6 and 7 together: whoever moves somebody nearer, or merges two, may not see every task that is asked for more by
-- it. Those that are private to the client are tightened here; the use-case tightens what it sees.

-- Tightens those of these tasks that somebody's circles ask for, what they are folded into first.
CREATE FUNCTION fence.tighten(desk uuid, person uuid, tasks uuid[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  greeted boolean;
  everything boolean;
  t record;
BEGIN
  SELECT bool_or(c.greet_in_person), bool_or(c.default_tag IS NOT NULL) INTO greeted, everything
    FROM public.persons p JOIN public.circles c ON c.workspace_id = p.workspace_id AND c.key = ANY (p.circles)
    WHERE p.workspace_id = desk AND p.id = person;
  FOR t IN
    SELECT x.id, x.merged_into_id, CASE WHEN x.kind = 'birthday' AND greeted THEN 'inner-birthday' ELSE 'circle-tag' END AS rule
      FROM public.tasks x WHERE x.workspace_id = desk AND x.id = ANY (tighten.tasks) AND (everything OR (x.kind = 'birthday' AND greeted))
        AND x.tag = 'delegable' AND x.state IN ('inbox', 'assistant', 'client', 'scheduled', 'waiting')
      ORDER BY x.merged_into_id IS NOT NULL
  LOOP
    UPDATE public.tasks x SET tag = 'must-be-you', tag_by = 'rule', tag_rule = t.rule
      WHERE x.workspace_id = desk AND x.id = t.merged_into_id AND x.tag = 'delegable';
    UPDATE public.tasks x SET tag = 'must-be-you', tag_by = 'rule', tag_rule = t.rule
      WHERE x.workspace_id = desk AND x.id = t.id AND x.tag = 'delegable';
  END LOOP;
END $$;

-- Of somebody who is moved nearer: what the writer does not see. What the client has handed over stays so where no more is asked.
CREATE FUNCTION fence.tighten_nearer() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  was record := fence.strictness(OLD.workspace_id, OLD.circles);
  is_now record := fence.strictness(NEW.workspace_id, NEW.circles);
BEGIN
  IF NOT fence.sees_private() AND ((is_now.greetings AND NOT was.greetings) OR (is_now.everything AND NOT was.everything)) THEN
    PERFORM fence.tighten(NEW.workspace_id, NEW.id, ARRAY(SELECT t.id FROM public.tasks t
      WHERE t.workspace_id = NEW.workspace_id AND t.person_id = NEW.id AND t.is_private));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER e_tighten_nearer AFTER UPDATE ON persons FOR EACH ROW
  WHEN (OLD.circles IS DISTINCT FROM NEW.circles) EXECUTE FUNCTION fence.tighten_nearer();

-- Of two who are merged: what has followed, now that it is about the one who stays.
CREATE FUNCTION fence.tighten_followed() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM fence.tighten(NEW.workspace_id, NEW.merged_into_id, ARRAY(SELECT f.row_key::uuid FROM fence.followed f
    WHERE f.workspace_id = NEW.workspace_id AND f.merged_id = NEW.id AND f.of_table = 'tasks'));
  RETURN NULL;
END $$;
CREATE TRIGGER e_tighten_followed AFTER UPDATE ON persons FOR EACH ROW
  WHEN (NEW.merged_into_id IS NOT NULL AND OLD.merged_into_id IS DISTINCT FROM NEW.merged_into_id) EXECUTE FUNCTION fence.tighten_followed();
