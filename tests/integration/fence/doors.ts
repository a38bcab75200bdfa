import { randomUUID } from "node:crypto";
import type { DraftScene } from "../../support/fence/draft-world";
import { type Desk, during, newPerson, newTask, type TaskScene, type World } from "../../support/fence/world";
import { accessRows } from "./access-doors";
import { bookRows } from "./book-doors";
import { captureRows } from "./capture-doors";
import { checkRows } from "./check-doors";
import { draftRows } from "./draft-doors";
import { editorRows } from "./editor-doors";
import { eventRows } from "./event-doors";
import { feedRows } from "./feed-doors";
import { invitationRows } from "./invitation-doors";
import { peopleRows } from "./people-doors";
import { programRows } from "./program-doors";
import { protectedRows } from "./protected-doors";
import { sendingRows } from "./sending-doors";
import { sourceRows } from "./source-doors";
import { touchRows } from "./touch-doors";
import { viewRows } from "./view-doors";
import { voiceRows } from "./voice-doors";
import { webhookRows } from "./webhook-doors";

/** What the three members of a desk are answered, in this order: the client, the assistant, the agent. */
export type Answers = readonly [client: string, assistant: string, agent: string];

/** A thing of the desk that a door is tried on. */
export type Thing = {
  id: string;
  version: number;
  /** Others that a scene needs: the task to fold into, for one. */
  other?: string;
};

/**
 * One line of the table. Strangers, somebody removed, and the signed-out are the same everywhere, and so is a thing that is
 * a stranger's, private, or not there at all: none of it is written here, all of it is tried.
 */
export type Row = {
  door: string;
  /** Told apart where one door has several lines. */
  when?: string;
  on:
    | "strict task"
    | "loose task"
    | "person"
    | "fact"
    | "relation"
    | "contact"
    | "promise"
    | "import"
    | "address book"
    | "account"
    | "phrase"
    | "proof key"
    | "feed"
    | "webhook"
    | "webhook delivery"
    | "token"
    | "program"
    | "agent"
    | "event"
    | "event change"
    | "event check"
    | "calendar"
    | "draft"
    | "draft comment"
    | "draft file"
    | "decision"
    | "sending"
    | "proof"
    | "protected time"
    | "saved view"
    | "desk";
  scene?: TaskScene;
  /** The draft that it is, or hangs on. */
  draft?: DraftScene;
  /** Makes the thing ready and says at which version it is then, or which other things there are. */
  before?: (world: World, desk: Desk, id: string) => Promise<Partial<Thing>>;
  body?: (thing: Thing) => object;
  /** Where what `before` makes is the thing itself, it is made on the stranger's desk, and about somebody private, as well. */
  isMadeBefore?: boolean;
  query?: string | ((thing: Thing) => string);
  /** A file that is sent along, or in which the import came: one card, or a table of two columns. */
  files?: "card" | "table";
  answers: Answers;
  /** What their tokens are answered, where it is not what an assistant (for an agent: the agent) is. */
  byToken?: Partial<Record<"client" | "assistant" | "agent", string>>;
};

const all: Answers = ["200", "200", "200"];
const mustBeYou: Answers = ["200", "403 must-be-you", "403 must-be-you"];
const loosens: Answers = ["200", "403 only-client-loosens", "403 only-client-loosens"];
const onlyClient: Answers = ["200", "403 only-client", "403 only-client"];
const noMerge: Answers = ["409 cannot-merge", "409 cannot-merge", "409 cannot-merge"];
const notTheirs: Answers = ["200", "409 not-undoable", "409 not-undoable"];

const desk = "/api/v1/w/[workspace]";
/** The smallest picture there is: one dot. */
const ONE_DOT = "R0lGODlhAQABAAAAACwAAAAAAQABAAA=";
const version = ({ version }: Thing) => ({ version });

type Verb = Omit<Row, "door" | "on" | "answers">;

