-- One calendar for both: where entries come from, which of them are made here, who reads them elsewhere, and what was confirmed.

-- A calendar kept on another machine: a file that is read again and again, or a collection of a CalDAV server (RFC 4791). What
-- everybody on the desk may know of it; where it is, and with which password, stands apart and is the client's.
CREATE TABLE calendars (
  workspace_id uuid NOT NULL REFERENCES workspaces (id),
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  name text NOT NULL CHECK (name <> '' AND length(name) <= 200),
  kind text NOT NULL CHECK (kind IN ('feed', 'caldav')),
  is_private boolean NOT NULL DEFAULT false,
  -- What is made here is written there, too: into one calendar at most.
  takes_ours boolean NOT NULL DEFAULT false CHECK (NOT takes_ours OR kind = 'caldav'),
  state text NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'in-step', 'failing', 'paused')),
  last_synced_at timestamptz,
  removed_at timestamptz,
  PRIMARY KEY (workspace_id, id)
);
CREATE UNIQUE INDEX calendars_one_takes_ours ON calendars (workspace_id) WHERE takes_ours AND removed_at IS NULL;

-- `host` is shown; `sealed` holds the whole address with user name and password, encrypted before it comes here: the address of
-- a private feed is a key. `place_sum` finds the same place again. Turns stand here, as they are no history, and so does what went
-- wrong in the last one, which may name a server.
CREATE TABLE calendar_places (
  workspace_id uuid NOT NULL,
  calendar_id uuid NOT NULL,
  host text NOT NULL,
  username text NOT NULL DEFAULT '',
  sealed bytea NOT NULL,
  place_sum text NOT NULL,
  sync_token text NOT NULL DEFAULT '',
  etag text NOT NULL DEFAULT '',
  last_modified text NOT NULL DEFAULT '',
  next_at timestamptz NOT NULL DEFAULT now(),
  failures integer NOT NULL DEFAULT 0,
  problem text NOT NULL DEFAULT '',
  PRIMARY KEY (workspace_id, calendar_id),
  FOREIGN KEY (workspace_id, calendar_id) REFERENCES calendars (workspace_id, id)
);
CREATE INDEX calendar_places_next ON calendar_places (next_at);

-- One object of such a calendar: for CalDAV by its href, in a feed by its uid. `said` is the object as it was last read or written,
-- `theirs` the other version while two stand against each other. `written_at`: what of ours is there, as of when.
CREATE TABLE calendar_items (
  workspace_id uuid NOT NULL,
  calendar_id uuid NOT NULL,
  href text NOT NULL,
  uid text NOT NULL DEFAULT '',
  etag text NOT NULL DEFAULT '',
  etag_there text NOT NULL DEFAULT '',
  said text NOT NULL DEFAULT '',
  ours boolean NOT NULL DEFAULT false,
  written_at timestamptz,
  state text NOT NULL DEFAULT 'in-step' CHECK (state IN ('in-step', 'conflict', 'gone', 'unreadable', 'left-out')),
  why text NOT NULL DEFAULT '',
  theirs text,
  PRIMARY KEY (workspace_id, calendar_id, href),
  FOREIGN KEY (workspace_id, calendar_id) REFERENCES calendars (workspace_id, id)
);
CREATE INDEX calendar_items_by_uid ON calendar_items (workspace_id, uid);
CREATE INDEX calendar_items_waiting ON calendar_items (workspace_id, calendar_id) WHERE etag_there <> etag;

-- `own`: made here, so it is ours to move and to write elsewhere. `held`: an assistant's, over time that is nobody's to book, until
-- the client says so; `over_protected`: the client said so. `answer`: what the client's side said to an invitation.
ALTER TABLE events
  ADD COLUMN calendar_id uuid,
  ADD COLUMN own boolean NOT NULL DEFAULT false,
  ADD COLUMN held boolean NOT NULL DEFAULT false,
  ADD COLUMN over_protected boolean NOT NULL DEFAULT false,
  ADD COLUMN transparent boolean NOT NULL DEFAULT false,
  ADD COLUMN answer text NOT NULL DEFAULT '' CHECK (answer IN ('', 'needs-action', 'accepted', 'tentative', 'declined')),
  ADD COLUMN organiser_address text NOT NULL DEFAULT '',
  ADD COLUMN travel_minutes integer CHECK (travel_minutes BETWEEN 0 AND 1440),
  ADD COLUMN wants_check boolean,
  ADD COLUMN stamp timestamptz,
  ADD COLUMN made_by uuid,
  ADD COLUMN made_role text NOT NULL DEFAULT 'system',
  ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now(),
  ADD CONSTRAINT kept_in_a_calendar FOREIGN KEY (workspace_id, calendar_id) REFERENCES calendars (workspace_id, id),
  ADD CONSTRAINT held_is_of_ours CHECK (NOT held OR (own AND NOT over_protected));
