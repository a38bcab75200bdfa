-- Programs that want to be told what changes. The log is what there is to tell: a webhook remembers how far it was told, and is told
-- what its maker may see, read with their eyes.
CREATE TABLE webhooks (
  workspace_id uuid NOT NULL REFERENCES workspaces (id),
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  name text NOT NULL CHECK (name <> '' AND length(name) <= 120),
  url text NOT NULL CHECK (url ~ '^https?://' AND length(url) <= 2000),
  -- What it is told of; none named is everything.
  about text[] NOT NULL DEFAULT '{}' CHECK (about <@ ARRAY['tasks', 'drafts', 'decisions', 'people', 'calendar', 'desk']),
  -- What it signs with, and what it signed with until it was changed; encrypted.
  sealed bytea NOT NULL,
  rotated_at timestamptz,
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL,
  paused_at timestamptz,
  -- Nobody: it paused by itself.
  paused_by uuid,
  paused_why text CHECK (paused_why IN ('hand', 'gone', 'failing')),
  removed_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, made_by) REFERENCES memberships (workspace_id, user_id),
  CONSTRAINT webhook_pause_is_whole CHECK ((paused_at IS NULL) = (paused_why IS NULL) AND (paused_at IS NOT NULL OR paused_by IS NULL))
);
-- How far each was told, and since when nothing arrives: no history, so it is kept beside them and not written into the log, which
-- would have it told of its own telling.
CREATE TABLE webhook_turns (
  workspace_id uuid NOT NULL,
  webhook_id uuid NOT NULL,
  after_seq bigint NOT NULL,
  failing_since timestamptz,
  PRIMARY KEY (workspace_id, webhook_id),
  FOREIGN KEY (workspace_id, webhook_id) REFERENCES webhooks (workspace_id, id)
);
CREATE TABLE webhook_deliveries (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  webhook_id uuid NOT NULL,
  -- The header webhook-id: the same however often the same thing is told.
  message_id text NOT NULL CHECK (message_id ~ '^msg_[0-9a-f]{32}$'),
  -- The entry of the log that it tells of; none for a test.
  seq bigint,
  type text NOT NULL,
  body text NOT NULL CHECK (length(body) <= 20000),
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'given-up', 'withheld')),
  attempts integer NOT NULL DEFAULT 0,
  made_at timestamptz NOT NULL DEFAULT date_trunc('milliseconds', clock_timestamp()),
  next_at timestamptz NOT NULL,
  last_at timestamptz,
  last_status integer,
  last_ms integer,
  last_error text NOT NULL DEFAULT '',
  replay_of uuid,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, webhook_id) REFERENCES webhooks (workspace_id, id)
);
CREATE INDEX webhook_deliveries_log ON webhook_deliveries (workspace_id, webhook_id, made_at DESC, id DESC);
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (workspace_id, webhook_id, next_at) WHERE state = 'waiting';
CREATE INDEX webhook_deliveries_old ON webhook_deliveries (made_at);

-- A webhook is made in person, for oneself. The client stops and removes anybody's; a job stops one that reaches nobody.
CREATE FUNCTION fence.guard_webhook() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
BEGIN
  IF NEW.workspace_id IS DISTINCT FROM c.workspace_id OR (TG_OP = 'UPDATE' AND (NEW.workspace_id, NEW.id) IS DISTINCT FROM (OLD.workspace_id, OLD.id)) THEN
    RAISE EXCEPTION 'fence: this belongs to another desk' USING ERRCODE = 'FH008';
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF c.door = 'api' OR c.role NOT IN ('client', 'assistant') THEN
      RAISE EXCEPTION 'fence: no program makes or changes a webhook' USING ERRCODE = 'FH001';
    END IF;
    NEW.version := 1; NEW.made_by := c.user_id; NEW.made_at := date_trunc('milliseconds', clock_timestamp());
    NEW.rotated_at := NULL; NEW.paused_at := NULL; NEW.paused_by := NULL; NEW.paused_why := NULL; NEW.removed_at := NULL;
    RETURN NEW;
  END IF;
  IF OLD.removed_at IS NOT NULL THEN
    RAISE EXCEPTION 'fence: a webhook that was removed stays so' USING ERRCODE = 'FH003';
  END IF;
  IF c.role = 'system' THEN
    IF OLD.paused_at IS NOT NULL OR NEW.paused_at IS NULL
      OR (NEW.name, NEW.url, NEW.about, NEW.sealed, NEW.removed_at) IS DISTINCT FROM (OLD.name, OLD.url, OLD.about, OLD.sealed, OLD.removed_at) THEN
      RAISE EXCEPTION 'fence: a job stops a webhook, and does nothing else to it' USING ERRCODE = 'FH003';
    END IF;
  ELSIF c.door = 'api' OR c.role NOT IN ('client', 'assistant') THEN
    RAISE EXCEPTION 'fence: no program makes or changes a webhook' USING ERRCODE = 'FH001';
  ELSIF OLD.made_by <> c.user_id AND (c.role <> 'client' OR (NEW.name, NEW.url, NEW.about, NEW.sealed) IS DISTINCT FROM (OLD.name, OLD.url, OLD.about, OLD.sealed)) THEN
    RAISE EXCEPTION 'fence: only its maker says where a webhook leads' USING ERRCODE = 'FH003';
  ELSIF NEW.paused_at IS NULL AND OLD.paused_by <> c.user_id AND c.role <> 'client' THEN
    RAISE EXCEPTION 'fence: what the client stopped, the client wakes' USING ERRCODE = 'FH003';
  END IF;
  NEW.version := OLD.version + 1; NEW.made_by := OLD.made_by; NEW.made_at := OLD.made_at;
  NEW.rotated_at := CASE WHEN NEW.sealed <> OLD.sealed THEN date_trunc('milliseconds', clock_timestamp()) ELSE OLD.rotated_at END;
  IF NEW.paused_at IS NULL THEN
    NEW.paused_by := NULL; NEW.paused_why := NULL;
  ELSIF OLD.paused_at IS NULL THEN
    NEW.paused_at := date_trunc('milliseconds', clock_timestamp()); NEW.paused_by := c.user_id;
    NEW.paused_why := CASE WHEN c.role = 'system' THEN NEW.paused_why ELSE 'hand' END;
  ELSE
    NEW.paused_at := OLD.paused_at; NEW.paused_by := OLD.paused_by; NEW.paused_why := OLD.paused_why;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON webhooks FOR EACH ROW EXECUTE FUNCTION fence.guard_webhook();

