-- Fence 7, for whoever was merged into somebody: they are one, so they are private together, whichever became so later.
CREATE OR REPLACE FUNCTION fence.hidden_people() RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE WHEN fence.sees_private() THEN '{}'::uuid[] ELSE coalesce((
    WITH RECURSIVE desk AS MATERIALIZED (SELECT fence.workspace() AS id), hidden AS (
      SELECT p.id FROM desk JOIN public.persons p ON p.workspace_id = desk.id AND p.is_private
      UNION SELECT m.id FROM hidden h CROSS JOIN desk JOIN public.persons m ON m.workspace_id = desk.id AND m.merged_into_id = h.id
    ) SELECT array_agg(h.id) FROM hidden h), '{}'::uuid[]) END
$$;

CREATE POLICY of_people_one_sees ON persons AS RESTRICTIVE TO firsthand_app
  USING (NOT id = ANY ((SELECT fence.hidden_people())::uuid[]));

-- Of few rows is a merged person the owner; only for those the whole set is asked. Written so that it is inlined.
CREATE FUNCTION fence.is_hidden_person(p public.persons) RETURNS boolean
  LANGUAGE sql STABLE AS $$ SELECT p.is_private OR (p.merged_into_id IS NOT NULL AND p.id = ANY (fence.hidden_people())) $$;

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
    ELSE false END
$$;
