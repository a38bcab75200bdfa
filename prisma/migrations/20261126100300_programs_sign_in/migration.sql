-- A program signs in to a desk as somebody's agent (OAuth 2.1): the person lets it in, in person, and it gets a code, which it turns
-- into a token of an hour and a secret to renew it with. Whatever hands tokens out believes proof (the code and what it was asked for
-- with, or the secret), never a claim.

-- Programs that have introduced themselves. They belong to no desk, and what they call themselves proves nothing.
CREATE TABLE oauth_clients (
  id text PRIMARY KEY CHECK (id <> '' AND length(id) <= 500),
  name text NOT NULL CHECK (name <> '' AND length(name) <= 100),
  redirect_uris text[] NOT NULL CHECK (cardinality(redirect_uris) BETWEEN 1 AND 10),
  made_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX oauth_clients_old ON oauth_clients (made_at);

-- That somebody let a program in as an agent of theirs: until it is ended, or ninety days are over.
CREATE TABLE oauth_grants (
  workspace_id uuid NOT NULL REFERENCES workspaces (id),
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  client_id text NOT NULL REFERENCES oauth_clients (id),
  name text NOT NULL,
  user_id uuid NOT NULL,
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL,
  scopes text[] NOT NULL CHECK (cardinality(scopes) > 0 AND array_to_string(scopes, ',', '') ~ '^[a-z]+:(read|write)(,[a-z]+:(read|write))*$'),
  expires_at timestamptz NOT NULL,
  -- When it got its first token; until then there is only a code on its way.
  begun_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  ended_why text CHECK (ended_why IN ('person', 'program', 'left', 'code-reused', 'refresh-reused')),
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, user_id) REFERENCES agents (workspace_id, user_id),
  FOREIGN KEY (workspace_id, made_by) REFERENCES memberships (workspace_id, user_id),
  CONSTRAINT grants_end CHECK (expires_at > made_at AND expires_at <= made_at + interval '90 days'),
  CONSTRAINT ending_is_whole CHECK ((ended_at IS NULL) = (ended_by IS NULL) AND (ended_at IS NULL) = (ended_why IS NULL))
);
CREATE INDEX oauth_grants_by_agent ON oauth_grants (workspace_id, user_id);
CREATE INDEX oauth_grants_by_client ON oauth_grants (client_id);

-- A code is used once, within a minute, by the program it is for, at the address it was sent to, by whoever knows the verifier.
CREATE TABLE oauth_codes (
  code_hash bytea PRIMARY KEY CHECK (octet_length(code_hash) = 32),
  workspace_id uuid NOT NULL,
  grant_id uuid NOT NULL,
  redirect_uri text NOT NULL CHECK (length(redirect_uri) <= 2000),
  challenge text NOT NULL CHECK (challenge ~ '^[A-Za-z0-9_-]{43}$'),
  made_at timestamptz NOT NULL,
  used_at timestamptz,
  UNIQUE (workspace_id, grant_id),
  FOREIGN KEY (workspace_id, grant_id) REFERENCES oauth_grants (workspace_id, id)
);

-- Every secret that a sign-in was ever renewed with: one that comes again was stolen, from them or by them.
CREATE TABLE oauth_refreshes (
  refresh_hash bytea PRIMARY KEY CHECK (octet_length(refresh_hash) = 32),
  workspace_id uuid NOT NULL,
  grant_id uuid NOT NULL,
  made_at timestamptz NOT NULL,
  used_at timestamptz,
  FOREIGN KEY (workspace_id, grant_id) REFERENCES oauth_grants (workspace_id, id)
);
CREATE INDEX oauth_refreshes_by_grant ON oauth_refreshes (workspace_id, grant_id);
ALTER TABLE api_tokens ADD CONSTRAINT api_tokens_of_grant FOREIGN KEY (workspace_id, grant_id) REFERENCES oauth_grants (workspace_id, id);
CREATE INDEX api_tokens_by_grant ON api_tokens (workspace_id, grant_id) WHERE grant_id IS NOT NULL;

