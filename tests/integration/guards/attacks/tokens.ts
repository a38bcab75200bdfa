import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Attack, Scene } from "../../../support/fence/attack";
import { newSending } from "../../../support/fence/sending-world";
import { newDraftAgent, newToken } from "../../../support/fence/token-world";
import {
  count,
  during,
  enter,
  inTransaction,
  newTask,
  type Someone,
  type TaskScene,
} from "../../../support/fence/world";

const inPerson = "FH001 fence: no token makes or ends a token";
const forOneself = "FH001 fence: a token is made for oneself, or for an agent of one's own";
const endsIt = "FH001 fence: a token is ended by whoever made it, or by the client";
const nobody = "FH001 fence: nobody has proved who is writing";
const through = { door: "api" };

type Made = { holder: string; madeBy?: string; desk?: string; days?: number };

/** Makes a token in plain SQL, with whatever the app may say of one. */
async function make(
  s: Scene,
  { holder, desk = s.desk.id, days = 30 }: Made,
  token = `fh.${randomBytes(32).toString("base64url")}`,
): Promise<number> {
  return count(
    await s.app.query(
      `INSERT INTO api_tokens (workspace_id, id, name, user_id, token_hash, shown, scopes, expires_at)
       VALUES ($1, $2, 'Mine', $3, $4, 'abcd', '{tasks:read}', date_trunc('milliseconds', now()) + make_interval(days => $5))`,
      [desk, randomUUID(), holder, createHash("sha256").update(token).digest(), days],
    ),
  );
}

/** What somebody does in person, or through a token's door. */
function as(s: Scene, who: Someone, work: () => Promise<number>, how = {}): Promise<number> {
  return during(s.app, who, s.desk, work, how);
}

async function run(s: Scene, sql: string, values: unknown[] = []): Promise<number> {
  return count(await s.app.query(sql, values));
}

/** How many doors a token opens: none, or one. */
async function opens(s: Scene, who: Someone, how = {}): Promise<number> {
  return inTransaction(s.app, async () => Number(await enter(s.app, who, s.desk, { ...through, ...how })));
}

/** A token of the client's own changes a task, or something else of theirs. */
function byClientsToken(title: string, no: string, sql: string, on: "strict" | "loose" = "strict"): Attack {
  return {
    title: `The client's own token ${title}`,
    no,
    guards: ["line no token is the client"],
    run: async (s) => as(s, await newToken(s, s.desk, s.desk.client), () => run(s, sql, [s[on]]), through),
  };
}

/** A token of somebody's makes a private task, as if it came after one like this. */
function privateNext(line: string, title: string, who: "client" | "assistant", before: TaskScene): Attack {
  return {
    title,
    no: "FH007 fence: only the client makes things private",
    guards: [`line ${line}`],
    run: async (s) => {
      const id = await newTask(s, s.desk, before);
      const sql = `INSERT INTO tasks (workspace_id, id, kind, title, tag, tag_by, tag_rule, is_private, source_key)
        VALUES ($1, gen_random_uuid(), 'other', 'New', 'delegable', 'rule', 'ask', true, $2)`;
      return as(
        s,
        await newToken(s, s.desk, s.desk[who]),
        () => run(s, sql, [s.desk.id, `repeat:${id}`]),
        through,
      );
    },
  };
}

/** A row of tokens that says what it must not, with none of the triggers firing. Nothing is kept. */
function row(title: string, no: string, set: string): Attack {
  return {
    title: `A broken trigger lets ${title}`,
    no,
    run: async (s) => {
      const { tokenId } = await newToken(s, s.desk, s.desk.assistant);
      await s.owner.query("BEGIN; ALTER TABLE api_tokens DISABLE TRIGGER USER");
      try {
        const said = set.replaceAll(":stranger", `'${s.stranger.client.id}'`);
        return count(await s.owner.query(`UPDATE api_tokens SET ${said} WHERE id = $1`, [tokenId]));
      } finally {
        await s.owner.query("ROLLBACK");
      }
    },
  };
}

/** What somebody sees of tokens that are none of theirs. */
function sees(
  title: string,
  guard: string,
  who: (s: Scene) => Someone,
  sql: string,
  holder = ofClient,
): Attack {
  return {
    title,
    no: "nothing",
    guards: [guard],
    run: async (s) => {
      const { tokenId, token } = await newToken(s, s.desk, holder(s));
      await s.app.query("SELECT fence.note_use($1)", [token]);
      return during(s.app, who(s), s.desk, () => run(s, sql, [tokenId]), { write: false });
    },
  };
}
const ofClient = (s: Scene) => s.desk.client;
const ofAna = (s: Scene) => s.desk.assistant;
const ofStranger = (s: Scene) => s.stranger.client;

