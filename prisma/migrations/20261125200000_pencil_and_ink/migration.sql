-- Words that are to leave: the assistant in pencil, the client in ink. What is here holds nothing yet; the lines 4 and 5 of
-- the fence have the next migration.

-- An account that words leave from. `assistants_send` is the client's leave for delegable kinds; a personal voice knows none.
ALTER TABLE accounts
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  ADD COLUMN address text NOT NULL DEFAULT '',
  ADD COLUMN shown_name text NOT NULL DEFAULT '',
  ADD COLUMN signature text NOT NULL DEFAULT '',
  ADD COLUMN author_shown text NOT NULL DEFAULT 'client' CHECK (author_shown IN ('client', 'client-and-sender', 'representative')),
  ADD COLUMN assistants_send boolean NOT NULL DEFAULT false,
  ADD COLUMN sends_mail boolean NOT NULL DEFAULT false,
  ADD COLUMN page_url text NOT NULL DEFAULT '',
  ADD COLUMN removed_at timestamptz,
  ADD CONSTRAINT leave_is_for_company_voices CHECK (NOT assistants_send OR voice = 'company');

-- The server that takes an account's mail. `sealed` is the password, encrypted before it comes here.
CREATE TABLE account_mailboxes (
  workspace_id uuid NOT NULL,
  account_id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  host text NOT NULL,
  port integer NOT NULL CHECK (port BETWEEN 1 AND 65535),
  security text NOT NULL CHECK (security IN ('tls', 'starttls')),
  username text NOT NULL,
  sealed bytea NOT NULL,
  tried_at timestamptz,
  last_error text NOT NULL DEFAULT '',
  removed_at timestamptz,
  PRIMARY KEY (workspace_id, account_id),
  FOREIGN KEY (workspace_id, account_id) REFERENCES accounts (workspace_id, id)
);

CREATE TABLE drafts (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  task_id uuid NOT NULL,
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'submitted', 'changes-requested', 'approved', 'released', 'sent', 'expired')),
  latest integer NOT NULL DEFAULT 0,
  way text NOT NULL DEFAULT 'elsewhere' CHECK (way IN ('mail', 'elsewhere')),
  account_id uuid,
  recipients jsonb NOT NULL DEFAULT '[]',
  subject text NOT NULL DEFAULT '',
  in_reply_to text,
  reference_ids text[] NOT NULL DEFAULT '{}',
  attachments_sum text NOT NULL DEFAULT '',
  wants_proof boolean NOT NULL DEFAULT false,
  needed_by timestamptz,
  made_by uuid NOT NULL,
  made_role text NOT NULL,
  made_at timestamptz NOT NULL,
  submitted_at timestamptz,
  submitted_by uuid,
  sent_at timestamptz,
  removed_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, task_id) REFERENCES tasks (workspace_id, id),
  FOREIGN KEY (workspace_id, account_id) REFERENCES accounts (workspace_id, id),
  FOREIGN KEY (workspace_id, made_by, made_role) REFERENCES memberships (workspace_id, user_id, role)
);
CREATE UNIQUE INDEX drafts_one_at_work ON drafts (workspace_id, task_id) WHERE removed_at IS NULL AND state <> 'sent';
CREATE INDEX drafts_by_task ON drafts (workspace_id, task_id);
CREATE INDEX drafts_needed_by ON drafts (needed_by) WHERE needed_by IS NOT NULL AND removed_at IS NULL AND state IN ('draft', 'submitted', 'changes-requested');

-- Every version, as it was written and by whom. `phrases` are the saved ones that were put into it.
CREATE TABLE draft_versions (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  draft_id uuid NOT NULL,
  task_id uuid NOT NULL,
  no integer NOT NULL,
  based_on integer NOT NULL DEFAULT 0,
  body text NOT NULL CHECK (length(body) <= 50000),
  phrases jsonb NOT NULL DEFAULT '[]',
  written_by uuid NOT NULL,
  written_role text NOT NULL,
  written_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, draft_id, no),
  FOREIGN KEY (workspace_id, draft_id) REFERENCES drafts (workspace_id, id),
  FOREIGN KEY (workspace_id, written_by, written_role) REFERENCES memberships (workspace_id, user_id, role)
);

CREATE TABLE draft_attachments (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  draft_id uuid NOT NULL,
  task_id uuid NOT NULL,
  name text NOT NULL CHECK (name <> '' AND length(name) <= 200),
  media_type text NOT NULL,
  bytes bytea NOT NULL CHECK (length(bytes) <= 10485760),
  size integer NOT NULL,
  sum text NOT NULL,
  entered_by uuid NOT NULL,
  entered_role text NOT NULL,
  entered_at timestamptz NOT NULL,
  removed_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, draft_id) REFERENCES drafts (workspace_id, id)
);
CREATE INDEX draft_attachments_by_draft ON draft_attachments (workspace_id, draft_id);

