// Desks full of tasks, written by the superuser past every trigger: the bench measures reading and completing, not seeding.

import { createHash, randomUUID } from "node:crypto";
import pg from "pg";

const TASKS_PER_DESK = 1000;

/** Makes desks of 1,000 tasks each (400 open, the others done) until there are `tasks`. Returns every desk with its client's secret. */
export async function fillWorld(superuserUrl, tasks) {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  const have = Number(
    (await client.query("SELECT count(*) FROM workspaces WHERE slug LIKE 'bench-%'")).rows[0].count,
  );
  const wanted = Math.max(1, Math.round(tasks / TASKS_PER_DESK));
  await client.query("SET session_replication_role = replica");
  for (let n = have; n < wanted; n += 1) await makeDesk(client, n);
  await client.query("ANALYZE");
  const { rows } = await client.query(
    "SELECT id, slug FROM workspaces WHERE slug LIKE 'bench-%' ORDER BY slug",
  );
  await client.end();
  return rows.map((row) => ({ id: row.id, slug: row.slug, token: secretOf(row.slug) }));
}

/** One more session for a desk's client; the live path allows a session only so many windows. */
export async function makeSessions(superuserUrl, slug, count) {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  const tokens = Array.from({ length: count }, () => randomUUID());
  await client.query(
    `INSERT INTO sessions (id, token_hash, user_id, expires_at)
     SELECT gen_random_uuid(), sha256(convert_to(t, 'UTF8')), m.user_id, now() + interval '1 day'
     FROM unnest($1::text[]) t, memberships m JOIN workspaces w ON w.id = m.workspace_id WHERE w.slug = $2`,
    [tokens, slug],
  );
  await client.end();
  return tokens;
}

/** Ids of open tasks of a desk, each still at the version it is completed under. */
export async function listOpen(superuserUrl, deskIds, each) {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  const { rows } = await client.query(
    `SELECT w.slug, t.id, t.version FROM unnest($1::uuid[]) d (id) JOIN workspaces w ON w.id = d.id,
       LATERAL (SELECT id, version FROM tasks WHERE workspace_id = d.id AND state = 'assistant' LIMIT $2) t`,
    [deskIds, each],
  );
  await client.end();
  return rows;
}

function secretOf(slug) {
  return createHash("sha256").update(`bench ${slug}`).digest("hex");
}

async function makeDesk(client, n) {
  const slug = `bench-${String(n).padStart(5, "0")}`;
  const desk = randomUUID();
  const user = randomUUID();
  await client.query("BEGIN");
  await client.query("INSERT INTO users (id, name, email) VALUES ($1, 'Mira Holt', $2)", [
    user,
    `${slug}@bench.invalid`,
  ]);
  await client.query(
    "INSERT INTO sessions (id, token_hash, user_id, expires_at) VALUES ($1, sha256(convert_to($2, 'UTF8')), $3, now() + interval '30 days')",
    [randomUUID(), secretOf(slug), user],
  );
  await client.query("INSERT INTO workspaces (id, slug, name) VALUES ($1, $2, 'Bench')", [desk, slug]);
  await client.query("INSERT INTO log_heads (workspace_id) VALUES ($1)", [desk]);
  await client.query("INSERT INTO memberships (workspace_id, user_id, role) VALUES ($1, $2, 'client')", [
    desk,
    user,
  ]);
  await client.query("SELECT fence.start_circles($1)", [desk]);
  await client.query(
    `INSERT INTO persons (workspace_id, id, name, sort_name, circle, circles)
     SELECT $1, gen_random_uuid(), 'Friend number ' || g, 'friend ' || g, 'friends', ARRAY['friends'] FROM generate_series(1, 50) g`,
    [desk],
  );
  await client.query(
    `INSERT INTO tasks (workspace_id, id, kind, title, note, state, tag, tag_by, tag_rule, person_id, due_at, sort_at, created_by, created_role,
       closed_at, closed_by, closed_role, closed_door, search_text)
     SELECT $1, gen_random_uuid(), (ARRAY['personal-reply','birthday','event-invite','meeting-check','follow-request'])[1 + g % 5],
       'Something to do for a friend, number ' || g, 'A note of a few words about what it is.',
       CASE WHEN g > 400 THEN 'done' ELSE (ARRAY['inbox','assistant','client','scheduled','waiting'])[1 + g % 5] END,
       CASE WHEN g % 5 = 0 THEN 'must-be-you' ELSE 'delegable' END, 'rule', 'mechanics', p.id, now() + make_interval(hours => g), now() + make_interval(hours => g),
       $2, 'client', CASE WHEN g > 400 THEN now() - make_interval(hours => g) END, CASE WHEN g > 400 THEN $2::uuid END,
       CASE WHEN g > 400 THEN 'client' END, CASE WHEN g > 400 THEN 'screen' END, 'something to do for a friend, number ' || g
     FROM generate_series(1, ${TASKS_PER_DESK}) g
     LEFT JOIN (SELECT id, row_number() OVER () AS n FROM persons WHERE workspace_id = $1) p ON p.n = 1 + g % 50`,
    [desk, user],
  );
  await client.query("COMMIT");
}