/** A verb on a strict task and on a loose one; alone, and among many where that is offered. */
function verb(name: string, strict: Answers, loose: Answers, more: Verb = {}, bulk = false): Row[] {
  const rows = (["strict task", "loose task"] as const).flatMap((on): Row[] => {
    const answers = on === "strict task" ? strict : loose;
    const body = more.body ?? version;
    const one: Row = { ...more, door: `POST ${desk}/tasks/[id]/[verb] ${name}`, on, body, answers };
    const many: Row = {
      ...one,
      door: `POST ${desk}/tasks/bulk ${name}`,
      body: (thing) => {
        const { version: _, ...input } = body(thing) as { version: number };
        return { verb: name, items: [{ id: thing.id, version: thing.version }], input };
      },
    };
    return bulk ? [one, many] : [one];
  });
  return rows;
}

/** What the client made and may be delegated, their own token takes back; what must be them it does not. */
function looseByToken(row: Row): Row {
  return row.on === "loose task" ? { ...row, byToken: { client: "200" } } : row;
}

const done: Verb = { scene: { state: "done" } };

/** Every verb on a task, by whom. A new one comes here, or the test says so. */
export const taskRows: Row[] = [
  ...verb("complete", mustBeYou, all, {}, true),
  ...verb("decline", mustBeYou, all, {}, true),
  ...verb("reopen", mustBeYou, all, done),
  ...verb("snooze", all, all, { body: (t) => ({ ...version(t), untilAnswer: true }) }, true),
  ...verb("wake", all, all, {}, true),
  ...verb("move", all, all, { body: (t) => ({ ...version(t), to: "client" }) }, true),
  ...verb(
    "move",
    ["400 invalid", "400 invalid", "400 invalid"],
    ["400 invalid", "400 invalid", "400 invalid"],
    {
      when: "to done, which is no move",
      body: (t) => ({ ...version(t), to: "done" }),
    },
    true,
  ),
  ...verb(
    "retag",
    loosens,
    all,
    { when: "delegable", body: (t) => ({ ...version(t), tag: "delegable" }) },
    true,
  ),
  ...verb(
    "retag",
    all,
    all,
    { when: "must be you", body: (t) => ({ ...version(t), tag: "must-be-you" }) },
    true,
  ),
  ...verb("merge", noMerge, all, { when: "into a loose one", before: another("delegable"), body: into }),
  ...verb("merge", all, all, { when: "into a strict one", before: another("must-be-you"), body: into }),
  ...verb("unmerge", all, all, { before: folded }),
  ...verb("edit", all, all, { body: (t) => ({ ...version(t), title: "Another title" }) }),
  ...verb("edit", onlyClient, onlyClient, {
    when: "in private",
    body: (t) => ({ ...version(t), isPrivate: true }),
  }),
  ...verb(
    "edit",
    ["400 invalid", "400 invalid", "400 invalid"],
    ["400 invalid", "400 invalid", "400 invalid"],
    {
      when: "the tag along with it",
      body: (t) => ({ ...version(t), title: "Another title", tag: "delegable", state: "done" }),
    },
  ),
  ...verb("withdraw", notTheirs, notTheirs).map(looseByToken),
  ...verb("undo", notTheirs, notTheirs, { when: "the making of it" }, true).map(looseByToken),
  ...verb("undo", all, loosens, { when: "what the client tightened", before: tightened }, true),
];

