import type { Attack, Scene } from "../../../support/fence/attack";
import { anotherTask, as, asJob, really, type Words, written } from "../../../support/fence/words";
import { count, during } from "../../../support/fence/world";

const elsewhere = "FH008 fence: this belongs to another desk";
const noWords = "FH004 fence: a job writes no words";
const byPerson = "FH004 fence: words are written by a person, into a draft that stands";

/** A version, a comment or an attachment of a draft, as a statement, with more columns than it should have. */
function adding(
  s: Scene,
  w: Words,
  table: keyof typeof parts,
  extra: [column: string, value: string][] = [],
): string {
  const [columns, values] = parts[table];
  const ids = table === "draft_versions" ? ["", ""] : ["id, ", "gen_random_uuid(), "];
  return `INSERT INTO ${table} (${["workspace_id", `${ids[0]}draft_id`, "task_id", columns, ...extra.map(([column]) => column)]})
    VALUES (${[`'${s.desk.id}'`, `${ids[1]}'${w.draft}'`, `'${w.task}'`, values, ...extra.map(([, value]) => value)]})`;
}
const parts = {
  draft_versions: ["no, body", "7, 'Dear Tom'"],
  draft_comments: ["on_no, note", "1, 'Warmer'"],
  draft_attachments: ["name, media_type, bytes", "'b', 'text/plain', '\\x42'"],
} as const;
const tables = Object.keys(parts) as (keyof typeof parts)[];

function fromStrangers(s: Scene, sql: string): Promise<number> {
  return during(s.app, s.stranger.client, s.stranger, async () => count(await s.app.query(sql)));
}

const signature = (table: string) => (table === "draft_versions" ? "written" : "entered");

const saving = (desk: string) =>
  `INSERT INTO phrases (workspace_id, id, language, title, text) VALUES ('${desk}', gen_random_uuid(), 'en', 'Dear', 'Dear Tom')`;

/** Whoever calls their own words a saved phrase takes their mark off them. */
const phrasesNobodySaved = [
  {
    title: "The assistant calls a phrase what nobody saved",
    guard: "a phrase is what was saved",
    who: "assistant",
    on: "none",
  },
  {
    title: "The assistant calls a phrase what another desk saved",
    guard: "a phrase is of its desk",
    who: "assistant",
    on: "another desk",
  },
  {
    title: "The agent puts a phrase of the desk in",
    guard: "an agent puts no phrase in",
    who: "agent",
    on: "this desk",
  },
] as const;

