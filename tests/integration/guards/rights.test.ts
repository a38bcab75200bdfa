import { afterAll, beforeAll, expect, test } from "vitest";
import { closeWorld, openWorld, type World } from "../../support/fence/world";
import { ownDatabase } from "../../support/own-database";

// Everything that the app's role may do, written out. A right that is added belongs here, with a look at whether the
// fence still holds; a right that the app can do without belongs nowhere.

const tables: Record<string, string> = {
  agent_days: "SELECT",
  agents: "SELECT",
  api_tokens: "SELECT",
  token_uses: "SELECT",
  account_mailboxes: "INSERT SELECT",
  accounts: "INSERT SELECT",
  address_book_cards: "DELETE INSERT SELECT",
  address_book_turns: "INSERT SELECT",
  address_books: "INSERT SELECT",
  approvals: "INSERT SELECT",
  circles: "INSERT SELECT",
  contacts: "INSERT SELECT",
  csv_layouts: "INSERT SELECT",
  days_off: "INSERT SELECT",
  decisions: "INSERT SELECT",
  distinct_people: "DELETE INSERT SELECT",
  draft_attachments: "INSERT SELECT",
  draft_comments: "INSERT SELECT",
  draft_presence: "INSERT SELECT",
  draft_versions: "INSERT SELECT",
  drafts: "INSERT SELECT",
  event_occurrences: "DELETE INSERT SELECT",
  events: "INSERT SELECT",
  fact_sources: "SELECT",
  gestures: "SELECT",
  import_lines: "DELETE INSERT SELECT",
  import_rows: "INSERT SELECT",
  imports: "INSERT SELECT",
  invitations: "INSERT SELECT",
  log_entries: "SELECT",
  member_settings: "INSERT SELECT",
  memberships: "SELECT",
  oauth_grants: "SELECT",
  outbox: "INSERT",
  person_dates: "INSERT SELECT",
  person_facts: "INSERT SELECT",
  person_merges: "INSERT SELECT",
  person_pictures: "INSERT SELECT",
  person_relations: "INSERT SELECT",
  persons: "INSERT SELECT",
  phrases: "INSERT SELECT",
  promises: "INSERT SELECT",
  proof_keys: "INSERT SELECT",
  proofs: "INSERT SELECT",
  saved_views: "INSERT SELECT",
  sendings: "INSERT SELECT",
  sent_notices: "INSERT SELECT",
  tasks: "SELECT",
  users: "SELECT",
  voice_sheets: "INSERT SELECT",
  weekly_notes: "INSERT SELECT",
  workspaces: "SELECT",
  _prisma_migrations: "SELECT",
  calendars: "INSERT SELECT",
  calendar_places: "INSERT SELECT",
  calendar_items: "DELETE INSERT SELECT",
  protected_times: "INSERT SELECT",
  kept_spans: "DELETE INSERT SELECT",
  feeds: "INSERT SELECT",
  webhooks: "SELECT",
  webhook_turns: "SELECT",
  webhook_deliveries: "SELECT",
  event_checks: "INSERT SELECT",
  event_undos: "DELETE INSERT SELECT",
};

