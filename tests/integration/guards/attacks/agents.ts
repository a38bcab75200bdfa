import { randomUUID } from "node:crypto";
import type { Attack, Scene } from "../../../support/fence/attack";
import { newDraft } from "../../../support/fence/draft-world";
import { newOwnEvent } from "../../../support/fence/event-world";
import { newSending } from "../../../support/fence/sending-world";
import { newDraftAgent, newToken } from "../../../support/fence/token-world";
import { count, during, enter, inTransaction, newTask, type Someone } from "../../../support/fence/world";

const clientsWord = "FH003 fence: only the client says what an agent may";
const preparesOnly = "FH010 fence: this agent prepares, and finishes nothing";

type Who = "client" | "assistant" | "agent";

/** What somebody does about Quill, whom Ana answers for. */
function aboutQuill(title: string, no: string, who: Who, set: string, before?: string): Attack {
  return {
    title,
    no,
    run: async (s) => {
      const quill = await newDraftAgent(s, s.desk);
      if (before) await s.sudo.query(`UPDATE agents SET ${said(s, before)} WHERE user_id = $1`, [quill.id]);
      return change(s, s.desk[who], quill, set);
    },
  };
}

function said(s: Scene, set: string): string {
  return set.replaceAll(/:(client|assistant|agent|removed)/g, (_, who: Who) => `'${s.desk[who].id}'`);
}

function change(s: Scene, who: Someone, quill: Someone, set: string, how = {}): Promise<number> {
  return during(
    s.app,
    who,
    s.desk,
    async () => count(await s.app.query(`UPDATE agents SET ${said(s, set)} WHERE user_id = $1`, [quill.id])),
    how,
  );
}

/** How far in an agent comes: 1 when a door opened, 0 when it is told to rest. */
async function comesIn(s: Scene, who: Someone, write = true): Promise<number> {
  return inTransaction(s.app, async () => {
    await enter(s.app, who, s.desk, { door: "api", write });
    return count(await s.app.query("SELECT FROM tasks WHERE workspace_id = $1", [s.desk.id]));
  });
}

/** What an agent that only prepares does with a token of its own. */
function byQuill(
  title: string,
  trigger: string,
  work: (s: Scene) => Promise<[sql: string, values: unknown[]]>,
  name = "a_draft_only",
): Attack {
  return {
    title: `An agent that only prepares ${title}`,
    no: preparesOnly,
    guards: [`trigger ${trigger}.${name}`],
    run: async (s) => {
      const quill = await newToken(s, s.desk, await newDraftAgent(s, s.desk), { madeBy: s.desk.assistant });
      const [sql, values] = await work(s);
      return during(s.app, quill, s.desk, async () => count(await s.app.query(sql, values)), { door: "api" });
    },
  };
}

/** An agent that rests, for a reason. */
function rests(
  title: string,
  line: string,
  set: (s: Scene, quill: Someone) => Promise<unknown>,
  write = true,
): Attack {
  return {
    title,
    no: "nothing",
    guards: [`line ${line}`],
    run: async (s) => {
      const quill = await newDraftAgent(s, s.desk);
      const who = await newToken(s, s.desk, quill, { madeBy: s.desk.assistant });
      await set(s, quill);
      return comesIn(s, who, write);
    },
  };
}

/** A row of agents that says what it must not, with none of the triggers firing. Nothing is kept. */
function row(title: string, no: string, set: string): Attack {
  return {
    title: `A broken trigger lets ${title}`,
    no,
    run: async (s) => {
      const quill = await newDraftAgent(s, s.desk);
      await s.owner.query("BEGIN; ALTER TABLE agents DISABLE TRIGGER USER");
      try {
        const text = said(s, set).replaceAll(":stranger", `'${s.stranger.client.id}'`);
        return count(await s.owner.query(`UPDATE agents SET ${text} WHERE user_id = $1`, [quill.id]));
      } finally {
        await s.owner.query("ROLLBACK");
      }
    },
  };
}

function add(who: Who, owner: (s: Scene) => string, how = {}, by?: (s: Scene) => Promise<Someone>) {
  return async (s: Scene) =>
    during(
      s.app,
      by ? await by(s) : s.desk[who],
      s.desk,
      async () =>
        count(
          await s.app.query("SELECT fence.add_agent($1, 'Nib', $2, true, 5000)", [randomUUID(), owner(s)]),
        ),
      how,
    );
}

