import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Attack, Scene } from "../../../support/fence/attack";
import { newProgram, newProgramId, type SignedIn } from "../../../support/fence/program-world";
import { newDraftAgent } from "../../../support/fence/token-world";
import { count, during, enter, inTransaction, type Someone } from "../../../support/fence/world";

const inPerson = "FH001 fence: somebody in person lets a program in, or sends it away";
const onesOwn = "FH001 fence: a program signs in as an agent of one's own";
const sendsAway = "FH001 fence: a program is sent away by whoever let it in, or by the client";
const ofWhoeverLetsIn = "FH001 fence: a code is made by whoever lets the program in";
const elsewhere = "FH008 fence: this belongs to another desk";
const verifier = "a verifier that nobody else has, of 43 letters";
const challenge = createHash("sha256").update(verifier).digest("base64url");
const back = "https://program.test/back";

type LetIn = { client?: string; agent?: Someone; desk?: string; days?: number; grant?: string };

async function run(s: Scene, sql: string, values: unknown[] = []): Promise<number> {
  return count(await s.app.query(sql, values));
}

/** What somebody does in person, or through another door. */
function as(s: Scene, who: Someone, work: () => Promise<number>, how = {}): Promise<number> {
  return during(s.app, who, s.desk, work, how);
}

/** Lets a program in, in plain SQL, with whatever the app may say of it. */
async function letIn(s: Scene, asked: LetIn): Promise<number> {
  const { desk = s.desk.id, days = 30, grant = randomUUID() } = asked;
  const client = asked.client ?? (await newProgramId(s));
  const agent = asked.agent ?? (await newDraftAgent(s, s.desk));
  return run(
    s,
    `INSERT INTO oauth_grants (workspace_id, id, client_id, user_id, scopes, expires_at)
     VALUES ($1, $2, $3, $4, '{tasks:read,tasks:write}', date_trunc('milliseconds', now()) + make_interval(days => $5))`,
    [desk, grant, client, agent.id, days],
  );
}

/** Makes a code for a sign-in. */
async function makeCode(
  s: Scene,
  grant: string,
  code: string,
  redirect = back,
  desk = s.desk.id,
): Promise<number> {
  return run(
    s,
    "INSERT INTO oauth_codes (workspace_id, grant_id, code_hash, redirect_uri, challenge) VALUES ($1, $2, sha256(convert_to($3, 'UTF8')), $4, $5)",
    [desk, grant, code, redirect, challenge],
  );
}

type Coded = { client: string; grant: string; code: string; agent: Someone };

/** A program that the assistant has let in, with its code on the way. */
async function coded(s: Scene): Promise<Coded> {
  const [client, grant, code] = [await newProgramId(s), randomUUID(), randomUUID()];
  const agent = await newDraftAgent(s, s.desk);
  await as(s, s.desk.assistant, async () => {
    await letIn(s, { client, grant, agent });
    return makeCode(s, grant, code);
  });
  return { client, grant, code, agent };
}

const take = (s: Scene, code: string) => run(s, "SELECT FROM fence.take_code($1)", [code]);

type Proof = { client?: string; verifier?: string | null; redirect?: string; access?: string };

function mint(s: Scene, of: Coded, proof: Proof = {}): Promise<number> {
  const { access = `fh.${randomBytes(32).toString("base64url")}`, redirect = back } = proof;
  return run(s, "SELECT FROM fence.mint_by_code($1, $2, $3, $4, $5, $6)", [
    of.code,
    proof.client ?? of.client,
    proof.verifier === undefined ? verifier : proof.verifier,
    redirect,
    access,
    randomUUID(),
  ]);
}

function renew(
  s: Scene,
  of: SignedIn,
  { client = of.client, scopes = ["tasks:read"] } = {},
): Promise<number> {
  return run(s, "SELECT FROM fence.mint_by_refresh($1, $2, $3, $4, $5)", [
    of.refresh,
    client,
    scopes,
    `fh.${randomBytes(32).toString("base64url")}`,
    randomUUID(),
  ]);
}

/** How many doors a token opens: none, or one. */
function opens(s: Scene, who: Someone): Promise<number> {
  return inTransaction(s.app, async () =>
    Number(await enter(s.app, who, s.desk, { door: "api", write: false })),
  );
}