const columns: Record<string, string> = {
  "account_mailboxes UPDATE": "host last_error port removed_at sealed security tried_at username",
  "accounts UPDATE":
    "address assistants_answer assistants_send author_shown name page_url removed_at sends_mail service shown_name signature voice",
  "address_book_cards UPDATE": "etag etag_there last_card person_id seen state theirs",
  "address_book_turns UPDATE": "failures next_at",
  "address_books UPDATE":
    "circle last_error last_synced_at name removed_at sealed state sync_token url username",
  "agents UPDATE": "daily_limit may_finish owner_id paused_at",
  "api_tokens INSERT": "addresses expires_at id kinds name scopes shown token_hash user_id workspace_id",
  "api_tokens UPDATE": "revoked_at",
  "calendar_items UPDATE": "etag etag_there heard ours said state theirs uid why written_at",
  "calendar_places UPDATE":
    "etag failures host last_modified next_at place_sum problem sealed sync_token username",
  "calendars UPDATE": "is_private last_synced_at name removed_at state takes_ours",
  "circles UPDATE":
    "cadence_days check_hours default_tag greet_in_person lead_days name position removed_at reply_within_hours",
  "contacts UPDATE": "at how is_private note person_id removed_at",
  "csv_layouts UPDATE": "mapping used_at",
  "days_off UPDATE": "from_on label removed_at to_on",
  "decisions UPDATE": "answer answer_note withdrawn_at",
  "draft_attachments UPDATE": "removed_at",
  "draft_comments UPDATE": "mentions note removed_at",
  "draft_presence UPDATE": "is_typing seen_at",
  "drafts UPDATE":
    "account_id answer in_reply_to needed_by recipients reference_ids removed_at state subject wants_proof way",
  "event_checks UPDATE": "void_why voided_at",
  "event_undos UPDATE": "undone_at",
  "events UPDATE":
    "all_day answer attendees calendar_id description expanded_until held import_id is_private link location organiser organiser_address over_protected removed_at rule sequence source stamp status summary transparent travel_minutes wants_check zone",
  "fact_sources UPDATE": "checked_at",
  "feeds UPDATE": "name revoked_at token_hash",
  "imports UPDATE": "counts finished_at payload state undone_at",
  "invitations UPDATE": "withdrawn_at",
  "member_settings UPDATE":
    "daily_from daily_hour daily_on weekly_days weekly_from weekly_hour weekly_on weekly_weekday whisper_hours zone",
  "memberships UPDATE": "ended_at",
  "oauth_codes INSERT": "challenge code_hash grant_id redirect_uri workspace_id",
  "oauth_grants INSERT": "client_id expires_at id scopes user_id workspace_id",
  "oauth_grants UPDATE": "ended_at",
  "person_dates UPDATE": "day kind label lead_days month person_id removed_at year",
  "person_facts UPDATE": "checked_at is_private kind label person_id removed_at value",
  "person_merges UPDATE": "undone_at",
  "person_pictures UPDATE": "bytes from_where media_type removed_at sum",
  "person_relations UPDATE": "is_private kind note other_id other_name person_id removed_at",
  "persons UPDATE":
    "addresses cadence_days careful circle circles died_on emails family_name given_name how_met import_id is_dead is_private is_remembered job_title language lead_days links merged_into_id name never_due nicknames note organization phones removed_at said_as sort_name source_uid touch_paused_until zone",
  "phrases UPDATE": "kind language removed_at text title",
  "promises UPDATE": "due_on is_private kept_at person_id removed_at text whose",
  "proof_keys UPDATE": "retired_at revoked_at",
  "proofs UPDATE": "revoked_at",
  "protected_times UPDATE":
    "all_day except_on first_on from_time minutes removed_at rule spread_until title zone",
  "saved_views UPDATE": "as_board filter name removed_at version",
  "sendings UPDATE": "attempts claimed_at doubts last_error next_at state",
  "tasks INSERT":
    "account_id due_all_day due_at fields id import_id is_private kind message note person_id priority received_at repeat reply_within_hours snoozed_until snoozed_until_answer source_key state tag tag_by tag_rule title workspace_id",
  "tasks UPDATE":
    "account_id closing_draft closing_note closing_words due_all_day due_at fields is_private kind merged_into_id message note person_id priority received_at repeat reply_within_hours snoozed_until snoozed_until_answer source_key state tag tag_by tag_rule title",
  "voice_sheets UPDATE": "greeting most_words never_words sign_off",
  "webhook_deliveries INSERT": "body id message_id next_at replay_of seq type webhook_id workspace_id",
  "webhook_deliveries UPDATE": "attempts last_at last_error last_ms last_status next_at state",
  "webhook_turns UPDATE": "after_seq failing_since",
  "webhooks INSERT": "about id name sealed url workspace_id",
  "webhooks UPDATE": "about name paused_at paused_why removed_at sealed url",
  "weekly_notes UPDATE": "removed_at text used_on",
  "workspaces UPDATE":
    "check_hours colour escalate_hours hours_from hours_to leap_day_rule locale name travel_minutes window_minutes work_days zone",
};