/** Everything else on a desk. */
export const deskRows: Row[] = [
  ...accessRows,
  ...bookRows,
  ...sourceRows,
  ...captureRows,
  ...checkRows,
  ...draftRows,
  ...editorRows,
  ...voiceRows,
  ...touchRows,
  ...peopleRows,
  ...programRows,
  ...sendingRows,
  ...protectedRows,
  ...eventRows,
  ...invitationRows,
  ...feedRows,
  ...viewRows,
  ...webhookRows,
  { door: `GET ${desk}/tasks`, on: "desk", answers: all },
  {
    door: `GET ${desk}/tasks`,
    on: "desk",
    when: "by the word of a private one",
    query: "q=xylophone",
    answers: all,
  },
  { door: `GET ${desk}/tasks/[id]`, on: "strict task", answers: all },
  { door: `GET ${desk}/tasks/[id]`, on: "loose task", answers: all },
  { door: `GET ${desk}/changes`, on: "desk", query: "after=0", answers: all },
  { door: `GET ${desk}/for-you`, on: "desk", answers: all },
  { door: `GET ${desk}/calendar`, on: "desk", query: calendarQuery(), answers: all },
  { door: `GET ${desk}/history`, on: "desk", answers: all },
  { door: `GET ${desk}/history/download`, on: "desk", answers: onlyClient },
  { door: `GET ${desk}/people`, on: "desk", answers: all },
  {
    door: `GET ${desk}/people`,
    on: "desk",
    when: "by the name of somebody private",
    query: "q=xylophone",
    answers: all,
  },
  { door: `GET ${desk}/people/[id]`, on: "person", answers: all },
  { door: `GET ${desk}/people/[id]/picture`, on: "person", before: pictured, answers: all },
  {
    door: `POST ${desk}/people/[id]/picture`,
    on: "person",
    body: () => ({ base64: ONE_DOT, version: null }),
    answers: all,
  },
  {
    door: `POST ${desk}/people/[id]/picture/remove`,
    on: "person",
    before: pictured,
    body: () => ({ version: 1 }),
    answers: all,
  },
  { door: `GET ${desk}/people/export`, on: "desk", query: "format=json", answers: all },
  { door: `GET ${desk}/people/duplicates`, on: "desk", answers: all },
  { door: `GET ${desk}/people/[id]/look-alikes`, on: "person", answers: all },
  {
    door: `POST ${desk}/messages/read`,
    on: "desk",
    body: () => ({ base64: btoa("From: noor@test.invalid\r\n\r\nHello") }),
    answers: all,
  },
  {
    door: `POST ${desk}/people/known`,
    on: "desk",
    body: () => ({ name: "Xylophone Player" }),
    answers: all,
  },
  {
    door: `POST ${desk}/people/merge`,
    on: "person",
    before: anotherPerson(["wider"]),
    body: (t) => ({ keptId: t.other, keptVersion: 1, mergedId: t.id, mergedVersion: t.version }),
    answers: all,
  },
  {
    door: `POST ${desk}/people/merge`,
    when: "somebody of a strict circle away",
    on: "person",
    before: anotherPerson(["inner"]),
    body: (t) => ({ keptId: t.id, keptVersion: t.version, mergedId: t.other, mergedVersion: 1 }),
    answers: onlyClient,
  },
  {
    door: `POST ${desk}/people/merge`,
    when: "into somebody of a strict circle",
    on: "person",
    before: anotherPerson(["inner"]),
    body: (t) => ({ keptId: t.other, keptVersion: 1, mergedId: t.id, mergedVersion: t.version }),
    answers: all,
  },
  {
    door: `POST ${desk}/people/apart`,
    on: "person",
    before: anotherPerson(["wider"]),
    body: (t) => ({ oneId: t.id, otherId: t.other, isDistinct: true }),
    answers: all,
  },
  {
    door: `POST ${desk}/merges/[id]/undo`,
    on: "person",
    before: merged(["wider"]),
    isMadeBefore: true,
    body: () => ({}),
    answers: all,
  },
  {
    door: `POST ${desk}/merges/[id]/undo`,
    when: "which would take somebody out of a strict circle",
    on: "person",
    before: merged(["inner"]),
    isMadeBefore: true,
    body: () => ({}),
    answers: onlyClient,
  },
  { door: `GET ${desk}/people/[id]/whisper`, on: "person", answers: all },
  { door: `POST ${desk}/people/[id]/words`, on: "person", body: () => ({ words: "" }), answers: all },
  {
    door: `POST ${desk}/people/[id]/words`,
    on: "person",
    when: "with what is being typed",
    body: () => ({ words: "May the year bring you quiet evenings at the lake." }),
    answers: all,
  },
  { door: `GET ${desk}/search`, on: "desk", query: "q=flowers", answers: all },
  {
    door: `GET ${desk}/search`,
    on: "desk",
    when: "for the words of what is private",
    query: "q=xylophone",
    answers: all,
  },
  {
    door: `GET ${desk}/search`,
    on: "desk",
    when: "for the words of a stranger",
    query: "q=quince",
    answers: all,
  },
  { door: `GET ${desk}/imports`, on: "desk", answers: all },
  { door: `GET ${desk}/imports/[id]`, on: "import", answers: all },
  {
    door: `POST ${desk}/tasks`,
    on: "desk",
    when: "as the policy says",
    body: () => ({ kind: "personal-reply", title: "Answer Noor" }),
    answers: all,
  },
  {
    door: `POST ${desk}/tasks`,
    on: "desk",
    when: "more loosely than the policy says",
    body: () => ({ kind: "personal-reply", title: "Answer Noor", tag: "delegable" }),
    answers: loosens,
  },
  {
    door: `POST ${desk}/tasks`,
    on: "desk",
    when: "more strictly than the policy says",
    body: () => ({ kind: "birthday", title: "Greet Noor", tag: "must-be-you" }),
    answers: all,
  },
  {
    door: `POST ${desk}/tasks`,
    on: "desk",
    when: "in private",
    body: () => ({ kind: "birthday", title: "Greet Noor", isPrivate: true }),
    answers: onlyClient,
  },
  {
    door: `POST ${desk}/tasks`,
    on: "desk",
    when: "finished",
    body: () => ({ kind: "birthday", title: "Greet Noor", state: "done" }),
    answers: ["400 invalid", "400 invalid", "400 invalid"],
  },
  {
    door: `POST ${desk}/tasks/preview`,
    on: "desk",
    body: () => ({ line: "call Noor tomorrow" }),
    answers: all,
  },
  {
    door: `POST ${desk}/tasks/quick`,
    on: "desk",
    body: () => ({ line: "call Noor tomorrow" }),
    answers: all,
  },
  { door: `POST ${desk}/people`, on: "desk", body: () => ({ name: "Noor Haddad" }), answers: all },
  {
    door: `POST ${desk}/people`,
    on: "desk",
    when: "in private",
    body: () => ({ name: "Noor Haddad", isPrivate: true }),
    answers: onlyClient,
  },
  {
    door: `POST ${desk}/people/[id]/edit`,
    on: "person",
    body: (t) => ({ ...version(t), note: "Likes tea" }),
    answers: all,
  },
  {
    door: `POST ${desk}/people/[id]/privacy`,
    on: "person",
    body: (t) => ({ ...version(t), isPrivate: true }),
    answers: onlyClient,
  },
  { door: `POST ${desk}/people/[id]/remove`, on: "person", body: version, answers: all },
  {
    door: `POST ${desk}/people/[id]/remove`,
    on: "person",
    when: "of a circle that is greeted in person",
    before: near,
    body: version,
    answers: onlyClient,
  },
  {
    door: `POST ${desk}/people/[id]/edit`,
    on: "person",
    when: "out of a circle that is greeted in person",
    before: near,
    body: (t) => ({ ...version(t), circles: ["wider"] }),
    answers: onlyClient,
  },
  {
    door: `POST ${desk}/people/[id]/edit`,
    on: "person",
    when: "into a circle that is greeted in person",
    body: (t) => ({ ...version(t), circles: ["wider", "inner"] }),
    answers: all,
  },
  {
    door: `POST ${desk}/people/[id]/died`,
    on: "person",
    body: (t) => ({ ...version(t), diedOn: "2021-03-03", isRemembered: true }),
    answers: all,
  },
  { door: `POST ${desk}/people/[id]/living`, on: "person", body: version, answers: all },
  {
    door: `POST ${desk}/people/[id]/restore`,
    on: "person",
    before: gone("persons"),
    body: version,
    answers: all,
  },
  {
    door: `POST ${desk}/people/[id]/check`,
    on: "person",
    before: named,
    body: (t) => ({ ...version(t), field: "name" }),
    answers: all,
  },
  {
    door: `POST ${desk}/people/[id]/facts`,
    on: "person",
    body: () => ({ kind: "like", value: randomUUID() }),
    answers: all,
  },
  {
    door: `POST ${desk}/people/[id]/facts`,
    on: "person",
    when: "in private",
    body: () => ({ kind: "phone", value: "+49 30 1234", isPrivate: true }),
    answers: onlyClient,
  },
  {
    door: `POST ${desk}/people/[id]/relations`,
    on: "person",
    body: () => ({ kind: "child", otherName: randomUUID() }),
    answers: all,
  },
  {
    door: `POST ${desk}/facts/[id]/edit`,
    on: "fact",
    body: (t) => ({ ...version(t), value: "Green tea" }),
    answers: all,
  },
  { door: `POST ${desk}/facts/[id]/check`, on: "fact", body: version, answers: all },
  {
    door: `POST ${desk}/facts/[id]/privacy`,
    on: "fact",
    body: (t) => ({ ...version(t), isPrivate: true }),
    answers: onlyClient,
  },
  { door: `POST ${desk}/facts/[id]/remove`, on: "fact", body: version, answers: all },
  {
    door: `POST ${desk}/facts/[id]/restore`,
    on: "fact",
    before: gone("person_facts"),
    body: version,
    answers: all,
  },
  { door: `POST ${desk}/relations/[id]/remove`, on: "relation", body: version, answers: all },
  {
    door: `POST ${desk}/relations/[id]/restore`,
    on: "relation",
    before: gone("person_relations"),
    body: version,
    answers: all,
  },
  ...(["mine", "draft", "skip"] as const).map(
    (verb): Row => ({
      door: `POST ${desk}/weekly/[id]/answer`,
      on: "person",
      when: verb,
      body: (t) => ({ key: `touch:${t.id}`, verb, note: "" }),
      answers: all,
    }),
  ),
  { door: `POST ${desk}/weekly/[id]/resume`, on: "person", body: () => ({}), answers: all },
  {
    door: `POST ${desk}/weekly/note`,
    on: "desk",
    body: () => ({ text: "Yuki moved; the new address is in." }),
    answers: ["400 invalid", "200", "200"],
    byToken: { client: "400 invalid" },
  },
  { door: `POST ${desk}/imports`, on: "desk", files: "card", answers: all },
  { door: `POST ${desk}/imports/[id]/confirm`, on: "import", body: () => ({}), answers: all },
  {
    door: `POST ${desk}/imports/[id]/columns`,
    on: "import",
    when: "of a table that is not in it",
    body: () => ({ table: 0, columns: [{ kind: "name" }] }),
    answers: ["404 not-found", "404 not-found", "404 not-found"],
  },
  { door: `POST ${desk}/imports/[id]/drop`, on: "import", body: () => ({}), answers: all },
  {
    door: `POST ${desk}/imports/[id]/undo`,
    on: "import",
    when: "before it was imported",
    body: () => ({}),
    answers: ["409 not-undoable", "409 not-undoable", "409 not-undoable"],
  },
];