/** A code that was taken, and what is then wrong with what comes along. */
function withCode(title: string, guard: string, proof: (s: Scene) => Proof, spoil?: string): Attack {
  return {
    title: `A code is turned into a token ${title}`,
    no: "nothing",
    guards: [`line ${guard}`],
    run: async (s) => {
      const of = await coded(s);
      await take(s, of.code);
      if (spoil) await s.sudo.query(spoil, [of.grant]);
      return mint(s, of, proof(s));
    },
  };
}

/** A sign-in that is no longer what it was, and is renewed nevertheless. */
function renewed(title: string, guard: string, spoil: (s: Scene, of: SignedIn) => Promise<unknown>): Attack {
  return {
    title: `A sign-in is renewed ${title}`,
    no: "nothing",
    guards: [`line ${guard}`],
    run: async (s) => {
      const of = await newProgram(s, s.desk, { owner: s.desk.assistant });
      await spoil(s, of);
      return renew(s, of);
    },
  };
}

/** A sign-in that says what it must not, with none of the triggers firing. Nothing is kept. */
function row(title: string, no: string, set: string): Attack {
  return {
    title: `A broken trigger lets ${title}`,
    no,
    run: async (s) => {
      const { id } = await newProgram(s, s.desk);
      await s.owner.query("BEGIN; ALTER TABLE oauth_grants DISABLE TRIGGER USER");
      try {
        const said = set.replaceAll(":stranger", `'${s.stranger.client.id}'`);
        return count(
          await s.owner.query(
            `UPDATE oauth_grants SET ${said.replaceAll(":assistant", `'${s.desk.assistant.id}'`)} WHERE id = $1`,
            [id],
          ),
        );
      } finally {
        await s.owner.query("ROLLBACK");
      }
    },
  };
}

