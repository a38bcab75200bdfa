-- Fence 1 and 4: what stands as the client's own words was written by them. A program that they gave a token to is somebody else,
-- whatever it types, and it would be approved, and signed as personal, as if they had typed it.
CREATE FUNCTION fence.guard_ink() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
BEGIN
  IF c.role = 'client' AND c.door = 'api' THEN
    RAISE EXCEPTION 'fence: the client writes in person' USING ERRCODE = 'FH004';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER a_ink BEFORE INSERT ON draft_versions FOR EACH ROW EXECUTE FUNCTION fence.guard_ink();
CREATE TRIGGER a_ink BEFORE INSERT ON draft_comments FOR EACH ROW EXECUTE FUNCTION fence.guard_ink();

-- As before; and what an agent let go stays while somebody has paused it, or the client lets it finish nothing any more.
CREATE OR REPLACE FUNCTION fence.is_let_go(s public.sendings) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM public.drafts d WHERE d.workspace_id = s.workspace_id AND d.id = s.draft_id AND d.way = 'mail'
      AND d.state = CASE WHEN s.approval_id IS NULL THEN 'released' ELSE 'approved' END)
    AND CASE WHEN s.approval_id IS NULL THEN fence.may_be_released(s.workspace_id, s.draft_id)
      AND EXISTS (SELECT 1 FROM public.memberships m WHERE m.workspace_id = s.workspace_id AND m.user_id = s.pressed_by AND m.ended_at IS NULL)
      AND NOT EXISTS (SELECT 1 FROM public.agents a WHERE a.workspace_id = s.workspace_id AND a.user_id = s.pressed_by AND (a.paused_at IS NOT NULL OR NOT a.may_finish))
    ELSE fence.is_approved(s.workspace_id, s.draft_id)
      AND EXISTS (SELECT 1 FROM public.approvals p WHERE p.workspace_id = s.workspace_id AND p.id = s.approval_id AND p.draft_id = s.draft_id AND p.voided_at IS NULL) END
$$;

-- Fence 9: an attempt is written down also of a token that may write nothing, and of an agent that has used up its day. It proves
-- itself again here, and nothing is open for writing afterwards.
CREATE FUNCTION fence.record_attempt(token text, desk uuid, verb text, subject text, subject_id uuid, refusal text) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  who uuid;
  key_id uuid;
  as_role text;
BEGIN
  SELECT t.user_id, t.id, m.role INTO who, key_id, as_role FROM public.api_tokens t
    JOIN public.memberships m ON m.workspace_id = t.workspace_id AND m.user_id = t.user_id AND m.ended_at IS NULL
    WHERE t.token_hash = sha256(convert_to(token, 'UTF8')) AND t.workspace_id = desk AND t.revoked_at IS NULL AND t.expires_at > clock_timestamp();
  IF who IS NULL OR fence.hold_desk(desk) IS NULL THEN RETURN NULL; END IF;
  PERFORM fence.leave_context(ROW(who, as_role, desk, 'api:' || key_id, verb)::fence.context, true);
  PERFORM fence.record_refusal(subject, subject_id, refusal);
  PERFORM set_config('firsthand.context', '', true);
  RETURN (SELECT h.seq FROM public.log_heads h WHERE h.workspace_id = desk);
END $$;
GRANT EXECUTE ON FUNCTION fence.record_attempt(text, uuid, text, text, uuid, text) TO firsthand_app;