/** What a token for other kinds of task sees. */
function ofOtherKinds(title: string, guard: string, sql: string): Attack {
  return {
    title: `A token for some kinds of task sees ${title}`,
    no: "nothing",
    guards: [guard],
    run: async (s) => {
      const who = await newToken(s, s.desk, s.desk.assistant, { kinds: ["birthday"] });
      const done = await newTask(s, s.desk, { state: "done" });
      await during(s.app, s.desk.assistant, s.desk, () =>
        run(s, "UPDATE tasks SET title = 'Seen' WHERE id = $1", [s.loose]),
      );
      return as(s, who, () => run(s, sql.replace(":done", `'${done}'`)), { ...through, write: false });
    },
  };
}

/** Programs and what they prove themselves with: who makes a token, what it opens, and what none of them opens. */
export const tokens: Attack[] = [
  {
    title: "The assistant makes a token in the client's name",
    no: forOneself,
    guards: ["line a token is for oneself"],
    run: (s) => as(s, s.desk.assistant, () => make(s, { holder: s.desk.client.id })),
  },
  {
    title: "The client makes a token in the assistant's name",
    no: forOneself,
    guards: ["line a token is for oneself"],
    run: (s) => as(s, s.desk.client, () => make(s, { holder: s.desk.assistant.id })),
  },
  {
    title: "The assistant makes a token for an agent that somebody else answers for",
    no: forOneself,
    guards: ["line an agent is one's own"],
    run: (s) => as(s, s.desk.assistant, () => make(s, { holder: s.desk.agent.id })),
  },
  {
    title: "A token makes another one, which lasts when it is ended",
    no: inPerson,
    run: async (s) =>
      as(
        s,
        await newToken(s, s.desk, s.desk.assistant),
        () => make(s, { holder: s.desk.assistant.id }),
        through,
      ),
  },
  {
    title: "A job makes a token",
    no: inPerson,
    run: (s) =>
      inTransaction(s.app, async () => {
        await s.app.query("SELECT fence.enter_job($1, $2, 'try')", [s.jobSecret, s.desk.id]);
        return make(s, { holder: s.desk.assistant.id });
      }),
  },
  {
    title: "The assistant makes a token of a stranger's desk",
    no: "FH008 fence: this belongs to another desk",
    run: (s) => as(s, s.desk.assistant, () => make(s, { holder: s.desk.assistant.id, desk: s.stranger.id })),
  },
  {
    title: "Somebody makes a token that lasts longer than ninety days",
    no: "23514 tokens_end",
    run: (s) => as(s, s.desk.assistant, () => make(s, { holder: s.desk.assistant.id, days: 91 })),
  },
  {
    title: "Who made a token is whoever the statement says",
    no: "42501 permission denied for table api_tokens",
    guards: ["grant INSERT (made_by) ON api_tokens"],
    run: (s) =>
      as(s, s.desk.assistant, () =>
        run(
          s,
          `INSERT INTO api_tokens (workspace_id, id, name, user_id, made_by, token_hash, shown, scopes, expires_at)
           VALUES ($1, gen_random_uuid(), 'Mine', $2, $3, sha256('x'), 'abcd', '{tasks:read}', now() + interval '1 day')`,
          [s.desk.id, s.desk.assistant.id, s.desk.client.id],
        ),
      ),
  },
  {
    title: "A token is given more scopes afterwards",
    no: "42501 permission denied for table api_tokens",
    guards: ["grant UPDATE (scopes) ON api_tokens"],
    run: async (s) => {
      const { tokenId } = await newToken(s, s.desk, s.desk.assistant, { scopes: ["tasks:read"] });
      return as(s, s.desk.assistant, () =>
        run(s, "UPDATE api_tokens SET scopes = '{tasks:write}' WHERE id = $1", [tokenId]),
      );
    },
  },
  {
    title: "A token that was ended is given again",
    no: endsIt,
    run: async (s) => {
      const { tokenId } = await newToken(s, s.desk, s.desk.assistant);
      await as(s, s.desk.assistant, () =>
        run(s, "UPDATE api_tokens SET revoked_at = now() WHERE id = $1", [tokenId]),
      );
      return as(s, s.desk.assistant, () =>
        run(s, "UPDATE api_tokens SET revoked_at = NULL WHERE id = $1", [tokenId]),
      );
    },
  },
  {
    title: "A token ends another one",
    no: inPerson,
    run: async (s) => {
      const { tokenId } = await newToken(s, s.desk, s.desk.assistant);
      const other = await newToken(s, s.desk, s.desk.assistant);
      return as(
        s,
        other,
        () => run(s, "UPDATE api_tokens SET revoked_at = now() WHERE id = $1", [tokenId]),
        through,
      );
    },
  },
  {
    title: "When a token was ended is whenever the statement says",
    no: "nothing",
    guards: ["line when a token was ended is written by the clock"],
    run: async (s) => {
      const { tokenId } = await newToken(s, s.desk, s.desk.assistant);
      await as(s, s.desk.assistant, () =>
        run(s, "UPDATE api_tokens SET revoked_at = '2001-01-01' WHERE id = $1", [tokenId]),
      );
      return count(
        await s.sudo.query("SELECT FROM api_tokens WHERE id = $1 AND revoked_at < '2002-01-01'", [tokenId]),
      );
    },
  },
  ...["screen", "mail", "import"].map(
    (door): Attack => ({
      title: `A token comes in through the door "${door}"`,
      no: "nothing",
      guards: ["line a token comes through one door"],
      run: async (s) => opens(s, await newToken(s, s.desk, s.desk.client), { door }),
    }),
  ),
  {
    title: "A token that was ended opens the desk",
    no: "nothing",
    guards: ["line a token has not been ended"],
    run: async (s) => {
      const who = await newToken(s, s.desk, s.desk.assistant);
      await s.sudo.query("UPDATE api_tokens SET revoked_at = now(), revoked_by = made_by WHERE id = $1", [
        who.tokenId,
      ]);
      return (await opens(s, who, { write: false })) + (await opens(s, who));
    },
  },
  {
    title: "A token that is over opens the desk",
    no: "nothing",
    guards: ["line a token is not over"],
    run: async (s) => {
      const who = await newToken(s, s.desk, s.desk.assistant);
      await s.sudo.query(
        "UPDATE api_tokens SET made_at = now() - interval '2 days', expires_at = now() - interval '1 second' WHERE id = $1",
        [who.tokenId],
      );
      return (await opens(s, who, { write: false })) + (await opens(s, who));
    },
  },
  {
    title: "A token of one desk opens another one of its holder's",
    no: "nothing",
    guards: ["line a token is of one desk"],
    run: async (s) => {
      await s.sudo.query(
        "INSERT INTO memberships (workspace_id, user_id, role) VALUES ($1, $2, 'assistant')",
        [s.desk.id, s.stranger.client.id],
      );
      return opens(s, await newToken(s, s.stranger, s.stranger.client), { write: false });
    },
  },
  {
    title: "A token of somebody who left opens the desk",
    no: "nothing",
    guards: ["line a membership has not ended"],
    run: async (s) => opens(s, await newToken(s, s.desk, s.desk.removed), { write: false }),
  },
  {
    title: "A token that only looks opens a transaction that writes",
    no: "nothing",
    guards: ["line a token that looks does not write"],
    run: async (s) =>
      opens(s, await newToken(s, s.desk, s.desk.assistant, { scopes: ["tasks:read", "people:read"] })),
  },
  {
    title: "The hash of a token opens the desk",
    no: "nothing",
    run: async (s) => {
      const who = await newToken(s, s.desk, s.desk.assistant);
      return opens(s, { ...who, token: `fh.${createHash("sha256").update(who.token).digest("hex")}` });
    },
  },
  {
    title: "A token's id is put into a context, to see with another token's kinds",
    no: nobody,
    guards: ["line the signature is checked"],
    run: async (s) => {
      const narrow = await newToken(s, s.desk, s.desk.assistant, { kinds: ["birthday"] });
      const wide = await newToken(s, s.desk, s.desk.assistant);
      return as(
        s,
        narrow,
        async () => {
          await s.app.query(
            "SELECT set_config('firsthand.context', replace(current_setting('firsthand.context'), $1, $2), true)",
            [narrow.tokenId, wide.tokenId],
          );
          return run(s, "UPDATE tasks SET title = 'Seen' WHERE id = $1", [s.loose]);
        },
        through,
      );
    },
  },
  byClientsToken(
    "completes what must be the client",
    "23514 must_be_you_is_closed_by_the_client",
    "UPDATE tasks SET state = 'done' WHERE id = $1",
  ),
  byClientsToken(
    "loosens a tag",
    "FH002 fence: only the client loosens a tag",
    "UPDATE tasks SET tag = 'delegable' WHERE id = $1",
  ),
  byClientsToken(
    "makes a task private",
    "FH007 fence: only the client makes things private, or open",
    "UPDATE tasks SET is_private = true WHERE id = $1",
  ),
  privateNext(
    "a private one follows a private one",
    "The client's own token makes a private task, as the next of one that is not",
    "client",
    { state: "done" },
  ),
  privateNext(
    "a private one follows what is closed",
    "The client's own token makes a private task, as the next of one that is open",
    "client",
    { isPrivate: true },
  ),
  privateNext(
    "a private one follows by the client's hand",
    "The assistant's token makes a private task, as the next of a private one",
    "assistant",
    { state: "done", isPrivate: true },
  ),
  byClientsToken(
    "removes the assistant",
    "FH003 fence: only the client changes this",
    "UPDATE memberships SET ended_at = now() WHERE role = 'assistant' AND $1::uuid IS NOT NULL",
  ),
  sees(
    "The assistant sees the client's tokens",
    "policy api_tokens.of_ones_own",
    ofAna,
    "SELECT FROM api_tokens WHERE id = $1",
  ),
  sees(
    "The assistant sees when the client's token was used",
    "policy token_uses.of_tokens_one_sees",
    ofAna,
    "SELECT FROM token_uses WHERE token_id = $1",
  ),
  {
    title: "A stranger's client sees a token that they made on a desk they have left",
    no: "nothing",
    guards: ["policy api_tokens.own_desk"],
    run: async (s) => {
      const { tokenId } = await newToken(s, s.stranger, s.stranger.assistant);
      return during(
        s.app,
        s.desk.client,
        s.desk,
        () => run(s, "SELECT FROM api_tokens WHERE id = $1", [tokenId]),
        {
          write: false,
        },
      );
    },
  },
  {
    title: "The client sees when a stranger's token was used",
    no: "nothing",
    guards: ["policy token_uses.own_desk"],
    run: async (s) => {
      const { tokenId, token } = await newToken(s, s.stranger, ofStranger(s));
      await s.app.query("SELECT fence.note_use($1)", [token]);
      return during(
        s.app,
        s.desk.client,
        s.desk,
        () => run(s, "SELECT FROM token_uses WHERE token_id = $1", [tokenId]),
        {
          write: false,
        },
      );
    },
  },
  {
    title: "The assistant reads in the history what the client's token is called",
    no: "nothing",
    guards: ["policy log_entries.of_tokens_one_sees"],
    run: async (s) => {
      await as(s, s.desk.client, () => make(s, { holder: s.desk.client.id }));
      return during(
        s.app,
        s.desk.assistant,
        s.desk,
        () => run(s, "SELECT FROM log_entries WHERE subject = 'token'"),
        {
          write: false,
        },
      );
    },
  },
  ofOtherKinds(
    "a task of another kind",
    "policy tasks.of_the_tokens_kinds",
    "SELECT FROM tasks WHERE kind = 'other'",
  ),
  ofOtherKinds(
    "how a task of another kind ended",
    "policy gestures.of_the_tokens_kinds",
    "SELECT FROM gestures WHERE task_id = :done",
  ),
  ofOtherKinds(
    "the history of all of them",
    "policy log_entries.of_the_tokens_kinds",
    "SELECT FROM log_entries",
  ),
  ...["INSERT", "UPDATE"].map(
    (how): Attack => ({
      title:
        how === "INSERT"
          ? "Making a token leaves nothing in the log"
          : "Ending a token leaves nothing in the log",
      no: "nothing",
      guards: [`trigger api_tokens.z_log_${how === "INSERT" ? "inserted" : "updated"}`],
      run: async (s) => {
        const { tokenId } = await newToken(s, s.desk, s.desk.assistant);
        await as(s, s.desk.assistant, () =>
          how === "INSERT"
            ? make(s, { holder: s.desk.assistant.id })
            : run(s, "UPDATE api_tokens SET revoked_at = now() WHERE id = $1", [tokenId]),
        );
        const { rows } = await s.sudo.query(
          "SELECT count(*)::int AS n FROM log_entries WHERE workspace_id = $1 AND subject = 'token'",
          [s.desk.id],
        );
        return Number(rows[0].n !== 1);
      },
    }),
  ),
  {
    title: "A token comes back with the assistant who was removed",
    no: "nothing",
    guards: ["trigger memberships.c_end_tokens"],
    run: async (s) => {
      const who = await newToken(s, s.desk, s.desk.assistant);
      await leaveAndReturn(s);
      return opens(s, who);
    },
  },
  {
    title: "Somebody who was removed keeps the secret of an agent that they answered for",
    no: "nothing",
    guards: ["trigger memberships.c_end_tokens"],
    run: async (s) => {
      const quill = await newDraftAgent(s, s.desk);
      const who = await newToken(s, s.desk, quill, { madeBy: s.desk.assistant });
      await as(s, s.desk.client, () =>
        run(s, "UPDATE memberships SET ended_at = now() WHERE user_id = $1", [s.desk.assistant.id]),
      );
      await s.sudo.query("UPDATE agents SET owner_id = $2 WHERE user_id = $1", [quill.id, s.desk.client.id]);
      return opens(s, who);
    },
  },
  {
    title: "Whoever answered for an agent before keeps its secret",
    no: "nothing",
    guards: ["trigger agents.c_end_tokens"],
    run: async (s) => {
      const quill = await newDraftAgent(s, s.desk);
      const who = await newToken(s, s.desk, quill, { madeBy: s.desk.assistant });
      await as(s, s.desk.client, () =>
        run(s, "UPDATE agents SET owner_id = $2 WHERE user_id = $1", [quill.id, s.desk.client.id]),
      );
      return opens(s, who);
    },
  },
  {
    title: "The app sweeps the keys of requests without a job's secret",
    no: "FH001 fence: this job has not proved itself",
    run: (s) => run(s, "SELECT fence.sweep_keys('guessed')"),
  },
  {
    title: "The app reads what was answered under somebody's key",
    no: "42501 permission denied for table once_keys",
    guards: ["grant SELECT ON once_keys"],
    run: (s) => as(s, s.desk.assistant, () => run(s, "SELECT FROM once_keys")),
  },
  {
    title: "The app counts a token's use by itself",
    no: "42501 permission denied for table token_uses",
    guards: ["grant UPDATE ON token_uses"],
    run: (s) => as(s, s.desk.client, async () => 1 + (await run(s, "UPDATE token_uses SET used_at = now()"))),
  },
  row("a token be for nothing", "23514 api_tokens_scopes_check", "scopes = '{}'"),
  row(
    "a token be for something that there is not",
    "23514 api_tokens_scopes_check",
    "scopes = '{tasks:everything}'",
  ),
  row("a token never end", "23514 tokens_end", "expires_at = made_at + interval '91 days'"),
  row("a token end before it was made", "23514 tokens_end", "expires_at = made_at - interval '1 second'"),
  row("a token be ended by nobody", "23514 revoking_is_whole", "revoked_at = now()"),
  row(
    "a token that is in force have been ended by somebody",
    "23514 revoking_is_whole",
    "revoked_by = made_by",
  ),
  row(
    "a token be held by somebody of another desk",
    "23503 api_tokens_workspace_id_user_id_fkey",
    "user_id = :stranger",
  ),
  row(
    "a token be made by somebody of another desk",
    "23503 api_tokens_workspace_id_made_by_fkey",
    "made_by = :stranger",
  ),
  {
    title: "The client's own token sends again what may have arrived",
    no: "FH004 fence: words do not leave that way",
    guards: ["line no token is the client"],
    run: async (s) => {
      const { id } = await newSending(s, s.desk, { by: s.desk.client });
      await s.sudo.query("UPDATE sendings SET state = 'unsure' WHERE id = $1", [id]);
      const who = await newToken(s, s.desk, s.desk.client);
      return as(s, who, () => run(s, "UPDATE sendings SET state = 'stopped' WHERE id = $1", [id]), through);
    },
  },
];

async function leaveAndReturn(s: Scene): Promise<void> {
  await during(s.app, s.desk.client, s.desk, () =>
    s.app.query("UPDATE memberships SET ended_at = now() WHERE user_id = $1", [s.desk.assistant.id]),
  );
  await s.sudo.query("UPDATE memberships SET ended_at = NULL WHERE user_id = $1", [s.desk.assistant.id]);
}
