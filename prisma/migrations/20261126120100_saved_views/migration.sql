-- Filters of the queue to which a member has given a name, on one desk: theirs to see and to change, nobody else's. What one looks at
-- is no change of the desk, so the log does not tell of it.
CREATE TABLE saved_views (
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  name text NOT NULL CHECK (length(btrim(name)) BETWEEN 1 AND 60),
  filter jsonb NOT NULL,
  as_board boolean NOT NULL DEFAULT false,
  saved_at timestamptz NOT NULL DEFAULT now(),
  removed_at timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, user_id) REFERENCES memberships (workspace_id, user_id)
);
CREATE INDEX saved_views_by_member ON saved_views (workspace_id, user_id, saved_at);

CREATE TRIGGER a_guard BEFORE INSERT OR UPDATE ON saved_views FOR EACH ROW EXECUTE FUNCTION fence.guard_own_settings();
GRANT SELECT, INSERT ON saved_views TO firsthand_app;
GRANT UPDATE (version, name, filter, as_board, removed_at) ON saved_views TO firsthand_app;
ALTER TABLE saved_views ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_desk ON saved_views TO firsthand_app
  USING (workspace_id = (SELECT fence.workspace())) WITH CHECK (workspace_id = (SELECT fence.writing_at()));
CREATE POLICY ones_own ON saved_views AS RESTRICTIVE FOR SELECT TO firsthand_app USING (user_id = (SELECT fence.acting_user()));
