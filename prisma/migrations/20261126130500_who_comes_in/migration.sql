-- Whoever looked at the demo first has its desk in the same database, and still has no desk of their own: the first-run page is
-- shown until somebody founds one. Where the demo is shown as well, the app asks for its people besides (lib/auth/first-desk.ts).
CREATE OR REPLACE FUNCTION fence.has_desks() RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM public.workspaces w WHERE NOT w.is_demo)
$$;