-- One that is new, and one that is woken, is told what happens from then on.
CREATE FUNCTION fence.begin_telling() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.webhook_turns AS t (workspace_id, webhook_id, after_seq)
    SELECT h.workspace_id, NEW.id, h.seq FROM public.log_heads h WHERE h.workspace_id = NEW.workspace_id
    ON CONFLICT (workspace_id, webhook_id) DO UPDATE SET after_seq = EXCLUDED.after_seq, failing_since = NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER b_begin_telling AFTER INSERT ON webhooks FOR EACH ROW EXECUTE FUNCTION fence.begin_telling();
CREATE TRIGGER b_wake AFTER UPDATE ON webhooks FOR EACH ROW WHEN (NEW.paused_at IS NULL AND OLD.paused_at IS NOT NULL) EXECUTE FUNCTION fence.begin_telling();

-- With whoever leaves, what they had told to programs ends, for good.
CREATE FUNCTION fence.end_webhooks() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.webhooks w SET removed_at = clock_timestamp() WHERE w.workspace_id = NEW.workspace_id AND w.made_by = NEW.user_id AND w.removed_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER c_end_webhooks AFTER UPDATE ON memberships FOR EACH ROW WHEN (NEW.ended_at IS NOT NULL AND OLD.ended_at IS NULL) EXECUTE FUNCTION fence.end_webhooks();

-- What is told is written down by the job that read it with the maker's eyes. By hand there is a test, and the same thing once more.
CREATE FUNCTION fence.guard_delivery() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
BEGIN
  IF NEW.workspace_id IS DISTINCT FROM c.workspace_id THEN
    RAISE EXCEPTION 'fence: this belongs to another desk' USING ERRCODE = 'FH008';
  END IF;
  IF c.role = 'system' THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' THEN
    RAISE EXCEPTION 'fence: only a job says how a delivery went' USING ERRCODE = 'FH003';
  END IF;
  IF c.door = 'api' OR NOT EXISTS (SELECT 1 FROM public.webhooks w WHERE w.workspace_id = NEW.workspace_id AND w.id = NEW.webhook_id AND w.made_by = c.user_id)
    OR NOT ((NEW.type = 'webhook.test' AND NEW.seq IS NULL AND NEW.replay_of IS NULL) OR EXISTS (SELECT 1 FROM public.webhook_deliveries d
      WHERE d.workspace_id = NEW.workspace_id AND d.id = NEW.replay_of AND d.webhook_id = NEW.webhook_id
        AND (d.message_id, d.seq, d.type, d.body) IS NOT DISTINCT FROM (NEW.message_id, NEW.seq, NEW.type, NEW.body))) THEN
    RAISE EXCEPTION 'fence: only a job writes down what is told' USING ERRCODE = 'FH003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON webhook_deliveries FOR EACH ROW EXECUTE FUNCTION fence.guard_delivery();