-- A program introduces itself. One that an address speaks for (its id is that address) may say something else the next time; whoever
-- was never let in anywhere is forgotten after a month.
CREATE FUNCTION fence.register_program(client text, client_name text, redirects text[]) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DELETE FROM public.oauth_clients c WHERE c.made_at < now() - interval '30 days' AND c.id <> client
    AND NOT EXISTS (SELECT 1 FROM public.oauth_grants g WHERE g.client_id = c.id);
  INSERT INTO public.oauth_clients AS c (id, name, redirect_uris) VALUES (client, client_name, redirects)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, redirect_uris = excluded.redirect_uris, made_at = now() WHERE c.id LIKE 'https://%'
$$;
CREATE FUNCTION fence.find_program(client text) RETURNS TABLE (name text, redirect_uris text[], made_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT c.name, c.redirect_uris, c.made_at FROM public.oauth_clients c WHERE c.id = client
$$;

-- An address is one that the program named, to the letter; on one's own machine the port is whichever is free (RFC 8252 §7.3).
CREATE FUNCTION fence.is_redirect_of(client text, redirect text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM public.oauth_clients c, unnest(c.redirect_uris) AS r (uri) WHERE c.id = client AND (r.uri = redirect
    OR (r.uri ~ '^http://(127\.0\.0\.1|\[::1\]|localhost)[:/]'
      AND regexp_replace(r.uri, '^(http://[^/]*?)(:\d+)?/', '\1/') = regexp_replace(redirect, '^(http://[^/]*?)(:\d+)?/', '\1/'))))
$$;

-- A program is let in by somebody in person, as an agent of their own, under the name that it gave itself; and is never changed but to end.
CREATE FUNCTION fence.guard_grant() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
BEGIN
  IF NEW.workspace_id IS DISTINCT FROM c.workspace_id THEN
    RAISE EXCEPTION 'fence: this belongs to another desk' USING ERRCODE = 'FH008';
  END IF;
  IF c.door NOT IN ('screen', 'arrival') OR c.user_id IS NULL THEN
    RAISE EXCEPTION 'fence: somebody in person lets a program in, or sends it away' USING ERRCODE = 'FH001';
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NOT fence.is_ones_agent(c, NEW.user_id) THEN
      RAISE EXCEPTION 'fence: a program signs in as an agent of one''s own' USING ERRCODE = 'FH001';
    END IF;
    NEW.version := 1; NEW.made_by := c.user_id; NEW.made_at := date_trunc('milliseconds', clock_timestamp());
    NEW.begun_at := NULL; NEW.ended_at := NULL; NEW.ended_by := NULL; NEW.ended_why := NULL;
    NEW.name := (SELECT o.name FROM public.oauth_clients o WHERE o.id = NEW.client_id);
    RETURN NEW;
  END IF;
  NEW.version := OLD.version + 1;
  IF c.door = 'arrival' THEN
    NEW.ended_by := CASE WHEN NEW.ended_at IS NOT NULL THEN c.user_id END;
    RETURN NEW;
  END IF;
  IF OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL
    OR NOT (c.role = 'client' OR c.user_id = OLD.made_by OR fence.is_ones_agent(c, OLD.user_id)) THEN
    RAISE EXCEPTION 'fence: a program is sent away by whoever let it in, or by the client' USING ERRCODE = 'FH001';
  END IF;
  NEW.ended_at := date_trunc('milliseconds', clock_timestamp()); NEW.ended_by := c.user_id; NEW.ended_why := 'person';
  RETURN NEW;
END $$;
CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON oauth_grants FOR EACH ROW EXECUTE FUNCTION fence.guard_grant();

-- Whatever a program holds ends with its sign-in, at once; what could have come again is nothing from then on, and is forgotten.
CREATE FUNCTION fence.end_tokens_of_grant() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.api_tokens t SET revoked_at = NEW.ended_at WHERE t.workspace_id = NEW.workspace_id AND t.grant_id = NEW.id AND t.revoked_at IS NULL;
  DELETE FROM public.oauth_codes k WHERE k.workspace_id = NEW.workspace_id AND k.grant_id = NEW.id;
  DELETE FROM public.oauth_refreshes r WHERE r.workspace_id = NEW.workspace_id AND r.grant_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER b_end_tokens AFTER UPDATE ON oauth_grants FOR EACH ROW WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL)
  EXECUTE FUNCTION fence.end_tokens_of_grant();

