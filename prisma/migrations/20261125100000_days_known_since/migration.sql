-- Since when a yearly day is known as it stands: a day that passed while no server was there is caught up on, one that was
-- written down only afterwards is not. What is known already is known from now on.
ALTER TABLE person_dates ADD COLUMN known_since timestamptz NOT NULL DEFAULT now();

CREATE FUNCTION fence.note_known_since() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  NEW.known_since := now();
  RETURN NEW;
END $$;
CREATE TRIGGER b_known_since BEFORE UPDATE ON person_dates FOR EACH ROW
  WHEN (OLD.month <> NEW.month OR OLD.day <> NEW.day) EXECUTE FUNCTION fence.note_known_since();

-- The log says the day itself, and when it was written.
CREATE OR REPLACE FUNCTION fence.worth_logging(r jsonb) RETURNS jsonb
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT r - ARRAY['workspace_id', 'version', 'search_text', 'sort_at', 'urgency', 'source', 'payload', 'token_hash', 'attendees', 'expanded_until',
    'bytes', 'sealed', 'undo', 'entered_by', 'entered_role', 'entered_at', 'checked_by', 'sync_token', 'last_synced_at', 'known_since']
$$;
