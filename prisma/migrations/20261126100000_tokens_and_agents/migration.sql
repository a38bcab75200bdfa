-- What programs prove themselves with, and the agents among the members. A token opens the door 'api' and no other; what it may do
-- there is what its holder may, less whatever asks for the client in person (the migration after this one).
CREATE TABLE api_tokens (
  workspace_id uuid NOT NULL REFERENCES workspaces (id),
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  name text NOT NULL CHECK (name <> '' AND length(name) <= 100),
  -- Whose hands these are: the maker's own, or those of an agent that they own.
  user_id uuid NOT NULL,
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL,
  token_hash bytea NOT NULL UNIQUE CHECK (octet_length(token_hash) = 32),
  shown text NOT NULL CHECK (length(shown) <= 8),
  scopes text[] NOT NULL CHECK (cardinality(scopes) > 0 AND array_to_string(scopes, ',', '') ~ '^[a-z]+:(read|write)(,[a-z]+:(read|write))*$'),
  -- Tasks of these kinds alone, with everything that hangs on them; none named is every kind.
  kinds text[] NOT NULL DEFAULT '{}',
  -- Networks that it may be used from (CIDR); none named is anywhere.
  addresses text[] NOT NULL DEFAULT '{}',
  -- The sign-in of a program that it came from, where it did.
  grant_id uuid,
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  revoked_by uuid,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, user_id) REFERENCES memberships (workspace_id, user_id),
  FOREIGN KEY (workspace_id, made_by) REFERENCES memberships (workspace_id, user_id),
  CONSTRAINT tokens_end CHECK (expires_at > made_at AND expires_at <= made_at + interval '90 days'),
  CONSTRAINT revoking_is_whole CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
);
CREATE INDEX api_tokens_by_holder ON api_tokens (workspace_id, user_id);
-- When a token was last used, to the minute; beside it, because looking at something is no change to write down.
CREATE TABLE token_uses (
  workspace_id uuid NOT NULL,
  token_id uuid NOT NULL,
  used_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, token_id),
  FOREIGN KEY (workspace_id, token_id) REFERENCES api_tokens (workspace_id, id)
);

-- An agent is a member with a person behind it, who answers for what it does. Until the client lets it finish things, it prepares them.
CREATE TABLE agents (
  workspace_id uuid NOT NULL,
  user_id uuid NOT NULL,
  role text NOT NULL DEFAULT 'agent' CHECK (role = 'agent'),
  version integer NOT NULL DEFAULT 1,
  owner_id uuid NOT NULL,
  may_finish boolean NOT NULL DEFAULT false,
  daily_limit integer NOT NULL DEFAULT 200 CHECK (daily_limit BETWEEN 1 AND 5000),
  paused_at timestamptz,
  paused_by uuid,
  PRIMARY KEY (workspace_id, user_id),
  FOREIGN KEY (workspace_id, user_id, role) REFERENCES memberships (workspace_id, user_id, role),
  FOREIGN KEY (workspace_id, owner_id) REFERENCES memberships (workspace_id, user_id),
  CONSTRAINT pausing_is_whole CHECK ((paused_at IS NULL) = (paused_by IS NULL)),
  CONSTRAINT an_agent_owns_none CHECK (owner_id <> user_id)
);
CREATE INDEX agents_by_owner ON agents (workspace_id, owner_id);

-- How much an agent changed on a day of the desk's zone.
CREATE TABLE agent_days (
  workspace_id uuid NOT NULL,
  user_id uuid NOT NULL,
  day date NOT NULL,
  changes integer NOT NULL,
  PRIMARY KEY (workspace_id, user_id, day),
  FOREIGN KEY (workspace_id, user_id) REFERENCES agents (workspace_id, user_id)
);