-- A code belongs to whom somebody lets in just now, and goes where the program said it lives.
CREATE FUNCTION fence.guard_code() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
  g public.oauth_grants;
BEGIN
  SELECT * INTO g FROM public.oauth_grants o WHERE o.workspace_id = c.workspace_id AND o.id = NEW.grant_id;
  IF NEW.workspace_id IS DISTINCT FROM c.workspace_id OR g.id IS NULL THEN
    RAISE EXCEPTION 'fence: this belongs to another desk' USING ERRCODE = 'FH008';
  END IF;
  IF c.door <> 'screen' OR g.made_by IS DISTINCT FROM c.user_id OR g.begun_at IS NOT NULL OR g.ended_at IS NOT NULL THEN
    RAISE EXCEPTION 'fence: a code is made by whoever lets the program in' USING ERRCODE = 'FH001';
  END IF;
  IF NOT fence.is_redirect_of(g.client_id, NEW.redirect_uri) THEN
    RAISE EXCEPTION 'fence: a code goes to an address that the program named' USING ERRCODE = 'FH001';
  END IF;
  NEW.made_at := clock_timestamp(); NEW.used_at := NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER a_guard BEFORE INSERT ON oauth_codes FOR EACH ROW EXECUTE FUNCTION fence.guard_code();

-- As before; a token of a program comes of its sign-in alone, and is renewed by it (the door 'arrival', which nobody enters by).
CREATE OR REPLACE FUNCTION fence.guard_token() RETURNS trigger
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
    IF NEW.grant_id IS NOT NULL AND c.door <> 'arrival' THEN
      RAISE EXCEPTION 'fence: a program gets its token by signing in' USING ERRCODE = 'FH001';
    END IF;
    IF NEW.user_id IS DISTINCT FROM c.user_id AND NOT fence.is_ones_agent(c, NEW.user_id) THEN
      RAISE EXCEPTION 'fence: a token is made for oneself, or for an agent of one''s own' USING ERRCODE = 'FH001';
    END IF;
    NEW.version := 1; NEW.made_by := c.user_id; NEW.made_at := date_trunc('milliseconds', clock_timestamp()); NEW.revoked_at := NULL; NEW.revoked_by := NULL;
    RETURN NEW;
  END IF;
  IF NEW.grant_id IS NOT NULL AND c.door = 'arrival' AND OLD.revoked_at IS NULL AND NEW.revoked_at IS NULL THEN
    NEW.version := OLD.version + 1;
    RETURN NEW;
  END IF;
  IF OLD.revoked_at IS NOT NULL OR NEW.revoked_at IS NULL
    OR NOT (c.role = 'client' OR c.user_id IN (OLD.user_id, OLD.made_by) OR fence.is_ones_agent(c, OLD.user_id)) THEN
    RAISE EXCEPTION 'fence: a token is ended by whoever made it, or by the client' USING ERRCODE = 'FH001';
  END IF;
  NEW.version := OLD.version + 1; NEW.revoked_at := date_trunc('milliseconds', clock_timestamp()); NEW.revoked_by := c.user_id;
  RETURN NEW;
END $$;

-- What a sign-in does by itself is done under the name of whoever let the program in.
CREATE FUNCTION fence.act_for_grant(g public.oauth_grants, verb text) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT fence.leave_context(ROW(g.made_by, m.role, g.workspace_id, 'arrival', verb)::fence.context, true)
    FROM public.memberships m WHERE m.workspace_id = g.workspace_id AND m.user_id = g.made_by