/** Fence 10: agents, whose word they work by, and what stops them. */
export const agents: Attack[] = [
  {
    title: "The assistant adds an agent",
    no: clientsWord,
    run: add("assistant", (s) => s.desk.assistant.id),
  },
  {
    title: "An agent adds another one",
    no: clientsWord,
    run: add("agent", (s) => s.desk.assistant.id),
  },
  {
    title: "The client's own token adds an agent",
    no: clientsWord,
    run: add(
      "client",
      (s) => s.desk.client.id,
      { door: "api" },
      (s) => newToken(s, s.desk, s.desk.client),
    ),
  },
  {
    title: "An agent is added that another agent answers for",
    no: "FH010 fence: a person answers for an agent",
    run: add("client", (s) => s.desk.agent.id),
  },
  {
    title: "An agent is added that somebody who left answers for",
    no: "FH010 fence: a person answers for an agent",
    run: add("client", (s) => s.desk.removed.id),
  },
  aboutQuill("The assistant lets their agent finish things", clientsWord, "assistant", "may_finish = true"),
  aboutQuill("The assistant raises their agent's limit", clientsWord, "assistant", "daily_limit = 5000"),
  aboutQuill(
    "The assistant gives their agent to somebody else",
    clientsWord,
    "assistant",
    "owner_id = :client",
  ),
  aboutQuill(
    "The assistant wakes an agent that the client has paused",
    clientsWord,
    "assistant",
    "paused_at = NULL",
    "paused_at = now(), paused_by = :client",
  ),
  aboutQuill("An agent pauses another one", clientsWord, "agent", "paused_at = now()"),
  aboutQuill(
    "The client gives an agent to another agent",
    "FH010 fence: a person answers for an agent",
    "client",
    "owner_id = :agent",
  ),
  {
    title: "The client's own token lets an agent finish things",
    no: clientsWord,
    run: async (s) =>
      change(
        s,
        await newToken(s, s.desk, s.desk.client),
        await newDraftAgent(s, s.desk),
        "may_finish = true",
        {
          door: "api",
        },
      ),
  },
  {
    title: "The client puts an agent on a stranger's desk",
    no: "FH008 fence: this belongs to another desk",
    run: async (s) => {
      const quill = await newDraftAgent(s, s.desk);
      await s.sudo.query("GRANT UPDATE (workspace_id) ON agents TO firsthand_app");
      try {
        return await moves(s, quill);
      } finally {
        await s.sudo.query("REVOKE UPDATE (workspace_id) ON agents FROM firsthand_app");
      }
    },
  },
  {
    title: "The client sees a stranger's agent",
    no: "nothing",
    guards: ["policy agents.own_desk"],
    run: (s) =>
      during(s.app, s.desk.client, s.desk, async () =>
        count(await s.app.query("SELECT FROM agents WHERE workspace_id = $1", [s.stranger.id])),
      ),
  },
  {
    title: "The client sees how much a stranger's agent did",
    no: "nothing",
    guards: ["policy agent_days.own_desk"],
    run: async (s) => {
      await comesIn({ ...s, desk: s.stranger }, await newToken(s, s.stranger, s.stranger.agent));
      return during(s.app, s.desk.client, s.desk, async () =>
        count(await s.app.query("SELECT FROM agent_days WHERE workspace_id = $1", [s.stranger.id])),
      );
    },
  },
  {
    title: "Who paused an agent is whoever the statement says",
    no: "42501 permission denied for table agents",
    guards: ["grant UPDATE (paused_by) ON agents"],
    run: async (s) =>
      change(s, s.desk.assistant, await newDraftAgent(s, s.desk), "paused_at = now(), paused_by = :client"),
  },
  {
    title: "An agent that was paused by the client becomes one that its owner has paused",
    no: "nothing",
    guards: ["line who paused an agent stays so"],
    run: async (s) => {
      const quill = await newDraftAgent(s, s.desk);
      await change(s, s.desk.assistant, quill, "paused_at = now()");
      await change(s, s.desk.client, quill, "paused_at = now()");
      const { rows } = await s.sudo.query("SELECT FROM agents WHERE user_id = $1 AND paused_by = $2", [
        quill.id,
        s.desk.client.id,
      ]);
      return rows.length;
    },
  },
  {
    title: "The app writes down less than an agent did",
    no: "42501 permission denied for table agent_days",
    guards: ["grant UPDATE (changes) ON agent_days"],
    run: (s) =>
      during(s.app, s.desk.client, s.desk, async () => {
        await s.app.query("UPDATE agent_days SET changes = 0");
        return 1;
      }),
  },
  ...["added", "changed"].map(
    (how): Attack => ({
      title: `An agent is ${how} and nothing is written down`,
      no: "nothing",
      guards: [`trigger agents.z_log_${how === "added" ? "inserted" : "updated"}`],
      run: async (s) => {
        if (how === "added") await add("client", (one) => one.desk.client.id)(s);
        else await change(s, s.desk.client, await newDraftAgent(s, s.desk), "daily_limit = 7");
        const { rows } = await s.sudo.query(
          "SELECT count(*)::int AS n FROM log_entries WHERE workspace_id = $1 AND subject = 'agent'",
          [s.desk.id],
        );
        return Number(rows[0].n !== 1);
      },
    }),
  ),
  byQuill("completes what is delegable", "tasks", async (s) => [
    "UPDATE tasks SET state = 'done' WHERE id = $1",
    [s.loose],
  ]),
  byQuill("declines what is delegable", "tasks", async (s) => [
    "UPDATE tasks SET state = 'declined' WHERE id = $1",
    [s.loose],
  ]),
  byQuill("opens again what is done", "tasks", async (s) => [
    "UPDATE tasks SET state = 'assistant' WHERE id = $1",
    [await newTask(s, s.desk, { state: "done", tag: "delegable" })],
  ]),
  byQuill("lets words go", "sendings", async (s) => [
    "INSERT INTO sendings (workspace_id, id, draft_id, message_id) VALUES ($1, gen_random_uuid(), gen_random_uuid(), 'x')",
    [s.desk.id],
  ]),
  byQuill("says that words went out elsewhere", "drafts", async (s) => {
    const draft = { task: { tag: "delegable" }, way: "elsewhere", state: "approved" } as const;
    return ["UPDATE drafts SET state = 'sent' WHERE id = $1", [(await newDraft(s, s.desk, draft)).id]];
  }),
  byQuill(
    "has words carried again that failed to leave",
    "sendings",
    async (s) => {
      const lent = { task: { tag: "delegable" }, voice: "company", hasLeave: true } as const;
      const { id } = await newSending(s, s.desk, { ...lent, state: "released", onItsWay: "failed" });
      return ["UPDATE sendings SET state = 'held' WHERE id = $1", [id]];
    },
    "a_draft_only_again",
  ),
  byQuill("records that a meeting was checked", "event_checks", async (s) => [
    `INSERT INTO event_checks (workspace_id, id, event_id, starts_at) VALUES ($1, gen_random_uuid(), $2, now())`,
    [s.desk.id, await newOwnEvent(s, s.desk, "Lunch", false)],
  ]),
  rests(
    "A paused agent looks at the desk",
    "a paused agent rests",
    (s, quill) =>
      s.sudo.query("UPDATE agents SET paused_at = now(), paused_by = owner_id WHERE user_id = $1", [
        quill.id,
      ]),
    false,
  ),
  rests("An agent goes on although today's changes are used up", "a spent agent rests", (s, quill) =>
    s.sudo.query(
      `WITH most AS (UPDATE agents SET daily_limit = 3 WHERE user_id = $1)
       INSERT INTO agent_days SELECT w.id, $1, (now() AT TIME ZONE w.zone)::date, 3 FROM workspaces w WHERE w.id = $2`,
      [quill.id, s.desk.id],
    ),
  ),
  rests(
    "An agent goes on although nobody answers for it any more",
    "an agent has an owner",
    (s) => s.sudo.query("UPDATE memberships SET ended_at = now() WHERE user_id = $1", [s.desk.assistant.id]),
    false,
  ),
  {
    title: "An agent's changes are not counted",
    no: "nothing",
    guards: ["line an agent's changes are counted"],
    run: async (s) => {
      const quill = await newDraftAgent(s, s.desk);
      const who = await newToken(s, s.desk, quill, { madeBy: s.desk.assistant });
      await comesIn(s, who);
      await comesIn(s, who);
      const { rows } = await s.sudo.query("SELECT FROM agent_days WHERE user_id = $1 AND changes = 2", [
        quill.id,
      ]);
      return 1 - rows.length;
    },
  },
  row("an agent be paused by nobody", "23514 pausing_is_whole", "paused_at = now()"),
  row("an agent that works have been paused by somebody", "23514 pausing_is_whole", "paused_by = owner_id"),
  row("an agent answer for itself", "23514 an_agent_owns_none", "owner_id = user_id"),
  row("an agent be no agent", "23514 agents_role_check", "role = 'assistant'"),
  row("an agent do more in a day than any", "23514 agents_daily_limit_check", "daily_limit = 5001"),
  row(
    "a member be an agent who is none",
    "23503 agents_workspace_id_user_id_role_fkey",
    "user_id = :assistant, owner_id = :client",
  ),
  row(
    "somebody of another desk answer for an agent",
    "23503 agents_workspace_id_owner_id_fkey",
    "owner_id = :stranger",
  ),
];

/** The client's agent is put on a stranger's desk. */
async function moves(s: Scene, quill: Someone): Promise<number> {
  return during(s.app, s.desk.client, s.desk, async () =>
    count(
      await s.app.query("UPDATE agents SET workspace_id = $2 WHERE user_id = $1", [quill.id, s.stranger.id]),
    ),
  );
}
