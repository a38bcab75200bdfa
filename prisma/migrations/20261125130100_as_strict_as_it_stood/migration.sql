-- Fence 2 and 6: a task that was taken back along with its cause (a person, a day, an import) comes again with it as strict
-- as it stood. Here for whoever brings it back without being able to see how that was.
CREATE FUNCTION fence.keep_strict() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF 'must-be-you' = (SELECT t.tag FROM public.tasks t WHERE t.workspace_id = NEW.workspace_id AND t.source_key = NEW.source_key
    AND t.state = 'withdrawn' ORDER BY t.created_at DESC LIMIT 1) THEN
    NEW.tag := 'must-be-you'; NEW.tag_by := 'rule'; NEW.tag_rule := 'as-before'; NEW.tag_hand := NULL; NEW.tag_hand_role := NULL;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER b_keep_strict BEFORE INSERT ON tasks FOR EACH ROW
  WHEN (NEW.source_key IS NOT NULL AND NEW.tag = 'delegable') EXECUTE FUNCTION fence.keep_strict();
