-- The tables. Every table of a desk carries the workspace in its key; what must hold is in the migrations after this one.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE users (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  email text NOT NULL UNIQUE CHECK (email = lower(email)),
  email_verified_at timestamptz,
  image text,
  created_at timestamptz NOT NULL DEFAULT now()
);

-- A sign-in provider's account. No tokens of theirs are ever kept.
CREATE TABLE oauth_accounts (
  provider text NOT NULL,
  provider_account_id text NOT NULL,
  user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (provider, provider_account_id)
);
CREATE INDEX oauth_accounts_user ON oauth_accounts (user_id);

-- Only the hash of a session's secret is stored: a stolen copy of this table signs nobody in.
CREATE TABLE sessions (
  id uuid PRIMARY KEY,
  token_hash bytea NOT NULL UNIQUE,
  user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  last_seen_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  device text NOT NULL DEFAULT ''
);
CREATE INDEX sessions_user ON sessions (user_id);

CREATE TABLE sign_in_tokens (
  identifier text NOT NULL,
  token_hash bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (identifier, token_hash)
);

CREATE TABLE rate_limits (
  key text PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire bigint
);

CREATE TABLE workspaces (
  id uuid PRIMARY KEY,
  slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9][a-z0-9-]{1,60}$'),
  name text NOT NULL,
  colour text NOT NULL DEFAULT 'blue',
  zone text NOT NULL DEFAULT 'UTC',
  locale text NOT NULL DEFAULT 'en-GB',
  leap_day_rule text NOT NULL DEFAULT '28-feb' CHECK (leap_day_rule IN ('28-feb', '1-mar')),
  is_demo boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now()
);

-- A membership is never deleted: what somebody did as a member keeps pointing at it. It ends.
CREATE TABLE memberships (
  workspace_id uuid NOT NULL REFERENCES workspaces (id),
  user_id uuid NOT NULL REFERENCES users (id),
  role text NOT NULL CHECK (role IN ('client', 'assistant', 'agent')),
  joined_at timestamptz NOT NULL DEFAULT now(),
  ended_at timestamptz,
  PRIMARY KEY (workspace_id, user_id),
  UNIQUE (workspace_id, user_id, role)
);
CREATE UNIQUE INDEX memberships_one_client ON memberships (workspace_id) WHERE role = 'client';
CREATE INDEX memberships_user ON memberships (user_id);

CREATE TABLE invitations (
  workspace_id uuid NOT NULL REFERENCES workspaces (id),
  id uuid NOT NULL,
  email text NOT NULL CHECK (email = lower(email)),
  role text NOT NULL DEFAULT 'assistant' CHECK (role IN ('assistant')),
  token_hash bytea NOT NULL UNIQUE,
  invited_by uuid NOT NULL REFERENCES users (id),
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  accepted_at timestamptz,
  accepted_by uuid REFERENCES users (id),
  withdrawn_at timestamptz,
  PRIMARY KEY (workspace_id, id)
);

CREATE TABLE imports (
  workspace_id uuid NOT NULL REFERENCES workspaces (id),
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('vcard', 'icalendar')),
  file_name text NOT NULL,
  state text NOT NULL DEFAULT 'previewed' CHECK (state IN ('previewed', 'done', 'undone', 'dropped')),
  payload jsonb,
  counts jsonb NOT NULL DEFAULT '{}',
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  undone_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, created_by) REFERENCES memberships (workspace_id, user_id)
);
CREATE INDEX imports_recent ON imports (workspace_id, created_at DESC);

CREATE TABLE import_rows (
  workspace_id uuid NOT NULL,
  import_id uuid NOT NULL,
  position integer NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('made', 'matched', 'skipped')),
  label text NOT NULL,
  why text NOT NULL DEFAULT '',
  person_id uuid,
  event_id uuid,
  task_id uuid,
  PRIMARY KEY (workspace_id, import_id, position),
  FOREIGN KEY (workspace_id, import_id) REFERENCES imports (workspace_id, id)
);

CREATE TABLE persons (
  workspace_id uuid NOT NULL REFERENCES workspaces (id),
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  name text NOT NULL CHECK (name <> ''),
  sort_name text NOT NULL,
  given_name text NOT NULL DEFAULT '',
  family_name text NOT NULL DEFAULT '',
  nicknames text[] NOT NULL DEFAULT '{}',
  organization text NOT NULL DEFAULT '',
  job_title text NOT NULL DEFAULT '',
  circle text NOT NULL DEFAULT 'wider' CHECK (circle IN ('inner', 'friends', 'professional', 'wider')),
  emails jsonb NOT NULL DEFAULT '[]',
  phones jsonb NOT NULL DEFAULT '[]',
  addresses jsonb NOT NULL DEFAULT '[]',
  links jsonb NOT NULL DEFAULT '[]',
  how_met text NOT NULL DEFAULT '',
  careful text NOT NULL DEFAULT '',
  note text NOT NULL DEFAULT '',
  language text,
  zone text,
  source_uid text,
  is_private boolean NOT NULL DEFAULT false,
  import_id uuid,
  removed_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, import_id) REFERENCES imports (workspace_id, id)
);
CREATE INDEX persons_by_name ON persons (workspace_id, sort_name, id) WHERE removed_at IS NULL;
CREATE INDEX persons_by_import ON persons (workspace_id, import_id) WHERE import_id IS NOT NULL;
CREATE INDEX persons_name_trigrams ON persons USING gin (name gin_trgm_ops);

