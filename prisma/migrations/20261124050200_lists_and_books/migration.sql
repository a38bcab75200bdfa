-- Two who are one, and two who only look alike; address books on other machines; what each member asked to be mailed.

-- What a merge changed, so that it can be taken back. `undo` is the domain's own note; the log has the rest.
CREATE TABLE person_merges (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  kept_id uuid NOT NULL,
  merged_id uuid NOT NULL,
  undo jsonb NOT NULL,
  undone_at timestamptz,
  is_private boolean NOT NULL DEFAULT false,
  entered_by uuid,
  entered_role text NOT NULL,
  entered_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, kept_id) REFERENCES persons (workspace_id, id),
  FOREIGN KEY (workspace_id, merged_id) REFERENCES persons (workspace_id, id)
);
CREATE INDEX person_merges_by_kept ON person_merges (workspace_id, kept_id);

CREATE TABLE distinct_people (
  workspace_id uuid NOT NULL,
  one_id uuid NOT NULL,
  other_id uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, one_id, other_id),
  FOREIGN KEY (workspace_id, one_id) REFERENCES persons (workspace_id, id),
  FOREIGN KEY (workspace_id, other_id) REFERENCES persons (workspace_id, id),
  CHECK (one_id < other_id)
);

-- Which column of a table file means what, remembered by its heading row.
CREATE TABLE csv_layouts (
  workspace_id uuid NOT NULL REFERENCES workspaces (id),
  heading_sum text NOT NULL,
  mapping jsonb NOT NULL,
  used_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, heading_sum)
);

-- An address book that is kept on another server (RFC 6352). `sealed` is the password, encrypted before it comes here.
CREATE TABLE address_books (
  workspace_id uuid NOT NULL REFERENCES workspaces (id),
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  name text NOT NULL,
  url text NOT NULL,
  username text NOT NULL,
  sealed bytea NOT NULL,
  circle text NOT NULL DEFAULT 'wider',
  sync_token text NOT NULL DEFAULT '',
  state text NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'in-step', 'failing', 'paused')),
  last_synced_at timestamptz,
  last_error text NOT NULL DEFAULT '',
  removed_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, circle) REFERENCES circles (workspace_id, key)
);
CREATE TABLE address_book_cards (
  workspace_id uuid NOT NULL,
  book_id uuid NOT NULL,
  href text NOT NULL,
  etag text NOT NULL DEFAULT '',
  person_id uuid,
  last_card text NOT NULL DEFAULT '',
  seen jsonb NOT NULL DEFAULT '{}',
  state text NOT NULL DEFAULT 'in-step' CHECK (state IN ('in-step', 'conflict', 'gone', 'unreadable', 'left-out')),
  theirs jsonb,
  PRIMARY KEY (workspace_id, book_id, href),
  FOREIGN KEY (workspace_id, book_id) REFERENCES address_books (workspace_id, id),
  FOREIGN KEY (workspace_id, person_id) REFERENCES persons (workspace_id, id)
);
CREATE INDEX address_book_cards_by_person ON address_book_cards (workspace_id, person_id) WHERE person_id IS NOT NULL;

-- What a member wants to be mailed, in whose zone: their own to change, nobody else's.
CREATE TABLE member_settings (
  workspace_id uuid NOT NULL,
  user_id uuid NOT NULL,
  zone text,
  weekly_on boolean NOT NULL DEFAULT false,
  weekly_weekday integer NOT NULL DEFAULT 1 CHECK (weekly_weekday BETWEEN 1 AND 7),
  weekly_hour integer NOT NULL DEFAULT 8 CHECK (weekly_hour BETWEEN 0 AND 23),
  weekly_days integer NOT NULL DEFAULT 14 CHECK (weekly_days BETWEEN 1 AND 90),
  whisper_hours integer CHECK (whisper_hours BETWEEN 1 AND 72),
  PRIMARY KEY (workspace_id, user_id),
  FOREIGN KEY (workspace_id, user_id) REFERENCES memberships (workspace_id, user_id)
);
-- Mails that are sent once: written in the transaction that puts the mail into the outbox.
CREATE TABLE sent_notices (
  workspace_id uuid NOT NULL REFERENCES workspaces (id),
  user_id uuid NOT NULL,
  key text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, user_id, key)
);

CREATE FUNCTION fence.guard_own_settings() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
BEGIN
  IF NEW.workspace_id IS DISTINCT FROM c.workspace_id OR NEW.user_id IS DISTINCT FROM c.user_id THEN
    RAISE EXCEPTION 'fence: these settings are somebody else''s' USING ERRCODE = 'FH008';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON member_settings FOR EACH ROW EXECUTE FUNCTION fence.guard_own_settings();

