import type { Desk, World } from "../../support/fence/world";
import type { Answers, Row, Thing } from "./doors";

const desk = "/api/v1/w/[workspace]";
const all: Answers = ["200", "200", "200"];
const onlyClient: Answers = ["200", "403 only-client", "403 only-client"];
const version = ({ version }: Thing) => ({ version });
const call = { how: "call", at: "2026-11-20T10:00:00Z" };

const removed =
  (table: "contacts" | "promises") =>
  async ({ sudo }: World, _: Desk, id: string): Promise<Partial<Thing>> => {
    await sudo.query(`UPDATE ${table} SET removed_at = now() WHERE id = $1`, [id]);
    return {};
  };

/** Contacts, promises, and how often one is in touch, by whom. */
export const touchRows: Row[] = [
  { door: `GET ${desk}/people/touch`, on: "desk", answers: all },
  { door: `GET ${desk}/people/[id]/story`, on: "person", answers: all },
  {
    door: `POST ${desk}/people/[id]/touch`,
    on: "person",
    body: (t) => ({ ...version(t), cadenceDays: 90 }),
    answers: all,
  },
  { door: `POST ${desk}/people/[id]/contacts`, on: "person", body: () => call, answers: all },
  {
    door: `POST ${desk}/people/[id]/contacts`,
    on: "person",
    when: "in private",
    body: () => ({ ...call, isPrivate: true }),
    answers: onlyClient,
  },
  {
    door: `POST ${desk}/contacts/[id]/edit`,
    on: "contact",
    body: (t) => ({ ...version(t), note: "About the garden" }),
    answers: all,
  },
  {
    door: `POST ${desk}/contacts/[id]/edit`,
    on: "contact",
    when: "in private",
    body: (t) => ({ ...version(t), isPrivate: true }),
    answers: onlyClient,
  },
  { door: `POST ${desk}/contacts/[id]/remove`, on: "contact", body: version, answers: all },
  {
    door: `POST ${desk}/contacts/[id]/restore`,
    on: "contact",
    before: removed("contacts"),
    body: version,
    answers: all,
  },
  {
    door: `POST ${desk}/people/[id]/promises`,
    on: "person",
    body: () => ({ text: "Send the photos", dueOn: "2027-05-03" }),
    answers: all,
  },
  {
    door: `POST ${desk}/people/[id]/promises`,
    on: "person",
    when: "in private",
    body: () => ({ text: "Send the photos", isPrivate: true }),
    answers: onlyClient,
  },
  {
    door: `POST ${desk}/promises/[id]/edit`,
    on: "promise",
    body: (t) => ({ ...version(t), text: "Send the album" }),
    answers: all,
  },
  {
    door: `POST ${desk}/promises/[id]/edit`,
    on: "promise",
    when: "in private",
    body: (t) => ({ ...version(t), isPrivate: true }),
    answers: onlyClient,
  },
  { door: `POST ${desk}/promises/[id]/keep`, on: "promise", body: version, answers: all },
  { door: `POST ${desk}/promises/[id]/reopen`, on: "promise", body: version, answers: all },
  { door: `POST ${desk}/promises/[id]/remove`, on: "promise", body: version, answers: all },
  {
    door: `POST ${desk}/promises/[id]/restore`,
    on: "promise",
    before: removed("promises"),
    body: version,
    answers: all,
  },
];
