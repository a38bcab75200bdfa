import { type Desk, newBookCard, type World } from "../../support/fence/world";
import type { Answers, Row, Thing } from "./doors";

const desk = "/api/v1/w/[workspace]/address-books";
/** For an assistant there are no address books: not one that they may not change, none at all. */
const clientsOwn: Answers = ["200", "404 not-found", "404 not-found"];
const refusedFirst: Answers = ["400 invalid", "403 only-client", "403 only-client"];
const server = { address: "https://127.0.0.1:9/", username: "mira", password: "a password" };
const href = "/mira/book/noor.vcf";

const card =
  (state: string) =>
  async (world: World, at: Desk, id: string): Promise<Partial<Thing>> => {
    await newBookCard(world, at, id, href, state);
    return {};
  };

/** Address books, by whom. What the table tries is refused or fails before anything leaves the machine: the address is private. */
export const bookRows: Row[] = [
  { door: `GET ${desk}`, on: "desk", answers: ["200", "200", "200"] },
  { door: `GET ${desk}/[id]`, on: "address book", answers: clientsOwn },
  {
    door: `POST ${desk}/look`,
    on: "desk",
    when: "inside a private network",
    body: () => server,
    answers: refusedFirst,
  },
  {
    door: `POST ${desk}`,
    on: "desk",
    when: "inside a private network",
    body: () => ({ ...server, name: "Friends", circle: "wider" }),
    answers: refusedFirst,
  },
  {
    door: `POST ${desk}/[id]/edit`,
    on: "address book",
    body: () => ({ name: "Friends" }),
    answers: clientsOwn,
  },
  {
    door: `POST ${desk}/[id]/pause`,
    on: "address book",
    body: () => ({ paused: true }),
    answers: clientsOwn,
  },
  { door: `POST ${desk}/[id]/remove`, on: "address book", body: () => ({}), answers: clientsOwn },
  { door: `POST ${desk}/[id]/sync`, on: "address book", body: () => ({ begin: true }), answers: clientsOwn },
  {
    door: `POST ${desk}/[id]/resolve`,
    on: "address book",
    before: card("conflict"),
    body: () => ({ href, version: 1, fields: { organization: "here" } }),
    answers: clientsOwn,
  },
  {
    door: `POST ${desk}/[id]/gone`,
    on: "address book",
    before: card("gone"),
    body: () => ({ href, person: "remove" }),
    answers: clientsOwn,
  },
];
