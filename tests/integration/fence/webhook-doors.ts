import type { Desk, World } from "../../support/fence/world";
import type { Answers, Row, Thing } from "./doors";

const desk = "/api/v1/w/[workspace]";
const webhook = `${desk}/webhooks/[id]`;
/** Where the client has the desk told is no assistant's to know. */
const clientsOwn: Answers = ["200", "404 not-found", "404 not-found"];
const version = ({ version }: Thing) => ({ version });
const where = { name: "Home automation", url: "https://told.test/", about: ["tasks"] };

/** The webhook becomes the assistant's own. */
async function anasOwn({ sudo }: World, { assistant }: Desk, id: string): Promise<Partial<Thing>> {
  await sudo.query("UPDATE webhooks SET made_by = $2, name = 'My programs' WHERE id = $1", [
    id,
    assistant.id,
  ]);
  return {};
}

/** What the client stopped. */
async function stopped({ sudo }: World, { client }: Desk, id: string): Promise<Partial<Thing>> {
  await sudo.query(
    "UPDATE webhooks SET paused_at = now(), paused_by = $2, paused_why = 'hand' WHERE id = $1",
    [id, client.id],
  );
  return {};
}

/** Programs that are told what changes, by whom: people make them for themselves, and the client stops anybody's. */
export const webhookRows: Row[] = [
  { door: `GET ${desk}/webhooks`, on: "desk", answers: ["200", "200", "200"] },
  {
    door: `POST ${desk}/webhooks`,
    on: "desk",
    body: () => where,
    answers: ["200", "200", "403 in-person"],
  },
  { door: `GET ${webhook}`, on: "webhook", answers: clientsOwn },
  { door: `GET ${webhook}/deliveries`, on: "webhook", answers: clientsOwn },
  {
    door: `POST ${webhook}/edit`,
    on: "webhook",
    body: (thing) => ({ ...where, ...version(thing) }),
    answers: clientsOwn,
  },
  { door: `POST ${webhook}/test`, on: "webhook", answers: clientsOwn },
  ...["rotate", "pause", "wake", "remove"].map(
    (verb): Row => ({ door: `POST ${webhook}/${verb}`, on: "webhook", body: version, answers: clientsOwn }),
  ),
  ...["pause", "wake", "remove"].map(
    (verb): Row => ({
      door: `POST ${webhook}/${verb}`,
      on: "webhook",
      when: "of the assistant’s own",
      before: anasOwn,
      body: version,
      answers: ["200", "200", "404 not-found"],
    }),
  ),
  {
    door: `POST ${webhook}/wake`,
    on: "webhook",
    when: "of the assistant’s own, which the client stopped",
    before: async (world, there, id) => ({
      ...(await anasOwn(world, there, id)),
      ...(await stopped(world, there, id)),
    }),
    body: version,
    answers: ["200", "403 only-client", "404 not-found"],
  },
  {
    door: `POST ${desk}/webhook-deliveries/[id]/replay`,
    on: "webhook delivery",
    answers: clientsOwn,
  },
];