CREATE TABLE person_dates (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('birthday', 'anniversary', 'other')),
  label text NOT NULL DEFAULT '',
  month integer NOT NULL CHECK (month BETWEEN 1 AND 12),
  day integer NOT NULL CHECK (day BETWEEN 1 AND 31),
  year integer CHECK (year BETWEEN 1 AND 9999),
  lead_days integer NOT NULL DEFAULT 7 CHECK (lead_days BETWEEN 0 AND 365),
  removed_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, person_id) REFERENCES persons (workspace_id, id)
);
CREATE INDEX person_dates_by_day ON person_dates (workspace_id, month, day) WHERE removed_at IS NULL;
CREATE INDEX person_dates_by_person ON person_dates (workspace_id, person_id);

CREATE TABLE accounts (
  workspace_id uuid NOT NULL REFERENCES workspaces (id),
  id uuid NOT NULL,
  name text NOT NULL,
  service text NOT NULL,
  voice text NOT NULL CHECK (voice IN ('personal', 'company')),
  PRIMARY KEY (workspace_id, id)
);

CREATE TABLE tasks (
  workspace_id uuid NOT NULL REFERENCES workspaces (id),
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  kind text NOT NULL CHECK (kind IN ('personal-reply', 'birthday', 'event-invite', 'follow-request', 'keep-in-touch',
    'meeting-check', 'scheduled-post', 'introduction', 'account-care', 'other')),
  title text NOT NULL CHECK (title <> '' AND length(title) <= 500),
  note text NOT NULL DEFAULT '' CHECK (length(note) <= 50000),
  state text NOT NULL DEFAULT 'inbox' CHECK (state IN ('inbox', 'assistant', 'client', 'scheduled', 'waiting', 'done',
    'declined', 'withdrawn')),
  tag text NOT NULL CHECK (tag IN ('delegable', 'must-be-you')),
  tag_by text NOT NULL CHECK (tag_by IN ('rule', 'hand')),
  tag_rule text,
  tag_hand uuid,
  tag_hand_role text,
  person_id uuid,
  account_id uuid,
  message jsonb,
  fields jsonb NOT NULL DEFAULT '{}',
  repeat jsonb,
  priority integer NOT NULL DEFAULT 0 CHECK (priority BETWEEN 0 AND 3),
  due_at timestamptz,
  due_all_day boolean NOT NULL DEFAULT false,
  received_at timestamptz,
  reply_within_hours integer CHECK (reply_within_hours BETWEEN 1 AND 8760),
  reply_due_at timestamptz,
  snoozed_until timestamptz,
  snoozed_until_answer boolean NOT NULL DEFAULT false,
  merged_into_id uuid,
  is_private boolean NOT NULL DEFAULT false,
  source_key text,
  import_id uuid,
  closing_note text NOT NULL DEFAULT '' CHECK (length(closing_note) <= 5000),
  closed_at timestamptz,
  closed_by uuid,
  closed_role text,
  closed_door text,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by uuid,
  created_role text NOT NULL DEFAULT 'system',
  urgency integer NOT NULL DEFAULT 1,
  sort_at timestamptz NOT NULL DEFAULT now(),
  search_text text NOT NULL DEFAULT '',
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, person_id) REFERENCES persons (workspace_id, id),
  FOREIGN KEY (workspace_id, account_id) REFERENCES accounts (workspace_id, id),
  FOREIGN KEY (workspace_id, import_id) REFERENCES imports (workspace_id, id),
  FOREIGN KEY (workspace_id, merged_into_id) REFERENCES tasks (workspace_id, id),
  FOREIGN KEY (workspace_id, created_by) REFERENCES memberships (workspace_id, user_id)
);
-- The queue: one section is one index range, read by cursor, however long the history is.
CREATE INDEX tasks_open ON tasks (workspace_id, state, urgency, sort_at, id)
  WHERE merged_into_id IS NULL AND state IN ('inbox', 'assistant', 'client', 'scheduled', 'waiting');
CREATE INDEX tasks_closed ON tasks (workspace_id, closed_at DESC, id) WHERE closed_at IS NOT NULL;
CREATE INDEX tasks_by_due ON tasks (workspace_id, due_at)
  WHERE due_at IS NOT NULL AND merged_into_id IS NULL AND state <> 'withdrawn';
