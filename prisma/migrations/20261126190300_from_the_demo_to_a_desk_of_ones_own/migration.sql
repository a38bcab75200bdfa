-- Who only looked at the demo may found the desk that the host invites their address to. In the demo everybody invites, everybody reads the mail, and
-- who is left as its assistant is everybody's: an account, and a session, of somebody's there proves nothing. What proves it is the host's invitation,
-- which went to the address. So whoever else got in as it is out, in the same stroke; and whom the demo hands out to everybody founds nothing.
CREATE FUNCTION fence.may_be_invited(who uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT NOT EXISTS (SELECT 1 FROM public.memberships m JOIN public.workspaces w ON w.id = m.workspace_id
      WHERE m.user_id = who AND (m.role = 'agent' OR (w.is_demo AND m.role = 'client')))
    -- The first of a demo's assistants who belongs nowhere else: fence.demo_member signs everybody in as them.
    AND NOT EXISTS (SELECT 1 FROM public.memberships m JOIN public.workspaces w ON w.id = m.workspace_id AND w.is_demo
      WHERE m.user_id = who AND m.role = 'assistant' AND m.ended_at IS NULL AND NOT EXISTS (SELECT 1 FROM public.memberships f
        WHERE f.workspace_id = m.workspace_id AND f.role = 'assistant' AND f.ended_at IS NULL AND f.joined_at < m.joined_at
          AND NOT EXISTS (SELECT 1 FROM public.memberships o JOIN public.workspaces ow ON ow.id = o.workspace_id WHERE o.user_id = f.user_id AND NOT ow.is_demo)))
$$;

-- As before, but for those accounts.
CREATE OR REPLACE FUNCTION fence.found_by_invitation(session_token text, invitation_token text, desk uuid, desk_slug text, desk_name text, desk_zone text, desk_colour text) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  mine bytea := sha256(convert_to(session_token, 'UTF8'));
  who public.users;
  i public.desk_invitations;
BEGIN
  SELECT u.* INTO who FROM public.sessions s JOIN public.users u ON u.id = s.user_id
    WHERE s.token_hash = mine AND s.expires_at > clock_timestamp();
  IF who.id IS NULL OR NOT fence.may_be_invited(who.id) THEN RETURN NULL; END IF;
  SELECT * INTO i FROM public.desk_invitations v WHERE v.token_hash = sha256(convert_to(invitation_token, 'UTF8')) FOR UPDATE;
  IF i.id IS NULL OR i.workspace_id IS NOT NULL OR i.expires_at <= clock_timestamp() OR i.email <> who.email THEN RETURN NULL; END IF;
  -- Whoever got in as this address by an invitation of the demo's is not let into the new desk.
  IF NOT EXISTS (SELECT 1 FROM public.memberships m JOIN public.workspaces w ON w.id = m.workspace_id WHERE m.user_id = who.id AND NOT w.is_demo) THEN
    DELETE FROM public.sessions s WHERE s.user_id = who.id AND s.token_hash <> mine;
    DELETE FROM public.sign_in_tokens t WHERE t.identifier = who.email;
  END IF;
  PERFORM fence.found_desk(desk, who.id, desk_slug, desk_name, desk_zone, desk_colour, false);
  UPDATE public.desk_invitations SET workspace_id = desk WHERE id = i.id;
  RETURN desk_slug;
END $$;

REVOKE ALL ON FUNCTION fence.may_be_invited(uuid) FROM PUBLIC;
