-- Who has an address is asked every minute, before meetings. A policy keeps an index on an expression from being used (none of
-- its operators is leakproof), so the index is asked in here, and the tables' own policies look at whoever is found. The cost, and
-- asking for nothing but the address, keep it from walking over all people of a desk of which nothing is known yet.
CREATE FUNCTION fence.addresses_in(emails jsonb) RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 10000 SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(array_agg(lower(e ->> 'value')), '{}'::text[])
  FROM jsonb_array_elements(CASE jsonb_typeof(emails) WHEN 'array' THEN emails ELSE '[]' END) e WHERE e ->> 'value' IS NOT NULL
$$;
CREATE INDEX persons_by_address ON persons USING gin (fence.addresses_in(emails)) WITH (fastupdate = off) WHERE removed_at IS NULL AND emails <> '[]';

-- The people of the proven desk with one of these addresses (in small letters), but for those who are hidden from the reader.
CREATE FUNCTION fence.people_at(addresses text[]) RETURNS uuid[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  WITH having_it AS MATERIALIZED (SELECT p.workspace_id, p.id FROM public.persons p
    WHERE p.removed_at IS NULL AND p.emails <> '[]' AND fence.addresses_in(p.emails) && people_at.addresses)
  SELECT coalesce(array_agg(DISTINCT x.id), '{}'::uuid[]) FROM (
    SELECT h.id FROM having_it h WHERE h.workspace_id = fence.workspace()
    UNION ALL
    SELECT f.person_id FROM public.person_facts f WHERE f.workspace_id = fence.workspace() AND f.kind = 'email' AND f.removed_at IS NULL
      AND lower(f.value) = ANY (people_at.addresses) AND (NOT f.is_private OR fence.sees_private())
  ) x (id) WHERE NOT x.id = ANY ((SELECT fence.hidden_people())::uuid[])
$$;
REVOKE ALL ON FUNCTION fence.addresses_in(jsonb), fence.people_at(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fence.addresses_in(jsonb), fence.people_at(text[]) TO firsthand_app;