CREATE INDEX events_by_calendar ON events (workspace_id, calendar_id) WHERE calendar_id IS NOT NULL AND removed_at IS NULL;
CREATE INDEX events_own ON events (workspace_id, changed_at) WHERE own;

-- The client's hours that are nobody's to book: once, or by a rule (RFC 5545 §3.3.10) on the wall of their zone. `except_on` are days left out.
CREATE TABLE protected_times (
  workspace_id uuid NOT NULL REFERENCES workspaces (id),
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  title text NOT NULL DEFAULT '' CHECK (length(title) <= 200),
  first_on date NOT NULL,
  all_day boolean NOT NULL DEFAULT false,
  from_time text NOT NULL DEFAULT '00:00' CHECK (from_time ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  minutes integer NOT NULL CHECK (minutes BETWEEN 5 AND 44640),
  zone text NOT NULL,
  rule text NOT NULL DEFAULT '' CHECK (length(rule) <= 500),
  except_on date[] NOT NULL DEFAULT '{}',
  spread_until timestamptz,
  removed_at timestamptz,
  PRIMARY KEY (workspace_id, id)
);

-- When exactly time is kept: by protected hours, by days away, and after a scheduled post. Worked out, so no history.
CREATE TABLE kept_spans (
  workspace_id uuid NOT NULL REFERENCES workspaces (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  protected_id uuid,
  day_off_id uuid,
  task_id uuid,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
  is_private boolean NOT NULL DEFAULT false,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, protected_id) REFERENCES protected_times (workspace_id, id),
  FOREIGN KEY (workspace_id, day_off_id) REFERENCES days_off (workspace_id, id),
  FOREIGN KEY (workspace_id, task_id) REFERENCES tasks (workspace_id, id),
  CHECK (num_nonnulls(protected_id, day_off_id, task_id) = 1)
);
CREATE INDEX kept_spans_by_time ON kept_spans (workspace_id, starts_at, ends_at);
CREATE INDEX kept_spans_by_protected ON kept_spans (workspace_id, protected_id) WHERE protected_id IS NOT NULL;
CREATE INDEX kept_spans_by_day_off ON kept_spans (workspace_id, day_off_id) WHERE day_off_id IS NOT NULL;
CREATE INDEX kept_spans_by_task ON kept_spans (workspace_id, task_id) WHERE task_id IS NOT NULL;

-- The client's wishes about the calendar. Minutes and hours; `work_days` are 1 (Monday) to 7.
ALTER TABLE workspaces
  ADD COLUMN check_hours integer NOT NULL DEFAULT 24 CHECK (check_hours BETWEEN 1 AND 336),
  ADD COLUMN escalate_hours integer NOT NULL DEFAULT 4 CHECK (escalate_hours BETWEEN 0 AND 48),
  ADD COLUMN travel_minutes integer NOT NULL DEFAULT 30 CHECK (travel_minutes BETWEEN 0 AND 480),
  ADD COLUMN window_minutes integer NOT NULL DEFAULT 60 CHECK (window_minutes BETWEEN 0 AND 480),
  ADD COLUMN hours_from text NOT NULL DEFAULT '09:00' CHECK (hours_from ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  ADD COLUMN hours_to text NOT NULL DEFAULT '18:00' CHECK (hours_to ~ '^([01]\d|2[0-3]):[0-5]\d$' AND hours_to > hours_from),
  ADD COLUMN work_days integer[] NOT NULL DEFAULT '{1,2,3,4,5}' CHECK (work_days <@ ARRAY[1,2,3,4,5,6,7] AND cardinality(work_days) > 0);
-- How long before a meeting with somebody of a circle it is checked; null: as usual on the desk.
ALTER TABLE circles ADD COLUMN check_hours integer CHECK (check_hours BETWEEN 1 AND 336);

-- A calendar to be read elsewhere by whoever has its address. Only the hash of the address is kept: it is shown once.
CREATE TABLE feeds (
  workspace_id uuid NOT NULL REFERENCES workspaces (id),
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  name text NOT NULL CHECK (name <> '' AND length(name) <= 120),
  scope text NOT NULL CHECK (scope IN ('all', 'birthdays', 'assistant')),
  for_user uuid NOT NULL,
  token_hash bytea NOT NULL UNIQUE,
  made_by uuid NOT NULL,
  made_role text NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  issued_at timestamptz NOT NULL DEFAULT now(),
  revoked_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, for_user) REFERENCES memberships (workspace_id, user_id)
);

-- A recorded double-check: of exactly this time, place and link; who confirmed what, with whom and how.
CREATE TABLE event_checks (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  event_id uuid NOT NULL,
  task_id uuid,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  place text NOT NULL DEFAULT '',
  link text NOT NULL DEFAULT '',
  confirmed text[] NOT NULL CHECK (confirmed <@ ARRAY['date', 'time', 'zone', 'place', 'link'] AND cardinality(confirmed) > 0),
  with_whom text NOT NULL CHECK (with_whom <> '' AND length(with_whom) <= 300),
  how text NOT NULL CHECK (how IN ('mail', 'call', 'message', 'in-person', 'other')),
  other_zone text,
  note text NOT NULL DEFAULT '' CHECK (length(note) <= 5000),
  checked_by uuid NOT NULL,
  checked_role text NOT NULL,
  checked_at timestamptz NOT NULL,
  voided_at timestamptz,
  void_why text CHECK (void_why IN ('moved', 'undone')),
  PRIMARY KEY (workspace_id, id),
  CHECK ((voided_at IS NULL) = (void_why IS NULL)),
  FOREIGN KEY (workspace_id, event_id) REFERENCES events (workspace_id, id),
  FOREIGN KEY (workspace_id, task_id) REFERENCES tasks (workspace_id, id),
  FOREIGN KEY (workspace_id, checked_by, checked_role) REFERENCES memberships (workspace_id, user_id, role)
);
CREATE UNIQUE INDEX event_checks_one_standing ON event_checks (workspace_id, event_id, starts_at) WHERE voided_at IS NULL;
CREATE INDEX event_checks_by_task ON event_checks (workspace_id, task_id) WHERE task_id IS NOT NULL;

CREATE INDEX tasks_of_checks ON tasks (workspace_id, (fields ->> 'eventId')) WHERE kind = 'meeting-check';

-- What entries were before a change, so that whoever made it can take it back. `before` and `after` are the rows of one series.
CREATE TABLE event_undos (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  uid text NOT NULL,
  before jsonb NOT NULL,
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  undone_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, made_by) REFERENCES memberships (workspace_id, user_id)
);
CREATE INDEX event_undos_old ON event_undos (made_at);