$$;
CREATE FUNCTION fence.end_grant(g public.oauth_grants, why text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM fence.act_for_grant(g, 'end-program');
  UPDATE public.oauth_grants o SET ended_at = date_trunc('milliseconds', clock_timestamp()), ended_why = why
    WHERE o.workspace_id = g.workspace_id AND o.id = g.id AND o.ended_at IS NULL;
  PERFORM set_config('firsthand.context', '', true);
END $$;
-- Whether a sign-in still opens the desk: 'live', 'paused', or 'over', by the clock.
CREATE FUNCTION fence.grant_stands(g public.oauth_grants) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE
    WHEN g.id IS NULL OR g.ended_at IS NOT NULL OR g.expires_at <= clock_timestamp()
      -- Its token was ended: by hand, or with somebody's place at the desk.
      OR g.begun_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM public.api_tokens t WHERE t.workspace_id = g.workspace_id AND t.grant_id = g.id AND t.revoked_at IS NULL)
      OR r.rests = 'ownerless'
      -- Whoever let it in has left, or somebody else answers for the agent now: it was their word, and nobody else's.
      OR NOT EXISTS (SELECT 1 FROM public.agents a
        JOIN public.memberships m ON m.workspace_id = a.workspace_id AND m.user_id = a.user_id AND m.ended_at IS NULL
        WHERE a.workspace_id = g.workspace_id AND a.user_id = g.user_id AND a.owner_id = g.made_by) THEN 'over'
    WHEN r.rests = 'paused' THEN 'paused'
    ELSE 'live' END
  FROM (SELECT fence.why_agent_rests(g.workspace_id, g.user_id) AS rests) AS r
$$;

-- Takes a code, whoever brings it: it is used up by that. One that was used before ends what came of it (RFC 6749 §4.1.2).
CREATE FUNCTION fence.take_code(code text) RETURNS TABLE (client text, scopes text[], redirect_uri text, challenge text, expires_at timestamptz)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  hash bytea := sha256(convert_to(code, 'UTF8'));
  k public.oauth_codes;
  g public.oauth_grants;
BEGIN
  PERFORM fence.hold_desk(o.workspace_id) FROM public.oauth_codes o WHERE o.code_hash = hash;
  SELECT * INTO k FROM public.oauth_codes o WHERE o.code_hash = hash FOR UPDATE;
  IF k.code_hash IS NULL THEN RETURN; END IF;
  SELECT * INTO g FROM public.oauth_grants o WHERE o.workspace_id = k.workspace_id AND o.id = k.grant_id;
  IF k.used_at IS NOT NULL THEN
    PERFORM fence.end_grant(g, 'code-reused');
    RETURN;
  END IF;
  UPDATE public.oauth_codes o SET used_at = clock_timestamp() WHERE o.code_hash = hash;
  RETURN QUERY SELECT g.client_id, g.scopes, k.redirect_uri, k.challenge, k.made_at + interval '60 seconds';
END $$;

-- The first token of a sign-in: for whoever brings the code that was just taken, what it was asked for with (RFC 7636 §4.6), and the
-- address it went to.
CREATE FUNCTION fence.mint_by_code(code text, client text, verifier text, redirect text, access text, refresh text)
  RETURNS TABLE (scopes text[], seconds integer)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  hash bytea := sha256(convert_to(code, 'UTF8'));
  k public.oauth_codes;
  g public.oauth_grants;
  until_when timestamptz;
