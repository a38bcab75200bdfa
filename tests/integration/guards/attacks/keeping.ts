import type { Attack, Scene } from "../../../support/fence/attack";
import { newProtected } from "../../../support/fence/protected-world";
import { count, during, inTransaction } from "../../../support/fence/world";

const clientGives = "FH003 fence: only the client gives protected time away";
const clientChanges = "FH003 fence: only the client changes this";
const elsewhere = "FH008 fence: this belongs to another desk";
type Who = "client" | "assistant" | "agent" | "job";

function as(who: Who, s: Scene, sql: string, values: unknown[] = []): Promise<number> {
  const work = async () => count(await s.app.query(sql, values));
  if (who !== "job") return during(s.app, s.desk[who], s.desk, work);
  return inTransaction(s.app, async () => {
    await s.app.query("SELECT fence.enter_job($1, $2, 'try')", [s.jobSecret, s.desk.id]);
    return work();
  });
}

/** A scheduled post of the client's, two hours of which are kept, or what the desk wishes. */
async function newPost(s: Scene, fields: object = {}): Promise<string> {
  await as(
    "client",
    s,
    `INSERT INTO tasks (workspace_id, id, kind, title, tag, tag_by, tag_rule, fields)
     VALUES ($1, gen_random_uuid(), 'scheduled-post', 'The lamp is out', 'delegable', 'rule', 'ask', $2)`,
    [s.desk.id, JSON.stringify({ publishAt: "2026-12-03T08:00:00Z", ...fields })],
  );
  const { rows } = await s.sudo.query(
    "SELECT id FROM tasks WHERE workspace_id = $1 AND kind = 'scheduled-post'",
    [s.desk.id],
  );
  return rows[0].id;
}
/** A post for tomorrow, the window after which is still to come. */
const postToCome = (s: Scene) =>
  newPost(s, { publishAt: new Date(Date.now() + 24 * 3_600_000).toISOString() });

/** Another task of the same words, into which the post can be folded; a post with the time after it, past every guard. */
async function newTwin(s: Scene, kind: string, fields: { publishAt?: string } = {}): Promise<string> {
  const { rows } = await s.sudo.query(
    `INSERT INTO tasks (workspace_id, id, kind, title, tag, tag_by, tag_rule, fields, state)
     VALUES ($1, gen_random_uuid(), $2, 'The lamp is out', 'delegable', 'rule', 'ask', $3, 'inbox') RETURNING id`,
    [s.desk.id, kind, JSON.stringify(fields)],
  );
  await s.sudo.query(
    `INSERT INTO kept_spans (workspace_id, task_id, starts_at, ends_at)
     SELECT $1, $2, $3::timestamptz, $3::timestamptz + interval '1 hour' WHERE $3 IS NOT NULL`,
    [s.desk.id, rows[0].id, fields.publishAt ?? null],
  );
  return rows[0].id;
}

/** What leaves a post without its window, in one stroke. */
const losing: [how: string, set: string][] = [
  ["makes the post something else", "kind = 'other'"],
  [
    "makes the post something else that would keep nothing",
    "kind = 'other', fields = fields || '{\"windowMinutes\": 0}'",
  ],
  [
    "takes the hour of the post away",
    "fields = '{}', due_at = now() + interval '2 days', due_all_day = true",
  ],
  ["takes every time of the post away", "fields = '{}', due_at = NULL"],
  ["declines the post", "state = 'declined'"],
];

async function newDayOff(s: Scene): Promise<void> {
  await as(
    "client",
    s,
    "INSERT INTO days_off (workspace_id, id, from_on, to_on) VALUES ($1, gen_random_uuid(), '2026-12-24', '2026-12-26')",
    [s.desk.id],
  );
}
/** The stretches that are kept, as the superuser sees them: "08:00/09:00". */
async function kept(s: Scene): Promise<string[]> {
  const { rows } = await s.sudo.query(
    `SELECT to_char(starts_at AT TIME ZONE 'UTC', 'HH24:MI') || '/' || to_char(ends_at AT TIME ZONE 'UTC', 'HH24:MI') AS span
     FROM kept_spans WHERE workspace_id = $1 ORDER BY starts_at`,
    [s.desk.id],
  );
  return rows.map(({ span }) => span);
}
const differs = async (s: Scene, ...spans: string[]) => Number((await kept(s)).join() !== spans.join());