-- An answer to an invitation (RFC 5546 §3.2.3, §3.2.7) leaves as words do, on the client's word or by their leave: it is a draft that
-- carries what to say to the organiser's calendar. `assistants_answer`: the client's leave to answer what is delegable.
ALTER TABLE drafts ADD COLUMN answer jsonb;
ALTER TABLE accounts ADD COLUMN assistants_answer boolean NOT NULL DEFAULT false;

CREATE OR REPLACE FUNCTION fence.worth_logging(r jsonb) RETURNS jsonb
  LANGUAGE sql IMMUTABLE AS $$
  SELECT r - ARRAY['workspace_id', 'version', 'search_text', 'sort_at', 'urgency', 'source', 'payload', 'token_hash', 'attendees', 'expanded_until',
    'bytes', 'sealed', 'undo', 'entered_by', 'entered_role', 'entered_at', 'checked_by', 'sync_token', 'last_synced_at', 'known_since',
    'body', 'phrases', 'written_by', 'written_role', 'written_at', 'made_by', 'made_role', 'made_at', 'asked_by', 'asked_role', 'asked_at',
    'attachments_sum', 'signed', 'token', 'claimed_at', 'seal', 'changed_at', 'stamp', 'spread_until', 'checked_role', 'checked_at']
$$;
