-- Fence 7 at an open meeting: guests stand on its entry as a file named them, so whoever is private to the client would pass
-- for a stranger there. Which of these addresses and names (in small letters) are theirs is answered here, and nobody is listed.
CREATE FUNCTION fence.hidden_guests(said text[]) RETURNS text[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT x.said), '{}'::text[]) FROM (
    SELECT lower(p.name) FROM public.persons p
      WHERE p.workspace_id = fence.workspace() AND p.id = ANY ((SELECT fence.hidden_people())::uuid[])
    UNION ALL
    SELECT lower(e ->> 'value') FROM public.persons p,
      jsonb_array_elements(CASE jsonb_typeof(p.emails) WHEN 'array' THEN p.emails ELSE '[]' END) e
      WHERE p.workspace_id = fence.workspace() AND p.id = ANY ((SELECT fence.hidden_people())::uuid[])
    UNION ALL
    SELECT lower(f.value) FROM public.person_facts f
      WHERE f.workspace_id = fence.workspace() AND f.person_id = ANY ((SELECT fence.hidden_people())::uuid[]) AND f.kind = 'email' AND f.removed_at IS NULL
  ) x (said) WHERE x.said = ANY (hidden_guests.said)
$$;
REVOKE ALL ON FUNCTION fence.hidden_guests(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fence.hidden_guests(text[]) TO firsthand_app;
