-- Where others can look into the local mailbox, it shows the demo desk's mail alone.
CREATE FUNCTION fence.demo_desks() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT w.id FROM public.workspaces w WHERE w.is_demo
$$;
GRANT EXECUTE ON FUNCTION fence.demo_desks() TO firsthand_auth;
