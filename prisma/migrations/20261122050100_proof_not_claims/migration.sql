-- A transaction says who acts by handing over the session's secret, once. One function looks its hash up and leaves
-- behind a context signed for this backend and this transaction. A setting alone proves nothing.
CREATE SCHEMA fence;
REVOKE ALL ON SCHEMA fence FROM PUBLIC;
ALTER DEFAULT PRIVILEGES IN SCHEMA fence REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE TABLE fence.keys (id integer PRIMARY KEY CHECK (id = 1), key bytea NOT NULL);
INSERT INTO fence.keys VALUES (1, sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));

-- Hashes of the secrets that background jobs prove themselves with; written by the owner at start.
CREATE TABLE fence.job_keys (secret_hash bytea PRIMARY KEY);

CREATE TYPE fence.context AS (user_id uuid, role text, workspace_id uuid, door text, verb text);

CREATE FUNCTION fence.sign(payload text) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT encode(sha256(k.key || sha256(k.key || convert_to(payload, 'UTF8'))), 'hex') FROM fence.keys k WHERE k.id = 1
$$;

-- A reader's stamp is the transaction's start, so that reading burns no transaction id. It is good for reading only:
-- two transactions sent in one message can share their start. A writer's stamp is the transaction id itself.
CREATE FUNCTION fence.leave_context(c fence.context, for_writing boolean) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  payload text;
BEGIN
  IF c.verb !~ '^[a-z][a-z-]{0,40}$' THEN
    RAISE EXCEPTION 'fence: a verb is written in small letters' USING ERRCODE = 'FH000';
  END IF;
  payload := concat_ws('|', coalesce(c.user_id::text, '-'), c.role, c.workspace_id, c.door, c.verb, pg_backend_pid(),
    CASE WHEN for_writing THEN 'w' || pg_current_xact_id()::text ELSE 'r' || extract(epoch FROM now())::text END);
  PERFORM set_config('firsthand.context', payload || '|' || fence.sign(payload), true);
END $$;

-- The context of this transaction, or NULL when there is none, it was forged, or it belongs to another transaction.
CREATE FUNCTION fence.current_context(for_writing boolean) RETURNS fence.context
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
  c.door := part[4];
  c.verb := part[5];
  RETURN c;
END $$;

CREATE FUNCTION fence.writer() RETURNS fence.context
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.current_context(true);
BEGIN
  IF c.role IS NULL THEN
    RAISE EXCEPTION 'fence: nobody has proved who is writing' USING ERRCODE = 'FH001';
  END IF;
  RETURN c;
END $$;

-- For policies: which desk this transaction may look at, and whether it sees what is private there.
CREATE FUNCTION fence.workspace() RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT (fence.current_context(false)).workspace_id
$$;
CREATE FUNCTION fence.writing_at() RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT (fence.current_context(true)).workspace_id
$$;
CREATE FUNCTION fence.sees_private() RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce((fence.current_context(false)).role IN ('client', 'system'), false)
$$;

