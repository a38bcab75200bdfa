import { createHash } from "node:crypto";
import type { Attack, Scene } from "../../../support/fence/attack";
import { newFeedWithSecret } from "../../../support/fence/feed-world";
import { count, during, inTransaction, newEvent, newTask } from "../../../support/fence/world";

const handsOut = "FH003 fence: only the client hands the calendar out";
type Who = "client" | "assistant" | "job";

function as(who: Who, s: Scene, sql: string, values: unknown[] = []): Promise<number> {
  const work = async () => count(await s.app.query(sql, values));
  if (who !== "job") return during(s.app, s.desk[who], s.desk, work);
  return inTransaction(s.app, async () => {
    await s.app.query("SELECT fence.enter_job($1, $2, 'try')", [s.jobSecret, s.desk.id]);
    return work();
  });
}

/** Makes an address of a desk in plain SQL; who made it is claimed to be the client. */
function make(who: Who, scope: string, whose: (s: Scene) => string, desk = (s: Scene) => s.desk.id) {
  return (s: Scene) =>
    as(
      who,
      s,
      `INSERT INTO feeds (workspace_id, id, name, scope, for_user, token_hash, made_by, made_role)
       VALUES ($1, gen_random_uuid(), 'Mine', $2, $3, sha256(gen_random_uuid()::text::bytea), $4, 'client')`,
      [desk(s), scope, whose(s), s.desk.client.id],
    );
}

/** How many desks an address opens. */
async function opens(s: Scene, secret: string): Promise<number> {
  return count(await s.app.query("SELECT FROM fence.enter_feed($1)", [secret]));
}

/** Comes in by the address of all of the client's calendar, and does something there. */
async function byAddress(s: Scene, sql: string, values: unknown[] = []): Promise<number> {
  const { secret } = await newFeedWithSecret(s, s.desk);
  return inTransaction(s.app, async () => {
    await opens(s, secret);
    return count(await s.app.query(sql, values));
  });
}

const ofAna = (s: Scene) => ({ scope: "assistant", who: s.desk.assistant });