-- A book's address, name and password are the client's to change; how its syncing went, the job's to write down.
CREATE FUNCTION fence.guard_address_book() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  c fence.context := fence.writer();
BEGIN
  IF NEW.workspace_id IS DISTINCT FROM c.workspace_id OR (TG_OP = 'UPDATE' AND (NEW.workspace_id <> OLD.workspace_id OR NEW.id <> OLD.id)) THEN
    RAISE EXCEPTION 'fence: this belongs to another desk' USING ERRCODE = 'FH008';
  END IF;
  IF c.role <> 'client' AND (TG_OP = 'INSERT' OR c.role <> 'system' OR (NEW.name, NEW.url, NEW.username, NEW.sealed, NEW.circle, NEW.removed_at)
    IS DISTINCT FROM (OLD.name, OLD.url, OLD.username, OLD.sealed, OLD.circle, OLD.removed_at)) THEN
    RAISE EXCEPTION 'fence: only the client changes this' USING ERRCODE = 'FH003';
  END IF;
  NEW.version := CASE WHEN TG_OP = 'INSERT' THEN 1 ELSE OLD.version + 1 END;
  RETURN NEW;
END $$;
CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON address_books FOR EACH ROW EXECUTE FUNCTION fence.guard_address_book();
CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON person_merges FOR EACH ROW EXECUTE FUNCTION fence.guard_entry();

GRANT SELECT, INSERT ON person_merges, csv_layouts, address_books, address_book_cards, member_settings, sent_notices TO firsthand_app;
GRANT SELECT, INSERT, DELETE ON distinct_people TO firsthand_app;
GRANT UPDATE (undone_at) ON person_merges TO firsthand_app;
GRANT UPDATE (mapping, used_at) ON csv_layouts TO firsthand_app;
GRANT UPDATE (name, url, username, sealed, circle, sync_token, state, last_synced_at, last_error, removed_at) ON address_books TO firsthand_app;
GRANT UPDATE (etag, person_id, last_card, seen, state, theirs) ON address_book_cards TO firsthand_app;
GRANT DELETE ON address_book_cards TO firsthand_app;
GRANT UPDATE (zone, weekly_on, weekly_weekday, weekly_hour, weekly_days, whisper_hours) ON member_settings TO firsthand_app;

DO $$
DECLARE
  t record;
BEGIN
  FOR t IN SELECT * FROM (VALUES ('person_merges', 'merge'), ('distinct_people', NULL), ('csv_layouts', NULL), ('address_books', 'address-book'),
    ('address_book_cards', NULL), ('member_settings', NULL), ('sent_notices', NULL)) AS v (name, subject)
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t.name);
    EXECUTE format('CREATE POLICY own_desk ON %I TO firsthand_app USING (workspace_id = (SELECT fence.workspace())) WITH CHECK (workspace_id = (SELECT fence.writing_at()))', t.name);
    IF t.subject IS NOT NULL THEN
      EXECUTE format('CREATE TRIGGER z_log_inserted AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION fence.log_inserted(%L)', t.name, t.subject);
      EXECUTE format('CREATE TRIGGER z_log_updated AFTER UPDATE ON %I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION fence.log_updated(%L)', t.name, t.subject);
    END IF;
  END LOOP;
END $$;
CREATE POLICY of_people_one_sees ON person_merges AS RESTRICTIVE TO firsthand_app
  USING ((NOT is_private OR (SELECT fence.sees_private())) AND NOT kept_id = ANY ((SELECT fence.hidden_people())::uuid[]) AND NOT merged_id = ANY ((SELECT fence.hidden_people())::uuid[]));
CREATE POLICY of_people_one_sees ON distinct_people AS RESTRICTIVE TO firsthand_app
  USING (NOT one_id = ANY ((SELECT fence.hidden_people())::uuid[]) AND NOT other_id = ANY ((SELECT fence.hidden_people())::uuid[]));
CREATE POLICY of_people_one_sees ON address_book_cards AS RESTRICTIVE TO firsthand_app
  USING (person_id IS NULL OR NOT person_id = ANY ((SELECT fence.hidden_people())::uuid[]));
-- Whoever is not the client reads no passwords, sealed or not; jobs do.
CREATE POLICY for_client_and_jobs ON address_books AS RESTRICTIVE TO firsthand_app USING ((SELECT fence.sees_private()));
CREATE POLICY for_client_and_jobs ON address_book_cards AS RESTRICTIVE TO firsthand_app USING ((SELECT fence.sees_private()));
CREATE POLICY own_or_job ON member_settings AS RESTRICTIVE FOR SELECT TO firsthand_app USING (user_id = (SELECT fence.acting_user()) OR (SELECT fence.acting_user()) IS NULL);
CREATE POLICY by_writers ON distinct_people AS RESTRICTIVE FOR DELETE TO firsthand_app USING (workspace_id = (SELECT fence.writing_at()));
CREATE POLICY by_writers ON address_book_cards AS RESTRICTIVE FOR DELETE TO firsthand_app USING (workspace_id = (SELECT fence.writing_at()));