-- Writers of one desk queue up at its log head, first of all: one order of locks, and a removal is seen at once.
-- Locks taken in a savepoint are gone when it is rolled back, while the context could be copied and set again: whose
-- lock it is shows in xmax, and it must be the transaction's own.
CREATE FUNCTION fence.hold_desk(desk uuid) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  head bigint;
BEGIN
  SELECT h.seq INTO head FROM public.log_heads h WHERE h.workspace_id = desk FOR NO KEY UPDATE;
  IF EXISTS (SELECT 1 FROM public.log_heads h WHERE h.workspace_id = desk AND h.xmax <> pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'fence: one enters a desk before any savepoint' USING ERRCODE = 'FH000';
  END IF;
  RETURN head;
END $$;

-- Opens a transaction for a person. No row back: signed out, no member, or no such desk; the three look alike.
-- Judged by the clock, not by the transaction's start: one that was opened long ago does not keep a session alive.
CREATE FUNCTION fence.enter(token text, desk uuid, door text, verb text, for_writing boolean)
  RETURNS TABLE (user_id uuid, role text, seq bigint)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  who uuid;
  as_role text;
  head bigint;
BEGIN
  IF door IS NULL OR door NOT IN ('screen', 'api', 'mail', 'import') THEN
    RAISE EXCEPTION 'fence: no such door' USING ERRCODE = 'FH000';
  END IF;
  PERFORM set_config('firsthand.context', '', true);
  SELECT s.user_id INTO who FROM public.sessions s
    WHERE s.token_hash = sha256(convert_to(token, 'UTF8')) AND s.expires_at > clock_timestamp();
  IF who IS NULL THEN RETURN; END IF;
  PERFORM 1 FROM public.memberships m WHERE m.workspace_id = desk AND m.user_id = who AND m.ended_at IS NULL;
  IF NOT FOUND THEN RETURN; END IF;
  IF for_writing THEN
    head := fence.hold_desk(desk);
    SELECT m.role INTO as_role FROM public.memberships m
      WHERE m.workspace_id = desk AND m.user_id = who AND m.ended_at IS NULL FOR SHARE;
    PERFORM 1 FROM public.sessions s WHERE s.token_hash = sha256(convert_to(token, 'UTF8')) AND s.expires_at > clock_timestamp() FOR SHARE;
    IF NOT FOUND THEN RETURN; END IF;
  ELSE
    SELECT h.seq INTO head FROM public.log_heads h WHERE h.workspace_id = desk;
    SELECT m.role INTO as_role FROM public.memberships m
      WHERE m.workspace_id = desk AND m.user_id = who AND m.ended_at IS NULL;
  END IF;
  IF as_role IS NULL OR head IS NULL THEN RETURN; END IF;
  PERFORM fence.leave_context(ROW(who, as_role, desk, door, verb)::fence.context, for_writing);
  RETURN QUERY SELECT who, as_role, head;
END $$;

-- Opens a transaction for a background job: it may make and wake, and the triggers let it close and loosen nothing.
CREATE FUNCTION fence.enter_job(secret text, desk uuid, verb text) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  head bigint;
BEGIN
  PERFORM set_config('firsthand.context', '', true);
  PERFORM 1 FROM fence.job_keys k WHERE k.secret_hash = sha256(convert_to(secret, 'UTF8'));
  IF NOT FOUND THEN
    RAISE EXCEPTION 'fence: this job has not proved itself' USING ERRCODE = 'FH001';
  END IF;
  head := fence.hold_desk(desk);
  IF head IS NULL THEN RETURN NULL; END IF;
  PERFORM fence.leave_context(ROW(NULL, 'system', desk, 'job', verb)::fence.context, true);
  RETURN head;
END $$;

-- The desks that have something for the jobs to look at; ids and zones, nothing of what is on them.
CREATE FUNCTION fence.desks_for_jobs(secret text) RETURNS TABLE (workspace_id uuid, zone text, leap_day_rule text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM 1 FROM fence.job_keys k WHERE k.secret_hash = sha256(convert_to(secret, 'UTF8'));
  IF NOT FOUND THEN
    RAISE EXCEPTION 'fence: this job has not proved itself' USING ERRCODE = 'FH001';
  END IF;
  RETURN QUERY SELECT w.id, w.zone, w.leap_day_rule FROM public.workspaces w;
END $$;

-- Who is asking, on which desk. Used once per request to mint the Actor; proves nothing by itself.
CREATE FUNCTION fence.who_is(token text, desk_slug text)
  RETURNS TABLE (user_id uuid, user_name text, email text, role text, workspace_id uuid, slug text, workspace_name text, colour text,
    zone text, locale text, leap_day_rule text, is_demo boolean, client_name text, session_id uuid, expires_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT u.id, u.name, u.email, m.role, w.id, w.slug, w.name, w.colour, w.zone, w.locale, w.leap_day_rule, w.is_demo, cu.name, s.id, s.expires_at
  FROM public.sessions s
  JOIN public.users u ON u.id = s.user_id
  JOIN public.workspaces w ON w.slug = desk_slug
  JOIN public.memberships m ON m.workspace_id = w.id AND m.user_id = u.id AND m.ended_at IS NULL
  JOIN public.memberships cm ON cm.workspace_id = w.id AND cm.role = 'client'
  JOIN public.users cu ON cu.id = cm.user_id
  WHERE s.token_hash = sha256(convert_to(token, 'UTF8')) AND s.expires_at > now()
$$;

-- All desks of whoever holds this session: the switcher, and where sign-in leads.
CREATE FUNCTION fence.desks_of(token text)
  RETURNS TABLE (user_id uuid, user_name text, email text, session_id uuid, workspace_id uuid, slug text, workspace_name text, colour text, role text, client_name text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT u.id, u.name, u.email, s.id, w.id, w.slug, w.name, w.colour, m.role, cu.name
  FROM public.sessions s
  JOIN public.users u ON u.id = s.user_id
  LEFT JOIN public.memberships m ON m.user_id = u.id AND m.ended_at IS NULL
  LEFT JOIN public.workspaces w ON w.id = m.workspace_id
  LEFT JOIN public.memberships cm ON cm.workspace_id = w.id AND cm.role = 'client'
  LEFT JOIN public.users cu ON cu.id = cm.user_id
  WHERE s.token_hash = sha256(convert_to(token, 'UTF8')) AND s.expires_at > now()
  ORDER BY m.joined_at, w.slug
$$;

-- The live path: may this session listen to this desk, and which of many still may.
CREATE FUNCTION fence.live_access(token text, desk_slug text)
  RETURNS TABLE (workspace_id uuid, user_id uuid, role text, session_id uuid, seq bigint, expires_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT w.id, s.user_id, m.role, s.id, h.seq, s.expires_at
  FROM public.sessions s
  JOIN public.workspaces w ON w.slug = desk_slug
  JOIN public.memberships m ON m.workspace_id = w.id AND m.user_id = s.user_id AND m.ended_at IS NULL
  JOIN public.log_heads h ON h.workspace_id = w.id
  WHERE s.token_hash = sha256(convert_to(token, 'UTF8')) AND s.expires_at > now()
$$;
CREATE FUNCTION fence.live_access_still(session_ids uuid[], workspace_ids uuid[])
  RETURNS TABLE (session_id uuid, workspace_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT asked.s, asked.w FROM unnest(session_ids, workspace_ids) AS asked (s, w)
  JOIN public.sessions se ON se.id = asked.s AND se.expires_at > now()
  JOIN public.memberships m ON m.workspace_id = asked.w AND m.user_id = se.user_id AND m.ended_at IS NULL
$$;
