import { randomUUID } from "node:crypto";
import type { Attack, Scene } from "../../../support/fence/attack";
import {
  anotherTask,
  approved,
  as,
  asJob,
  everything,
  newAccount,
  newKey,
  proving as proofOf,
  really,
  set,
  type Words,
} from "../../../support/fence/words";
import { count, during } from "../../../support/fence/world";

const onlyClient = "FH004 fence: only the client says that it was them";
const ofApproval = "FH004 fence: a proof is of an approval that stands";
const stays = "FH008 fence: a proof stays as it was signed";
const putAway = "FH004 fence: a key that was put away stays away";
const clients = "FH003 fence: only the client changes this";
const elsewhere = "FH008 fence: this belongs to another desk";

/** Approved words with "Personally written" on them. */
async function proved(s: Scene): Promise<Words> {
  const w = await approved(s);
  await as(s, "client", proofOf(s, w, await newKey(s, s.desk)));
  return w;
}

/** What the client alone may make, on a desk and with a new id. */
const made: Record<string, (desk: string, id: string) => string> = {
  proof_keys: (desk, id) =>
    `INSERT INTO proof_keys (workspace_id, id, public_key, sealed) VALUES ('${desk}', '${id}', decode(repeat('07', 32), 'hex'), '\\x01')`,
  voice_sheets: (desk) => `INSERT INTO voice_sheets (workspace_id, greeting) VALUES ('${desk}', 'Dear')`,
  account_mailboxes: (desk, id) =>
    `INSERT INTO account_mailboxes (workspace_id, account_id, host, port, security, username, sealed) VALUES ('${desk}', '${id}', 'mail.test.invalid', 465, 'tls', 'mira', '\\x01')`,
};

/** How each of them is changed. */
const changed: Record<string, string> = {
  voice_sheets: "UPDATE voice_sheets SET greeting = 'Hey'",
  accounts: "UPDATE accounts SET signature = 'Ana'",
};

function ofStrangers(s: Scene, sql: string): Promise<number> {
  return during(s.app, s.stranger.client, s.stranger, async () => count(await s.app.query(sql)));
}

async function asOwner(s: Scene, sql: string, values: unknown[]): Promise<number> {
  await s.owner.query("BEGIN");
  await s.owner.query("SELECT fence.enter($1, $2, 'screen', 'try', true)", [s.desk.client.token, s.desk.id]);
  return count(await s.owner.query(sql, values));
}