/** The forms of a desk's settings: "done", or the sentence that is said instead. */
export type ActionRow = {
  door: string;
  /** What the form carries; `:member` is the assistant who is not trying it, `:other` a session that is not theirs. */
  form: Record<string, string>;
  answers: Answers;
};

const settings = "action app/(workspace)/w/[workspace]/settings/actions.ts";
const mail = "action app/(workspace)/w/[workspace]/settings/mail-actions.ts";
const no = "Only Mira can change this.";
/** Whom a program is let in as is tried with real ones in tests/integration/programs. */
const nobodyAsks = "The program asks for something else by now. Start again from there.";
const nothing = "There is nothing here by that name. It may have been taken back.";

const away = "action app/(workspace)/w/[workspace]/settings/away-actions.ts";
const circles = "action app/(workspace)/w/[workspace]/settings/circle-actions.ts";
const wider = { key: "wider", version: "1" };
const stays = "Every desk has this circle. It can be given another name, not removed.";

export const actionRows: ActionRow[] = [
  { door: `${circles} newCircle`, form: { name: "Choir" }, answers: ["done", no, no] },
  {
    door: `${circles} saveCircle`,
    form: { ...wider, name: "Far away", greetInPerson: "on", every: "2", unit: "weeks" },
    answers: ["done", no, no],
  },
  { door: `${circles} orderCircle`, form: { ...wider, to: "nearer" }, answers: ["done", no, no] },
  { door: `${circles} dropCircle`, form: wider, answers: [stays, no, no] },
  { door: `${circles} dropCircle`, form: { key: "band", version: "1" }, answers: ["done", no, no] },
  { door: `${settings} invite`, form: { email: "friend@test.invalid" }, answers: ["done", no, no] },
  { door: `${settings} withdraw`, form: { id: ":invitation" }, answers: ["done", no, no] },
  { door: `${settings} remove`, form: { id: ":member" }, answers: ["done", no, no] },
  { door: `${settings} remove`, form: { id: ":client" }, answers: [nothing, no, no] },
  { door: `${settings} remove`, form: { id: ":stranger" }, answers: [nothing, no, no] },
  {
    door: `${settings} saveDesk`,
    form: { name: "Another name", colour: "green", zone: "Europe/Lisbon" },
    answers: ["done", no, no],
  },
  {
    door: `${away} saveDaysOff`,
    form: { fromOn: "2027-07-01", toOn: "2027-07-14", label: "Lisbon" },
    answers: ["done", no, no],
  },
  { door: `${away} dropDaysOff`, form: { id: ":daysOff" }, answers: ["done", no, no] },
  { door: `${away} dropDaysOff`, form: { id: ":stranger" }, answers: [nothing, no, no] },
  { door: `${settings} saveMyName`, form: { name: "Another name" }, answers: ["done", "done", "done"] },
  { door: `${settings} endOne`, form: { id: ":session" }, answers: [nothing, nothing, nothing] },
  { door: `${settings} endOthers`, form: {}, answers: ["done", "done", "done"] },
  {
    door: `${mail} saveMyMail`,
    form: {
      weeklyOn: "on",
      weeklyWeekday: "1",
      weeklyHour: "8",
      weeklyDays: "14",
      zone: "",
      whisperHours: "",
    },
    answers: ["done", "done", "done"],
  },
  { door: `${mail} sendMineNow`, form: {}, answers: ["done", "done", "done"] },
  {
    door: "action app/(entrance)/oauth/authorize/actions.ts allowProgram",
    form: { asked: "client_id=nobody", agent: ":member", "tasks:read": "on" },
    answers: [nobodyAsks, nobodyAsks, nobodyAsks],
  },
];

