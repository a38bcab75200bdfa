import { randomUUID } from "node:crypto";
import type { Attack, Scene } from "../../../support/fence/attack";
import { count, hash, type Someone, secret } from "../../../support/fence/world";

// Signing in connects as a role of its own, which alone may call these; the owner stands for it here.

/** How many desks are founded by whoever holds this session: none, or one. */
async function found(s: Scene, who: Someone): Promise<number> {
  const id = randomUUID();
  await s.owner.query("SELECT fence.found_another_desk($1, $2, $3, 'Mine', 'UTC', 'blue')", [
    who.token,
    id,
    `desk-${id.slice(0, 13)}`,
  ]);
  return desks(s, id);
}

/** The same with an invitation of the host's. */
async function foundInvited(s: Scene, who: Someone, invitation: string): Promise<number> {
  const id = randomUUID();
  await s.owner.query("SELECT fence.found_by_invitation($1, $2, $3, $4, 'Mine', 'UTC', 'blue')", [
    who.token,
    invitation,
    id,
    `desk-${id.slice(0, 13)}`,
  ]);
  return desks(s, id);
}

async function desks(s: Scene, id: string): Promise<number> {
  return count(await s.sudo.query("SELECT FROM workspaces WHERE id = $1", [id]));
}

/** An invitation of the host's to found a desk, for this address. */
async function invite(s: Scene, email: string, ends = "1 day"): Promise<string> {
  const invitation = secret();
  await s.sudo.query(
    "INSERT INTO desk_invitations (email, token_hash, expires_at) VALUES ($1, $2, now() + $3::interval)",
    [email, hash(invitation), ends],
  );
  return invitation;
}

const addressOf = (who: Someone) => `${who.id}@test.invalid`;

/** Somebody who has signed in and belongs to no desk. */
async function newcomer(s: Scene): Promise<Someone> {
  const one = { id: randomUUID(), token: secret(), name: "Nia Okafor" };
  await s.sudo.query("INSERT INTO users (id, name, email) VALUES ($1, $2, $3)", [
    one.id,
    one.name,
    addressOf(one),
  ]);
  await openSession(s, one);
  return one;
}

async function openSession(s: Scene, who: Someone, token = who.token): Promise<void> {
  await s.sudo.query(
    "INSERT INTO sessions (id, token_hash, user_id, expires_at) VALUES (gen_random_uuid(), $1, $2, now() + interval '1 day')",
    [hash(token), who.id],
  );
}

async function makeDemo(s: Scene): Promise<void> {
  await s.sudo.query("UPDATE workspaces SET is_demo = true WHERE id = $1", [s.desk.id]);
}

async function endSession(s: Scene, who: Someone): Promise<void> {
  await s.sudo.query("UPDATE sessions SET expires_at = now() WHERE user_id = $1", [who.id]);
}

/** With an invitation, in somebody's hands who may not use it. */
function invited(title: string, line: string, run: Attack["run"]): Attack {
  return { title, no: "nothing", guards: [`line ${line}`], run };
}