/** The calendar that is read elsewhere: whose it is to hand out, and what an address opens. */
export const handingOut: Attack[] = [
  {
    title: "The assistant makes an address of the whole calendar, for the client",
    no: handsOut,
    run: make("assistant", "all", (s) => s.desk.client.id),
  },
  {
    title: "The assistant makes an address of the whole calendar, for themselves",
    no: handsOut,
    run: make("assistant", "all", (s) => s.desk.assistant.id),
  },
  {
    title: "The assistant makes an address of another one's view",
    no: handsOut,
    run: make("assistant", "assistant", (s) => s.desk.agent.id),
  },
  {
    title: "A job makes an address",
    no: handsOut,
    run: make("job", "all", (s) => s.desk.client.id),
  },
  {
    title: "The client makes an address of a stranger's calendar",
    no: "FH008 fence: this belongs to another desk",
    run: make(
      "client",
      "all",
      (s) => s.stranger.client.id,
      (s) => s.stranger.id,
    ),
  },
  {
    title: "The assistant makes an address of their own view in the client's name",
    no: "nothing",
    guards: ["line who made an address is written from proof"],
    run: async (s) => {
      await make("assistant", "assistant", (scene) => scene.desk.assistant.id)(s);
      const { rows } = await s.sudo.query("SELECT FROM feeds WHERE workspace_id = $1 AND made_by = $2", [
        s.desk.id,
        s.desk.client.id,
      ]);
      return rows.length;
    },
  },
  {
    title: "The assistant gives an address that the client made another name, and it becomes theirs",
    no: "nothing",
    guards: ["line who made an address stays so"],
    run: async (s) => {
      const { id } = await newFeedWithSecret(s, s.desk, ofAna(s));
      await as("assistant", s, "UPDATE feeds SET name = 'Other' WHERE id = $1", [id]);
      const { rows } = await s.sudo.query("SELECT FROM feeds WHERE id = $1 AND made_by = $2", [
        id,
        s.desk.assistant.id,
      ]);
      return rows.length;
    },
  },
  {
    title: "The assistant makes all of the calendar out of their own view",
    no: "42501 permission denied for table feeds",
    guards: ["grant UPDATE (scope) ON feeds"],
    run: async (s) => {
      const { id } = await newFeedWithSecret(s, s.desk, ofAna(s));
      return as("assistant", s, "UPDATE feeds SET scope = 'all' WHERE id = $1", [id]);
    },
  },
  {
    title: "An address that was taken back is given again",
    no: "FH003 fence: an address that was taken back stays so",
    run: async (s) => {
      const { id } = await newFeedWithSecret(s, s.desk);
      await as("client", s, "UPDATE feeds SET revoked_at = now() WHERE id = $1", [id]);
      return as("client", s, "UPDATE feeds SET revoked_at = NULL WHERE id = $1", [id]);
    },
  },
  {
    title: "The assistant looks where the client reads the calendar",
    no: "nothing",
    guards: ["policy feeds.ones_own_or_the_clients"],
    run: async (s) => {
      await newFeedWithSecret(s, s.desk);
      return as("assistant", s, "SELECT FROM feeds");
    },
  },
  {
    title: "The client looks where a stranger reads the calendar",
    no: "nothing",
    guards: ["policy feeds.own_desk"],
    run: async (s) => {
      await newFeedWithSecret(s, s.stranger);
      return as("client", s, "SELECT FROM feeds WHERE workspace_id = $1", [s.stranger.id]);
    },
  },
  {
    title: "The assistant reads in the history where the client reads the calendar",
    no: "nothing",
    guards: ["policy log_entries.of_feeds_one_sees"],
    run: async (s) => {
      await make("client", "all", (scene) => scene.desk.client.id)(s);
      return as("assistant", s, "SELECT FROM log_entries WHERE subject = 'feed'");
    },
  },
  ...(["inserted", "updated"] as const).map(
    (how): Attack => ({
      title: `An address is ${how === "inserted" ? "made" : "taken back"}, and nobody reads of it`,
      no: "nothing",
      guards: [`trigger feeds.z_log_${how}`],
      run: async (s) => {
        if (how === "inserted") await make("client", "all", (scene) => scene.desk.client.id)(s);
        else {
          const { id } = await newFeedWithSecret(s, s.desk);
          await as("client", s, "UPDATE feeds SET revoked_at = now() WHERE id = $1", [id]);
        }
        const { rows } = await s.sudo.query(
          "SELECT FROM log_entries WHERE workspace_id = $1 AND subject = 'feed'",
          [s.desk.id],
        );
        return rows.length > 0 ? 0 : 1;
      },
    }),
  ),
  {
    title: "Whoever has an address takes something into hand",
    no: "FH001 fence: nobody has proved who is writing",
    guards: ["line an address only looks"],
    run: (s) => byAddress(s, "UPDATE tasks SET title = 'Other' WHERE id = $1", [s.loose]),
  },
  {
    title: "Whoever has the client's address reads what is private",
    no: "nothing",
    guards: ["line an address looks with an assistant's eyes"],
    run: async (s) => {
      await newEvent(s, s.desk, "Doctor", true);
      await newTask(s, s.desk, { title: "Call the doctor", isPrivate: true });
      return byAddress(
        s,
        "SELECT FROM events WHERE summary = 'Doctor' UNION ALL SELECT FROM tasks WHERE title = 'Call the doctor'",
      );
    },
  },
  {
    title: "Whoever has an address reads a stranger's tasks",
    no: "nothing",
    guards: ["policy tasks.own_desk"],
    run: async (s) => {
      await newTask(s, s.stranger, { title: "Jam" });
      return byAddress(s, "SELECT FROM tasks WHERE title = 'Jam'");
    },
  },
  {
    title: "An address that was taken back opens the calendar",
    no: "nothing",
    guards: ["line an address that was taken back opens nothing"],
    run: async (s) => {
      const { id, secret } = await newFeedWithSecret(s, s.desk);
      await as("client", s, "UPDATE feeds SET revoked_at = now() WHERE id = $1", [id]);
      return opens(s, secret);
    },
  },
  {
    title: "An address of somebody who left opens the calendar",
    no: "nothing",
    guards: ["line an address of somebody who left opens nothing"],
    run: async (s) => {
      const { secret } = await newFeedWithSecret(s, s.desk, { scope: "assistant", who: s.desk.removed });
      return opens(s, secret);
    },
  },
  {
    title: "An address of somebody who left opens the calendar again when they come back",
    no: "nothing",
    guards: ["trigger memberships.c_end_feeds"],
    run: async (s) => {
      const { secret } = await newFeedWithSecret(s, s.desk, ofAna(s));
      const where = "WHERE workspace_id = $1 AND user_id = $2";
      const who = [s.desk.id, s.desk.assistant.id];
      await as("client", s, `UPDATE memberships SET ended_at = now() ${where}`, who);
      await s.sudo.query(`UPDATE memberships SET ended_at = NULL ${where}`, who);
      return opens(s, secret);
    },
  },
  {
    title: "Whoever has stolen the table opens the calendar with what is kept of an address",
    no: "nothing",
    guards: ["line an address is looked up by its hash"],
    run: async (s) => {
      const { secret } = await newFeedWithSecret(s, s.desk);
      return opens(s, createHash("sha256").update(secret).digest("hex"));
    },
  },
];
