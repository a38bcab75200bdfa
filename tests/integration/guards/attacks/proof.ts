import type { Client } from "pg";
import type { Attack, Scene } from "../../../support/fence/attack";
import { count, during, enter, hash, inTransaction, newEvent, secret } from "../../../support/fence/world";

const nobody = "FH001 fence: nobody has proved who is writing";
const change = "UPDATE tasks SET title = 'Changed'";
const context = "SELECT current_setting('firsthand.context', true) AS context";

/** The context of the transaction that is open on a connection. */
async function readContext(on: Client): Promise<string> {
  return (await on.query(context)).rows[0].context;
}

/** Sets a context by hand and looks what the desk shows then. */
async function lookWith(on: Client, text: string): Promise<number> {
  return inTransaction(on, async () => {
    await on.query("SELECT set_config('firsthand.context', $1, true)", [text]);
    return count(await on.query("SELECT FROM tasks"));
  });
}

/** The client's context of a transaction, with some of its eight parts as the attacker would like them. */
async function forge({ app, desk }: Scene, change: (parts: string[]) => string[]): Promise<number> {
  return inTransaction(app, async () => {
    await enter(app, desk.assistant, desk);
    const parts = (await readContext(app)).split("|");
    await app.query("SELECT set_config('firsthand.context', $1, true)", [change(parts).join("|")]);
    return count(await app.query("SELECT FROM tasks"));
  });
}

/** A context that the key itself has signed, as if a signature for something else had been stolen. */
async function signAs(scene: Scene, payload: (string | number)[]): Promise<string> {
  const { rows } = await scene.sudo.query("SELECT $1 || '|' || fence.sign($1) AS context", [
    payload.join("|"),
  ]);
  return rows[0].context;
}

async function whereAmI(app: Client): Promise<{ pid: string; xid: string; at: string }> {
  const { rows } = await app.query(
    "SELECT pg_backend_pid()::text AS pid, pg_current_xact_id()::text AS xid, extract(epoch FROM now())::text AS at",
  );
  return rows[0];
}