-- What is said about a draft. `asks_changes` is the client's reason for sending it back.
CREATE TABLE draft_comments (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  draft_id uuid NOT NULL,
  task_id uuid NOT NULL,
  on_no integer NOT NULL,
  note text NOT NULL CHECK (note <> '' AND length(note) <= 5000),
  mentions uuid[] NOT NULL DEFAULT '{}',
  asks_changes boolean NOT NULL DEFAULT false,
  entered_by uuid NOT NULL,
  entered_role text NOT NULL,
  entered_at timestamptz NOT NULL,
  removed_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, draft_id) REFERENCES drafts (workspace_id, id)
);
CREATE INDEX draft_comments_by_draft ON draft_comments (workspace_id, draft_id);

-- Who has a draft open, and types: forgotten after a minute, so nothing worth writing down.
CREATE TABLE draft_presence (
  workspace_id uuid NOT NULL,
  draft_id uuid NOT NULL,
  user_id uuid NOT NULL,
  seen_at timestamptz NOT NULL,
  is_typing boolean NOT NULL DEFAULT false,
  PRIMARY KEY (workspace_id, draft_id, user_id),
  FOREIGN KEY (workspace_id, draft_id) REFERENCES drafts (workspace_id, id),
  FOREIGN KEY (workspace_id, user_id) REFERENCES memberships (workspace_id, user_id)
);

-- The client's word for exactly these words, to exactly these people, from exactly that account: `seal` is the hash of them.
CREATE TABLE approvals (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  draft_id uuid NOT NULL,
  task_id uuid NOT NULL,
  no integer NOT NULL,
  seal bytea NOT NULL,
  approved_by uuid NOT NULL,
  approved_role text NOT NULL,
  door text NOT NULL,
  approved_at timestamptz NOT NULL,
  voided_at timestamptz,
  void_why text CHECK (void_why IN ('undone', 'changed', 'closed')),
  voided_by uuid,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, draft_id, no) REFERENCES draft_versions (workspace_id, draft_id, no),
  FOREIGN KEY (workspace_id, draft_id) REFERENCES drafts (workspace_id, id)
);
CREATE UNIQUE INDEX approvals_one_standing ON approvals (workspace_id, draft_id) WHERE voided_at IS NULL;

-- Words on their way. `leaving`: claimed, nothing handed over; `handed-over`: the body has begun, so nobody can know any more
-- until the server answers; `unsure`: it did not answer twice.
CREATE TABLE sendings (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  draft_id uuid NOT NULL,
  task_id uuid NOT NULL,
  approval_id uuid,
  message_id text NOT NULL UNIQUE,
  state text NOT NULL DEFAULT 'held' CHECK (state IN ('held', 'leaving', 'handed-over', 'sent', 'failed', 'unsure', 'stopped')),
  next_at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  doubts integer NOT NULL DEFAULT 0,
  claimed_at timestamptz,
  last_error text NOT NULL DEFAULT '',
  pressed_by uuid NOT NULL,
  pressed_role text NOT NULL,
  door text NOT NULL,
  pressed_at timestamptz NOT NULL,
  sent_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, draft_id) REFERENCES drafts (workspace_id, id),
  FOREIGN KEY (workspace_id, task_id) REFERENCES tasks (workspace_id, id),
  FOREIGN KEY (workspace_id, approval_id) REFERENCES approvals (workspace_id, id),
  FOREIGN KEY (workspace_id, pressed_by, pressed_role) REFERENCES memberships (workspace_id, user_id, role)
);
CREATE UNIQUE INDEX sendings_one_at_a_time ON sendings (workspace_id, draft_id) WHERE state <> 'stopped';
CREATE INDEX sendings_due ON sendings (next_at) WHERE state IN ('held', 'leaving', 'handed-over');
CREATE INDEX sendings_by_task ON sendings (workspace_id, task_id);