/** Around fence 4 and 9: versions, comments and attachments: whose they are, and that they stay. */
export const writing: Attack[] = [
  ...(["draft_versions", "draft_comments"] as const).map(
    (table): Attack => ({
      title: `A program adds to ${table} with the client's own token`,
      no: "FH004 fence: the client writes in person",
      run: async (s) => as(s, "client", adding(s, await written(s), table), [], { door: "api" }),
    }),
  ),
  {
    title: "A program completes a delegable task with words of its own and the client's own token",
    no: "FH004 fence: the client writes in person",
    run: (s) => {
      const sql = `UPDATE tasks SET state = 'done', closing_words = 'Dear Tom' WHERE id = '${s.loose}'`;
      return as(s, "client", sql, [], { door: "api" });
    },
  },
  ...tables.flatMap((table): Attack[] => [
    {
      title: `A background job adds to ${table}`,
      no: table === "draft_versions" ? byPerson : noWords,
      run: async (s) => asJob(s, adding(s, await written(s), table)),
    },
    {
      title: `The client of one desk adds to ${table} of another`,
      no: elsewhere,
      run: async (s) => fromStrangers(s, adding(s, await written(s), table)),
    },
    {
      title: `The assistant adds to ${table} in the client's name, for another task`,
      no: "nothing",
      guards: [
        `trigger ${table}.a_guard`,
        `line who added to ${table === "draft_versions" ? "versions" : "parts"} is written from proof`,
      ],
      run: async (s) => {
        const [w, by] = [await written(s), signature(table)];
        const claims: [string, string][] = [
          [`${by}_by`, `'${s.desk.client.id}'`],
          [`${by}_role`, "'client'"],
          [`${by}_at`, "'2020-01-01'"],
        ];
        await as(s, "assistant", adding(s, { ...w, task: await anotherTask(s) }, table, claims));
        return really(
          s,
          `SELECT FROM ${table} WHERE draft_id = $1 AND (${by}_by = $2 OR ${by}_role = 'client' OR ${by}_at < '2021-01-01' OR task_id <> $3)`,
          [w.draft, s.desk.client.id, w.task],
        );
      },
    },
  ]),
  ...phrasesNobodySaved.map(
    ({ title, guard, who, on }): Attack => ({
      title,
      no: "nothing",
      guards: [`line ${guard}`],
      run: async (s) => {
        const w = await written(s);
        const saver = on === "another desk" ? s.stranger : s.desk;
        if (on !== "none") await during(s.app, saver.client, saver, () => s.app.query(saving(saver.id)));
        await as(s, who, adding(s, w, "draft_versions", [["phrases", `'[{"text": "Dear Tom"}]'`]]));
        return really(s, "SELECT FROM draft_versions WHERE draft_id = $1 AND phrases <> '[]'", [w.draft]);
      },
    }),
  ),
  {
    title: "The assistant puts an agent's phrase in as nobody's words",
    no: "nothing",
    guards: ["line an agent's phrase is the agent's"],
    run: async (s) => {
      const w = await written(s);
      await as(s, "agent", saving(s.desk.id));
      await as(s, "assistant", adding(s, w, "draft_versions", [["phrases", `'[{"text": "Dear Tom"}]'`]]));
      return really(
        s,
        "SELECT FROM draft_versions WHERE draft_id = $1 AND no = 2 AND phrases #>> '{0,agent}' IS DISTINCT FROM $2",
        [w.draft, s.desk.agent.id],
      );
    },
  },
  {
    title: "The assistant writes a version with a number of their own",
    no: "nothing",
    guards: [
      "trigger draft_versions.a_guard",
      "trigger draft_versions.b_count_version",
      "line a version has the next number",
    ],
    run: async (s) => {
      const w = await written(s);
      await as(s, "assistant", adding(s, w, "draft_versions"));
      return really(
        s,
        "SELECT FROM drafts d WHERE d.id = $1 AND NOT (latest = 2 AND EXISTS (SELECT FROM draft_versions v WHERE v.draft_id = d.id AND v.no = 2))",
        [w.draft],
      );
    },
  },
  ...(["sent", "thrown away"] as const).map(
    (what): Attack => ({
      title: `The client writes into words that are ${what}`,
      no: byPerson,
      run: async (s) => {
        const w = await written(s, { state: what === "sent" ? "sent" : "draft" });
        if (what !== "sent")
          await s.sudo.query("UPDATE drafts SET removed_at = now() WHERE id = $1", [w.draft]);
        return as(s, "client", adding(s, w, "draft_versions"));
      },
    }),
  ),
  ...[
    "UPDATE draft_versions SET body = 'Dear Tom'",
    "UPDATE draft_versions SET written_by = gen_random_uuid()",
    "DELETE FROM draft_versions",
  ].map(
    (sql): Attack => ({
      title: `The client's own session changes what was written: ${sql}`,
      no: "42501 permission denied for table draft_versions",
      run: async (s) => {
        await written(s);
        return as(s, "client", sql);
      },
    }),
  ),
  {
    title: "The assistant writes an old version once more, by a conflict over its number",
    no: "42501 permission denied for table draft_versions",
    guards: ["grant UPDATE (body) ON draft_versions"],
    run: async (s) =>
      as(
        s,
        "assistant",
        `${adding(s, await written(s), "draft_versions")} ON CONFLICT (workspace_id, draft_id, no) DO UPDATE SET body = excluded.body`,
      ),
  },
  {
    title: "The client attaches something to what went out",
    no: "FH004 fence: what went out stays as it was",
    run: async (s) => as(s, "client", adding(s, await written(s, { state: "sent" }), "draft_attachments")),
  },
  {
    title: "The assistant exchanges the bytes of an attachment",
    no: "42501 permission denied for table draft_attachments",
    run: async (s) => {
      await written(s);
      return as(s, "assistant", "UPDATE draft_attachments SET bytes = '\\x43'");
    },
  },
  {
    title: "The assistant says of an attachment that it is another, by its sum",
    no: "nothing",
    guards: ["trigger draft_attachments.b_sum"],
    run: async (s) => {
      const w = await written(s);
      await as(
        s,
        "assistant",
        adding(s, w, "draft_attachments", [
          ["sum", "'A'"],
          ["size", "0"],
        ]),
      );
      return really(
        s,
        "SELECT FROM draft_attachments WHERE draft_id = $1 AND name = 'b' AND (sum = 'A' OR size <> 1)",
        [w.draft],
      );
    },
  },
  {
    title: "The client re-writes a comment of the assistant's",
    no: "FH003 fence: a comment is changed by whoever wrote it",
    run: async (s) => {
      await written(s);
      return as(s, "client", "UPDATE draft_comments SET note = 'Fine'");
    },
  },
  {
    title: "The assistant asks for changes in a comment",
    no: "23514 only_the_client_asks_for_changes",
    run: async (s) =>
      as(
        s,
        "assistant",
        adding(s, await written(s), "draft_comments", [
          ["asks_changes", "true"],
          ["entered_role", "'client'"],
        ]),
      ),
  },
  {
    title: "Even the owner of the tables moves a comment to other words",
    no: elsewhere,
    run: async (s) => {
      const [one, two] = [await written(s), await written(s, { task: await anotherTask(s) })];
      await s.owner.query("BEGIN");
      await s.owner.query("SELECT fence.enter($1, $2, 'screen', 'try', true)", [
        s.desk.assistant.token,
        s.desk.id,
      ]);
      return count(
        await s.owner.query("UPDATE draft_comments SET draft_id = $2 WHERE draft_id = $1", [
          one.draft,
          two.draft,
        ]),
      );
    },
  },
  {
    title: "The assistant says that the client has words open, and types",
    no: "FH008 fence: these settings are somebody else's",
    guards: ["trigger draft_presence.a_guard"],
    run: async (s) =>
      as(s, "assistant", "INSERT INTO draft_presence VALUES ($1, $2, $3, now(), true)", [
        s.desk.id,
        (await written(s)).draft,
        s.desk.client.id,
      ]),
  },
];
