-- How somebody comes to belong: by founding a desk of their own, or by accepting an invitation that was mailed to them.
-- Both leave a context with the door 'arrival', so that the same triggers and the same log see them.

CREATE FUNCTION fence.found_desk(desk uuid, founder uuid, desk_slug text, desk_name text, desk_zone text, desk_colour text, demo boolean) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.workspaces (id, slug, name, zone, colour, is_demo) VALUES (desk, desk_slug, desk_name, desk_zone, desk_colour, demo);
  INSERT INTO public.log_heads (workspace_id) VALUES (desk);
  PERFORM fence.leave_context(ROW(founder, 'client', desk, 'arrival', 'found-desk')::fence.context, true);
  INSERT INTO public.memberships (workspace_id, user_id, role) VALUES (desk, founder, 'client');
  PERFORM set_config('firsthand.context', '', true);
END $$;

-- Returns the desk's slug, or NULL: used, withdrawn, too old, unknown, or meant for another address; all look alike.
CREATE FUNCTION fence.accept_invitation(session_token text, invitation_token text) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  who public.users;
  i public.invitations;
  desk_slug text;
BEGIN
  SELECT u.* INTO who FROM public.sessions s JOIN public.users u ON u.id = s.user_id
    WHERE s.token_hash = sha256(convert_to(session_token, 'UTF8')) AND s.expires_at > clock_timestamp();
  IF who.id IS NULL THEN RETURN NULL; END IF;
  SELECT * INTO i FROM public.invitations v WHERE v.token_hash = sha256(convert_to(invitation_token, 'UTF8'));
  IF i.id IS NULL THEN RETURN NULL; END IF;
  PERFORM 1 FROM public.log_heads h WHERE h.workspace_id = i.workspace_id FOR NO KEY UPDATE;
  SELECT * INTO i FROM public.invitations v WHERE v.workspace_id = i.workspace_id AND v.id = i.id FOR UPDATE;
  IF i.accepted_at IS NOT NULL OR i.withdrawn_at IS NOT NULL OR i.expires_at <= clock_timestamp() OR i.email <> who.email THEN RETURN NULL; END IF;
  -- The desk's own client is not made their own assistant.
  IF EXISTS (SELECT 1 FROM public.memberships m WHERE m.workspace_id = i.workspace_id AND m.user_id = who.id AND m.role <> i.role) THEN RETURN NULL; END IF;
  PERFORM fence.leave_context(ROW(who.id, i.role, i.workspace_id, 'arrival', 'accept-invitation')::fence.context, true);
  INSERT INTO public.memberships (workspace_id, user_id, role) VALUES (i.workspace_id, who.id, i.role)
    ON CONFLICT (workspace_id, user_id) DO UPDATE SET ended_at = NULL;
  UPDATE public.invitations SET accepted_at = now(), accepted_by = who.id WHERE workspace_id = i.workspace_id AND id = i.id;
  PERFORM set_config('firsthand.context', '', true);
  SELECT w.slug INTO desk_slug FROM public.workspaces w WHERE w.id = i.workspace_id;
  RETURN desk_slug;
END $$;

-- What an invitation's page says before it is accepted. Nothing for one that cannot be accepted any more.
CREATE FUNCTION fence.read_invitation(invitation_token text) RETURNS TABLE (email text, client_name text, colour text, expires_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT i.email, u.name, w.colour, i.expires_at
  FROM public.invitations i
  JOIN public.workspaces w ON w.id = i.workspace_id
  JOIN public.memberships m ON m.workspace_id = w.id AND m.role = 'client'
  JOIN public.users u ON u.id = m.user_id
  WHERE i.token_hash = sha256(convert_to(invitation_token, 'UTF8'))
    AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > now()
$$;

-- Whether anybody at all lives here yet: the first-run page is shown only while nobody does.
CREATE FUNCTION fence.has_desks() RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM public.workspaces)
$$;

-- Signing in is for people who belong, or are about to: an address with a user, or with an open invitation.
CREATE FUNCTION fence.is_expected(address text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM public.users u WHERE u.email = address)
    OR EXISTS (SELECT 1 FROM public.invitations i WHERE i.email = address AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > now())
$$;

-- The desks whose live connections are to be looked at again when somebody's session ends.
CREATE FUNCTION fence.desks_of_user(who uuid) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT m.workspace_id FROM public.memberships m WHERE m.user_id = who AND m.ended_at IS NULL
$$;

-- The demo desk's people, for its one-click sign-in: of the demo desk alone.
CREATE FUNCTION fence.demo_member(as_role text) RETURNS TABLE (user_id uuid, slug text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT m.user_id, w.slug FROM public.workspaces w
  JOIN public.memberships m ON m.workspace_id = w.id AND m.role = as_role AND m.ended_at IS NULL
  WHERE w.is_demo
    AND NOT EXISTS (SELECT 1 FROM public.memberships o JOIN public.workspaces ow ON ow.id = o.workspace_id
      WHERE o.user_id = m.user_id AND NOT ow.is_demo)
  ORDER BY w.created_at, m.joined_at LIMIT 1
$$;

GRANT EXECUTE ON FUNCTION fence.found_desk(uuid, uuid, text, text, text, text, boolean), fence.accept_invitation(text, text),
  fence.read_invitation(text), fence.has_desks(), fence.is_expected(text), fence.desks_of_user(uuid), fence.demo_member(text) TO firsthand_auth;
GRANT EXECUTE ON FUNCTION fence.has_desks() TO firsthand_app;