-- A request that is sent twice under one key happens once: what was asked, what each of its transactions came to (written in that
-- transaction), and what was answered.
CREATE TABLE once_keys (
  workspace_id uuid NOT NULL REFERENCES workspaces (id),
  user_id uuid NOT NULL,
  key text NOT NULL CHECK (key <> '' AND length(key) <= 255),
  asked bytea NOT NULL CHECK (octet_length(asked) = 32),
  made_at timestamptz NOT NULL DEFAULT now(),
  answer jsonb,
  PRIMARY KEY (workspace_id, user_id, key),
  FOREIGN KEY (workspace_id, user_id) REFERENCES memberships (workspace_id, user_id)
);
CREATE INDEX once_keys_old ON once_keys (made_at);
CREATE TABLE once_steps (
  workspace_id uuid NOT NULL,
  user_id uuid NOT NULL,
  key text NOT NULL,
  step integer NOT NULL CHECK (step BETWEEN 0 AND 10000),
  outcome bytea NOT NULL,
  PRIMARY KEY (workspace_id, user_id, key, step),
  FOREIGN KEY (workspace_id, user_id, key) REFERENCES once_keys (workspace_id, user_id, key) ON DELETE CASCADE
);

-- The token a transaction was opened with stands in its context, behind the door's name, under the same signature.
CREATE OR REPLACE FUNCTION fence.current_context(for_writing boolean) RETURNS fence.context
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  raw text := current_setting('firsthand.context', true);
  part text[];
  c fence.context;
BEGIN
  IF raw IS NULL OR raw = '' THEN RETURN NULL; END IF;
  part := string_to_array(raw, '|');
  IF array_length(part, 1) IS DISTINCT FROM 8 THEN RETURN NULL; END IF;
  IF part[8] IS DISTINCT FROM fence.sign(array_to_string(part[1:7], '|')) THEN RETURN NULL; END IF;
  IF part[6] IS DISTINCT FROM pg_backend_pid()::text THEN RETURN NULL; END IF;
  IF left(part[7], 1) = 'w' THEN
    IF substr(part[7], 2) IS DISTINCT FROM pg_current_xact_id_if_assigned()::text THEN RETURN NULL; END IF;
  ELSIF for_writing OR substr(part[7], 2) IS DISTINCT FROM extract(epoch FROM now())::text THEN
    RETURN NULL;
  END IF;
  c.user_id := CASE WHEN part[1] = '-' THEN NULL ELSE part[1]::uuid END;
  c.role := part[2];
  c.workspace_id := part[3]::uuid;
  c.door := split_part(part[4], ':', 1);
  c.verb := part[5];
  RETURN c;
END $$;

CREATE FUNCTION fence.token_id() RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT nullif(split_part(split_part(current_setting('firsthand.context', true), '|', 4), ':', 2), '')::uuid
  WHERE (fence.current_context(false)).role IS NOT NULL