const functions = [
  "acting_user()",
  "add_agent(agent uuid, agent_name text, owner uuid, finish boolean, most integer)",
  "addresses_in(emails jsonb)",
  "answer_is_the_clients(desk uuid, answer jsonb)",
  "answer_takes_kept(desk uuid, answer jsonb)",
  "busy_spans(from_at timestamp with time zone, to_at timestamp with time zone)",
  "claim_key(token text, desk uuid, key text, asked bytea)",
  "desk_of_token(token text)",
  "desks_for_jobs(secret text)",
  "desks_of(token text)",
  "desks_with_due_books(secret text)",
  "desks_with_due_calendars(secret text)",
  "desks_with_expired(secret text)",
  "desks_with_meetings(secret text, hours integer)",
  "desks_with_woken(secret text)",
  "draft_seal(desk uuid, draft uuid)",
  "due_sendings(secret text, most integer)",
  "due_webhooks(secret text, at timestamp with time zone, most integer)",
  "enter(token text, desk uuid, door text, verb text, for_writing boolean)",
  "enter_feed(token text)",
  "enter_job(secret text, desk uuid, verb text)",
  "enter_reader(secret text, desk uuid, reader uuid, verb text)",
  "find_program(client text)",
  "fold(words text)",
  "has_desks()",
  "hidden_guests(said text[])",
  "hidden_marks()",
  "hidden_people()",
  "is_approved(desk uuid, draft uuid)",
  "is_entry_from(desk uuid, subject text, subject_id uuid, marks text[])",
  "is_from(desk uuid, kind text, message jsonb, fields jsonb, marks text[])",
  "is_hidden(desk uuid, subject text, subject_id uuid)",
  "is_kept(desk uuid, from_at timestamp with time zone, to_at timestamp with time zone)",
  "is_let_go(s sendings)",
  "is_of_private_entry(desk uuid, fields jsonb)",
  "is_task_of_private_entry(desk uuid, task uuid)",
  "keep_answer(token text, desk uuid, key text, answer jsonb)",
  "keep_step(key text, step integer, outcome bytea)",
  "leave_as_program(secret text, client text)",
  "live_access(token text, desk_slug text)",
  "live_access_still(session_ids uuid[], workspace_ids uuid[])",
  "mail_wishes(secret text)",
  "mark(said text)",
  "may_be_released(desk uuid, draft uuid)",
  "mint_by_code(code text, client text, verifier text, redirect text, access text, refresh text)",
  "mint_by_refresh(secret text, client text, wanted text[], access text, refresh text)",
  "note_use(token text)",
  "organiser_mark(desk uuid, entry_uid text)",
  "people_at(addresses text[])",
  "read_refresh(secret text)",
  "record_attempt(token text, desk uuid, verb text, subject text, subject_id uuid, refusal text)",
  "record_refusal(subject text, subject_id uuid, refusal text)",
  "register_program(client text, client_name text, redirects text[])",
  "sees_private()",
  "seq()",
  "step_of(key text, step integer)",
  "sweep_deliveries(secret text)",
  "sweep_keys(secret text)",
  "take_code(code text)",
  "task_of(desk uuid, subject text, subject_id uuid)",
  "tasks_about_entry(desk uuid, entry uuid)",
  "tasks_from(person uuid)",
  "times_left_out(uids text[])",
  "token_kinds()",
  "user_id()",
  "who_holds(token text, desk_slug text)",
  "who_is(token text, desk_slug text)",
  "workspace()",
  "writing_at()",
];