/** Around fence 5: "Personally written", its keys, and what else is the client's alone to say about their words. */
export const proving: Attack[] = [
  ...(["assistant", "agent"] as const).map(
    (who): Attack => ({
      title: `The ${who} says that the client wrote it personally`,
      no: onlyClient,
      run: async (s) => as(s, who, proofOf(s, await approved(s), await newKey(s, s.desk))),
    }),
  ),
  {
    title: "A background job says that the client wrote it personally",
    no: onlyClient,
    run: async (s) => asJob(s, proofOf(s, await approved(s), await newKey(s, s.desk))),
  },
  ...["api", "import"].map(
    (door): Attack => ({
      title: `The client's own session says that it was them through the door ${door}`,
      no: onlyClient,
      guards: ["line it is said in person"],
      run: async (s) => as(s, "client", proofOf(s, await approved(s), await newKey(s, s.desk)), [], { door }),
    }),
  ),
  {
    title: "The client proves an approval that was taken back",
    no: ofApproval,
    guards: ["line what is proved stands"],
    run: async (s) => {
      const w = await approved(s);
      await as(s, "client", set(w, "submitted"));
      return as(s, "client", proofOf(s, w, await newKey(s, s.desk)));
    },
  },
  {
    title: "The client proves words by the approval of other words",
    no: ofApproval,
    guards: ["line a proof is of the words that were approved"],
    run: async (s) => {
      const [one, two] = [await approved(s), await approved(s, { task: await anotherTask(s) })];
      return as(s, "client", proofOf(s, { ...one, approval: two.approval }, await newKey(s, s.desk)));
    },
  },
  ...["retired_at", "revoked_at"].map(
    (column): Attack => ({
      title: `The client proves with a key whose ${column} has come`,
      no: ofApproval,
      guards: [`line a proof is signed with a key that is not ${column}`],
      run: async (s) => {
        const key = await newKey(s, s.desk);
        await s.sudo.query(`UPDATE proof_keys SET ${column} = now() WHERE id = $1`, [key]);
        return as(s, "client", proofOf(s, await approved(s), key));
      },
    }),
  ),
  {
    title: "The client proves with a stranger's key",
    no: ofApproval,
    run: async (s) => as(s, "client", proofOf(s, await approved(s), await newKey(s, s.stranger))),
  },
  {
    title: "The client of one desk proves words of another",
    no: stays,
    run: async (s) => ofStrangers(s, proofOf(s, await approved(s), await newKey(s, s.desk))),
  },
  {
    title: "One approval is proved twice",
    no: "23505 proofs_workspace_id_approval_id_key",
    run: async (s) => {
      const w = await proved(s);
      return as(s, "client", proofOf(s, { ...w, sending: randomUUID() }, await keyOf(s)));
    },
  },
  {
    title: "The assistant revokes a proof",
    no: onlyClient,
    run: async (s) => {
      await proved(s);
      return as(s, "assistant", "UPDATE proofs SET revoked_at = now()");
    },
  },
  {
    title: "The client takes a revocation back",
    no: "FH004 fence: what was revoked stays so",
    run: async (s) => {
      await proved(s);
      await as(s, "client", "UPDATE proofs SET revoked_at = now()");
      return as(s, "client", "UPDATE proofs SET revoked_at = NULL");
    },
  },
  ...["payload = '{}'", "signed = ''", "key_id = gen_random_uuid()", "token = 'x'"].map(
    (sql): Attack => ({
      title: `The client's own session changes a proof: ${sql}`,
      no: "42501 permission denied for table proofs",
      guards: ["grant UPDATE (payload) ON proofs"],
      run: async (s) => {
        await proved(s);
        return as(s, "client", `UPDATE proofs SET ${sql}`);
      },
    }),
  ),
  {
    title: "Even the owner of the tables writes another statement into a proof",
    no: stays,
    run: async (s) =>
      asOwner(s, "UPDATE proofs SET payload = '{}x' WHERE draft_id = $1", [(await proved(s)).draft]),
  },
  ...["retired_at", "revoked_at"].map(
    (column): Attack => ({
      title: `The client's own session brings back a key whose ${column} has come`,
      no: putAway,
      run: async (s) => {
        const key = await newKey(s, s.desk);
        await as(s, "client", `UPDATE proof_keys SET ${column} = now() WHERE id = $1`, [key]);
        return as(s, "client", `UPDATE proof_keys SET ${column} = NULL WHERE id = $1`, [key]);
      },
    }),
  ),
  {
    title: "Two keys sign at once",
    no: "23505 proof_keys_one_signing",
    run: async (s) => {
      await newKey(s, s.desk);
      return as(s, "client", made.proof_keys?.(s.desk.id, randomUUID()) ?? "");
    },
  },
  {
    title: "The client's own session exchanges the public key",
    no: "42501 permission denied for table proof_keys",
    run: async (s) => {
      await newKey(s, s.desk);
      return as(s, "client", "UPDATE proof_keys SET public_key = decode(repeat('09', 32), 'hex')");
    },
  },
  ...["proof_keys", "account_mailboxes"].map(
    (table): Attack => ({
      title: `The assistant reads ${table}`,
      no: "nothing",
      guards: [`policy ${table}.for_client_and_jobs`],
      run: async (s) => {
        await everything(s, s.desk, s.strict);
        return as(s, "assistant", `SELECT FROM ${table}`);
      },
    }),
  ),
  ...Object.entries(made).flatMap(([table, sql]): Attack[] => [
    ...(["assistant", "job"] as const).map(
      (who): Attack => ({
        title: `The ${who} writes ${table}`,
        no: clients,
        run: async (s) => {
          const statement = sql(s.desk.id, await newAccount(s, s.desk));
          return who === "job" ? asJob(s, statement) : as(s, who, statement);
        },
      }),
    ),
    {
      title: `The client of one desk writes ${table} of another`,
      no: elsewhere,
      run: async (s) => ofStrangers(s, sql(s.desk.id, await newAccount(s, s.desk))),
    },
  ]),
  ...Object.entries(changed).flatMap(([table, sql]) =>
    (["assistant", "job"] as const).map(
      (who): Attack => ({
        title: `The ${who} changes ${table}`,
        no: clients,
        run: async (s) => {
          await everything(s, s.desk, s.strict);
          return who === "job" ? asJob(s, sql) : as(s, who, sql);
        },
      }),
    ),
  ),
  {
    title: "A background job sends the client's mail through another server",
    no: clients,
    run: async (s) => {
      await everything(s, s.desk, s.strict);
      return asJob(s, "UPDATE account_mailboxes SET host = 'else.test.invalid'");
    },
  },
  {
    title: "The client lets assistants send in a personal voice",
    no: "23514 leave_is_for_company_voices",
    run: async (s) => {
      await newAccount(s, s.desk);
      return as(s, "client", "UPDATE accounts SET assistants_send = true");
    },
  },
  {
    title: "The client of one desk writes phrases of another",
    no: elsewhere,
    run: (s) =>
      ofStrangers(
        s,
        `INSERT INTO phrases (workspace_id, id, language, title, text) VALUES ('${s.desk.id}', gen_random_uuid(), 'en', 'Thanks', 'Thanks')`,
      ),
  },
  ...["accounts", "phrases", "voice_sheets", "proof_keys"].map(
    (table): Attack => ({
      title: `A change of ${table} leaves its version as it was`,
      no: "nothing",
      guards: [`trigger ${table}.${table === "phrases" ? "a" : "b"}_guard`],
      run: async (s) => {
        await everything(s, s.desk, s.strict);
        const set = {
          accounts: "name = 'x'",
          phrases: "title = 'x'",
          voice_sheets: "greeting = 'x'",
          proof_keys: "retired_at = now()",
        }[table];
        await as(s, "client", `UPDATE ${table} SET ${set}`);
        return really(s, `SELECT FROM ${table} WHERE workspace_id = $1 AND version <> 2`, [s.desk.id]);
      },
    }),
  ),
];

async function keyOf(s: Scene): Promise<string> {
  return (await s.sudo.query("SELECT id FROM proof_keys WHERE workspace_id = $1", [s.desk.id])).rows[0].id;
}