/** Doors that ask nobody who they are, each with the reason why nothing of a desk lies behind it. */
export const openDoors: Record<string, string> = {
  "GET /api/auth/[...nextauth]": "signing in: nobody is anybody yet",
  "POST /api/auth/[...nextauth]": "signing in: nobody is anybody yet",
  "GET /api/[...nothing]": "any address that is none: there is nothing",
  "POST /api/[...nothing]": "the same",
  "OPTIONS /api/[...nothing]": "the same",
  "GET /api/feeds/[token]": "the secret in the address is asked for, and opens one calendar to be looked at",
  "HEAD /api/feeds/[token]": "the same, without the calendar",
  "GET /mailbox/[id]/html": "the local mailbox, on this machine or for the demo's mail alone",
  "POST /oauth/register": "a program introduces itself, and gets an id that opens nothing",
  "POST /oauth/token": "a code or a secret is asked for; tests/integration/programs tries what is neither",
  "POST /oauth/revoke": "ends what whoever asks holds",
  "GET /api/v1/openapi.json": "what can be asked of the API: the same to everybody, and nobody's",
  "GET /oauth/server": "how a program signs in: the same to everybody",
  "GET /oauth/resource": "what a program signs in for: the same to everybody",
  "POST /api/mcp": "an agent's token is asked for; tests/integration/mcp tries every token at every tool",
  "GET /api/mcp": "the same, and then it is no method",
  "DELETE /api/mcp": "the same, and then it is no method",
  "action app/(entrance)/sign-in/actions.ts askForLink": "mails a link; answers alike for every address",
  "action app/(entrance)/invitation/[token]/actions.ts accept": "the invitation's secret is asked for",
  "action app/(entrance)/demo/[role]/actions.ts enterDemo": "the demo desk alone",
  "action app/(entrance)/welcome/actions.ts makeFirstDesk": "only while nobody lives here",
  "action app/(entrance)/new-desk/actions.ts makeAnotherDesk":
    "a desk of one's own: nothing of another lies behind it; tests/integration/auth/another-desk.test.ts tries who may",
  "action app/(entrance)/new-desk/actions.ts makeInvitedDesk":
    "the secret of the host's invitation is asked for; tests/integration/auth/invited-desk.test.ts",
  "action app/(entrance)/sign-out/actions.ts signOut": "ends the session that the browser carries",
};