const policies = [
  "account_mailboxes.for_client_and_jobs restrictive",
  "account_mailboxes.own_desk",
  "accounts.own_desk",
  "address_book_cards.by_writers restrictive",
  "address_book_cards.for_client_and_jobs restrictive",
  "address_book_cards.of_people_one_sees restrictive",
  "address_book_cards.own_desk",
  "address_book_turns.for_client_and_jobs restrictive",
  "address_book_turns.own_desk",
  "address_books.for_client_and_jobs restrictive",
  "address_books.own_desk",
  "agent_days.own_desk",
  "agents.own_desk",
  "api_tokens.of_ones_own restrictive",
  "api_tokens.own_desk",
  "approvals.of_tasks_one_sees restrictive",
  "approvals.own_desk",
  "calendar_items.by_writers restrictive",
  "calendar_items.for_client_and_jobs restrictive",
  "calendar_items.own_desk",
  "calendar_places.for_client_and_jobs restrictive",
  "calendar_places.own_desk",
  "calendars.own_desk",
  "circles.own_desk",
  "contacts.of_people_one_sees restrictive",
  "contacts.own_desk",
  "csv_layouts.own_desk",
  "days_off.own_desk",
  "decisions.of_tasks_one_sees restrictive",
  "decisions.own_desk",
  "distinct_people.by_writers restrictive",
  "distinct_people.of_people_one_sees restrictive",
  "distinct_people.own_desk",
  "draft_attachments.of_tasks_one_sees restrictive",
  "draft_attachments.own_desk",
  "draft_comments.of_tasks_one_sees restrictive",
  "draft_comments.own_desk",
  "draft_presence.of_drafts_one_sees restrictive",
  "draft_presence.own_desk",
  "draft_versions.of_tasks_one_sees restrictive",
  "draft_versions.own_desk",
  "drafts.of_tasks_one_sees restrictive",
  "drafts.own_desk",
  "event_checks.of_events_one_sees restrictive",
  "event_checks.own_desk",
  "event_occurrences.by_writers restrictive",
  "event_occurrences.own_desk",
  "event_undos.by_writers restrictive",
  "event_undos.ones_own restrictive",
  "event_undos.own_desk",
  "events.own_desk",
  "fact_sources.of_people_one_sees restrictive",
  "fact_sources.own_desk",
  "feeds.ones_own_or_the_clients restrictive",
  "feeds.own_desk",
  "gestures.of_entries_one_sees restrictive",
  "gestures.of_people_one_sees restrictive",
  "gestures.of_senders_one_sees restrictive",
  "gestures.of_the_tokens_kinds restrictive",
  "gestures.own_desk",
  "import_lines.by_writers restrictive",
  "import_lines.of_imports_one_sees restrictive",
  "import_lines.own_desk",
  "import_rows.of_things_one_sees restrictive",
  "import_rows.own_desk",
  "imports.own_desk",
  "imports.own_or_client restrictive",
  "invitations.own_desk",
  "kept_spans.by_writers restrictive",
  "kept_spans.of_tasks_one_sees restrictive",
  "kept_spans.own_desk",
  "log_entries.of_books_one_sees restrictive",
  "log_entries.of_feeds_one_sees restrictive",
  "log_entries.of_merges_one_sees restrictive",
  "log_entries.of_programs_one_sees restrictive",
  "log_entries.of_senders_one_sees restrictive",
  "log_entries.of_the_tokens_kinds restrictive",
  "log_entries.of_things_one_sees restrictive",
  "log_entries.of_tokens_one_sees restrictive",
  "log_entries.of_webhooks_one_sees restrictive",
  "log_entries.own_desk",
  "member_settings.own_desk",
  "member_settings.own_or_job restrictive",
  "memberships.own_desk",
  "oauth_codes.own_desk",
  "oauth_grants.of_ones_own restrictive",
  "oauth_grants.own_desk",
  "outbox.own_desk",
  "person_dates.of_people_one_sees restrictive",
  "person_dates.own_desk",
  "person_facts.of_people_one_sees restrictive",
  "person_facts.own_desk",
  "person_merges.of_people_one_sees restrictive",
  "person_merges.own_desk",
  "person_pictures.of_people_one_sees restrictive",
  "person_pictures.own_desk",
  "person_relations.of_others_one_sees restrictive",
  "person_relations.of_people_one_sees restrictive",
  "person_relations.own_desk",
  "persons.of_people_one_sees restrictive",
  "persons.own_desk",
  "phrases.own_desk",
  "promises.of_people_one_sees restrictive",
  "promises.own_desk",
  "proof_keys.for_client_and_jobs restrictive",
  "proof_keys.own_desk",
  "proofs.of_tasks_one_sees restrictive",
  "proofs.own_desk",
  "protected_times.own_desk",
  "saved_views.ones_own restrictive",
  "saved_views.own_desk",
  "sendings.of_tasks_one_sees restrictive",
  "sendings.own_desk",
  "sent_notices.own_desk",
  "sent_notices.own_or_job restrictive",
  "tasks.of_entries_one_sees restrictive",
  "tasks.of_people_one_sees restrictive",
  "tasks.of_senders_one_sees restrictive",
  "tasks.of_the_tokens_kinds restrictive",
  "tasks.own_desk",
  "token_uses.of_tokens_one_sees restrictive",
  "token_uses.own_desk",
  "users.colleagues",
  "voice_sheets.own_desk",
  "webhook_deliveries.of_webhooks_one_sees restrictive",
  "webhook_deliveries.own_desk",
  "webhook_turns.of_webhooks_one_sees restrictive",
  "webhook_turns.own_desk",
  "webhooks.ones_own_or_the_clients restrictive",
  "webhooks.own_desk",
  "weekly_notes.own_desk",
  "workspaces.own_desk",
];

