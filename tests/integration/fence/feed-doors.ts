import type { Desk, World } from "../../support/fence/world";
import type { Answers, Row, Thing } from "./doors";

const desk = "/api/v1/w/[workspace]/feeds";
/** Where the client's calendar is read is no assistant's to know. */
const clientsOwn: Answers = ["200", "404 not-found", "404 not-found"];
const version = ({ version }: Thing) => ({ version });

/** The feed becomes the assistant's own view. */
async function anasOwn({ sudo }: World, { assistant }: Desk, id: string): Promise<Partial<Thing>> {
  await sudo.query("UPDATE feeds SET scope = 'assistant', for_user = $2, name = 'My view' WHERE id = $1", [
    id,
    assistant.id,
  ]);
  return {};
}

/** Addresses at which the calendar is read elsewhere, by whom: the client's for all of it, each assistant's for their own view. */
export const feedRows: Row[] = [
  { door: `GET ${desk}`, on: "desk", answers: ["200", "200", "200"] },
  ...["all", "birthdays"].map(
    (scope): Row => ({
      door: `POST ${desk}`,
      on: "desk",
      when: `for ${scope}`,
      body: () => ({ name: "My phone", scope }),
      answers: ["200", "403 only-client", "403 only-client"],
    }),
  ),
  {
    door: `POST ${desk}`,
    on: "desk",
    when: "for one's own view",
    body: () => ({ name: "My phone", scope: "assistant" }),
    answers: ["400 invalid", "200", "200"],
  },
  {
    door: `POST ${desk}`,
    on: "desk",
    when: "for the view of somebody who is not on the desk",
    body: ({ id }) => ({ name: "My phone", scope: "assistant", forUser: id }),
    answers: ["400 invalid", "403 only-client", "403 only-client"],
  },
  { door: `POST ${desk}/[id]/reissue`, on: "feed", body: version, answers: clientsOwn },
  { door: `POST ${desk}/[id]/revoke`, on: "feed", body: version, answers: clientsOwn },
  ...["reissue", "revoke"].map(
    (verb): Row => ({
      door: `POST ${desk}/[id]/${verb}`,
      on: "feed",
      when: "of the assistant's own view",
      before: anasOwn,
      body: version,
      answers: ["200", "200", "404 not-found"],
    }),
  ),
];