-- A question to the client: yes, no or need more; or numbered choices.
CREATE TABLE decisions (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  task_id uuid NOT NULL,
  question text NOT NULL CHECK (question <> '' AND length(question) <= 2000),
  choices text[] NOT NULL DEFAULT '{}' CHECK (cardinality(choices) <> 1 AND cardinality(choices) <= 9),
  asked_by uuid NOT NULL,
  asked_role text NOT NULL,
  asked_at timestamptz NOT NULL,
  answer text,
  answer_note text NOT NULL DEFAULT '',
  answered_at timestamptz,
  answered_by uuid,
  answered_role text,
  answered_door text,
  withdrawn_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, task_id) REFERENCES tasks (workspace_id, id),
  FOREIGN KEY (workspace_id, asked_by, asked_role) REFERENCES memberships (workspace_id, user_id, role)
);
CREATE UNIQUE INDEX decisions_one_open ON decisions (workspace_id, task_id) WHERE answered_at IS NULL AND withdrawn_at IS NULL;
CREATE INDEX decisions_by_task ON decisions (workspace_id, task_id);

CREATE TABLE phrases (
  workspace_id uuid NOT NULL REFERENCES workspaces (id),
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  language text NOT NULL,
  kind text NOT NULL DEFAULT 'other' CHECK (kind IN ('refusal', 'thanks', 'later', 'introduction', 'other')),
  title text NOT NULL CHECK (title <> '' AND length(title) <= 120),
  text text NOT NULL CHECK (text <> '' AND length(text) <= 5000),
  removed_at timestamptz,
  PRIMARY KEY (workspace_id, id)
);

-- How the client sounds: for everybody (circle ''), and for a circle.
CREATE TABLE voice_sheets (
  workspace_id uuid NOT NULL REFERENCES workspaces (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  version integer NOT NULL DEFAULT 1,
  circle text NOT NULL DEFAULT '',
  greeting text NOT NULL DEFAULT '',
  sign_off text NOT NULL DEFAULT '',
  never_words text[] NOT NULL DEFAULT '{}',
  most_words integer CHECK (most_words BETWEEN 1 AND 5000),
  PRIMARY KEY (workspace_id, circle),
  UNIQUE (workspace_id, id)
);

-- Keys that "Personally written" is signed with (Ed25519, RFC 8032); `sealed` is the private one, encrypted.
CREATE TABLE proof_keys (
  workspace_id uuid NOT NULL REFERENCES workspaces (id),
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  public_key bytea NOT NULL CHECK (length(public_key) = 32),
  sealed bytea NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  retired_at timestamptz,
  revoked_at timestamptz,
  PRIMARY KEY (workspace_id, id)
);
CREATE UNIQUE INDEX proof_keys_one_signing ON proof_keys (workspace_id) WHERE retired_at IS NULL AND revoked_at IS NULL;

-- One signed statement about one message. `payload` is the very text that was signed; `token` is in the link.
CREATE TABLE proofs (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  token text NOT NULL UNIQUE,
  draft_id uuid NOT NULL,
  task_id uuid NOT NULL,
  approval_id uuid NOT NULL,
  key_id uuid NOT NULL,
  payload text NOT NULL,
  signed bytea NOT NULL CHECK (length(signed) = 64),
  made_at timestamptz NOT NULL DEFAULT now(),
  revoked_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, approval_id),
  FOREIGN KEY (workspace_id, approval_id) REFERENCES approvals (workspace_id, id),
  FOREIGN KEY (workspace_id, key_id) REFERENCES proof_keys (workspace_id, id)
);

-- Which draft a task was closed with; the gesture keeps it, and at which version.
ALTER TABLE tasks ADD COLUMN closing_draft uuid;
ALTER TABLE tasks ADD CONSTRAINT closed_with_a_draft FOREIGN KEY (workspace_id, closing_draft) REFERENCES drafts (workspace_id, id);
ALTER TABLE gestures ADD COLUMN draft_id uuid, ADD COLUMN draft_no integer;
ALTER TABLE gestures ADD CONSTRAINT made_with_a_draft FOREIGN KEY (workspace_id, draft_id) REFERENCES drafts (workspace_id, id);

-- The log says that words changed and whose they were; the words themselves are kept where they were written.
CREATE OR REPLACE FUNCTION fence.worth_logging(r jsonb) RETURNS jsonb
  LANGUAGE sql IMMUTABLE AS $$
  SELECT r - ARRAY['workspace_id', 'version', 'search_text', 'sort_at', 'urgency', 'source', 'payload', 'token_hash', 'attendees', 'expanded_until',
    'bytes', 'sealed', 'undo', 'entered_by', 'entered_role', 'entered_at', 'checked_by', 'sync_token', 'last_synced_at', 'known_since',
    'body', 'phrases', 'written_by', 'written_role', 'written_at', 'made_by', 'made_role', 'made_at', 'asked_by', 'asked_role', 'asked_at',
    'attachments_sum', 'signed', 'token', 'claimed_at', 'seal']
$$;