$$;
-- The kinds of task that this transaction's token is for; NULL is every kind.
CREATE FUNCTION fence.token_kinds() RETURNS text[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT nullif(t.kinds, '{}') FROM public.api_tokens t WHERE t.workspace_id = fence.workspace() AND t.id = fence.token_id()
$$;
CREATE FUNCTION fence.user_id() RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT (fence.current_context(false)).user_id
$$;

-- An agent works while its owner belongs to the desk, nobody has paused it, and today's changes are not used up.
CREATE FUNCTION fence.why_agent_rests(desk uuid, agent uuid) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE WHEN a.paused_at IS NOT NULL THEN 'paused' WHEN coalesce(d.changes, 0) >= a.daily_limit THEN 'spent' END
  FROM public.memberships m
  JOIN public.workspaces w ON w.id = m.workspace_id
  JOIN public.agents a ON a.workspace_id = m.workspace_id AND a.user_id = m.user_id
  JOIN public.memberships o ON o.workspace_id = a.workspace_id AND o.user_id = a.owner_id AND o.ended_at IS NULL
  LEFT JOIN public.agent_days d ON d.workspace_id = a.workspace_id AND d.user_id = a.user_id AND d.day = (clock_timestamp() AT TIME ZONE w.zone)::date
  WHERE m.workspace_id = desk AND m.user_id = agent AND m.ended_at IS NULL
  UNION ALL
  SELECT 'ownerless' WHERE NOT EXISTS (SELECT 1 FROM public.agents a
    JOIN public.memberships o ON o.workspace_id = a.workspace_id AND o.user_id = a.owner_id AND o.ended_at IS NULL
    WHERE a.workspace_id = desk AND a.user_id = agent)
$$;

-- Opens a transaction for a person or a program. No row back: signed out, no member, or no such desk; the three look alike. An agent
-- that is to rest is told so in place of its role ('paused'; 'spent', with the seconds until tomorrow
-- in place of the cursor), and nothing is opened.
CREATE OR REPLACE FUNCTION fence.enter(token text, desk uuid, door text, verb text, for_writing boolean)
  RETURNS TABLE (user_id uuid, role text, seq bigint)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  who uuid;
  as_role text;
  head bigint;
  key_id uuid;
  rests text;
  hash bytea := sha256(convert_to(token, 'UTF8'));
BEGIN
  IF door IS NULL OR door NOT IN ('screen', 'api', 'mail', 'import') THEN
    RAISE EXCEPTION 'fence: no such door' USING ERRCODE = 'FH000';
  END IF;
  PERFORM set_config('firsthand.context', '', true);
  IF token LIKE 'fh.%' THEN
    IF door <> 'api' THEN RETURN; END IF;
    SELECT t.user_id, t.id INTO who, key_id FROM public.api_tokens t
      WHERE t.token_hash = hash AND t.workspace_id = desk AND t.revoked_at IS NULL AND t.expires_at > clock_timestamp()
        AND (NOT for_writing OR EXISTS (SELECT 1 FROM unnest(t.scopes) AS s (scope) WHERE s.scope LIKE '%:write'));
  ELSE
    SELECT s.user_id INTO who FROM public.sessions s WHERE s.token_hash = hash AND s.expires_at > clock_timestamp();
  END IF;
  IF who IS NULL THEN RETURN; END IF;
  PERFORM 1 FROM public.memberships m WHERE m.workspace_id = desk AND m.user_id = who AND m.ended_at IS NULL;
  IF NOT FOUND THEN RETURN; END IF;
  IF for_writing THEN
    head := fence.hold_desk(desk);
    SELECT m.role INTO as_role FROM public.memberships m
      WHERE m.workspace_id = desk AND m.user_id = who AND m.ended_at IS NULL FOR SHARE;
    IF key_id IS NULL THEN
      PERFORM 1 FROM public.sessions s WHERE s.token_hash = hash AND s.expires_at > clock_timestamp() FOR SHARE;
    ELSE
      PERFORM 1 FROM public.api_tokens t WHERE t.token_hash = hash AND t.revoked_at IS NULL AND t.expires_at > clock_timestamp() FOR SHARE;
    END IF;
    IF NOT FOUND THEN RETURN; END IF;
  ELSE
    SELECT h.seq INTO head FROM public.log_heads h WHERE h.workspace_id = desk;
    SELECT m.role INTO as_role FROM public.memberships m
      WHERE m.workspace_id = desk AND m.user_id = who AND m.ended_at IS NULL;
  END IF;
  IF as_role IS NULL OR head IS NULL THEN RETURN; END IF;
  IF as_role = 'agent' THEN
    rests := fence.why_agent_rests(desk, who);
    IF rests = 'ownerless' THEN RETURN; END IF;
    IF rests = 'paused' OR (rests = 'spent' AND for_writing) THEN
      RETURN QUERY SELECT who, rests, ceil(extract(epoch FROM (date_trunc('day', clock_timestamp() AT TIME ZONE w.zone) + interval '1 day') AT TIME ZONE w.zone - clock_timestamp()))::bigint
        FROM public.workspaces w WHERE w.id = desk;
      RETURN;
    END IF;
    IF for_writing THEN
      INSERT INTO public.agent_days AS d (workspace_id, user_id, day, changes)
        SELECT w.id, who, (clock_timestamp() AT TIME ZONE w.zone)::date, 1 FROM public.workspaces w WHERE w.id = desk
        ON CONFLICT ON CONSTRAINT agent_days_pkey DO UPDATE SET changes = d.changes + 1;
    END IF;
  END IF;
  PERFORM fence.leave_context(ROW(who, as_role, desk, door || coalesce(':' || key_id, ''), verb)::fence.context, for_writing);
  RETURN QUERY SELECT who, as_role, head;
END $$;

-- Who holds a token, on its desk, and what it is for. Used once per request to mint the Actor; proves nothing by itself.
CREATE FUNCTION fence.who_holds(token text, desk_slug text)
  RETURNS TABLE (user_id uuid, user_name text, role text, workspace_id uuid, slug text, zone text, client_name text, token_id uuid,
    scopes text[], addresses text[], rests text, may_finish boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT u.id, u.name, m.role, w.id, w.slug, w.zone, cu.name, t.id, t.scopes, t.addresses,
    CASE WHEN m.role = 'agent' THEN fence.why_agent_rests(w.id, u.id) END, m.role <> 'agent' OR coalesce(a.may_finish, false)
  FROM public.api_tokens t
  JOIN public.workspaces w ON w.id = t.workspace_id AND w.slug = desk_slug
  JOIN public.memberships m ON m.workspace_id = w.id AND m.user_id = t.user_id AND m.ended_at IS NULL
  JOIN public.users u ON u.id = m.user_id
  JOIN public.memberships cm ON cm.workspace_id = w.id AND cm.role = 'client'
  JOIN public.users cu ON cu.id = cm.user_id
  LEFT JOIN public.agents a ON a.workspace_id = m.workspace_id AND a.user_id = m.user_id
  WHERE t.token_hash = sha256(convert_to(token, 'UTF8')) AND t.revoked_at IS NULL AND t.expires_at > now()
$$;
-- The desk that a token is of; no row for one that opens nothing any more.
CREATE FUNCTION fence.desk_of_token(token text) RETURNS TABLE (workspace_id uuid, slug text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT w.id, w.slug FROM public.api_tokens t JOIN public.workspaces w ON w.id = t.workspace_id
  JOIN public.memberships m ON m.workspace_id = w.id AND m.user_id = t.user_id AND m.ended_at IS NULL
  WHERE t.token_hash = sha256(convert_to(token, 'UTF8')) AND t.revoked_at IS NULL AND t.expires_at > now()
$$;
-- That a token was used, to the minute.
CREATE FUNCTION fence.note_use(token text) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO public.token_uses AS u (workspace_id, token_id, used_at)
    SELECT t.workspace_id, t.id, now() FROM public.api_tokens t
      WHERE t.token_hash = sha256(convert_to(token, 'UTF8')) AND t.revoked_at IS NULL AND t.expires_at > now()
    ON CONFLICT ON CONSTRAINT token_uses_pkey DO UPDATE SET used_at = now() WHERE u.used_at < now() - interval '1 minute'
$$;

-- Whoever may speak for an agent: its owner, and the client.
CREATE FUNCTION fence.is_ones_agent(c fence.context, agent uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM public.agents a WHERE a.workspace_id = c.workspace_id AND a.user_id = agent AND a.owner_id = c.user_id)
$$;

-- A token is made in person, for oneself or for an agent of one's own, and is never changed but to end.
CREATE FUNCTION fence.guard_token() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
BEGIN
  IF NEW.workspace_id IS DISTINCT FROM c.workspace_id THEN
    RAISE EXCEPTION 'fence: this belongs to another desk' USING ERRCODE = 'FH008';
  END IF;
  IF c.door = 'api' OR c.user_id IS NULL THEN
    RAISE EXCEPTION 'fence: no token makes or ends a token' USING ERRCODE = 'FH001';
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.user_id IS DISTINCT FROM c.user_id AND NOT fence.is_ones_agent(c, NEW.user_id) THEN
      RAISE EXCEPTION 'fence: a token is made for oneself, or for an agent of one''s own' USING ERRCODE = 'FH001';
    END IF;
    NEW.version := 1; NEW.made_by := c.user_id; NEW.made_at := date_trunc('milliseconds', clock_timestamp()); NEW.revoked_at := NULL; NEW.revoked_by := NULL;
    RETURN NEW;
  END IF;
  IF OLD.revoked_at IS NOT NULL OR NEW.revoked_at IS NULL
    OR NOT (c.role = 'client' OR c.user_id IN (OLD.user_id, OLD.made_by) OR fence.is_ones_agent(c, OLD.user_id)) THEN
    RAISE EXCEPTION 'fence: a token is ended by whoever made it, or by the client' USING ERRCODE = 'FH001';
  END IF;
  NEW.version := OLD.version + 1; NEW.revoked_at := date_trunc('milliseconds', clock_timestamp()); NEW.revoked_by := c.user_id;
  RETURN NEW;
END $$;
CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON api_tokens FOR EACH ROW EXECUTE FUNCTION fence.guard_token();

-- Fence 3 and 10: what an agent may, and who answers for it, is the client's to say; its owner may pause it as well, and wake what they paused.
CREATE FUNCTION fence.guard_agent() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
BEGIN
  IF NEW.workspace_id IS DISTINCT FROM c.workspace_id OR (TG_OP = 'UPDATE' AND (NEW.workspace_id, NEW.user_id) IS DISTINCT FROM (OLD.workspace_id, OLD.user_id)) THEN
    RAISE EXCEPTION 'fence: this belongs to another desk' USING ERRCODE = 'FH008';
  END IF;
  IF c.door = 'api' OR NOT (c.role = 'client' OR (TG_OP = 'UPDATE' AND OLD.owner_id = c.user_id
    AND (NEW.owner_id, NEW.may_finish, NEW.daily_limit) IS NOT DISTINCT FROM (OLD.owner_id, OLD.may_finish, OLD.daily_limit)
    AND (OLD.paused_by IS NULL OR OLD.paused_by = c.user_id))) THEN
    RAISE EXCEPTION 'fence: only the client says what an agent may' USING ERRCODE = 'FH003';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM public.memberships m WHERE m.workspace_id = NEW.workspace_id AND m.user_id = NEW.owner_id AND m.role <> 'agent' AND m.ended_at IS NULL) THEN
    RAISE EXCEPTION 'fence: a person answers for an agent' USING ERRCODE = 'FH010';
  END IF;
  NEW.version := CASE WHEN TG_OP = 'INSERT' THEN 1 ELSE OLD.version + 1 END;
  IF NEW.paused_at IS NULL THEN
    NEW.paused_by := NULL;
  ELSIF TG_OP = 'INSERT' OR OLD.paused_at IS NULL THEN
    NEW.paused_at := date_trunc('milliseconds', clock_timestamp()); NEW.paused_by := c.user_id;
  ELSE
    NEW.paused_at := OLD.paused_at; NEW.paused_by := OLD.paused_by;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON agents FOR EACH ROW EXECUTE FUNCTION fence.guard_agent();

-- An agent arrives by the client's hand: a user who can never sign in, a membership, and who answers for it.
CREATE FUNCTION fence.add_agent(agent uuid, agent_name text, owner uuid, finish boolean, most integer) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
BEGIN
  IF c.role <> 'client' OR c.door = 'api' THEN
    RAISE EXCEPTION 'fence: only the client says what an agent may' USING ERRCODE = 'FH003';
  END IF;
  INSERT INTO public.users (id, name, email) VALUES (agent, agent_name, agent::text || '@agents.invalid');
  INSERT INTO public.memberships (workspace_id, user_id, role) VALUES (c.workspace_id, agent, 'agent');
  INSERT INTO public.agents (workspace_id, user_id, owner_id, may_finish, daily_limit) VALUES (c.workspace_id, agent, owner, finish, most);
END $$;

-- Signing in is for people: an agent has an address that nobody reads, and it is not expected anywhere.
CREATE OR REPLACE FUNCTION fence.is_expected(address text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM public.users u WHERE u.email = address AND NOT EXISTS (SELECT 1 FROM public.agents a WHERE a.user_id = u.id))
    OR EXISTS (SELECT 1 FROM public.invitations i WHERE i.email = address AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL AND i.expires_at > now())
$$;

-- Fence 10: an agent that only drafts closes nothing, lets nothing go and records no check, whatever is delegable.
CREATE FUNCTION fence.guard_draft_only() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
BEGIN
  IF c.role = 'agent' AND NOT EXISTS (SELECT 1 FROM public.agents a WHERE a.workspace_id = c.workspace_id AND a.user_id = c.user_id AND a.may_finish) THEN
    RAISE EXCEPTION 'fence: this agent prepares, and finishes nothing' USING ERRCODE = 'FH010';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER a_draft_only BEFORE UPDATE ON tasks FOR EACH ROW
  WHEN ((NEW.state IN ('done', 'declined')) IS DISTINCT FROM (OLD.state IN ('done', 'declined'))) EXECUTE FUNCTION fence.guard_draft_only();
CREATE TRIGGER a_draft_only BEFORE INSERT ON sendings FOR EACH ROW EXECUTE FUNCTION fence.guard_draft_only();
CREATE TRIGGER a_draft_only BEFORE INSERT ON event_checks FOR EACH ROW EXECUTE FUNCTION fence.guard_draft_only();

-- One request, one key. The key is claimed before anything is done; another body under it is told apart by its sum.
CREATE FUNCTION fence.claim_key(token text, desk uuid, key text, asked bytea) RETURNS TABLE (is_same boolean, answer jsonb)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  who uuid := fence.holder(token, desk);
BEGIN
  IF who IS NULL THEN RETURN; END IF;
  INSERT INTO public.once_keys AS k (workspace_id, user_id, key, asked) VALUES (desk, who, claim_key.key, claim_key.asked) ON CONFLICT DO NOTHING;
  RETURN QUERY SELECT k.asked = claim_key.asked, k.answer FROM public.once_keys k WHERE k.workspace_id = desk AND k.user_id = who AND k.key = claim_key.key;
END $$;
-- The first answer is the answer.
CREATE FUNCTION fence.keep_answer(token text, desk uuid, key text, answer jsonb) RETURNS jsonb
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  who uuid := fence.holder(token, desk);
BEGIN
  UPDATE public.once_keys k SET answer = keep_answer.answer WHERE k.workspace_id = desk AND k.user_id = who AND k.key = keep_answer.key AND k.answer IS NULL;
  RETURN (SELECT k.answer FROM public.once_keys k WHERE k.workspace_id = desk AND k.user_id = who AND k.key = keep_answer.key);
END $$;
CREATE FUNCTION fence.holder(token text, desk uuid) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT m.user_id FROM (
    SELECT t.user_id FROM public.api_tokens t WHERE t.token_hash = sha256(convert_to(token, 'UTF8')) AND t.workspace_id = desk AND t.revoked_at IS NULL AND t.expires_at > clock_timestamp()
    UNION ALL
    SELECT s.user_id FROM public.sessions s WHERE s.token_hash = sha256(convert_to(token, 'UTF8')) AND s.expires_at > clock_timestamp()) AS h
  JOIN public.memberships m ON m.workspace_id = desk AND m.user_id = h.user_id AND m.ended_at IS NULL
$$;
-- Within a writing transaction: what a step of this key came to, and that this is what it came to. The desk is held, so one of two
-- twins is the first.
CREATE FUNCTION fence.step_of(key text, step integer) RETURNS bytea
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT s.outcome FROM public.once_steps s
  WHERE s.workspace_id = fence.writing_at() AND s.user_id = fence.user_id() AND s.key = step_of.key AND s.step = step_of.step
$$;
CREATE FUNCTION fence.keep_step(key text, step integer, outcome bytea) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO public.once_steps (workspace_id, user_id, key, step, outcome)
  SELECT c.workspace_id, c.user_id, keep_step.key, keep_step.step, keep_step.outcome FROM fence.writer() AS c
$$;
CREATE FUNCTION fence.sweep_keys(secret text) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  swept bigint;
BEGIN
  PERFORM 1 FROM fence.job_keys k WHERE k.secret_hash = sha256(convert_to(secret, 'UTF8'));
  IF NOT FOUND THEN
    RAISE EXCEPTION 'fence: this job has not proved itself' USING ERRCODE = 'FH001';
  END IF;
  DELETE FROM public.once_keys k WHERE k.made_at < now() - interval '1 day';
  GET DIAGNOSTICS swept = ROW_COUNT;
  RETURN swept;
END $$;

DO $$
DECLARE
  t record;
BEGIN
  FOR t IN SELECT * FROM (VALUES ('api_tokens', 'token'), ('token_uses', NULL), ('agents', 'agent'), ('agent_days', NULL)) AS v (name, subject) LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t.name);
    EXECUTE format('CREATE POLICY own_desk ON %I TO firsthand_app USING (workspace_id = (SELECT fence.workspace())) WITH CHECK (workspace_id = (SELECT fence.writing_at()))', t.name);
    IF t.subject IS NOT NULL THEN
      EXECUTE format('CREATE TRIGGER z_log_inserted AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION fence.log_inserted(%L)', t.name, t.subject);
      EXECUTE format('CREATE TRIGGER z_log_updated AFTER UPDATE ON %I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION fence.log_updated(%L)', t.name, t.subject);
    END IF;
  END LOOP;
END $$;
-- A token is seen by whoever made it, whose hands it is, who answers for its holder, and by the client.
CREATE POLICY of_ones_own ON api_tokens AS RESTRICTIVE TO firsthand_app
  USING ((SELECT fence.sees_private()) OR (SELECT fence.user_id()) IN (user_id, made_by)
    OR EXISTS (SELECT 1 FROM agents a WHERE a.workspace_id = api_tokens.workspace_id AND a.user_id = api_tokens.user_id AND a.owner_id = (SELECT fence.user_id())));
CREATE POLICY of_tokens_one_sees ON token_uses AS RESTRICTIVE TO firsthand_app
  USING (EXISTS (SELECT 1 FROM api_tokens t WHERE t.workspace_id = token_uses.workspace_id AND t.id = token_uses.token_id));
-- A token for some kinds of task sees no other task, and nothing that hangs on one; the log, which tells of all of them, not at all.
CREATE POLICY of_the_tokens_kinds ON tasks AS RESTRICTIVE TO firsthand_app
  USING ((SELECT fence.token_kinds()) IS NULL OR kind = ANY ((SELECT fence.token_kinds())::text[]));
CREATE POLICY of_the_tokens_kinds ON gestures AS RESTRICTIVE TO firsthand_app
  USING ((SELECT fence.token_kinds()) IS NULL OR EXISTS (SELECT 1 FROM tasks t WHERE t.workspace_id = gestures.workspace_id AND t.id = gestures.task_id));
CREATE POLICY of_the_tokens_kinds ON log_entries AS RESTRICTIVE FOR SELECT TO firsthand_app
  USING ((SELECT fence.token_kinds()) IS NULL);

GRANT SELECT ON api_tokens, token_uses, agents, agent_days TO firsthand_app;
GRANT INSERT (workspace_id, id, name, user_id, token_hash, shown, scopes, kinds, addresses, expires_at) ON api_tokens TO firsthand_app;
GRANT UPDATE (revoked_at) ON api_tokens TO firsthand_app;
GRANT UPDATE (owner_id, may_finish, daily_limit, paused_at) ON agents TO firsthand_app;
GRANT EXECUTE ON FUNCTION fence.token_kinds(), fence.user_id(), fence.who_holds(text, text), fence.desk_of_token(text), fence.note_use(text),
  fence.add_agent(uuid, text, uuid, boolean, integer), fence.claim_key(text, uuid, text, bytea), fence.keep_answer(text, uuid, text, jsonb),
  fence.step_of(text, integer), fence.keep_step(text, integer, bytea), fence.sweep_keys(text) TO firsthand_app;
