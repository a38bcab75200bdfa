import { randomUUID } from "node:crypto";
import type { Attack, Scene } from "../../../support/fence/attack";
import { newToken } from "../../../support/fence/token-world";
import { newDelivery, newWebhook } from "../../../support/fence/webhook-world";
import { count, during, inTransaction, type Someone } from "../../../support/fence/world";

const noProgram = "FH001 fence: no program makes or changes a webhook";
const onlyMaker = "FH003 fence: only its maker says where a webhook leads";
const onlyStops = "FH003 fence: a job stops a webhook, and does nothing else to it";
const onlyJobs = "FH003 fence: only a job writes down what is told";
const elsewhere = "FH008 fence: this belongs to another desk";
const unproved = "FH001 fence: this job has not proved itself";
const through = { door: "api" };

function as(s: Scene, who: Someone, sql: string, values: unknown[] = [], how = {}): Promise<number> {
  return during(s.app, who, s.desk, async () => count(await s.app.query(sql, values)), how);
}

function asJob(s: Scene, sql: string, values: unknown[] = []): Promise<number> {
  return inTransaction(s.app, async () => {
    await s.app.query("SELECT fence.enter_job($1, $2, 'try')", [s.jobSecret, s.desk.id]);
    return count(await s.app.query(sql, values));
  });
}

const made = `INSERT INTO webhooks (workspace_id, id, name, url, sealed) VALUES ($1, $2, 'Mine', 'https://mine.test/', '\\x00')`;
const led = "UPDATE webhooks SET url = 'https://mine.test/' WHERE id = $1";
const woken = "UPDATE webhooks SET paused_at = NULL, paused_why = NULL WHERE id = $1";
const row = `INSERT INTO webhook_deliveries (workspace_id, id, webhook_id, message_id, seq, type, body, next_at, replay_of)
  SELECT $1, gen_random_uuid(), d.webhook_id, d.message_id, d.seq, d.type, $3, now(), d.id FROM webhook_deliveries d WHERE d.id = $2`;
const written = `INSERT INTO webhook_deliveries (workspace_id, id, webhook_id, message_id, seq, type, body, next_at)
  VALUES ($1, gen_random_uuid(), $2, 'msg_' || repeat('0', 32), 1, 'task.changed', '{}', now())`;

/** How many webhooks are due, for whoever has this secret. */
async function due(s: Scene, secret: string): Promise<number> {
  const all = await s.app.query("SELECT workspace_id FROM fence.due_webhooks($1, now(), 10000)", [secret]);
  return all.rows.filter((one) => one.workspace_id === s.desk.id).length;
}