/** Something that was taken away already, as one finds it who wants it back. */
function gone(table: string): Row["before"] {
  return async ({ sudo }, _, id) => {
    await sudo.query(`UPDATE ${table} SET removed_at = now() WHERE id = $1`, [id]);
    return {};
  };
}

/** Somebody of whom it is noted where the name comes from. */
async function named({ sudo }: World, desk: Desk, id: string): Promise<Partial<Thing>> {
  await sudo.query(
    "INSERT INTO fact_sources (workspace_id, person_id, field, by_role, door, verb, at) VALUES ($1, $2, 'name', 'client', 'screen', 'add-person', now())",
    [desk.id, id],
  );
  return {};
}

/** Somebody of the inner circle, which every desk greets in person. */
async function near(world: World, _: Desk, id: string): Promise<Partial<Thing>> {
  await world.sudo.query("UPDATE persons SET circle = 'inner', circles = ARRAY['inner'] WHERE id = $1", [id]);
  return {};
}

function into(thing: Thing): object {
  return { version: thing.version, into: thing.other };
}

function another(tag: "delegable" | "must-be-you"): Row["before"] {
  return async (world, desk) => {
    return { other: await newTask(world, desk, { tag }) };
  };
}

/** Somebody with a picture. */
async function pictured(world: World, desk: Desk, id: string): Promise<Partial<Thing>> {
  await world.sudo.query(
    "INSERT INTO person_pictures (workspace_id, id, media_type, bytes, sum) VALUES ($1, $2, 'image/gif', decode($3, 'base64'), '') ON CONFLICT DO NOTHING",
    [desk.id, id, ONE_DOT],
  );
  return {};
}