/** Around the proof: forged, copied, borrowed and outlived contexts, and doors that should not open. */
export const proof: Attack[] = [
  {
    title: "Somebody without a context looks at tasks",
    no: "nothing",
    guards: ["policy tasks.own_desk"],
    run: async ({ app }) => count(await app.query("SELECT FROM tasks")),
  },
  {
    title: "Somebody without a context changes every task, without reading one",
    no: nobody,
    run: async ({ app }) => count(await app.query(change)),
  },
  {
    title: "Somebody without a context makes a task",
    no: nobody,
    run: async ({ app, desk }) =>
      count(
        await app.query(
          "INSERT INTO tasks (workspace_id, id, kind, title, tag, tag_by, tag_rule) VALUES ($1, gen_random_uuid(), 'other', 'New', 'delegable', 'rule', 'ask')",
          [desk.id],
        ),
      ),
  },
  {
    title: "Somebody claims in a setting to be the client",
    no: "nothing",
    guards: ["line the signature is checked"],
    run: (s) =>
      inTransaction(s.app, async () => {
        const { pid, xid } = await whereAmI(s.app);
        const claim = [
          s.desk.client.id,
          "client",
          s.desk.id,
          "screen",
          "try",
          pid,
          `w${xid}`,
          "0".repeat(64),
        ];
        await s.app.query("SELECT set_config('firsthand.context', $1, true)", [claim.join("|")]);
        return count(await s.app.query("SELECT FROM tasks"));
      }),
  },
  ...[
    ["their role into the client's", 1, "client"],
    ["the door", 3, "mail"],
    ["the verb", 4, "other"],
  ].map(
    ([what, part, value]): Attack => ({
      title: `The assistant turns ${what} in a context of their own`,
      no: "nothing",
      guards: ["line the signature is checked"],
      run: (s) => forge(s, (parts) => parts.with(part as number, value as string)),
    }),
  ),
  {
    title: "The assistant adds a part to a context of their own",
    no: "nothing",
    guards: ["line a context has eight parts"],
    run: (s) => forge(s, (parts) => [...parts, "more"]),
  },
  {
    title: "A context copied from one transaction is set again in the next",
    no: "nothing",
    guards: ["line a writer's stamp is the transaction"],
    run: async ({ app, desk }) => {
      const copied = await during(app, desk.client, desk, readContext);
      return inTransaction(app, async () => {
        await app.query("SELECT pg_current_xact_id()");
        await app.query("SELECT set_config('firsthand.context', $1, true)", [copied]);
        return count(await app.query("SELECT FROM tasks"));
      });
    },
  },
  {
    title: "A reader's context copied from one transaction is set again in the next",
    no: "nothing",
    guards: ["line a reader's stamp is the transaction's start"],
    run: async ({ app, desk }) =>
      lookWith(app, await during(app, desk.client, desk, readContext, { write: false })),
  },
  {
    title: "A context is set for the whole session, to be there in the next transaction",
    no: "nothing",
    guards: ["line a writer's stamp is the transaction"],
    run: async ({ app, desk }) => {
      await during(app, desk.client, desk, async (on) => {
        const own = await readContext(on);
        await on.query(`SET SESSION "firsthand.context" = '${own}'`);
      });
      return count(await app.query("SELECT FROM tasks"));
    },
  },
  {
    title: "A context is there after the transaction it belongs to",
    no: "nothing",
    guards: ["line a context is local"],
    run: async ({ app, desk }) => {
      await during(app, desk.client, desk, async () => undefined);
      const left = (await app.query(context)).rows[0].context;
      return left ? 1 : 0;
    },
  },
  {
    title: "A context is used on another connection while its own transaction is still open",
    no: "nothing",
    run: ({ app, other, desk }) =>
      during(app, desk.client, desk, async () => lookWith(other, await readContext(app))),
  },
  {
    title: "A signature made for another connection is used in a transaction of the very same number",
    no: "nothing",
    guards: ["line a context belongs to one connection"],
    run: (s) =>
      inTransaction(s.app, async () => {
        const { pid, xid } = await whereAmI(s.app);
        const signed = await signAs(s, [
          s.desk.client.id,
          "client",
          s.desk.id,
          "screen",
          "try",
          Number(pid) + 1,
          `w${xid}`,
        ]);
        await s.app.query("SELECT set_config('firsthand.context', $1, true)", [signed]);
        return count(await s.app.query("SELECT FROM tasks"));
      }),
  },
  {
    title: "A reader's context is used for writing",
    no: nobody,
    guards: ["line reading is not writing"],
    run: ({ app, desk }) =>
      during(app, desk.client, desk, async () => count(await app.query(change)), { write: false }),
  },
  {
    title: "A reader's context is used for a deletion",
    no: "nothing",
    guards: ["policy event_occurrences.by_writers"],
    run: async (s) => {
      await newEvent(s, s.desk, "Dinner");
      return during(
        s.app,
        s.desk.client,
        s.desk,
        async () => count(await s.app.query("DELETE FROM event_occurrences")),
        {
          write: false,
        },
      );
    },
  },
  {
    title: "A reader's context crosses into a second transaction of the same message, and writes",
    no: nobody,
    run: async ({ app, desk }) =>
      count(
        await app.query(
          `BEGIN; SELECT fence.enter('${desk.client.token}', '${desk.id}', 'screen', 'try', false);
           SELECT set_config('fh.kept', current_setting('firsthand.context'), false); COMMIT;
           BEGIN; SELECT set_config('firsthand.context', current_setting('fh.kept'), true); ${change}; COMMIT`,
        ),
      ),
  },
  {
    title: "A writer's context crosses into a second transaction of the same message, and writes",
    no: nobody,
    guards: ["line a writer's stamp is the transaction"],
    run: async ({ app, sudo, desk }) => {
      await app.query(
        `BEGIN; SELECT fence.enter('${desk.client.token}', '${desk.id}', 'screen', 'try', true);
         SELECT set_config('fh.kept', current_setting('firsthand.context'), false); COMMIT;
         BEGIN; SELECT set_config('firsthand.context', current_setting('fh.kept'), true); ${change}; COMMIT`,
      );
      return count(
        await sudo.query("SELECT FROM tasks WHERE workspace_id = $1 AND title = 'Changed'", [desk.id]),
      );
    },
  },
  {
    title: "The assistant enters inside a savepoint, whose locks they can give back, and keeps the context",
    no: "FH000 fence: one enters a desk before any savepoint",
    run: ({ app, desk }) =>
      inTransaction(app, async () => {
        await app.query("SAVEPOINT inside");
        await enter(app, desk.assistant, desk);
        const kept = await readContext(app);
        await app.query("ROLLBACK TO SAVEPOINT inside");
        await app.query("SELECT set_config('firsthand.context', $1, true)", [kept]);
        return count(await app.query(change));
      }),
  },
  {
    title: "A background job enters inside a savepoint",
    no: "FH000 fence: one enters a desk before any savepoint",
    run: ({ app, desk, jobSecret }) =>
      inTransaction(app, async () => {
        await app.query("SAVEPOINT inside");
        await app.query("SELECT fence.enter_job($1, $2, 'try')", [jobSecret, desk.id]);
        return 1;
      }),
  },
  {
    title: "Somebody comes through a door that there is not, such as the one of arrivals",
    no: "FH000 fence: no such door",
    run: ({ app, desk }) =>
      during(app, desk.assistant, desk, async () => count(await app.query(change)), { door: "arrival" }),
  },
  {
    title: "Somebody writes more than a verb into the verb",
    no: "FH000 fence: a verb is written in small letters",
    run: ({ app, desk }) =>
      during(app, desk.assistant, desk, async () => count(await app.query(change)), {
        verb: "try|client",
      }),
  },
  ...["enter_job($1, $2, 'try')", "desks_for_jobs($1)", "desks_with_woken($1)"].map(
    (call): Attack => ({
      title: `Somebody says they are a background job, to ${call.split("(")[0]}`,
      no: "FH001 fence: this job has not proved itself",
      run: async ({ app, desk }) =>
        count(
          await app.query(
            `SELECT fence.${call}`,
            call.includes("$2") ? ["not the secret", desk.id] : ["not the secret"],
          ),
        ),
    }),
  ),
  ...(
    [
      ["whose session was ended", "DELETE FROM sessions WHERE user_id = $1", ""],
      [
        "whose session is over",
        "UPDATE sessions SET expires_at = now() - interval '1 second' WHERE user_id = $1",
        "line a session has not ended",
      ],
      [
        "whose membership has ended",
        "UPDATE memberships SET ended_at = now() WHERE user_id = $1",
        "line a membership has not ended",
      ],
    ] as const
  ).flatMap(([who, sql, line]) =>
    [true, false].map(
      (write): Attack => ({
        title: `Somebody ${who} enters to ${write ? "write" : "read"}`,
        no: "nothing",
        guards: line ? [line] : [],
        run: async ({ app, sudo, desk }) => {
          await sudo.query(sql, [desk.assistant.id]);
          return inTransaction(app, async () => Number(await enter(app, desk.assistant, desk, { write })));
        },
      }),
    ),
  ),
  {
    title: "Somebody opens a transaction while their session lasts, and enters when it is over",
    no: "nothing",
    guards: ["line a session ends by the clock"],
    run: async ({ app, sudo, desk }) => {
      await app.query("BEGIN");
      await app.query("SELECT 1");
      await sudo.query("UPDATE sessions SET expires_at = clock_timestamp() WHERE user_id = $1", [
        desk.assistant.id,
      ]);
      const entered = await enter(app, desk.assistant, desk);
      await app.query("ROLLBACK");
      return Number(entered);
    },
  },
  {
    title: "Somebody enters a stranger's desk with a session of their own",
    no: "nothing",
    guards: ["line a member is a member of this desk"],
    run: ({ app, desk, stranger }) =>
      inTransaction(app, async () => Number(await enter(app, stranger.client, desk))),
  },
  {
    title: "Somebody enters with the hash of a session, as a stolen table would give it",
    no: "nothing",
    guards: ["line a session is looked up by its hash"],
    run: ({ app, desk }) =>
      inTransaction(app, async () =>
        Number(await enter(app, { ...desk.client, token: hash(desk.client.token).toString("hex") }, desk)),
      ),
  },
  {
    title: "Somebody enters with no secret, an empty one, and one that nobody has",
    no: "nothing",
    run: async ({ app, desk }) => {
      let entered = 0;
      for (const token of [null as never, "", secret()])
        entered += Number(await inTransaction(app, () => enter(app, { ...desk.client, token }, desk)));
      return entered;
    },
  },
  {
    title: "The assistant is let in while the client is removing them, and stays",
    no: "nothing",
    guards: ["line writers wait for each other"],
    run: async ({ app, other, desk, loose }) => {
      await app.query("BEGIN");
      await enter(app, desk.client, desk);
      await app.query("UPDATE memberships SET ended_at = now() WHERE user_id = $1", [desk.assistant.id]);
      const late = during(other, desk.assistant, desk, async () =>
        count(await other.query("UPDATE tasks SET title = 'Late' WHERE id = $1", [loose])),
      ).catch((error: unknown) => error);
      await app.query("COMMIT");
      const outcome = await late;
      if (outcome instanceof Error && !outcome.message.includes("nobody has proved")) throw outcome;
      return Number(outcome === 1);
    },
  },
];