/** Programs that sign in: who lets one in, what turns a code into a token, and what renews one. */
export const programs: Attack[] = [
  ...["api", "mail", "import"].map(
    (door): Attack => ({
      title: `Somebody's session lets a program in through the door "${door}"`,
      no: inPerson,
      run: (s) => as(s, s.desk.assistant, () => letIn(s, {}), { door }),
    }),
  ),
  {
    title: "A job lets a program in",
    no: inPerson,
    run: (s) =>
      inTransaction(s.app, async () => {
        await s.app.query("SELECT fence.enter_job($1, $2, 'try')", [s.jobSecret, s.desk.id]);
        return letIn(s, {});
      }),
  },
  {
    title: "The client lets a program in as an agent that the assistant answers for",
    no: onesOwn,
    guards: ["line a program is of an agent of one's own"],
    run: (s) => as(s, s.desk.client, () => letIn(s, {})),
  },
  {
    title: "The assistant lets a program in as an agent that somebody else answers for",
    no: onesOwn,
    guards: ["line a program is of an agent of one's own"],
    run: (s) => as(s, s.desk.assistant, () => letIn(s, { agent: s.desk.agent })),
  },
  {
    title: "The assistant lets a program in as themselves, whose words would be taken for theirs",
    no: onesOwn,
    guards: ["line a program is of an agent of one's own"],
    run: (s) => as(s, s.desk.assistant, () => letIn(s, { agent: s.desk.assistant })),
  },
  {
    title: "The assistant lets a program in at a stranger's desk",
    no: elsewhere,
    run: (s) => as(s, s.desk.assistant, () => letIn(s, { desk: s.stranger.id })),
  },
  {
    title: "Somebody lets a program in for longer than ninety days",
    no: "23514 grants_end",
    run: (s) => as(s, s.desk.assistant, () => letIn(s, { days: 91 })),
  },
  {
    title: "A program is called whatever the statement says",
    no: "42501 permission denied for table oauth_grants",
    guards: ["grant INSERT (name) ON oauth_grants"],
    run: async (s) => {
      const [client, agent] = [await newProgramId(s), await newDraftAgent(s, s.desk)];
      return as(s, s.desk.assistant, () =>
        run(
          s,
          `INSERT INTO oauth_grants (workspace_id, id, client_id, user_id, scopes, expires_at, name)
           VALUES ($1, gen_random_uuid(), $2, $3, '{tasks:read}', now() + interval '1 day', 'Your bank')`,
          [s.desk.id, client, agent.id],
        ),
      );
    },
  },
  {
    title: "A program is given more scopes afterwards",
    no: "42501 permission denied for table oauth_grants",
    guards: ["grant UPDATE (scopes) ON oauth_grants"],
    run: async (s) => {
      const { id } = await newProgram(s, s.desk, { owner: s.desk.assistant });
      return as(s, s.desk.assistant, () =>
        run(s, "UPDATE oauth_grants SET scopes = '{history:read}', ended_at = now() WHERE id = $1", [id]),
      );
    },
  },
  {
    title: "A program that was sent away is let in again",
    no: sendsAway,
    run: async (s) => {
      const { id } = await newProgram(s, s.desk, { owner: s.desk.assistant });
      const end = (how: string) => run(s, `UPDATE oauth_grants SET ended_at = ${how} WHERE id = $1`, [id]);
      await as(s, s.desk.assistant, () => end("now()"));
      return as(s, s.desk.assistant, () => end("NULL"));
    },
  },
  {
    title: "An agent sends away the program that it is",
    no: sendsAway,
    run: async (s) => {
      const { id } = await newProgram(s, s.desk, { agent: s.desk.agent });
      return as(s, s.desk.agent, () =>
        run(s, "UPDATE oauth_grants SET ended_at = now() WHERE id = $1", [id]),
      );
    },
  },
  {
    title: "The assistant sends the client's program away",
    no: "nothing",
    guards: ["policy oauth_grants.of_ones_own"],
    run: async (s) => {
      const { id } = await newProgram(s, s.desk);
      return as(s, s.desk.assistant, () => run(s, "SELECT FROM oauth_grants WHERE id = $1", [id]), {
        write: false,
      });
    },
  },
  {
    title: "The client sees a stranger's program",
    no: "nothing",
    guards: ["policy oauth_grants.own_desk"],
    run: async (s) => {
      const { id } = await newProgram(s, s.stranger);
      return as(s, s.desk.client, () => run(s, "SELECT FROM oauth_grants WHERE id = $1", [id]), {
        write: false,
      });
    },
  },
  {
    title: "The assistant reads in the history what the client's program is called",
    no: "nothing",
    guards: ["policy log_entries.of_programs_one_sees"],
    run: async (s) => {
      await s.sudo.query("UPDATE agents SET owner_id = $1 WHERE user_id = $2", [
        s.desk.client.id,
        s.desk.agent.id,
      ]);
      await as(s, s.desk.client, () => letIn(s, { agent: s.desk.agent }));
      return as(s, s.desk.assistant, () => run(s, "SELECT FROM log_entries WHERE subject = 'program'"), {
        write: false,
      });
    },
  },
  {
    title: "What a program held opens the desk after it was sent away",
    no: "nothing",
    guards: ["trigger oauth_grants.b_end_tokens"],
    run: async (s) => {
      const { id, token } = await newProgram(s, s.desk, { owner: s.desk.assistant });
      await as(s, s.desk.assistant, () =>
        run(s, "UPDATE oauth_grants SET ended_at = now() WHERE id = $1", [id]),
      );
      return opens(s, token);
    },
  },
  ...(["inserted", "updated"] as const).map(
    (how): Attack => ({
      title: `A program is ${how === "inserted" ? "let in" : "sent away"} without a line in the log`,
      no: "nothing",
      guards: [`trigger oauth_grants.z_log_${how}`],
      run: async (s) => {
        const { id } = await newProgram(s, s.desk, { owner: s.desk.assistant });
        await as(s, s.desk.assistant, () =>
          how === "inserted"
            ? letIn(s, {})
            : run(s, "UPDATE oauth_grants SET ended_at = now() WHERE id = $1", [id]),
        );
        return count(
          await s.sudo.query(
            "SELECT WHERE NOT EXISTS (SELECT 1 FROM log_entries WHERE workspace_id = $1 AND subject = 'program')",
            [s.desk.id],
          ),
        );
      },
    }),
  ),
  {
    title: "Somebody makes a code for a program that the assistant lets in",
    no: ofWhoeverLetsIn,
    run: async (s) => {
      const { grant } = await coded(s);
      return as(s, s.desk.client, () => makeCode(s, grant, randomUUID()));
    },
  },
  {
    title: "A second code is made for a program that is signed in",
    no: ofWhoeverLetsIn,
    run: async (s) => {
      const { id } = await newProgram(s, s.desk, { owner: s.desk.assistant });
      return as(s, s.desk.assistant, () => makeCode(s, id, randomUUID()));
    },
  },
  {
    title: "A code is made for a stranger's program",
    no: elsewhere,
    run: async (s) => {
      const { id } = await newProgram(s, s.stranger);
      return as(s, s.desk.assistant, () => makeCode(s, id, randomUUID(), back, s.stranger.id));
    },
  },
  ...[
    "https://elsewhere.test/back",
    "https://program.test/back/further",
    "https://program.test:444/back",
    "http://127.0.0.1:2/elsewhere",
    "http://127.0.0.1.elsewhere.test/back",
    "http://127.0.0.1:1@elsewhere.test/back",
  ].map(
    (redirect): Attack => ({
      title: `A code goes to ${redirect}`,
      no: "FH001 fence: a code goes to an address that the program named",
      run: (s) =>
        as(s, s.desk.assistant, async () => {
          const grant = randomUUID();
          await letIn(s, { grant });
          return makeCode(s, grant, randomUUID(), redirect);
        }),
    }),
  ),
  ...(["oauth_clients", "oauth_codes", "oauth_refreshes"] as const).map(
    (table): Attack => ({
      title: `Somebody looks into ${table}`,
      no: `42501 permission denied for table ${table}`,
      guards: [`grant SELECT ON ${table}`],
      run: async (s) => {
        await coded(s);
        await newProgram(s, s.desk);
        return as(s, s.desk.client, () => run(s, `SELECT FROM ${table}`));
      },
    }),
  ),
  {
    title: "Somebody makes a secret of their own to renew a program's token with",
    no: "42501 permission denied for table oauth_refreshes",
    guards: ["grant INSERT ON oauth_refreshes"],
    run: async (s) => {
      const { id } = await newProgram(s, s.desk, { owner: s.desk.assistant });
      return as(s, s.desk.assistant, () =>
        run(
          s,
          "INSERT INTO oauth_refreshes (refresh_hash, workspace_id, grant_id, made_at) VALUES (sha256('x'), $1, $2, now())",
          [s.desk.id, id],
        ),
      );
    },
  },
  {
    title: "The owner of the tables makes a program's token without any sign-in",
    no: "FH001 fence: a program gets its token by signing in",
    run: async (s) => {
      const { id, agent } = await newProgram(s, s.desk, { owner: s.desk.assistant });
      await s.owner.query("BEGIN");
      await s.owner.query("SELECT fence.enter($1, $2, 'screen', 'try', true)", [
        s.desk.assistant.token,
        s.desk.id,
      ]);
      return count(
        await s.owner.query(
          `INSERT INTO api_tokens (workspace_id, id, name, user_id, token_hash, shown, scopes, grant_id, expires_at)
           VALUES ($1, gen_random_uuid(), 'Mine', $2, sha256('x'), 'abcd', '{tasks:read}', $3, now() + interval '1 day')`,
          [s.desk.id, agent.id, id],
        ),
      );
    },
  },
  {
    title: "A code is taken twice",
    no: "nothing",
    guards: ["line a code is taken once"],
    run: async (s) => {
      const { code } = await coded(s);
      await take(s, code);
      return take(s, code);
    },
  },
  {
    title: "A token lives on when its code comes a second time",
    no: "nothing",
    guards: ["line a code that comes twice ends it all"],
    run: async (s) => {
      const of = await coded(s);
      const access = `fh.${randomBytes(32).toString("base64url")}`;
      await take(s, of.code);
      await mint(s, of, { access });
      await take(s, of.code);
      return opens(s, { ...of.agent, token: access });
    },
  },
  {
    title: "A code is turned into a token before it was taken",
    no: "nothing",
    guards: ["line a code is taken first"],
    run: async (s) => mint(s, await coded(s)),
  },
  {
    title: "A code is turned into two tokens",
    no: "nothing",
    guards: ["line a sign-in begins once"],
    run: async (s) => {
      const of = await coded(s);
      await take(s, of.code);
      await mint(s, of);
      return mint(s, of);
    },
  },
  withCode("by another program", "a code is for one program", () => ({ client: randomUUID() })),
  withCode("from another address", "a code is for one address", () => ({
    redirect: "http://127.0.0.1:1/back",
  })),
  withCode("with another verifier", "a code is for whoever asked", () => ({ verifier: "guessed" })),
  withCode("without a verifier", "a code needs a verifier", () => ({ verifier: null })),
  withCode(
    "after a minute",
    "a code is over after a minute",
    () => ({}),
    "UPDATE oauth_codes SET made_at = now() - interval '61 seconds' WHERE grant_id = $1",
  ),
  withCode(
    "while its agent is paused",
    "a code opens what stands",
    () => ({}),
    "UPDATE agents SET paused_at = now(), paused_by = owner_id WHERE user_id = (SELECT user_id FROM oauth_grants WHERE id = $1)",
  ),
  renewed("with a secret that was used", "a secret renews once", async (s, of) => {
    await renew(s, of);
  }),
  renewed("after it was ended", "a sign-in that ended is over", (s, { id }) =>
    s.sudo.query(
      "UPDATE oauth_grants SET ended_at = now(), ended_by = made_by, ended_why = 'person' WHERE id = $1",
      [id],
    ),
  ),
  renewed("after its last day", "a sign-in has a last day", (s, { id }) =>
    s.sudo.query(
      "UPDATE oauth_grants SET made_at = made_at - interval '31 days', expires_at = now() - interval '1 second' WHERE id = $1",
      [id],
    ),
  ),
  renewed("after its agent was removed", "a sign-in is of a member", (s, { agent }) =>
    s.sudo.query("UPDATE memberships SET ended_at = now() WHERE user_id = $1", [agent.id]),
  ),
  renewed("when somebody else answers for its agent", "a sign-in is its owner's word", (s, { agent }) =>
    s.sudo.query("UPDATE agents SET owner_id = $2 WHERE user_id = $1", [agent.id, s.desk.client.id]),
  ),
  renewed("when nobody answers for its agent", "a sign-in needs an owner who is here", (s) =>
    s.sudo.query("UPDATE memberships SET ended_at = now() WHERE user_id = $1", [s.desk.assistant.id]),
  ),
  renewed("while its agent is paused", "a paused sign-in rests", (s, { agent }) =>
    s.sudo.query("UPDATE agents SET paused_at = now(), paused_by = owner_id WHERE user_id = $1", [agent.id]),
  ),
  {
    title: "A sign-in is renewed after its token was ended by hand",
    no: "nothing",
    guards: ["line a token that was ended ends its sign-in"],
    run: async (s) => {
      const of = await newProgram(s, s.desk, { owner: s.desk.assistant });
      await s.sudo.query(
        "UPDATE api_tokens SET revoked_at = now(), revoked_by = made_by WHERE grant_id = $1",
        [of.id],
      );
      return renew(s, of);
    },
  },
  {
    title: "A sign-in is renewed by another program",
    no: "nothing",
    guards: ["line a secret is for one program"],
    run: async (s) =>
      renew(s, await newProgram(s, s.desk, { owner: s.desk.assistant }), { client: randomUUID() }),
  },
  {
    title: "A sign-in is renewed for more than was allowed",
    no: "nothing",
    guards: ["line a sign-in is renewed for no more"],
    run: async (s) =>
      renew(s, await newProgram(s, s.desk, { owner: s.desk.assistant }), {
        scopes: ["tasks:read", "history:read"],
      }),
  },
  {
    title: "The secret that comes twice leaves the token that it was renewed to",
    no: "nothing",
    guards: ["line a secret that comes twice ends it all"],
    run: async (s) => {
      const of = await newProgram(s, s.desk, { owner: s.desk.assistant });
      await renew(s, of);
      await run(s, "SELECT FROM fence.read_refresh($1)", [of.refresh]);
      return count(
        await s.sudo.query("SELECT FROM api_tokens WHERE grant_id = $1 AND revoked_at IS NULL", [of.id]),
      );
    },
  },
  row(
    "a sign-in last longer than ninety days",
    "23514 grants_end",
    "expires_at = made_at + interval '91 days'",
  ),
  row("a sign-in end without anybody's word", "23514 ending_is_whole", "ended_at = now()"),
  row(
    "a sign-in end for no reason that there is",
    "23514 oauth_grants_ended_why_check",
    "ended_at = now(), ended_by = made_by, ended_why = 'bored'",
  ),
  row("a sign-in be for anything", "23514 oauth_grants_scopes_check", "scopes = '{everything}'"),
  row(
    "a program sign in as a person",
    "23503 oauth_grants_workspace_id_user_id_fkey",
    "user_id = :assistant",
  ),
  row("a stranger let a program in", "23503 oauth_grants_workspace_id_made_by_fkey", "made_by = :stranger"),
  row("a program in that nobody knows", "23503 oauth_grants_client_id_fkey", "client_id = 'nobody'"),
  {
    title: "A program takes another one's leave",
    no: "nothing",
    guards: ["line a program takes its own leave"],
    run: async (s) => {
      const of = await newProgram(s, s.desk, { owner: s.desk.assistant });
      await run(s, "SELECT fence.leave_as_program($1, $2)", [of.refresh, randomUUID()]);
      return count(
        await s.sudo.query("SELECT FROM oauth_grants WHERE id = $1 AND ended_at IS NOT NULL", [of.id]),
      );
    },
  },
];