/** Programs that are told what changes: whose they are, and what is told to whom. */
export const telling: Attack[] = [
  {
    title: "The client's own token has itself told what changes",
    no: noProgram,
    run: async (s) =>
      as(s, await newToken(s, s.desk, s.desk.client), made, [s.desk.id, randomUUID()], through),
  },
  {
    title: "An agent has itself told what changes",
    no: noProgram,
    run: (s) => as(s, s.desk.agent, made, [s.desk.id, randomUUID()]),
  },
  {
    title: "A token of the assistant's leads their webhook elsewhere",
    no: noProgram,
    run: async (s) =>
      as(
        s,
        await newToken(s, s.desk, s.desk.assistant),
        led,
        [await newWebhook(s, s.desk, { who: s.desk.assistant })],
        through,
      ),
  },
  {
    title: "The client has a stranger's desk told to them",
    no: elsewhere,
    run: (s) => as(s, s.desk.client, made, [s.stranger.id, randomUUID()]),
  },
  {
    title: "The client leads a webhook of the assistant's elsewhere",
    no: onlyMaker,
    run: async (s) => as(s, s.desk.client, led, [await newWebhook(s, s.desk, { who: s.desk.assistant })]),
  },
  {
    title: "A job leads a webhook elsewhere",
    no: onlyStops,
    run: async (s) => asJob(s, led, [await newWebhook(s, s.desk)]),
  },
  {
    title: "The assistant wakes their webhook that the client stopped",
    no: "FH003 fence: what the client stopped, the client wakes",
    run: async (s) => {
      const whose = { who: s.desk.assistant, pausedBy: s.desk.client };
      return as(s, s.desk.assistant, woken, [await newWebhook(s, s.desk, whose)]);
    },
  },
  {
    title: "A webhook that was removed comes back",
    no: "FH003 fence: a webhook that was removed stays so",
    run: async (s) => {
      const id = await newWebhook(s, s.desk);
      await as(s, s.desk.client, "UPDATE webhooks SET removed_at = now() WHERE id = $1", [id]);
      return as(s, s.desk.client, "UPDATE webhooks SET removed_at = NULL WHERE id = $1", [id]);
    },
  },
  {
    title: "A webhook says that somebody else made it",
    no: "42501 permission denied for table webhooks",
    guards: ["grant UPDATE (made_by) ON webhooks"],
    run: async (s) =>
      as(s, s.desk.assistant, "UPDATE webhooks SET made_by = $2 WHERE id = $1", [
        await newWebhook(s, s.desk, { who: s.desk.assistant }),
        s.desk.client.id,
      ]),
  },
  {
    title: "What somebody writes down is delivered already",
    no: "42501 permission denied for table webhook_deliveries",
    guards: ["grant INSERT (state) ON webhook_deliveries"],
    run: async (s) =>
      as(
        s,
        s.desk.client,
        written.replace("next_at)", "next_at, state)").replace("now())", "now(), 'delivered')"),
        [s.desk.id, await newWebhook(s, s.desk)],
      ),
  },
  {
    title: "The assistant looks where the client has the desk told",
    no: "nothing",
    guards: ["policy webhooks.ones_own_or_the_clients"],
    run: async (s) => {
      await newWebhook(s, s.desk);
      return as(s, s.desk.assistant, "SELECT FROM webhooks");
    },
  },
  {
    title: "The client looks where a stranger has their desk told",
    no: "nothing",
    guards: ["policy webhooks.own_desk"],
    run: async (s) => {
      await newWebhook(s, s.stranger);
      return as(s, s.desk.client, "SELECT FROM webhooks WHERE workspace_id = $1", [s.stranger.id]);
    },
  },
  {
    title: "The assistant sees how far the client's webhook was told",
    no: "nothing",
    guards: ["policy webhook_turns.of_webhooks_one_sees"],
    run: async (s) => {
      await newWebhook(s, s.desk);
      return as(s, s.desk.assistant, "SELECT FROM webhook_turns");
    },
  },
  {
    title: "The assistant reads what the client's webhook was told",
    no: "nothing",
    guards: ["policy webhook_deliveries.of_webhooks_one_sees"],
    run: async (s) => {
      await newDelivery(s, s.desk);
      return as(s, s.desk.assistant, "SELECT FROM webhook_deliveries");
    },
  },
  {
    title: "The assistant reads in the history where the client has the desk told",
    no: "nothing",
    guards: ["policy log_entries.of_webhooks_one_sees"],
    run: async (s) => {
      await as(s, s.desk.client, made, [s.desk.id, randomUUID()]);
      return as(s, s.desk.assistant, "SELECT FROM log_entries WHERE subject = 'webhook'");
    },
  },
  ...(["inserted", "updated"] as const).map(
    (how): Attack => ({
      title: `A webhook is ${how === "inserted" ? "made" : "led elsewhere"}, and nobody reads of it`,
      no: "nothing",
      guards: [`trigger webhooks.z_log_${how}`],
      run: async (s) => {
        if (how === "inserted") await as(s, s.desk.client, made, [s.desk.id, randomUUID()]);
        else await as(s, s.desk.client, led, [await newWebhook(s, s.desk)]);
        const { rows } = await s.sudo.query(
          "SELECT FROM log_entries WHERE workspace_id = $1 AND subject = 'webhook'",
          [s.desk.id],
        );
        return rows.length > 0 ? 0 : 1;
      },
    }),
  ),
  {
    title: "A new webhook is told from the beginning, or never",
    no: "nothing",
    guards: ["trigger webhooks.b_begin_telling"],
    run: async (s) => {
      await as(s, s.desk.client, made, [s.desk.id, randomUUID()]);
      return behind(s);
    },
  },
  {
    title: "A webhook that is woken is told what happened meanwhile",
    no: "nothing",
    guards: ["trigger webhooks.b_wake"],
    run: async (s) => {
      const id = await newWebhook(s, s.desk, { pausedBy: s.desk.client });
      await as(s, s.desk.client, "UPDATE tasks SET title = 'Other' WHERE id = $1", [s.loose]);
      await as(s, s.desk.client, woken, [id]);
      return behind(s);
    },
  },
  {
    title: "The webhooks of somebody who left are told again when they come back",
    no: "nothing",
    guards: ["trigger memberships.c_end_webhooks"],
    run: async (s) => {
      await newWebhook(s, s.desk, { who: s.desk.assistant });
      const where = "WHERE workspace_id = $1 AND user_id = $2";
      const who = [s.desk.id, s.desk.assistant.id];
      await as(s, s.desk.client, `UPDATE memberships SET ended_at = now() ${where}`, who);
      await s.sudo.query(`UPDATE memberships SET ended_at = NULL ${where}`, who);
      return due(s, s.jobSecret);
    },
  },
  {
    title: "The assistant writes down for their webhook what it is told",
    no: onlyJobs,
    run: async (s) =>
      as(s, s.desk.assistant, written, [s.desk.id, await newWebhook(s, s.desk, { who: s.desk.assistant })]),
  },
  {
    title: "The assistant has something told once more, in other words",
    no: onlyJobs,
    guards: ["line a replay says the same"],
    run: async (s) =>
      as(s, s.desk.assistant, row, [
        s.desk.id,
        await newDelivery(s, s.desk, { who: s.desk.assistant }),
        "{}",
      ]),
  },
  {
    title: "The client has something told once more by the assistant's webhook",
    no: onlyJobs,
    guards: ["line only its maker has something told again"],
    run: async (s) =>
      as(s, s.desk.client, row, [
        s.desk.id,
        await newDelivery(s, s.desk, { who: s.desk.assistant }),
        '{"xylophone":1}',
      ]),
  },
  {
    title: "A token has something told once more",
    no: onlyJobs,
    guards: ["line no program has something told again"],
    run: async (s) =>
      as(
        s,
        await newToken(s, s.desk, s.desk.client),
        row,
        [s.desk.id, await newDelivery(s, s.desk), '{"xylophone":1}'],
        through,
      ),
  },
  {
    title: "The client writes down what a stranger's webhook is told",
    no: elsewhere,
    run: async (s) => as(s, s.desk.client, written, [s.stranger.id, await newWebhook(s, s.stranger)]),
  },
  {
    title: "The assistant says that something was delivered",
    no: "FH003 fence: only a job says how a delivery went",
    run: async (s) =>
      as(s, s.desk.assistant, "UPDATE webhook_deliveries SET state = 'waiting' WHERE id = $1", [
        await newDelivery(s, s.desk, { who: s.desk.assistant }),
      ]),
  },
  {
    title: "Somebody without the jobs' secret asks whom there is to tell",
    no: unproved,
    run: async (s) => {
      await newWebhook(s, s.desk);
      return due(s, "a guess");
    },
  },
  {
    title: "Somebody without the jobs' secret sweeps away what was told",
    no: unproved,
    run: async (s) => count(await s.app.query("SELECT fence.sweep_deliveries('a guess')")),
  },
  ...(["removed_at = now()", "paused_at = now(), paused_why = 'hand'"] as const).map(
    (how): Attack => ({
      title: `A webhook with ${how.split(" ")[0]} is told something`,
      no: "nothing",
      guards: [
        `line ${how.startsWith("removed") ? "one that was removed" : "one that is paused"} is not told`,
      ],
      run: async (s) => {
        const id = await newWebhook(s, s.desk);
        await as(s, s.desk.client, `UPDATE webhooks SET ${how} WHERE id = $1`, [id]);
        return due(s, s.jobSecret);
      },
    }),
  ),
  {
    title: "A webhook of somebody who left is told something",
    no: "nothing",
    guards: ["line one of somebody who left is not told"],
    run: async (s) => {
      await newWebhook(s, s.desk, { who: s.desk.removed });
      return due(s, s.jobSecret);
    },
  },
];

/** How many webhooks of the desk are not told from here on. */
async function behind(s: Scene): Promise<number> {
  const { rows } = await s.sudo.query(
    `SELECT FROM webhooks h JOIN log_heads l ON l.workspace_id = h.workspace_id
     LEFT JOIN webhook_turns t ON t.workspace_id = h.workspace_id AND t.webhook_id = h.id
     WHERE h.workspace_id = $1 AND coalesce(t.after_seq, -1) < l.seq - 1`,
    [s.desk.id],
  );
  return rows.length;
}