CREATE INDEX tasks_by_person ON tasks (workspace_id, person_id) WHERE person_id IS NOT NULL;
CREATE INDEX tasks_by_import ON tasks (workspace_id, import_id) WHERE import_id IS NOT NULL;
CREATE INDEX tasks_merged ON tasks (workspace_id, merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX tasks_snoozed ON tasks (snoozed_until) WHERE snoozed_until IS NOT NULL;
-- The same birthday or invitation never makes two tasks, however often it is imported.
CREATE UNIQUE INDEX tasks_one_per_source ON tasks (workspace_id, source_key)
  WHERE source_key IS NOT NULL AND state <> 'withdrawn';
CREATE INDEX tasks_trigrams ON tasks USING gin (search_text gin_trgm_ops);
CREATE INDEX tasks_words ON tasks USING gin (to_tsvector('simple', search_text));

CREATE TABLE gestures (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  task_id uuid NOT NULL,
  person_id uuid,
  outcome text NOT NULL CHECK (outcome IN ('done', 'declined')),
  note text NOT NULL DEFAULT '',
  at timestamptz NOT NULL,
  by_user uuid NOT NULL,
  by_role text NOT NULL,
  door text NOT NULL,
  undone_at timestamptz,
  is_private boolean NOT NULL DEFAULT false,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, task_id) REFERENCES tasks (workspace_id, id),
  FOREIGN KEY (workspace_id, by_user, by_role) REFERENCES memberships (workspace_id, user_id, role)
);
CREATE INDEX gestures_by_task ON gestures (workspace_id, task_id);
CREATE INDEX gestures_by_person ON gestures (workspace_id, person_id, at DESC);

CREATE TABLE events (
  workspace_id uuid NOT NULL REFERENCES workspaces (id),
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  uid text NOT NULL,
  recurrence_id text NOT NULL DEFAULT '',
  sequence integer NOT NULL DEFAULT 0,
  summary text NOT NULL DEFAULT '',
  description text NOT NULL DEFAULT '',
  location text NOT NULL DEFAULT '',
  link text NOT NULL DEFAULT '',
  status text NOT NULL DEFAULT '',
  organiser text NOT NULL DEFAULT '',
  attendees jsonb NOT NULL DEFAULT '[]',
  all_day boolean NOT NULL DEFAULT false,
  zone text,
  rule text NOT NULL DEFAULT '',
  source jsonb NOT NULL DEFAULT '{}',
  expanded_until timestamptz,
  is_private boolean NOT NULL DEFAULT false,
  import_id uuid,
  removed_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, import_id) REFERENCES imports (workspace_id, id)
);
CREATE UNIQUE INDEX events_one_per_uid ON events (workspace_id, uid, recurrence_id) WHERE removed_at IS NULL;
CREATE INDEX events_by_import ON events (workspace_id, import_id) WHERE import_id IS NOT NULL;

-- Occurrences are worked out once, in a worker with limits, and read as plain rows. Dates for all-day ones.
CREATE TABLE event_occurrences (
  workspace_id uuid NOT NULL,
  event_id uuid NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  start_date date,
  end_date date,
  is_private boolean NOT NULL DEFAULT false,
  PRIMARY KEY (workspace_id, event_id, starts_at),
  FOREIGN KEY (workspace_id, event_id) REFERENCES events (workspace_id, id)
);
CREATE INDEX event_occurrences_by_time ON event_occurrences (workspace_id, starts_at, ends_at);

-- Mail that is to leave, written in the transaction of its cause..
CREATE TABLE outbox (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  workspace_id uuid REFERENCES workspaces (id),
  to_address text NOT NULL,
  subject text NOT NULL,
  text_body text NOT NULL,
  html_body text NOT NULL DEFAULT '',
  message_id text NOT NULL UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now(),
  send_after timestamptz NOT NULL DEFAULT now(),
  attempts integer NOT NULL DEFAULT 0,
  sent_at timestamptz,
  given_up_at timestamptz,
  last_error text NOT NULL DEFAULT ''
);
CREATE INDEX outbox_waiting ON outbox (send_after) WHERE sent_at IS NULL AND given_up_at IS NULL;
CREATE INDEX outbox_recent ON outbox (created_at DESC);

CREATE TABLE log_heads (
  workspace_id uuid PRIMARY KEY REFERENCES workspaces (id),
  seq bigint NOT NULL DEFAULT 0,
  hash bytea NOT NULL DEFAULT '\x00'
);

CREATE TABLE log_entries (
  workspace_id uuid NOT NULL REFERENCES workspaces (id),
  seq bigint NOT NULL,
  at timestamptz NOT NULL,
  by_user uuid,
  by_role text NOT NULL,
  door text NOT NULL,
  verb text NOT NULL,
  subject text NOT NULL,
  subject_id uuid,
  version integer,
  before jsonb,
  after jsonb,
  refusal text,
  is_private boolean NOT NULL DEFAULT false,
  content_sum bytea NOT NULL,
  erased_at timestamptz,
  prev_hash bytea NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (workspace_id, seq)
);
CREATE INDEX log_entries_by_subject ON log_entries (workspace_id, subject_id, seq DESC) WHERE subject_id IS NOT NULL;
CREATE INDEX log_entries_refused ON log_entries (workspace_id, seq DESC) WHERE refusal IS NOT NULL;