/** Around who founds a desk after the first one. */
export const founding: Attack[] = [
  ...[
    [
      "founds a desk",
      "SELECT fence.found_another_desk('', gen_random_uuid(), 'mine', 'Mine', 'UTC', 'blue')",
    ],
    [
      "founds a desk with an invitation",
      "SELECT fence.found_by_invitation('', '', gen_random_uuid(), 'mine', 'Mine', 'UTC', 'blue')",
    ],
    ["asks who may found a desk", "SELECT fence.may_found(gen_random_uuid())"],
    ["asks who may be invited", "SELECT fence.may_be_invited(gen_random_uuid())"],
    ["asks whose session that is", "SELECT fence.founder('')"],
    ["reads an invitation to found a desk", "SELECT fence.read_desk_invitation('')"],
  ].map(
    ([what, sql = ""]): Attack => ({
      title: `The role of the desks ${what}`,
      no: `42501 permission denied for function ${/fence\.(\w+)/.exec(sql)?.[1]}`,
      run: async ({ app }) => count(await app.query(sql)),
    }),
  ),
  {
    title: "The role of the desks invites somebody to found a desk",
    no: "42501 permission denied for table desk_invitations",
    run: async ({ app }) =>
      count(
        await app.query(
          "INSERT INTO desk_invitations (email, token_hash, expires_at) VALUES ('a@test.invalid', '', now())",
        ),
      ),
  },
  {
    title: "The demo's client, whom everybody can be, founds a desk",
    no: "nothing",
    guards: ["line the demo's accounts found nothing"],
    run: async (s) => {
      await makeDemo(s);
      return found(s, s.desk.client);
    },
  },
  {
    title: "An agent, with a session that it cannot have, founds a desk",
    no: "nothing",
    guards: ["line an agent founds nothing"],
    run: async (s) => found(s, s.desk.agent),
  },
  {
    title: "Somebody who was invited, and belongs nowhere yet, founds a desk",
    no: "nothing",
    guards: ["line a founder belongs to a desk"],
    run: async (s) => found(s, await newcomer(s)),
  },
  {
    title: "A session that is over founds a desk",
    no: "nothing",
    guards: ["line a founder's session has not ended"],
    run: async (s) => {
      await endSession(s, s.desk.client);
      return found(s, s.desk.client);
    },
  },
  {
    title: "A button that is pressed twice founds two desks",
    no: "nothing",
    guards: ["line a button pressed twice founds one desk"],
    run: async (s) => (await found(s, s.desk.client)) + (await found(s, s.desk.client)) - 1,
  },
  invited("An invitation founds two desks", "an invitation founds one desk", async (s) => {
    const nia = await newcomer(s);
    const invitation = await invite(s, addressOf(nia));
    return (await foundInvited(s, nia, invitation)) + (await foundInvited(s, nia, invitation)) - 1;
  }),
  invited("An invitation that is over founds a desk", "an invitation ends", async (s) => {
    const nia = await newcomer(s);
    return foundInvited(s, nia, await invite(s, addressOf(nia), "-1 minute"));
  }),
  invited("An invitation founds a desk for another address", "an invitation is for one address", async (s) =>
    foundInvited(s, s.stranger.client, await invite(s, "nia@test.invalid")),
  ),
  invited("A session that is over uses an invitation", "who is invited has a session", async (s) => {
    const nia = await newcomer(s);
    await endSession(s, nia);
    return foundInvited(s, nia, await invite(s, addressOf(nia)));
  }),
  invited(
    "The demo's client, whom everybody can be, uses an invitation",
    "the demo's client is nobody's",
    async (s) => {
      await makeDemo(s);
      return foundInvited(s, s.desk.client, await invite(s, addressOf(s.desk.client)));
    },
  ),
  invited(
    "Whom the demo signs everybody in as uses an invitation",
    "the demo's assistant is nobody's",
    async (s) => {
      await makeDemo(s);
      return foundInvited(s, s.desk.assistant, await invite(s, addressOf(s.desk.assistant)));
    },
  ),
  invited(
    "An agent, with a session that it cannot have, uses an invitation",
    "an agent is invited to nothing",
    async (s) => foundInvited(s, s.desk.agent, await invite(s, addressOf(s.desk.agent))),
  ),
  invited(
    "Who got in as an address in the demo stays in its desk",
    "who got in by the demo is out",
    async (s) => {
      await makeDemo(s);
      const nia = await newcomer(s);
      await s.sudo.query(
        "INSERT INTO memberships (workspace_id, user_id, role, joined_at) VALUES ($1, $2, 'assistant', now() + interval '1 minute')",
        [s.desk.id, nia.id],
      );
      await openSession(s, nia, secret());
      if ((await foundInvited(s, nia, await invite(s, addressOf(nia)))) === 0)
        throw new Error("no desk was founded");
      return count(await s.sudo.query("SELECT FROM sessions WHERE user_id = $1", [nia.id])) - 1;
    },
  ),
  invited("Who got in as an address before stays in its desk", "who got in before is out", async (s) => {
    const nia = await newcomer(s);
    await openSession(s, nia, secret());
    await foundInvited(s, nia, await invite(s, addressOf(nia)));
    return count(await s.sudo.query("SELECT FROM sessions WHERE user_id = $1", [nia.id])) - 1;
  }),
];
