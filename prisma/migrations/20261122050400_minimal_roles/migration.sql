-- What the two roles that the app connects as may do, and nothing else. Neither owns, creates, or goes around policies.
-- firsthand_app: everything on a desk, through row-level security. firsthand_auth: who people are, and the mail; no desk.
REVOKE ALL ON SCHEMA public FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA fence FROM PUBLIC;
GRANT USAGE ON SCHEMA public, fence TO firsthand_app, firsthand_auth;

GRANT SELECT ON users, workspaces, memberships, invitations, imports, import_rows, persons, person_dates, accounts, tasks, gestures,
  events, event_occurrences, log_entries TO firsthand_app;
GRANT UPDATE (name, colour, zone, locale, leap_day_rule) ON workspaces TO firsthand_app;
GRANT UPDATE (ended_at) ON memberships TO firsthand_app;
GRANT INSERT ON invitations, imports, import_rows, persons, person_dates, accounts, events, event_occurrences, outbox TO firsthand_app;
GRANT UPDATE (withdrawn_at) ON invitations TO firsthand_app;
GRANT UPDATE (state, payload, counts, finished_at, undone_at) ON imports TO firsthand_app;
GRANT UPDATE (name, sort_name, given_name, family_name, nicknames, organization, job_title, circle, emails, phones, addresses, links,
  how_met, careful, note, language, zone, source_uid, is_private, import_id, removed_at) ON persons TO firsthand_app;
GRANT UPDATE (kind, label, month, day, year, lead_days, removed_at) ON person_dates TO firsthand_app;
GRANT UPDATE (name, service, voice) ON accounts TO firsthand_app;
GRANT UPDATE (sequence, summary, description, location, link, status, organiser, attendees, all_day, zone, rule, source, expanded_until,
  is_private, import_id, removed_at) ON events TO firsthand_app;
GRANT DELETE ON event_occurrences TO firsthand_app;
GRANT INSERT (workspace_id, id, kind, title, note, state, tag, tag_by, tag_rule, person_id, account_id, message, fields, repeat, priority,
  due_at, due_all_day, received_at, reply_within_hours, snoozed_until, snoozed_until_answer, is_private, source_key, import_id) ON tasks TO firsthand_app;
GRANT UPDATE (kind, title, note, state, tag, tag_by, tag_rule, person_id, account_id, message, fields, repeat, priority, due_at, due_all_day,
  received_at, reply_within_hours, snoozed_until, snoozed_until_answer, is_private, merged_into_id, closing_note) ON tasks TO firsthand_app;

GRANT EXECUTE ON FUNCTION fence.enter(text, uuid, text, text, boolean), fence.enter_job(text, uuid, text), fence.desks_for_jobs(text),
  fence.who_is(text, text), fence.desks_of(text), fence.live_access(text, text), fence.live_access_still(uuid[], uuid[]),
  fence.workspace(), fence.sees_private(), fence.seq(), fence.writing_at(), fence.record_refusal(text, uuid, text) TO firsthand_app;

GRANT SELECT, INSERT, UPDATE ON users TO firsthand_auth;
GRANT SELECT, INSERT, DELETE ON oauth_accounts TO firsthand_auth;
GRANT SELECT, INSERT, UPDATE, DELETE ON sessions TO firsthand_auth;
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_tokens, rate_limits TO firsthand_auth;
GRANT SELECT, INSERT, UPDATE ON outbox TO firsthand_auth;
GRANT EXECUTE ON FUNCTION fence.who_is(text, text), fence.desks_of(text), fence.live_access(text, text), fence.live_access_still(uuid[], uuid[]) TO firsthand_auth;

-- Fence 7 and 8. One desk at a time, proved; what is private is not there at all for anybody but the client.
-- The functions stand in a sub-select so that they are asked once per statement, not once per row.
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['invitations', 'imports', 'import_rows', 'accounts', 'memberships', 'person_dates'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_desk ON %I TO firsthand_app USING (workspace_id = (SELECT fence.workspace())) WITH CHECK (workspace_id = (SELECT fence.writing_at()))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['tasks', 'persons', 'events', 'event_occurrences', 'gestures', 'log_entries'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_desk ON %I TO firsthand_app USING (workspace_id = (SELECT fence.workspace()) AND (NOT is_private OR (SELECT fence.sees_private()))) WITH CHECK (workspace_id = (SELECT fence.writing_at()) AND (NOT is_private OR (SELECT fence.sees_private())))', t);
  END LOOP;
END $$;
-- The days of somebody private are as private as they are.
CREATE POLICY of_people_one_sees ON person_dates AS RESTRICTIVE TO firsthand_app
  USING (EXISTS (SELECT 1 FROM persons p WHERE p.workspace_id = person_dates.workspace_id AND p.id = person_dates.person_id));
-- A deletion has no WITH CHECK: that a writer is at work is asked here.
CREATE POLICY by_writers ON event_occurrences AS RESTRICTIVE FOR DELETE TO firsthand_app USING (workspace_id = (SELECT fence.writing_at()));
ALTER TABLE workspaces ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_desk ON workspaces TO firsthand_app USING (id = (SELECT fence.workspace())) WITH CHECK (id = (SELECT fence.writing_at()));
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
CREATE POLICY colleagues ON users FOR SELECT TO firsthand_app
  USING (id IN (SELECT m.user_id FROM memberships m WHERE m.workspace_id = (SELECT fence.workspace())));
CREATE POLICY auth_role ON users TO firsthand_auth USING (true) WITH CHECK (true);
ALTER TABLE outbox ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_desk ON outbox FOR INSERT TO firsthand_app WITH CHECK (workspace_id = (SELECT fence.writing_at()));
CREATE POLICY auth_role ON outbox TO firsthand_auth USING (true) WITH CHECK (true);
ALTER TABLE log_heads ENABLE ROW LEVEL SECURITY;
