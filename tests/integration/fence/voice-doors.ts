import { mailboxTyped, newMailbox } from "../../support/fence/voice-world";
import type { Desk, World } from "../../support/fence/world";
import type { Answers, Row, Thing } from "./doors";

const desk = "/api/v1/w/[workspace]";
const all: Answers = ["200", "200", "200"];
const onlyClient: Answers = ["200", "403 only-client", "403 only-client"];
/** For an assistant there are no keys: not one that they may not change, none at all. */
const clientsOwn: Answers = ["200", "404 not-found", "404 not-found"];
const version = ({ version }: Thing) => ({ version });

async function mailboxed(world: World, at: Desk, id: string): Promise<Partial<Thing>> {
  await newMailbox(world, at, id);
  return {};
}

const removed =
  (table: "accounts" | "phrases") =>
  async (world: World, at: Desk, id: string): Promise<Partial<Thing>> => {
    await world.sudo.query(`UPDATE ${table} SET removed_at = now() WHERE workspace_id = $1 AND id = $2`, [
      at.id,
      id,
    ]);
    return {};
  };

/** Accounts, phrases, the voice and the keys of proofs, by whom. No mail server is asked: its address is inside a private network. */
export const voiceRows: Row[] = [
  { door: `GET ${desk}/accounts`, on: "desk", answers: all },
  {
    door: `POST ${desk}/accounts`,
    on: "desk",
    body: () => ({ name: "Holt Workshop", service: "LinkedIn", voice: "company" }),
    answers: onlyClient,
  },
  {
    door: `POST ${desk}/accounts/try`,
    on: "desk",
    when: "inside a private network",
    body: () => ({ ...mailboxTyped, password: "a password" }),
    answers: ["400 invalid", "403 only-client", "403 only-client"],
  },
  {
    door: `POST ${desk}/accounts/[id]/edit`,
    on: "account",
    when: "giving assistants leave to send",
    body: (t) => ({ ...version(t), assistantsSend: true }),
    answers: onlyClient,
  },
  {
    door: `POST ${desk}/accounts/[id]/mailbox`,
    on: "account",
    before: mailboxed,
    body: (t) => ({ ...version(t), ...mailboxTyped }),
    answers: onlyClient,
  },
  {
    door: `POST ${desk}/accounts/[id]/mailbox/remove`,
    on: "account",
    before: mailboxed,
    body: version,
    answers: onlyClient,
  },
  { door: `POST ${desk}/accounts/[id]/remove`, on: "account", body: version, answers: onlyClient },
  {
    door: `POST ${desk}/accounts/[id]/restore`,
    on: "account",
    before: removed("accounts"),
    body: version,
    answers: onlyClient,
  },
  { door: `GET ${desk}/phrases`, on: "desk", answers: all },
  {
    door: `POST ${desk}/phrases`,
    on: "desk",
    body: () => ({ language: "en", kind: "thanks", title: "For the lamp", text: "Thank you, {first name}." }),
    answers: all,
  },
  { door: `POST ${desk}/phrases/start`, on: "desk", body: () => ({ language: "de" }), answers: all },
  {
    door: `POST ${desk}/phrases/[id]/edit`,
    on: "phrase",
    body: (t) => ({ ...version(t), text: "Not this year, {first name}." }),
    answers: all,
  },
  { door: `POST ${desk}/phrases/[id]/remove`, on: "phrase", body: version, answers: all },
  {
    door: `POST ${desk}/phrases/[id]/restore`,
    on: "phrase",
    before: removed("phrases"),
    body: version,
    answers: all,
  },
  { door: `GET ${desk}/voice`, on: "desk", answers: all },
  {
    door: `POST ${desk}/voice`,
    on: "desk",
    body: () => ({ circle: "inner", version: null, greeting: "Dear {first name}," }),
    answers: onlyClient,
  },
  { door: `GET ${desk}/proof-keys`, on: "desk", answers: all },
  { door: `POST ${desk}/proof-keys`, on: "desk", body: () => ({}), answers: onlyClient },
  { door: `POST ${desk}/proof-keys/[id]/revoke`, on: "proof key", body: version, answers: clientsOwn },
];
