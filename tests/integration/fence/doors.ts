import { type Desk, during, newTask, type TaskScene, type World } from "../../support/fence/world";

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
  on: "strict task" | "loose task" | "person" | "import" | "desk";
  scene?: TaskScene;
  /** Makes the thing ready and says at which version it is then, or which other things there are. */
  before?: (world: World, desk: Desk, id: string) => Promise<Partial<Thing>>;
  body?: (thing: Thing) => object;
  query?: string;
  files?: boolean;
  answers: Answers;
};

const all: Answers = ["200", "200", "200"];
const mustBeYou: Answers = ["200", "403 must-be-you", "403 must-be-you"];
const loosens: Answers = ["200", "403 only-client-loosens", "403 only-client-loosens"];
const onlyClient: Answers = ["200", "403 only-client", "403 only-client"];
const noMerge: Answers = ["409 cannot-merge", "409 cannot-merge", "409 cannot-merge"];
const notTheirs: Answers = ["200", "409 not-undoable", "409 not-undoable"];

const desk = "/api/v1/w/[workspace]";
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
  ...verb("withdraw", notTheirs, notTheirs),
  ...verb("undo", notTheirs, notTheirs, { when: "the making of it" }, true),
  ...verb("undo", all, loosens, { when: "what the client tightened", before: tightened }, true),
];

/** Everything else on a desk. */
export const deskRows: Row[] = [
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
  { door: `POST ${desk}/imports`, on: "desk", files: true, answers: all },
  { door: `POST ${desk}/imports/[id]/confirm`, on: "import", body: () => ({}), answers: all },
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
const no = "Only Mira can change this.";
const nothing = "There is nothing here by that name. It may have been taken back.";

export const actionRows: ActionRow[] = [
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
  { door: `${settings} saveMyName`, form: { name: "Another name" }, answers: ["done", "done", "done"] },
  { door: `${settings} endOne`, form: { id: ":session" }, answers: [nothing, nothing, nothing] },
  { door: `${settings} endOthers`, form: {}, answers: ["done", "done", "done"] },
];

/** Doors that ask nobody who they are, each with the reason why nothing of a desk lies behind it. */
export const openDoors: Record<string, string> = {
  "GET /api/auth/[...nextauth]": "signing in: nobody is anybody yet",
  "POST /api/auth/[...nextauth]": "signing in: nobody is anybody yet",
  "GET /mailbox/[id]/html": "the local mailbox, on this machine or for the demo's mail alone",
  "action app/(entrance)/sign-in/actions.ts askForLink": "mails a link; answers alike for every address",
  "action app/(entrance)/invitation/[token]/actions.ts accept": "the invitation's secret is asked for",
  "action app/(entrance)/demo/[role]/actions.ts enterDemo": "the demo desk alone",
  "action app/(entrance)/welcome/actions.ts makeFirstDesk": "only while nobody lives here",
  "action app/(entrance)/sign-out/actions.ts signOut": "ends the session that the browser carries",
};

function into(thing: Thing): object {
  return { version: thing.version, into: thing.other };
}

function another(tag: "delegable" | "must-be-you"): Row["before"] {
  return async (world, desk) => {
    return { other: await newTask(world, desk, { tag }) };
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