BEGIN
  PERFORM fence.hold_desk(o.workspace_id) FROM public.oauth_codes o WHERE o.code_hash = hash;
  SELECT * INTO k FROM public.oauth_codes o WHERE o.code_hash = hash;
  SELECT * INTO g FROM public.oauth_grants o WHERE o.workspace_id = k.workspace_id AND o.id = k.grant_id;
  IF k.used_at IS NULL OR k.made_at + interval '60 seconds' < clock_timestamp() OR g.begun_at IS NOT NULL OR fence.grant_stands(g) <> 'live'
    OR g.client_id IS DISTINCT FROM client OR k.redirect_uri IS DISTINCT FROM redirect OR verifier IS NULL
    OR rtrim(translate(encode(sha256(convert_to(verifier, 'UTF8')), 'base64'), '+/', '-_'), '=') <> k.challenge THEN RETURN; END IF;
  until_when := least(clock_timestamp() + interval '1 hour', g.expires_at);
  PERFORM fence.act_for_grant(g, 'sign-program-in');
  UPDATE public.oauth_grants o SET begun_at = date_trunc('milliseconds', clock_timestamp()) WHERE o.workspace_id = g.workspace_id AND o.id = g.id;
  INSERT INTO public.api_tokens (workspace_id, id, name, user_id, token_hash, shown, scopes, grant_id, expires_at)
    VALUES (g.workspace_id, gen_random_uuid(), g.name, g.user_id, sha256(convert_to(access, 'UTF8')), right(access, 4), g.scopes, g.id, until_when);
  INSERT INTO public.oauth_refreshes (refresh_hash, workspace_id, grant_id, made_at)
    VALUES (sha256(convert_to(refresh, 'UTF8')), g.workspace_id, g.id, clock_timestamp());
  PERFORM set_config('firsthand.context', '', true);
  RETURN QUERY SELECT g.scopes, floor(extract(epoch FROM until_when - clock_timestamp()))::integer;
END $$;

