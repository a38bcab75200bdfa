import type { Attack, Scene } from "../../../support/fence/attack";
import {
  anotherTask,
  approving as approvalOf,
  approved,
  as,
  asJob,
  set,
  written,
} from "../../../support/fence/words";
import { during } from "../../../support/fence/world";

const onlyClient = "FH004 fence: only the client approves";
const exactlyThis = "FH004 fence: only the client approves, and exactly this";
const notShown = "FH004 fence: this is not what was shown";
const nothingHere = "FH005 fence: there is nothing here to approve";
const inPerson = "23514 approved_by_the_client";
const elsewhere = "FH008 fence: this belongs to another desk";
const columns = "42501 permission denied for table approvals";

/** Around fence 4 and 5: who approves, and what an approval is of. */
export const approving: Attack[] = [
  ...(["assistant", "agent"] as const).flatMap((who): Attack[] => [
    {
      title: `The ${who} approves`,
      no: onlyClient,
      run: async (s) => as(s, who, approvalOf(s, await written(s))),
    },
    {
      title: `The ${who} approves by a conflict`,
      no: onlyClient,
      run: async (s) =>
        as(s, who, `${approvalOf(s, await approved(s))} ON CONFLICT (workspace_id, id) DO NOTHING`),
    },
    {
      title: `The ${who} sets words to approved`,
      no: exactlyThis,
      run: async (s) => as(s, who, set(await written(s), "approved")),
    },
  ]),
  {
    title: "The assistant approves and signs as the client",
    no: onlyClient,
    run: async (s) => {
      const w = await written(s);
      return as(
        s,
        "assistant",
        `INSERT INTO approvals (workspace_id, id, draft_id, task_id, no, seal, approved_by, approved_role, door, approved_at)
         VALUES ($1, $2, $3, $4, 1, fence.draft_seal($1, $3), $5, 'client', 'screen', now())`,
        [s.desk.id, w.approval, w.draft, w.task, s.desk.client.id],
      );
    },
  },
  {
    title: "The assistant approves with MERGE",
    no: onlyClient,
    run: async (s) => {
      const w = await written(s);
      return as(
        s,
        "assistant",
        `MERGE INTO approvals p USING (SELECT $1::uuid AS desk, $2::uuid AS draft, $3::uuid AS task) AS x ON p.draft_id = x.draft
         WHEN NOT MATCHED THEN INSERT (workspace_id, id, draft_id, task_id, no, seal)
           VALUES (x.desk, gen_random_uuid(), x.draft, x.task, 1, fence.draft_seal(x.desk, x.draft))`,
        [s.desk.id, w.draft, w.task],
      );
    },
  },
  {
    title: "The assistant pours approvals in with COPY",
    no: "0A000 COPY FROM not supported with row-level security",
    run: (s) =>
      as(s, "assistant", "COPY approvals (workspace_id, id, draft_id, task_id, no, seal) FROM STDIN"),
  },
  {
    title: "A background job approves",
    no: onlyClient,
    run: async (s) => asJob(s, approvalOf(s, await written(s))),
  },
  {
    title: "A background job sets words to approved",
    no: "FH004 fence: a job writes no words",
    run: async (s) => asJob(s, set(await written(s), "approved")),
  },
  ...["api", "import"].map(
    (door): Attack => ({
      title: `The client's own session approves through the door ${door}`,
      no: inPerson,
      run: async (s) => as(s, "client", approvalOf(s, await written(s)), [], { door }),
    }),
  ),
  {
    title: "The client of one desk approves on another",
    no: elsewhere,
    run: async (s) => {
      const w = await written(s);
      return during(s.app, s.stranger.client, s.stranger, async () => {
        return (await s.app.query(approvalOf(s, w))).rowCount ?? 0;
      });
    },
  },
  {
    title: "The client approves with a seal of what was there before",
    no: notShown,
    run: async (s) => {
      const w = await written(s);
      return during(s.app, s.desk.client, s.desk, async () => {
        const { rows } = await s.app.query("SELECT fence.draft_seal($1, $2) AS seal", [s.desk.id, w.draft]);
        await s.sudo.query("UPDATE drafts SET subject = 'Sunday' WHERE id = $1", [w.draft]);
        await s.app.query(
          "INSERT INTO approvals (workspace_id, id, draft_id, task_id, no, seal) VALUES ($1, $2, $3, $4, 1, $5)",
          [s.desk.id, w.approval, w.draft, w.task, rows[0].seal],
        );
        return 1;
      });
    },
  },
  {
    title: "The client approves with the seal of another draft of the very same words",
    no: notShown,
    run: async (s) => {
      const w = await written(s);
      const other = await written(s, { task: await anotherTask(s) });
      const sql = approvalOf(s, w).replace(
        `draft_seal('${s.desk.id}', '${w.draft}')`,
        `draft_seal('${s.desk.id}', '${other.draft}')`,
      );
      return as(s, "client", sql);
    },
  },
  ...(["expired", "approved", "sent", "released"] as const).map(
    (state): Attack => ({
      title: `The client approves words that are ${state}`,
      no: nothingHere,
      run: async (s) => as(s, "client", approvalOf(s, await written(s, { state }))),
    }),
  ),
  {
    title: "The client approves words that are too late, before a job has said so",
    no: nothingHere,
    run: async (s) => as(s, "client", approvalOf(s, await written(s, { neededBy: "2020-01-01" }))),
  },
  ...["state = 'withdrawn'", "merged_into_id = id", "state = 'done'"].map(
    (what): Attack => ({
      title: `The client approves words of a task whose ${what.replace(" =", " is")}`,
      no: nothingHere,
      run: async (s) => {
        const w = await written(s);
        await s.sudo.query(
          `UPDATE tasks SET ${what.replace("= id", `= '${s.loose}'`)}${what.includes("done") ? ", closed_at = now(), closed_by = created_by, closed_role = 'client', closed_door = 'screen'" : ""} WHERE id = $1`,
          [w.task],
        );
        return as(s, "client", approvalOf(s, w));
      },
    }),
  ),
  {
    title: "The client approves words that were thrown away",
    no: nothingHere,
    run: async (s) => {
      const w = await written(s);
      await s.sudo.query("UPDATE drafts SET removed_at = now() WHERE id = $1", [w.draft]);
      return as(s, "client", approvalOf(s, w));
    },
  },
  {
    title: "Two approvals stand for one draft",
    no: "23505 approvals_one_standing",
    run: async (s) => {
      const w = await written(s);
      return during(s.app, s.desk.client, s.desk, async () => {
        await s.app.query(approvalOf(s, w));
        return (await s.app.query(approvalOf(s, { ...w, approval: w.sending }))).rowCount ?? 0;
      });
    },
  },
  ...[
    ["un-voids an approval", "voided_at = NULL"],
    ["voids one by hand, and leaves the words waiting", "voided_at = now()"],
    ["moves one to another draft", "draft_id = gen_random_uuid()"],
    ["writes another seal into one", "seal = '\\x00'"],
    ["signs one as somebody else", "approved_by = gen_random_uuid()"],
  ].map(
    ([what, sql = ""]): Attack => ({
      title: `The client's own session ${what}`,
      no: columns,
      run: async (s) => {
        await approved(s);
        return as(s, "client", `UPDATE approvals SET ${sql}`);
      },
    }),
  ),
  {
    title: "Even the owner of the tables un-voids an approval",
    no: "FH004 fence: an approval is voided once, and before the words leave",
    run: async (s) => {
      const w = await approved(s);
      await as(s, "client", set(w, "submitted"));
      return asOwner(s, "UPDATE approvals SET voided_at = NULL, void_why = NULL WHERE id = $1", [w.approval]);
    },
  },
  {
    title: "Even the owner of the tables moves an approval to another seal",
    no: elsewhere,
    run: async (s) =>
      asOwner(s, "UPDATE approvals SET seal = '\\x00' WHERE id = $1", [(await approved(s)).approval]),
  },
];

async function asOwner(s: Scene, sql: string, values: unknown[]): Promise<number> {
  await s.owner.query("BEGIN");
  await s.owner.query("SELECT fence.enter($1, $2, 'screen', 'try', true)", [s.desk.client.token, s.desk.id]);
  return (await s.owner.query(sql, values)).rowCount ?? 0;
}