/** Somebody else on the desk, of these circles. */
function anotherPerson(circles: string[]): Row["before"] {
  return async (world, desk) => ({ other: await newPerson(world, desk, "Noor H.", false, circles) });
}

/** Somebody of these circles who was merged into the person; the thing is the merge. */
function merged(circles: string[]): Row["before"] {
  return async (world, desk, keptId) => {
    const [id, mergedId] = [randomUUID(), await newPerson(world, desk, "Noor H.", false, circles)];
    const none = {
      facts: [],
      contacts: [],
      promises: [],
      relations: [],
      relationsTo: [],
      relationsGone: [],
      tasks: [],
      folded: [],
    };
    const all = ["wider", ...circles].sort();
    const undo = {
      ...none,
      before: { circles: ["wider"] },
      after: { circles: all },
      hid: { kept: false, merged: false },
      tightened: 0,
      days: { moved: [], removed: [], years: [] },
      picture: "none",
    };
    await world.sudo.query("UPDATE persons SET merged_into_id = $2, removed_at = now() WHERE id = $1", [
      mergedId,
      keptId,
    ]);
    await world.sudo.query("UPDATE persons SET circles = $2, circle = $3 WHERE id = $1", [
      keptId,
      all,
      all[0],
    ]);
    await world.sudo.query(
      `INSERT INTO person_merges (workspace_id, id, kept_id, merged_id, undo, entered_role, entered_at)
       VALUES ($1, $2, $3, $4, $5, 'client', now())`,
      [desk.id, id, keptId, mergedId, JSON.stringify(undo)],
    );
    return { id };
  };
}

async function folded(world: World, desk: Desk, id: string): Promise<Partial<Thing>> {
  const outer = await newTask(world, desk, { tag: "must-be-you" });
  await world.sudo.query("UPDATE tasks SET merged_into_id = $2 WHERE id = $1", [id, outer]);
  return {};
}

/** A loose task that the client has tightened: undoing it is loosening. A strict one stays so, under another title. */
async function tightened(world: World, desk: Desk, id: string): Promise<Partial<Thing>> {
  await during(world.app, desk.client, desk, () =>
    world.app.query(
      "UPDATE tasks SET tag = 'must-be-you', tag_by = 'hand', tag_rule = NULL, title = 'Tightened' WHERE id = $1",
      [id],
    ),
  );
  return { version: 2 };
}

function calendarQuery(): string {
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  return `from=${day(-7)}&to=${day(21)}`;
}
