import { newCalendar } from "../../support/fence/calendar-world";
import { newCheck } from "../../support/fence/check-world";
import { newDecision, newDraft, newDraftComment, newDraftFile } from "../../support/fence/draft-world";
import { newContact, newPromise } from "../../support/fence/entries";
import { newEventChange, newOwnEvent } from "../../support/fence/event-world";
import { newFeed } from "../../support/fence/feed-world";
import { newProgram } from "../../support/fence/program-world";
import { newProtected } from "../../support/fence/protected-world";
import { newProof, newSending } from "../../support/fence/sending-world";
import { newDraftAgent, newToken } from "../../support/fence/token-world";
import { newView } from "../../support/fence/view-world";
import { newAccount, newPhrase, newProofKey } from "../../support/fence/voice-world";
import { newDelivery, newWebhook } from "../../support/fence/webhook-world";
import {
  type Desk,
  newBook,
  newDesk,
  newEvent,
  newFact,
  newPerson,
  newRelation,
  newTask,
  type World,
} from "../../support/fence/world";
import type { Row, Thing } from "./doors";
import { knock, type Visitor } from "./knock";

export const absent = "00000000-0000-4000-8000-000000000000";
export const members: readonly Visitor[] = ["client", "assistant", "agent"];

/** A desk with something private and a stranger's beside it; both have words of their own that nobody else may read. */
export async function twoDesks(world: World): Promise<{ desk: Desk; stranger: Desk }> {
  const [desk, stranger] = [await newDesk(world), await newDesk(world)];
  await newTask(world, desk, { title: "Xylophone lesson", isPrivate: true, state: "client" });
  await newTask(world, desk, {
    title: "Xylophone card",
    personId: await newPerson(world, desk, "Xylophone Player", true),
  });
  await newEvent(world, desk, "Xylophone evening", true);
  await newCalendar(world, desk, "Xylophone concerts", true);
  await newFact(world, desk, "Xylophone music", true);
  await newRelation(world, desk, "Xylophone maker", true);
  await newContact(world, desk, "Xylophone duet", true);
  await newPromise(world, desk, "Xylophone strings", true);
  await newDraft(world, desk, { isPrivate: true, state: "submitted" });
  await newDecision(world, desk, { isPrivate: true });
  await newDraft(world, stranger, { text: "Quince words" });
  await newTask(world, stranger, { title: "Quince jam", tag: "delegable", state: "client" });
  await newPerson(world, stranger, "Quince Grower");
  await newEvent(world, stranger, "Quince harvest");
  await newCalendar(world, stranger, "Quince seasons");
  await newFact(world, stranger, "Quince tea");
  return { desk, stranger };
}

const entries = {
  person: newPerson,
  fact: newFact,
  relation: newRelation,
  contact: newContact,
  promise: newPromise,
  event: newOwnEvent,
  calendar: newCalendar,
};

/** Words that are to leave, what hangs on them, and questions: made by whoever tries, where they may. */
const wordThings = {
  draft: newDraft,
  "draft comment": newDraftComment,
  "draft file": newDraftFile,
  decision: newDecision,
  sending: newSending,
  proof: newProof,
  "event change": newEventChange,
  "event check": newCheck,
  "saved view": newView,
};

/** Things that the desk's own people all see, or that the client alone sees: none of them is private by itself. */
const openThings = {
  "address book": newBook,
  account: newAccount,
  phrase: newPhrase,
  "proof key": newProofKey,
  feed: newFeed,
  webhook: newWebhook,
  "webhook delivery": newDelivery,
  token: async (world: World, desk: Desk) => (await newToken(world, desk, desk.client)).tokenId,
  agent: async (world: World, desk: Desk) => (await newDraftAgent(world, desk)).id,
  program: async (world: World, desk: Desk) => (await newProgram(world, desk)).id,
  "protected time": newProtected,
};
export const isOpenToAll = ({ on }: Row) => ["account", "phrase", "protected time", "agent"].includes(on);

/** The thing that a line is about, on a desk, ready to be tried. `who` made it, where that matters. */
export async function makeThing(
  world: World,
  row: Row,
  desk: Desk,
  who: Visitor,
  isPrivate = false,
): Promise<Thing> {
  if (row.on === "desk") return { id: absent, version: 1 };
  if (row.on in entries) {
    const make = entries[row.on as keyof typeof entries];
    const id = await make(world, desk, "Noor Haddad", isPrivate);
    return { id, version: 1, ...(await row.before?.(world, desk, id)) };
  }
  if (row.on in openThings) {
    const id = await openThings[row.on as keyof typeof openThings](world, desk);
    return { id, version: 1, ...(await row.before?.(world, desk, id)) };
  }
  if (row.on in wordThings) {
    const by = members.includes(who) ? desk[who as "client"] : desk.client;
    const thing = await wordThings[row.on as keyof typeof wordThings](world, desk, {
      ...row.draft,
      isPrivate,
      by,
    });
    return { ...thing, ...(await row.before?.(world, desk, thing.id)) };
  }
  if (row.on === "import") {
    const maker = members.includes(who) && !isPrivate ? desk[who as "client"] : desk.client;
    const read = await knock("POST /api/v1/w/[workspace]/imports", desk.slug, absent, maker, {
      files: row.files ?? "card",
    });
    return { id: JSON.parse(read.text).id, version: 1 };
  }
  const tag = row.on === "strict task" ? "must-be-you" : "delegable";
  const id = await newTask(world, desk, { tag, ...row.scene, isPrivate });
  return { id, version: 1, ...(await row.before?.(world, desk, id)) };
}

/** What a line sends to its door. The file is the import's own where that is the thing. */
export function askOf(row: Row, thing: Thing) {
  const query = typeof row.query === "function" ? row.query(thing) : row.query;
  return { query, files: row.on === "import" ? undefined : row.files, body: row.body?.(thing) };
}