/** Takes kept time away, or makes some, past the thing that keeps it. */
function spans(title: string, who: Who, of: (s: Scene) => Promise<unknown>, sql: string): Attack {
  return {
    title,
    no: clientGives,
    guards: [
      who === "client" || who === "job"
        ? "line days away and posts keep their own time"
        : "line an assistant keeps nothing, and frees nothing",
    ],
    run: async (s) => {
      const given = await of(s);
      return as(who, s, sql, sql.includes("$1") ? [given ?? s.desk.id] : []);
    },
  };
}
const protect = (s: Scene) => newProtected(s, s.desk);

/** Changes protected hours in some column. */
function hours(title: string, who: Who, set: string): Attack {
  return {
    title,
    no: clientChanges,
    guards: [
      ...(who === "job" ? ["line a job says no hours"] : []),
      ...(set.startsWith("spread_until = 'inf") ? ["line an assistant does not say until when"] : []),
    ],
    run: async (s) => as(who, s, `UPDATE protected_times SET ${set} WHERE id = $1`, [await protect(s)]),
  };
}

/** Leaves kept time behind that should have moved, where a trigger is missing. */
function moves(title: string, guard: string, run: (s: Scene) => Promise<number>): Attack {
  return { title, no: "nothing", guards: [`trigger ${guard}`], run };
}

