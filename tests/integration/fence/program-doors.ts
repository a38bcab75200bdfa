import { newProgram } from "../../support/fence/program-world";
import type { Desk, World } from "../../support/fence/world";
import type { Answers, Row, Thing } from "./doors";

const programs = "/api/v1/w/[workspace]/programs";
const all: Answers = ["200", "200", "200"];
/** What programs the client has let in is no assistant's to know. */
const clientsOwn: Answers = ["200", "404 not-found", "404 not-found"];
const version = ({ version }: Thing) => ({ version });

async function anasOwn(world: World, desk: Desk, id: string): Promise<Partial<Thing>> {
  const { agent } = await newProgram(world, desk, { owner: desk.assistant });
  await world.sudo.query("UPDATE oauth_grants SET user_id = $2, made_by = $3 WHERE id = $1", [
    id,
    agent.id,
    desk.assistant.id,
  ]);
  await world.sudo.query("UPDATE api_tokens SET user_id = $2, made_by = $3 WHERE grant_id = $1", [
    id,
    agent.id,
    desk.assistant.id,
  ]);
  return {};
}

async function pens({ sudo }: World, { agent }: Desk, id: string): Promise<Partial<Thing>> {
  await sudo.query("UPDATE oauth_grants SET user_id = $2 WHERE id = $1", [id, agent.id]);
  return {};
}

async function over({ sudo }: World, { client }: Desk, id: string): Promise<Partial<Thing>> {
  await sudo.query(
    "UPDATE oauth_grants SET ended_at = now(), ended_by = $2, ended_why = 'person' WHERE id = $1",
    [id, client.id],
  );
  return {};
}

/** Programs that are signed in: whoever let one in sends it away, and so does the client. */
export const programRows: Row[] = [
  { door: `GET ${programs}`, on: "desk", answers: all },
  { door: `POST ${programs}/[id]/end`, on: "program", body: version, answers: clientsOwn },
  {
    door: `POST ${programs}/[id]/end`,
    on: "program",
    when: "which the assistant let in",
    before: anasOwn,
    body: version,
    answers: ["200", "200", "404 not-found"],
  },
  {
    door: `POST ${programs}/[id]/end`,
    on: "program",
    when: "which is the agent itself",
    before: pens,
    body: version,
    answers: ["200", "404 not-found", "403 in-person"],
  },
  {
    door: `POST ${programs}/[id]/end`,
    on: "program",
    when: "which is over",
    before: over,
    body: version,
    answers: ["404 not-found", "404 not-found", "404 not-found"],
  },
];
