-- A token ends with the place of whoever holds it, made it, or answers for its holder, and stays ended if they come back. Otherwise
-- somebody who was removed would keep the secret of an agent that a new owner wakes.
CREATE FUNCTION fence.end_tokens() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.api_tokens t SET revoked_at = NEW.ended_at
    WHERE t.workspace_id = NEW.workspace_id AND t.revoked_at IS NULL AND (NEW.user_id IN (t.user_id, t.made_by)
      OR EXISTS (SELECT 1 FROM public.agents a WHERE a.workspace_id = t.workspace_id AND a.user_id = t.user_id AND a.owner_id = NEW.user_id));
  RETURN NULL;
END $$;
CREATE TRIGGER c_end_tokens AFTER UPDATE ON memberships FOR EACH ROW WHEN (NEW.ended_at IS NOT NULL AND OLD.ended_at IS NULL) EXECUTE FUNCTION fence.end_tokens();

-- Whoever answers for an agent from now on makes its tokens anew.
CREATE FUNCTION fence.end_tokens_of_agent() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.api_tokens t SET revoked_at = clock_timestamp()
    WHERE t.workspace_id = NEW.workspace_id AND t.user_id = NEW.user_id AND t.revoked_at IS NULL AND t.made_by <> NEW.owner_id;
  RETURN NULL;
END $$;
CREATE TRIGGER c_end_tokens AFTER UPDATE ON agents FOR EACH ROW WHEN (NEW.owner_id <> OLD.owner_id) EXECUTE FUNCTION fence.end_tokens_of_agent();

-- What a token is called, and where it may be used from, is told in the history to whoever sees the token.
CREATE POLICY of_tokens_one_sees ON log_entries AS RESTRICTIVE FOR SELECT TO firsthand_app
  USING (subject <> 'token' OR EXISTS (SELECT 1 FROM api_tokens t WHERE t.workspace_id = log_entries.workspace_id AND t.id = log_entries.subject_id)
    OR by_user = (SELECT fence.acting_user()));
