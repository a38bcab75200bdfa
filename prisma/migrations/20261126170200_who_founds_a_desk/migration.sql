-- Who founds a desk after the first one: whoever belongs, or has belonged, to a desk that is no demo's, in person; and whoever
-- the host invites to. Both leave the context of an arrival, so the new desk's log begins as the first desk's did.

-- Made by the host alone (npm run invite), who is the owner of the database; no role of the server's reads or writes it.
CREATE TABLE desk_invitations (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  email text NOT NULL CHECK (email = lower(email)),
  token_hash bytea NOT NULL UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  -- The desk that was founded with it: from then on it is spent.
  workspace_id uuid UNIQUE REFERENCES workspaces (id)
);

-- The demo is everybody's: what its accounts may do, anybody may. And an agent is never there in person.
CREATE FUNCTION fence.may_found(who uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(bool_and(m.role <> 'agent'), true) AND coalesce(bool_or(NOT w.is_demo), true)
  FROM public.memberships m JOIN public.workspaces w ON w.id = m.workspace_id
  WHERE m.user_id = who
$$;

-- Whoever holds this session, when they may found another desk. Who was invited and has not accepted yet belongs nowhere: in
-- the demo anybody is invited, and anybody reads that mail.
CREATE FUNCTION fence.founder(session_token text) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT s.user_id FROM public.sessions s
  WHERE s.token_hash = sha256(convert_to(session_token, 'UTF8')) AND s.expires_at > clock_timestamp()
    AND fence.may_found(s.user_id) AND EXISTS (SELECT 1 FROM public.memberships m WHERE m.user_id = s.user_id)
$$;

-- The slug of the desk that whoever holds this session has now, or NULL when they may found none.
CREATE FUNCTION fence.found_another_desk(session_token text, desk uuid, desk_slug text, desk_name text, desk_zone text, desk_colour text) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  who uuid := fence.founder(session_token);
  made text;
BEGIN
  IF who IS NULL THEN RETURN NULL; END IF;
  -- A button that was pressed twice founds one desk: nobody could take the other one away again.
  PERFORM 1 FROM public.users u WHERE u.id = who FOR NO KEY UPDATE;
  SELECT w.slug INTO made FROM public.workspaces w
    JOIN public.memberships m ON m.workspace_id = w.id AND m.user_id = who AND m.role = 'client'
    WHERE w.name = desk_name AND w.created_at > clock_timestamp() - interval '1 minute' AND NOT w.is_demo LIMIT 1;
  IF made IS NOT NULL THEN RETURN made; END IF;
  PERFORM fence.found_desk(desk, who, desk_slug, desk_name, desk_zone, desk_colour, false);
  RETURN desk_slug;
END $$;

-- For which address an invitation to found a desk is. NULL for one that founds nothing (any more).
CREATE FUNCTION fence.read_desk_invitation(invitation_token text) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT i.email FROM public.desk_invitations i
  WHERE i.token_hash = sha256(convert_to(invitation_token, 'UTF8')) AND i.workspace_id IS NULL AND i.expires_at > now()
$$;

-- The desk's slug, or NULL: used, too old, unknown, meant for another address, or for an account of the demo's; all look alike.
CREATE FUNCTION fence.found_by_invitation(session_token text, invitation_token text, desk uuid, desk_slug text, desk_name text, desk_zone text, desk_colour text) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  mine bytea := sha256(convert_to(session_token, 'UTF8'));
  who public.users;
  i public.desk_invitations;
BEGIN
  SELECT u.* INTO who FROM public.sessions s JOIN public.users u ON u.id = s.user_id
    WHERE s.token_hash = mine AND s.expires_at > clock_timestamp();
  IF who.id IS NULL OR NOT fence.may_found(who.id) THEN RETURN NULL; END IF;
  SELECT * INTO i FROM public.desk_invitations v WHERE v.token_hash = sha256(convert_to(invitation_token, 'UTF8')) FOR UPDATE;
  IF i.id IS NULL OR i.workspace_id IS NOT NULL OR i.expires_at <= clock_timestamp() OR i.email <> who.email THEN RETURN NULL; END IF;
  -- Whoever got in as this address by an invitation of the demo's is not let into the new desk.
  IF NOT EXISTS (SELECT 1 FROM public.memberships m WHERE m.user_id = who.id) THEN
    DELETE FROM public.sessions s WHERE s.user_id = who.id AND s.token_hash <> mine;
  END IF;
  PERFORM fence.found_desk(desk, who.id, desk_slug, desk_name, desk_zone, desk_colour, false);
  UPDATE public.desk_invitations SET workspace_id = desk WHERE id = i.id;
  RETURN desk_slug;
END $$;

GRANT EXECUTE ON FUNCTION fence.founder(text), fence.found_another_desk(text, uuid, text, text, text, text),
  fence.read_desk_invitation(text), fence.found_by_invitation(text, text, uuid, text, text, text, text) TO firsthand_auth;
