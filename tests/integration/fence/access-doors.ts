import type { Desk, World } from "../../support/fence/world";
import type { Answers, Row, Thing } from "./doors";

const api = "/api/v1/w/[workspace]";
const all: Answers = ["200", "200", "200"];
const onlyClient: Answers = ["200", "403 only-client", "403 only-client"];
/** Quill is Ana's to answer for. */
const clientAndOwner: Answers = ["200", "200", "403 only-client"];
/** What programs the client has is no assistant's to know. */
const clientsOwn: Answers = ["200", "404 not-found", "404 not-found"];
const version = ({ version }: Thing) => ({ version });

async function anasOwn({ sudo }: World, { assistant }: Desk, id: string): Promise<Partial<Thing>> {
  await sudo.query("UPDATE api_tokens SET user_id = $2, made_by = $2 WHERE id = $1", [id, assistant.id]);
  return {};
}

async function pausedBy({ sudo }: World, by: string, id: string): Promise<Partial<Thing>> {
  await sudo.query("UPDATE agents SET paused_at = now(), paused_by = $2 WHERE user_id = $1", [id, by]);
  return {};
}

/** Tokens and agents: everybody's own tokens, the client's say over agents, their owners' to stop. */
export const accessRows: Row[] = [
  { door: `GET ${api}/tokens`, on: "desk", answers: all },
  {
    door: `POST ${api}/tokens`,
    on: "desk",
    body: () => ({ name: "My program", scopes: ["tasks:read", "tasks:write"] }),
    answers: all,
  },
  {
    door: `POST ${api}/tokens`,
    on: "desk",
    when: "for somebody else",
    body: ({ id }) => ({ name: "Their program", scopes: ["tasks:read"], forUser: id }),
    answers: ["400 invalid", "400 invalid", "400 invalid"],
  },
  {
    door: `POST ${api}/tokens`,
    on: "agent",
    when: "for the assistant's agent",
    body: ({ id }) => ({ name: "Quill", scopes: ["tasks:read"], forUser: id }),
    answers: ["400 invalid", "200", "400 invalid"],
  },
  { door: `POST ${api}/tokens/[id]/revoke`, on: "token", body: version, answers: clientsOwn },
  {
    door: `POST ${api}/tokens/[id]/revoke`,
    on: "token",
    when: "of the assistant's own",
    before: anasOwn,
    body: version,
    answers: ["200", "200", "404 not-found"],
  },
  { door: `GET ${api}/agents`, on: "desk", answers: all },
  { door: `POST ${api}/agents`, on: "desk", body: () => ({ name: "Nib" }), answers: onlyClient },
  {
    door: `POST ${api}/agents`,
    on: "desk",
    when: "for somebody who is not on the desk",
    body: ({ id }) => ({ name: "Nib", ownerId: id }),
    answers: ["400 invalid", "403 only-client", "403 only-client"],
  },
  {
    door: `POST ${api}/agents/[id]/edit`,
    on: "agent",
    body: ({ version }) => ({ version, mayFinish: true, dailyLimit: 20 }),
    answers: onlyClient,
  },
  { door: `POST ${api}/agents/[id]/pause`, on: "agent", answers: clientAndOwner },
  {
    door: `POST ${api}/agents/[id]/wake`,
    on: "agent",
    when: "that the assistant has paused",
    before: (world, desk, id) => pausedBy(world, desk.assistant.id, id),
    answers: clientAndOwner,
  },
  {
    door: `POST ${api}/agents/[id]/wake`,
    on: "agent",
    when: "that the client has paused",
    before: (world, desk, id) => pausedBy(world, desk.client.id, id),
    answers: onlyClient,
  },
  { door: `POST ${api}/agents/[id]/remove`, on: "agent", answers: onlyClient },
];