let world: World;
beforeAll(async () => {
  world = await openWorld(ownDatabase());
});
afterAll(() => closeWorld(world));

async function list(sql: string): Promise<string[]> {
  return (await world.app.query<{ line: string }>(sql)).rows.map((row) => row.line);
}

test("The app may touch these tables, in these ways, and no other table at all", async () => {
  const may = await list(
    `SELECT c.relname || ': ' || string_agg(p, ' ' ORDER BY p) AS line
     FROM pg_class c, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) AS p
     WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND c.relnamespace IN ('public'::regnamespace, 'fence'::regnamespace)
       AND has_table_privilege(c.oid, p) GROUP BY c.relname ORDER BY 1`,
  );

  expect(may.sort()).toEqual(
    Object.entries(tables)
      .map(([table, rights]) => `${table}: ${rights}`)
      .sort(),
  );
});

test("Where it may change a table, it may change these columns: none that says who did something, or when", async () => {
  const may = await list(
    `SELECT c.relname || ' ' || p || ': ' || string_agg(a.attname, ' ' ORDER BY a.attname) AS line
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped, unnest(ARRAY['INSERT', 'UPDATE']) AS p
     WHERE c.relkind = 'r' AND c.relnamespace IN ('public'::regnamespace, 'fence'::regnamespace)
       AND has_column_privilege(c.oid, a.attnum, p) AND NOT has_table_privilege(c.oid, p) GROUP BY c.relname, p ORDER BY 1`,
  );

  expect(may.sort()).toEqual(Object.entries(columns).map(([what, names]) => `${what}: ${names}`));
});

test("It may call these functions of the fence; the ones that sign, append and found are not among them", async () => {
  const may = await list(
    `SELECT proname || '(' || pg_get_function_identity_arguments(oid) || ')' AS line FROM pg_proc
     WHERE pronamespace = 'fence'::regnamespace AND has_function_privilege(oid, 'EXECUTE')`,
  );

  expect(may.sort()).toEqual(functions);
});

test("Functions that run with the owner's power look nothing up where somebody else could put it", async () => {
  const loose = await list(
    `SELECT proname AS line FROM pg_proc WHERE pronamespace = 'fence'::regnamespace AND prosecdef
       AND NOT coalesce(proconfig @> ARRAY['search_path=pg_catalog, pg_temp'], false)`,
  );
  const open = await list(
    `SELECT proname AS line FROM pg_proc p, aclexplode(coalesce(proacl, acldefault('f', proowner))) AS a
     WHERE pronamespace = 'fence'::regnamespace AND prosecdef AND a.grantee = 0`,
  );

  expect({ loose, open }).toEqual({ loose: [], open: [] });
});

test("These policies stand, and every table of a desk that the app reads has one", async () => {
  const standing = await list(
    `SELECT tablename || '.' || policyname || CASE permissive WHEN 'RESTRICTIVE' THEN ' restrictive' ELSE '' END AS line
     FROM pg_policies WHERE 'firsthand_app' = ANY (roles)`,
  );
  const bare = await list(
    `SELECT relname AS line FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
       AND NOT relrowsecurity AND has_any_column_privilege(oid, 'SELECT, INSERT, UPDATE')`,
  );

  expect(standing.sort()).toEqual(policies);
  expect(bare).toEqual(["_prisma_migrations"]);
});

test("It owns nothing, bypasses nothing, and belongs to its one group", async () => {
  const { rows } = await world.app.query(
    `SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication AS mighty,
       (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) + (SELECT count(*)::int FROM pg_proc WHERE proowner = r.oid) AS owns,
       (SELECT array_agg(g.rolname::text) FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid WHERE m.member = r.oid) AS groups,
       has_database_privilege(current_database(), 'TEMP') AS temp, has_database_privilege(current_database(), 'CREATE') AS makes
     FROM pg_roles r WHERE rolname = current_user`,
  );

  expect(rows[0]).toEqual({ mighty: false, owns: 0, groups: ["firsthand_app"], temp: false, makes: false });
});
