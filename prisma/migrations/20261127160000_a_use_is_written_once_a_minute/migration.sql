-- Whoever looks a token up learns whether its use of the last minute is written down already, and does not ask for it to be written
-- again. Otherwise every request of a program asks for it, and all but one a minute for nothing.

DROP FUNCTION fence.who_holds(text, text);
CREATE FUNCTION fence.who_holds(token text, desk_slug text)
  RETURNS TABLE (user_id uuid, user_name text, role text, workspace_id uuid, slug text, zone text, client_name text, token_id uuid,
    scopes text[], addresses text[], rests text, may_finish boolean, is_noted boolean)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY SELECT u.id, u.name, m.role, w.id, w.slug, w.zone, cu.name, t.id, t.scopes, t.addresses,
    CASE WHEN m.role = 'agent' THEN fence.why_agent_rests(w.id, u.id) END, m.role <> 'agent' OR coalesce(a.may_finish, false),
    EXISTS (SELECT 1 FROM public.token_uses n WHERE n.workspace_id = t.workspace_id AND n.token_id = t.id AND n.used_at >= now() - interval '1 minute')
  FROM public.api_tokens t
  JOIN public.workspaces w ON w.id = t.workspace_id AND w.slug = desk_slug
  JOIN public.memberships m ON m.workspace_id = w.id AND m.user_id = t.user_id AND m.ended_at IS NULL
  JOIN public.users u ON u.id = m.user_id
  JOIN public.memberships cm ON cm.workspace_id = w.id AND cm.role = 'client'
  JOIN public.users cu ON cu.id = cm.user_id
  LEFT JOIN public.agents a ON a.workspace_id = m.workspace_id AND a.user_id = m.user_id
  WHERE t.token_hash = sha256(convert_to(token, 'UTF8')) AND t.revoked_at IS NULL AND t.expires_at > now();
END $$;
REVOKE ALL ON FUNCTION fence.who_holds(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fence.who_holds(text, text) TO firsthand_app;
