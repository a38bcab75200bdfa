import { randomUUID } from "node:crypto";
import type { Attack, Scene } from "../../../support/fence/attack";
import { as, asJob, really } from "../../../support/fence/words";
import { count, during } from "../../../support/fence/world";

const onlyClient = "FH005 fence: only the client answers";
const stays = "FH008 fence: a question stays as it was asked";
const noJob = "FH005 fence: a job asks and answers nothing";
const notOffered = "23514 answer_was_offered";

/** A question of the assistant's about the strict task; with no choices it is yes or no. */
async function asked(s: Scene, choices: string[] = []): Promise<string> {
  const id = randomUUID();
  await s.sudo.query(
    `INSERT INTO decisions (workspace_id, id, task_id, question, choices, asked_by, asked_role, asked_at)
     VALUES ($1, $2, $3, 'Shall I book it?', $4, $5, 'assistant', now())`,
    [s.desk.id, id, s.strict, choices, s.desk.assistant.id],
  );
  return id;
}

function asking(s: Scene): string {
  return `INSERT INTO decisions (workspace_id, id, task_id, question) VALUES ('${s.desk.id}', gen_random_uuid(), '${s.strict}', 'Now?')`;
}

/** Around fence 5: only the client answers what the client is asked. */
export const deciding: Attack[] = [
  ...(["assistant", "agent"] as const).flatMap((who): Attack[] => [
    {
      title: `The ${who} answers what the client is asked`,
      no: onlyClient,
      run: async (s) => as(s, who, `UPDATE decisions SET answer = 'yes' WHERE id = '${await asked(s)}'`),
    },
    {
      title: `The ${who} writes a note beside the client's answer`,
      no: onlyClient,
      run: async (s) =>
        as(s, who, `UPDATE decisions SET answer_note = 'Gladly' WHERE id = '${await asked(s)}'`),
    },
    {
      title: `The ${who} takes the client's answer away`,
      no: onlyClient,
      run: async (s) => {
        const id = await asked(s);
        await as(s, "client", "UPDATE decisions SET answer = 'no' WHERE id = $1", [id]);
        return as(s, who, "UPDATE decisions SET answer = NULL WHERE id = $1", [id]);
      },
    },
    {
      title: `The ${who} asks a question that is answered already`,
      no: "nothing",
      guards: ["trigger decisions.a_guard", "line a question begins without an answer"],
      run: async (s) => {
        await as(
          s,
          who,
          `INSERT INTO decisions (workspace_id, id, task_id, question, asked_by, asked_role, asked_at, answer, answered_at, answered_by, answered_role, answered_door)
           VALUES ($1, gen_random_uuid(), $2, 'Now?', $3, 'client', now(), 'yes', now(), $3, 'client', 'screen')`,
          [s.desk.id, s.strict, s.desk.client.id],
        );
        return really(
          s,
          "SELECT FROM decisions WHERE workspace_id = $1 AND (answer IS NOT NULL OR answered_by IS NOT NULL OR asked_by = $2)",
          [s.desk.id, s.desk.client.id],
        );
      },
    },
  ]),
  {
    title: "The assistant answers by a conflict",
    no: onlyClient,
    run: async (s) =>
      as(
        s,
        "assistant",
        `${asking(s).replace("gen_random_uuid()", `'${await asked(s)}'`)} ON CONFLICT (workspace_id, id) DO UPDATE SET answer = 'yes'`,
      ),
  },
  {
    title: "The assistant answers with MERGE",
    no: onlyClient,
    run: async (s) =>
      as(
        s,
        "assistant",
        `MERGE INTO decisions d USING (SELECT '${await asked(s)}'::uuid AS id) x ON d.id = x.id WHEN MATCHED THEN UPDATE SET answer = 'yes'`,
      ),
  },
  ...["api", "import"].map(
    (door): Attack => ({
      title: `The client's own session answers through the door ${door}`,
      no: door === "api" ? onlyClient : "23514 answered_by_the_client",
      run: async (s) =>
        as(s, "client", `UPDATE decisions SET answer = 'yes' WHERE id = '${await asked(s)}'`, [], { door }),
    }),
  ),
  ...["api", "import"].map(
    (door): Attack => ({
      title: `The client's own session takes an answer back through the door ${door}`,
      no: door === "api" ? onlyClient : "FH005 fence: an answer is taken back in person",
      run: async (s) => {
        const id = await asked(s);
        await as(s, "client", "UPDATE decisions SET answer = 'yes' WHERE id = $1", [id]);
        return as(s, "client", "UPDATE decisions SET answer = NULL WHERE id = $1", [id], { door });
      },
    }),
  ),
  {
    title: "A background job answers",
    no: noJob,
    run: async (s) => asJob(s, `UPDATE decisions SET answer = 'yes' WHERE id = '${await asked(s)}'`),
  },
  { title: "A background job asks", no: noJob, run: (s) => asJob(s, asking(s)) },
  ...(
    [
      ["perhaps", []],
      ["1", []],
      ["", []],
      ["yes", ["Rome", "Paris"]],
      ["3", ["Rome", "Paris"]],
      ["0", ["Rome", "Paris"]],
      ["01", ["Rome", "Paris"]],
    ] as [string, string[]][]
  ).map(
    ([answer, choices]): Attack => ({
      title: `The client answers "${answer}", which was not offered among ${choices.length || "yes and no"}`,
      no: notOffered,
      run: async (s) =>
        as(s, "client", "UPDATE decisions SET answer = $2 WHERE id = $1", [await asked(s, choices), answer]),
    }),
  ),
  {
    title: "The client answers what was taken back",
    no: "FH005 fence: this question was taken back",
    run: async (s) => {
      const id = await asked(s);
      await s.sudo.query("UPDATE decisions SET withdrawn_at = now() WHERE id = $1", [id]);
      return as(s, "client", "UPDATE decisions SET answer = 'yes' WHERE id = $1", [id]);
    },
  },
  {
    title: "The assistant takes back a question that the client has answered",
    no: "23514 answer_is_whole_or_absent",
    run: async (s) => {
      const id = await asked(s);
      await as(s, "client", "UPDATE decisions SET answer = 'yes' WHERE id = $1", [id]);
      return as(s, "assistant", "UPDATE decisions SET withdrawn_at = now() WHERE id = $1", [id]);
    },
  },
  {
    title: "Two questions about one task are open",
    no: "23505 decisions_one_open",
    run: async (s) => {
      await asked(s);
      return as(s, "assistant", asking(s));
    },
  },
  ...[
    "question = 'Shall I not?'",
    "choices = '{A,B}'",
    "asked_by = gen_random_uuid()",
    "answered_by = gen_random_uuid()",
    "answered_at = now()",
  ].map(
    (sql): Attack => ({
      title: `The client's own session changes a question after it was asked: ${sql}`,
      no: "42501 permission denied for table decisions",
      run: async (s) => {
        await asked(s);
        return as(s, "client", `UPDATE decisions SET ${sql}`);
      },
    }),
  ),
  ...["question = 'Shall I not?'", "choices = '{A,B}'", "task_id = gen_random_uuid()"].map(
    (sql): Attack => ({
      title: `Even the owner of the tables changes a question after it was asked: ${sql}`,
      no: stays,
      run: async (s) => {
        const id = await asked(s);
        await s.owner.query("BEGIN");
        await s.owner.query("SELECT fence.enter($1, $2, 'screen', 'try', true)", [
          s.desk.client.token,
          s.desk.id,
        ]);
        return count(await s.owner.query(`UPDATE decisions SET ${sql} WHERE id = $1`, [id]));
      },
    }),
  ),
  {
    title: "The client of one desk asks on another",
    no: stays,
    run: (s) => during(s.app, s.stranger.client, s.stranger, async () => count(await s.app.query(asking(s)))),
  },
  {
    title: "An answer does not say who gave it, as what, and through which door",
    no: "nothing",
    guards: ["line who answered is written from proof"],
    run: async (s) => {
      const id = await asked(s);
      try {
        await as(s, "client", "UPDATE decisions SET answer = 'yes' WHERE id = $1", [id], { door: "mail" });
      } catch {
        return 1;
      }
      return really(
        s,
        "SELECT FROM decisions WHERE id = $1 AND (answered_by, answered_role, answered_door) IS DISTINCT FROM ($2::uuid, 'client', 'mail')",
        [id, s.desk.client.id],
      );
    },
  },
];