-- What a secret to renew with is worth. One that was used before ends the sign-in: two have it, and one of them is no friend.
CREATE FUNCTION fence.read_refresh(secret text) RETURNS TABLE (client text, scopes text[], stands text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  hash bytea := sha256(convert_to(secret, 'UTF8'));
  r public.oauth_refreshes;
  g public.oauth_grants;
BEGIN
  PERFORM fence.hold_desk(o.workspace_id) FROM public.oauth_refreshes o WHERE o.refresh_hash = hash;
  SELECT * INTO r FROM public.oauth_refreshes o WHERE o.refresh_hash = hash;
  IF r.refresh_hash IS NULL THEN RETURN; END IF;
  SELECT * INTO g FROM public.oauth_grants o WHERE o.workspace_id = r.workspace_id AND o.id = r.grant_id;
  IF r.used_at IS NOT NULL THEN
    PERFORM fence.end_grant(g, 'refresh-reused');
    RETURN;
  END IF;
  IF fence.grant_stands(g) = 'over' THEN
    PERFORM fence.end_grant(g, 'left');
    RETURN;
  END IF;
  RETURN QUERY SELECT g.client_id, g.scopes, fence.grant_stands(g);
END $$;

-- The sign-in's one token becomes another one, and so does the secret: the ones before open nothing from that moment on.
CREATE FUNCTION fence.mint_by_refresh(secret text, client text, wanted text[], access text, refresh text)
  RETURNS TABLE (scopes text[], seconds integer)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  hash bytea := sha256(convert_to(secret, 'UTF8'));
  r public.oauth_refreshes;
  g public.oauth_grants;
  until_when timestamptz;
BEGIN
  PERFORM fence.hold_desk(o.workspace_id) FROM public.oauth_refreshes o WHERE o.refresh_hash = hash;
  SELECT * INTO r FROM public.oauth_refreshes o WHERE o.refresh_hash = hash FOR UPDATE;
  SELECT * INTO g FROM public.oauth_grants o WHERE o.workspace_id = r.workspace_id AND o.id = r.grant_id;
  IF r.used_at IS NOT NULL THEN
    PERFORM fence.end_grant(g, 'refresh-reused');
    RETURN;
  END IF;
  IF fence.grant_stands(g) <> 'live' OR g.client_id IS DISTINCT FROM client OR NOT coalesce(cardinality(wanted) > 0 AND wanted <@ g.scopes, false) THEN RETURN; END IF;
  until_when := least(clock_timestamp() + interval '1 hour', g.expires_at);
  PERFORM fence.act_for_grant(g, 'renew-program');
  UPDATE public.api_tokens t SET token_hash = sha256(convert_to(access, 'UTF8')), shown = right(access, 4), scopes = wanted, expires_at = until_when
    WHERE t.workspace_id = g.workspace_id AND t.grant_id = g.id AND t.revoked_at IS NULL;
  UPDATE public.oauth_refreshes o SET used_at = clock_timestamp() WHERE o.refresh_hash = hash;
  INSERT INTO public.oauth_refreshes (refresh_hash, workspace_id, grant_id, made_at)
    VALUES (sha256(convert_to(refresh, 'UTF8')), g.workspace_id, g.id, clock_timestamp());
  PERFORM set_config('firsthand.context', '', true);
  RETURN QUERY SELECT wanted, floor(extract(epoch FROM until_when - clock_timestamp()))::integer;
END $$;

-- A program takes its leave with what it holds (RFC 7009 §2.1): with either secret all of its sign-in ends.
CREATE FUNCTION fence.leave_as_program(secret text, client text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  hash bytea := sha256(convert_to(secret, 'UTF8'));
  g public.oauth_grants;
BEGIN
  SELECT o.* INTO g FROM public.oauth_grants o WHERE o.client_id = client AND (o.workspace_id, o.id) IN (
    SELECT r.workspace_id, r.grant_id FROM public.oauth_refreshes r WHERE r.refresh_hash = hash
    UNION ALL SELECT t.workspace_id, t.grant_id FROM public.api_tokens t WHERE t.token_hash = hash);
  IF g.id IS NULL THEN RETURN; END IF;
  PERFORM fence.hold_desk(g.workspace_id);
  PERFORM fence.end_grant(g, 'program');
END $$;

ALTER TABLE oauth_grants ENABLE ROW LEVEL SECURITY;
ALTER TABLE oauth_codes ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_desk ON oauth_grants TO firsthand_app USING (workspace_id = (SELECT fence.workspace())) WITH CHECK (workspace_id = (SELECT fence.writing_at()));
CREATE POLICY own_desk ON oauth_codes FOR INSERT TO firsthand_app WITH CHECK (workspace_id = (SELECT fence.writing_at()));
-- As a token is: seen by whoever let the program in, who answers for the agent, the agent itself, and by the client.
CREATE POLICY of_ones_own ON oauth_grants AS RESTRICTIVE TO firsthand_app
  USING ((SELECT fence.sees_private()) OR (SELECT fence.user_id()) IN (user_id, made_by)
    OR EXISTS (SELECT 1 FROM agents a WHERE a.workspace_id = oauth_grants.workspace_id AND a.user_id = oauth_grants.user_id AND a.owner_id = (SELECT fence.user_id())));
CREATE POLICY of_programs_one_sees ON log_entries AS RESTRICTIVE FOR SELECT TO firsthand_app
  USING (subject <> 'program' OR EXISTS (SELECT 1 FROM oauth_grants g WHERE g.workspace_id = log_entries.workspace_id AND g.id = log_entries.subject_id)
    OR by_user = (SELECT fence.acting_user()));
CREATE TRIGGER z_log_inserted AFTER INSERT ON oauth_grants REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION fence.log_inserted('program');
CREATE TRIGGER z_log_updated AFTER UPDATE ON oauth_grants REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION fence.log_updated('program');

GRANT SELECT ON oauth_grants TO firsthand_app;
GRANT INSERT (workspace_id, id, client_id, user_id, scopes, expires_at) ON oauth_grants TO firsthand_app;
GRANT UPDATE (ended_at) ON oauth_grants TO firsthand_app;
GRANT INSERT (code_hash, workspace_id, grant_id, redirect_uri, challenge) ON oauth_codes TO firsthand_app;
GRANT EXECUTE ON FUNCTION fence.register_program(text, text, text[]), fence.find_program(text), fence.take_code(text),
  fence.mint_by_code(text, text, text, text, text, text), fence.read_refresh(text), fence.mint_by_refresh(text, text, text[], text, text),
  fence.leave_as_program(text, text) TO firsthand_app;