-- The webhooks with something to tell at a moment, and whose eyes each is told with: for whoever holds the jobs' secret.
CREATE FUNCTION fence.due_webhooks(secret text, at timestamptz, most integer)
  RETURNS TABLE (webhook_id uuid, workspace_id uuid, slug text, zone text, client_name text, user_id uuid, name text, role text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM 1 FROM fence.job_keys k WHERE k.secret_hash = sha256(convert_to(secret, 'UTF8'));
  IF NOT FOUND THEN
    RAISE EXCEPTION 'fence: this job has not proved itself' USING ERRCODE = 'FH001';
  END IF;
  RETURN QUERY SELECT h.id, w.id, w.slug, w.zone, cu.name, u.id, u.name, m.role FROM public.webhooks h
    JOIN public.webhook_turns t ON t.workspace_id = h.workspace_id AND t.webhook_id = h.id
    JOIN public.log_heads l ON l.workspace_id = h.workspace_id
    JOIN public.workspaces w ON w.id = h.workspace_id
    JOIN public.memberships m ON m.workspace_id = h.workspace_id AND m.user_id = h.made_by AND m.ended_at IS NULL
    JOIN public.users u ON u.id = m.user_id
    JOIN public.memberships cm ON cm.workspace_id = w.id AND cm.role = 'client'
    JOIN public.users cu ON cu.id = cm.user_id
    WHERE h.removed_at IS NULL AND h.paused_at IS NULL AND (l.seq > t.after_seq OR EXISTS (SELECT 1 FROM public.webhook_deliveries d
      WHERE d.workspace_id = h.workspace_id AND d.webhook_id = h.id AND d.state = 'waiting' AND d.next_at <= due_webhooks.at))
    ORDER BY random() LIMIT most;
END $$;
CREATE FUNCTION fence.sweep_deliveries(secret text) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  swept bigint;
BEGIN
  PERFORM 1 FROM fence.job_keys k WHERE k.secret_hash = sha256(convert_to(secret, 'UTF8'));
  IF NOT FOUND THEN
    RAISE EXCEPTION 'fence: this job has not proved itself' USING ERRCODE = 'FH001';
  END IF;
  DELETE FROM public.webhook_deliveries d WHERE d.made_at < now() - interval '30 days';
  GET DIAGNOSTICS swept = ROW_COUNT;
  RETURN swept;
END $$;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['webhooks', 'webhook_turns', 'webhook_deliveries'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_desk ON %I TO firsthand_app USING (workspace_id = (SELECT fence.workspace())) WITH CHECK (workspace_id = (SELECT fence.writing_at()))', t);
  END LOOP;
END $$;
-- Where somebody has the desk told is theirs and the client's to know: in the history too.
CREATE POLICY ones_own_or_the_clients ON webhooks AS RESTRICTIVE TO firsthand_app USING ((SELECT fence.sees_private()) OR made_by = (SELECT fence.user_id()));
CREATE POLICY of_webhooks_one_sees ON webhook_turns AS RESTRICTIVE TO firsthand_app
  USING (EXISTS (SELECT 1 FROM webhooks w WHERE w.workspace_id = webhook_turns.workspace_id AND w.id = webhook_turns.webhook_id));
CREATE POLICY of_webhooks_one_sees ON webhook_deliveries AS RESTRICTIVE TO firsthand_app
  USING (EXISTS (SELECT 1 FROM webhooks w WHERE w.workspace_id = webhook_deliveries.workspace_id AND w.id = webhook_deliveries.webhook_id));
CREATE POLICY of_webhooks_one_sees ON log_entries AS RESTRICTIVE FOR SELECT TO firsthand_app
  USING (subject <> 'webhook' OR (SELECT fence.sees_private()) OR EXISTS (SELECT 1 FROM webhooks w WHERE w.workspace_id = log_entries.workspace_id AND w.id = log_entries.subject_id));
CREATE TRIGGER z_log_inserted AFTER INSERT ON webhooks REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION fence.log_inserted('webhook');
CREATE TRIGGER z_log_updated AFTER UPDATE ON webhooks REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION fence.log_updated('webhook');

GRANT SELECT ON webhooks, webhook_turns, webhook_deliveries TO firsthand_app;
GRANT INSERT (workspace_id, id, name, url, about, sealed) ON webhooks TO firsthand_app;
GRANT UPDATE (name, url, about, sealed, paused_at, paused_why, removed_at) ON webhooks TO firsthand_app;
GRANT UPDATE (after_seq, failing_since) ON webhook_turns TO firsthand_app;
GRANT INSERT (workspace_id, id, webhook_id, message_id, seq, type, body, next_at, replay_of) ON webhook_deliveries TO firsthand_app;
GRANT UPDATE (state, attempts, next_at, last_at, last_status, last_ms, last_error) ON webhook_deliveries TO firsthand_app;
REVOKE ALL ON FUNCTION fence.due_webhooks(text, timestamptz, integer), fence.sweep_deliveries(text), fence.guard_webhook(), fence.guard_delivery(),
  fence.begin_telling(), fence.end_webhooks() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fence.due_webhooks(text, timestamptz, integer), fence.sweep_deliveries(text) TO firsthand_app;