/** I8: time that the client keeps is given away by the client alone. */
export const keeping: Attack[] = [
  spans("The assistant takes a protected evening away", "assistant", protect, "DELETE FROM kept_spans"),
  spans("The agent takes a day away off the calendar", "agent", newDayOff, "DELETE FROM kept_spans"),
  spans("The assistant takes the window after a post away", "assistant", newPost, "DELETE FROM kept_spans"),
  spans(
    "The client's own session takes a day away out from under its days off",
    "client",
    newDayOff,
    "DELETE FROM kept_spans",
  ),
  spans(
    "A background job takes a day away out from under its days off",
    "job",
    newDayOff,
    "DELETE FROM kept_spans",
  ),
  spans("A background job takes the window after a post away", "job", newPost, "DELETE FROM kept_spans"),
  spans(
    "The assistant keeps an evening that the client does not",
    "assistant",
    protect,
    `INSERT INTO kept_spans (workspace_id, protected_id, starts_at, ends_at)
     SELECT workspace_id, id, now(), now() + interval '1 day' FROM protected_times WHERE id = $1`,
  ),
  spans(
    "A background job keeps a longer window after a post",
    "job",
    newPost,
    "INSERT INTO kept_spans (workspace_id, task_id, starts_at, ends_at) SELECT workspace_id, id, now(), now() + interval '1 day' FROM tasks WHERE id = $1",
  ),
  {
    title: "The assistant moves kept time to yesterday",
    no: "42501 permission denied for table kept_spans",
    guards: ["grant UPDATE ON kept_spans"],
    run: async (s) => {
      await protect(s);
      return as("assistant", s, "UPDATE kept_spans SET starts_at = '2020-01-01', ends_at = '2020-01-02'");
    },
  },
  {
    title: "The assistant empties all kept time at once",
    no: "42501 permission denied for table kept_spans",
    guards: ["grant TRUNCATE ON kept_spans"],
    run: async (s) => {
      await protect(s);
      await as("assistant", s, "TRUNCATE kept_spans");
      return Number((await kept(s)).length === 0);
    },
  },
  {
    title: "The client keeps time on a stranger's desk",
    no: elsewhere,
    run: async (s) => {
      const theirs = await newProtected(s, s.stranger);
      return as(
        "client",
        s,
        "INSERT INTO kept_spans (workspace_id, protected_id, starts_at, ends_at) VALUES ($1, $2, now(), now() + interval '1 hour')",
        [s.stranger.id, theirs],
      );
    },
  },
  {
    title: "The client protects hours on a stranger's desk",
    no: elsewhere,
    run: (s) =>
      as(
        "client",
        s,
        "INSERT INTO protected_times (workspace_id, id, first_on, minutes, zone) VALUES ($1, gen_random_uuid(), '2026-12-04', 60, 'UTC')",
        [s.stranger.id],
      ),
  },
  hours("The assistant gives protected hours free", "assistant", "removed_at = now()"),
  hours("The agent shortens protected hours", "agent", "minutes = 5"),
  hours("The assistant leaves a day out of protected hours", "assistant", "except_on = '{2026-12-11}'"),
  hours("The assistant moves protected hours to another zone", "assistant", "zone = 'Pacific/Apia'"),
  hours(
    "The assistant has protected hours end next week",
    "assistant",
    "rule = 'FREQ=WEEKLY;UNTIL=20261211'",
  ),
  hours(
    "The assistant says that protected hours are written out for ever",
    "assistant",
    "spread_until = 'infinity'",
  ),
  hours("A background job gives protected hours free", "job", "removed_at = now()"),
  hours(
    "A background job calls protected hours something else",
    "job",
    "spread_until = now(), title = 'Nothing'",
  ),
  {
    title: "The assistant protects hours in the client's name",
    no: clientChanges,
    run: (s) =>
      as(
        "assistant",
        s,
        "INSERT INTO protected_times (workspace_id, id, first_on, minutes, zone) VALUES ($1, gen_random_uuid(), '2026-12-04', 60, 'UTC')",
        [s.desk.id],
      ),
  },
  {
    title: "The assistant shortens the window after a post",
    no: clientGives,
    run: async (s) =>
      as("assistant", s, "UPDATE tasks SET fields = fields || '{\"windowMinutes\": 0}' WHERE id = $1", [
        await newPost(s),
      ]),
  },
  {
    title: "The agent shortens a long window after a post to less than the desk wishes",
    no: clientGives,
    run: async (s) =>
      as(
        "agent",
        s,
        "UPDATE tasks SET fields = fields || '{\"windowMinutes\": 59}', due_at = now() WHERE id = $1",
        [await newPost(s, { windowMinutes: 120 })],
      ),
  },
  ...(["assistant", "agent"] as const).flatMap((who) =>
    losing.map(
      ([how, set]): Attack => ({
        title: `The ${who} ${how}, and the time after it is free`,
        no: clientGives,
        guards: set.includes("windowMinutes")
          ? ["line another kind keeps nothing, however long it says"]
          : [],
        run: async (s) => as(who, s, `UPDATE tasks SET ${set} WHERE id = $1`, [await postToCome(s)]),
      }),
    ),
  ),
  {
    title: "The assistant folds a post into what keeps no time",
    no: clientGives,
    guards: ["line a post is folded into what keeps its time"],
    run: async (s) => {
      const post = await postToCome(s);
      return as("assistant", s, "UPDATE tasks SET merged_into_id = $2 WHERE id = $1", [
        post,
        await newTwin(s, "other"),
      ]);
    },
  },
  {
    title: "The assistant folds a post into one of another hour",
    no: clientGives,
    guards: ["line what keeps its time keeps all of it"],
    run: async (s) => {
      const post = await postToCome(s);
      const twin = await newTwin(s, "scheduled-post", {
        publishAt: new Date(Date.now() + 48 * 3_600_000).toISOString(),
      });
      return as("assistant", s, "UPDATE tasks SET merged_into_id = $2 WHERE id = $1", [post, twin]);
    },
  },
  {
    title: "The assistant wishes shorter windows on the desk",
    no: clientChanges,
    run: (s) => as("assistant", s, "UPDATE workspaces SET window_minutes = 0"),
  },
  {
    title: "A stranger sees when the client keeps time",
    no: "nothing",
    guards: ["policy kept_spans.own_desk", "policy protected_times.own_desk"],
    run: async (s) => {
      await protect(s);
      return during(s.app, s.stranger.client, s.stranger, async () =>
        count(await s.app.query("SELECT id FROM kept_spans UNION ALL SELECT id FROM protected_times")),
      );
    },
  },
  {
    title: "The assistant sees the window after a post of somebody private",
    no: "nothing",
    guards: ["policy kept_spans.of_tasks_one_sees"],
    run: async (s) => {
      const post = await newPost(s);
      await s.sudo.query("UPDATE tasks SET is_private = true WHERE id = $1", [post]);
      return as("assistant", s, "SELECT FROM kept_spans");
    },
  },
  {
    title: "Somebody who only looks takes kept time away",
    no: "nothing",
    guards: ["policy kept_spans.by_writers"],
    run: async (s) => {
      await protect(s);
      await s.app.query("BEGIN");
      await s.app.query("SELECT fence.enter($1, $2, 'screen', 'look', false)", [
        s.desk.client.token,
        s.desk.id,
      ]);
      return count(await s.app.query("DELETE FROM kept_spans"));
    },
  },
  moves("Hours that are given free still keep time", "protected_times.c_free", async (s) => {
    await as("client", s, "UPDATE protected_times SET removed_at = now() WHERE id = $1", [await protect(s)]);
    return differs(s);
  }),
  moves("Days off keep no time", "days_off.c_keep", async (s) => {
    await newDayOff(s);
    return differs(s, "00:00/00:00");
  }),
  moves("Days off stay where they were when the client moves", "workspaces.c_move_days_off", async (s) => {
    await newDayOff(s);
    await as("client", s, "UPDATE workspaces SET zone = 'Europe/Berlin'");
    return differs(s, "23:00/23:00");
  }),
  moves("A new post keeps no time", "tasks.c_keep_window_made", async (s) => {
    await newPost(s);
    return differs(s, "08:00/09:00");
  }),
  moves("A post that is moved leaves its window behind", "tasks.c_keep_window", async (s) => {
    const post = await newPost(s);
    await as(
      "assistant",
      s,
      'UPDATE tasks SET fields = \'{"publishAt": "2026-12-03T10:00:00Z"}\' WHERE id = $1',
      [post],
    );
    return differs(s, "10:00/11:00");
  }),
  moves(
    "Windows stay as long as they were when the client wishes otherwise",
    "workspaces.c_keep_windows",
    async (s) => {
      await newPost(s);
      await as("client", s, "UPDATE workspaces SET window_minutes = 30");
      return differs(s, "08:00/08:30");
    },
  ),
  {
    title: "The assistant makes a window vanish by a change of its post in any column but the post itself",
    no: "nothing",
    run: async (s) => {
      const post = await newPost(s);
      const columns = [
        "title = 'x'",
        "note = 'x'",
        "priority = 1",
        "state = 'waiting'",
        "snoozed_until = now() + interval '1 year'",
        "due_at = now() + interval '9 years', due_all_day = true",
        "due_at = NULL",
        'repeat = \'{"rule": "FREQ=DAILY", "from": "calendar"}\'',
        "reply_within_hours = 1",
        "received_at = now()",
        'fields = fields || \'{"windowMinutes": "none"}\'',
        "fields = fields || '{\"windowMinutes\": -1}'",
        "fields = fields || '{\"windowMinutes\": null}'",
        "fields = fields || '{\"windowMinutes\": 1e9}'",
        "tag = 'must-be-you', tag_by = 'hand'",
      ];
      let gone = 0;
      for (const set of columns) {
        await as("assistant", s, `UPDATE tasks SET ${set} WHERE id = $1`, [post]);
        gone += await differs(s, "08:00/09:00");
      }
      return gone;
    },
  },
  ...(["protected_times.z_log_inserted", "protected_times.z_log_updated"] as const).map((guard) =>
    moves(`Protected hours come and go without a word in the history: ${guard}`, guard, async (s) => {
      const sql =
        "INSERT INTO protected_times (workspace_id, id, first_on, minutes, zone) VALUES ($1, gen_random_uuid(), '2026-12-04', 60, 'UTC')";
      await as("client", s, sql, [s.desk.id]);
      await as("client", s, "UPDATE protected_times SET minutes = 30");
      const { rows } = await s.sudo.query(
        "SELECT FROM log_entries WHERE workspace_id = $1 AND subject = 'protected-time'",
        [s.desk.id],
      );
      return 2 - rows.length;
    }),
  ),
];
