import { type DraftScene, newDraft } from "../../support/fence/draft-world";
import { type Desk, newTask, type World } from "../../support/fence/world";
import type { Answers, Row, Thing } from "./doors";

const desk = "/api/v1/w/[workspace]";
const all: Answers = ["200", "200", "200"];
const noOne = (code: string): Answers => [code, code, code];
const approves = "403 only-client-approves";
/** What the client is answered; everybody else may not approve, whatever else is wrong. */
const theClientAlone = (client = "200"): Answers => [client, approves, approves];
const onlyClient: Answers = ["200", "403 only-client", "403 only-client"];
const mustBeYou: Answers = ["200", "403 must-be-you", "403 must-be-you"];

const loose = { task: { tag: "delegable" } } as const;
const company = { voice: "company", hasLeave: true } as const;
const leaving = { state: "approved", onItsWay: "leaving" } as const;

const version = ({ version }: Thing) => ({ version });
const seal = ({ other }: Thing) => ({ seal: other });
const oldSeal = () => ({ seal: "f".repeat(64) });
const latest = () => ({ latest: 1 });
const nothing = () => ({});
const save = () => ({ basedOn: 1, text: "Other words." });

type Line = [when: string | undefined, draft: DraftScene, answers: Answers, body?: Row["body"]];

/** A verb on a draft, in one scene after another. */
function verb(name: string, body: Row["body"], lines: Line[]): Row[] {
  return lines.map(
    ([when, draft, answers, own]): Row => ({
      door: `POST ${desk}/drafts/[id]/${name}`,
      on: "draft",
      when,
      draft,
      body: own ?? body,
      answers,
    }),
  );
}

/** A task with words in some scene; nothing but the task is tried. */
const withWords =
  (scene: DraftScene) =>
  async (world: World, at: Desk, id: string): Promise<Partial<Thing>> => {
    const { rows } = await world.sudo.query("SELECT tag FROM tasks WHERE id = $1", [id]);
    await newDraft(world, at, { ...scene, task: { id, tag: rows[0].tag } });
    return {};
  };
const andAnother: Row["before"] = async (world, at, id) => {
  await withWords(leaving)(world, at, id);
  return { other: await newTask(world, at) };
};

const set =
  (sql: string): Row["before"] =>
  async ({ sudo }, at, id) => {
    await sudo.query(sql, sql.includes("$2") ? [id, at.removed.id] : [id]);
    return {};
  };
const answered = set(
  `UPDATE decisions d SET answer = 'yes', answered_at = now(), answered_by = m.user_id, answered_role = 'client', answered_door = 'screen'
   FROM memberships m WHERE d.id = $1 AND m.workspace_id = d.workspace_id AND m.role = 'client'`,
);

/** Fence 4 and 5: whose word words need before they leave, in every scene. */
const leavingRows: Row[] = [
  ...verb("approve", seal, [
    ["by mail, for what must be Mira", { state: "submitted" }, theClientAlone()],
    ["by mail, for what may be delegated", loose, theClientAlone()],
    ["from a company, with leave", { ...loose, ...company }, theClientAlone()],
    ["from a company, without leave", { ...loose, voice: "company" }, theClientAlone()],
    ["for elsewhere", { way: "elsewhere" }, theClientAlone()],
    ["in words of their own", {}, theClientAlone(), (t) => ({ ...seal(t), text: "I will come, gladly." })],
    ["edited since", {}, theClientAlone("409 words-changed"), oldSeal],
    ["too late", { isLate: true }, theClientAlone("409 expired")],
    ["with a gap", { text: "Dear {first name}, yes." }, theClientAlone("409 unready")],
    ["twice", { state: "approved" }, theClientAlone("409 leaving")],
    ["on its way", leaving, theClientAlone("409 leaving")],
    ["of a task that is closed", { task: { state: "done" } }, theClientAlone("409 already-closed")],
    ["taken away", { isRemoved: true }, theClientAlone("404 not-found")],
  ]),
  ...verb("release", seal, [
    ["from a company, with leave", { ...loose, ...company }, all],
    ["from a company, with leave, for what must be Mira", company, noOne(approves)],
    ["from a company, without leave", { ...loose, voice: "company" }, noOne(approves)],
    ["in Mira's own voice", loose, noOne(approves)],
    ["for elsewhere", { ...loose, ...company, way: "elsewhere" }, noOne(approves)],
    ["with “Personally written”", { ...loose, ...company, wantsProof: true }, noOne(approves)],
    ["edited since", { ...loose, ...company }, noOne("409 words-changed"), oldSeal],
    ["too late", { ...loose, ...company, isLate: true }, noOne("409 expired")],
    ["with a gap", { ...loose, ...company, text: "Dear {first name}, yes." }, noOne("409 unready")],
    ["twice", { ...loose, ...company, state: "released" }, noOne("409 leaving")],
  ]),
  ...verb("ask-changes", () => ({ ...latest(), reason: "Warmer, please." }), [
    ["submitted", { state: "submitted" }, theClientAlone()],
    ["submitted, of what may be delegated", { ...loose, state: "submitted" }, theClientAlone()],
    ["not submitted", {}, theClientAlone("409 not-submitted")],
    [
      "edited since",
      { state: "submitted" },
      theClientAlone("409 words-changed"),
      () => ({ latest: 0, reason: "No" }),
    ],
    ["on its way", leaving, theClientAlone("409 leaving")],
  ]),
  ...verb("undo", nothing, [
    ["waiting to leave", { state: "approved" }, all],
    ["sent with leave, waiting to leave", { ...loose, ...company, state: "released" }, all],
    ["for elsewhere", { state: "approved", way: "elsewhere" }, all],
    ["on its way", leaving, noOne("409 leaving")],
    ["handed over", { ...leaving, onItsWay: "handed-over" }, noOne("409 leaving")],
    ["never approved", {}, noOne("409 not-undoable")],
  ]),
  ...verb("went-out", latest, [
    ["approved, for what must be Mira", { state: "approved", way: "elsewhere" }, mustBeYou],
    ["approved, for what may be delegated", { ...loose, state: "approved", way: "elsewhere" }, all],
    ["not approved", { ...loose, way: "elsewhere" }, noOne(approves)],
    ["by mail", { ...loose, state: "approved" }, noOne(approves)],
    [
      "edited since",
      { ...loose, state: "approved", way: "elsewhere" },
      noOne("409 words-changed"),
      () => ({ latest: 7 }),
    ],
  ]),
  ...(["complete", "decline"] as const).flatMap((name): Row[] =>
    [
      { on: "loose task" as const, answers: noOne("409 leaving") },
      { on: "strict task" as const, answers: ["409 leaving", ...mustBeYou.slice(1)] as unknown as Answers },
    ].map((row) => ({
      ...row,
      door: `POST ${desk}/tasks/[id]/[verb] ${name}`,
      when: "its words on their way",
      before: withWords(leaving),
      body: version,
    })),
  ),
  {
    door: `POST ${desk}/tasks/[id]/[verb] complete`,
    on: "loose task",
    when: "its words waiting to leave",
    before: withWords({ state: "approved" }),
    body: version,
    answers: all,
  },
  {
    door: `POST ${desk}/tasks/[id]/[verb] merge`,
    on: "loose task",
    when: "its words on their way",
    before: andAnother,
    body: (t) => ({ ...version(t), into: t.other }),
    answers: noOne("409 leaving"),
  },
  {
    door: `POST ${desk}/tasks/[id]/[verb] withdraw`,
    on: "loose task",
    when: "its words on their way",
    before: withWords(leaving),
    body: version,
    answers: ["409 leaving", "409 not-undoable", "409 not-undoable"],
    byToken: { client: "409 leaving" },
  },
];

/** Writing, addressing, commenting: either of them, while it stands. */
const writingRows: Row[] = [
  { door: `GET ${desk}/drafts/[id]`, on: "draft", answers: all },
  ...verb("presence", () => ({ isTyping: true }), [[undefined, {}, all]]),
  ...verb("comments", () => ({ note: "Is this right, @Ana?" }), [[undefined, {}, all]]),
  ...verb("attachments", () => ({ name: "map.txt", mediaType: "text/plain", base64: "YWJj" }), [
    [undefined, {}, all],
    ["to what was approved", { state: "approved" }, all],
    ["on its way", leaving, noOne("409 leaving")],
  ]),
  ...verb("save", save, [
    [undefined, {}, all],
    ["begun before it was approved", { state: "approved" }, noOne("409 let-go")],
    ["over what was approved", { state: "approved" }, all, () => ({ ...save(), voids: true })],
    ["over what another wrote", {}, noOne("409 words-moved"), () => ({ ...save(), basedOn: 0 })],
    ["on its way", leaving, noOne("409 leaving")],
    ["of a task that is closed", { task: { state: "done" } }, noOne("409 already-closed")],
    ["taken away", { isRemoved: true }, noOne("404 not-found")],
  ]),
  ...verb("address", (t) => ({ ...version(t), subject: "Dinner in May" }), [
    [undefined, {}, all],
    ["of what was approved", { state: "approved" }, all],
    ["as it was", {}, noOne("409 stale"), () => ({ version: 9, subject: "Dinner" })],
    [
      "from an account that is not there",
      {},
      noOne("404 not-found"),
      (t) => ({ ...version(t), accountId: t.id }),
    ],
    ["on its way", leaving, noOne("409 leaving")],
  ]),
  ...verb("submit", latest, [
    [undefined, {}, all],
    ["edited since", {}, noOne("409 words-changed"), () => ({ latest: 0 })],
    ["with a gap", { text: "Dear {first name}, yes." }, noOne("409 unready")],
    ["too late", { isLate: true }, noOne("409 expired")],
    ["approved", { state: "approved" }, noOne("409 leaving")],
    ["on its way", leaving, noOne("409 leaving")],
  ]),
  ...verb("take-back", nothing, [
    ["submitted", { state: "submitted" }, all],
    ["not submitted", {}, noOne("409 not-submitted")],
  ]),
  ...verb("remove", latest, [
    [undefined, {}, all],
    ["edited since", {}, noOne("409 words-changed"), () => ({ latest: 0 })],
    ["approved", { state: "approved" }, noOne("409 leaving")],
  ]),
  ...verb("restore", nothing, [
    ["taken away", { isRemoved: true }, all],
    ["there", {}, noOne("404 not-found")],
  ]),
  ...(["strict task", "loose task"] as const).flatMap((on): Row[] => [
    { door: `POST ${desk}/tasks/[id]/draft`, on, body: () => ({ text: "Dear Tomas" }), answers: all },
    { door: `POST ${desk}/tasks/[id]/ask`, on, body: () => ({ question: "Shall you go?" }), answers: all },
  ]),
  {
    door: `POST ${desk}/tasks/[id]/draft`,
    on: "strict task",
    when: "which has one",
    before: withWords({}),
    body: () => ({ text: "Dear Tomas" }),
    answers: noOne("409 has-draft"),
  },
  { door: `POST ${desk}/draft-comments/[id]/remove`, on: "draft comment", body: version, answers: all },
  {
    door: `POST ${desk}/draft-comments/[id]/remove`,
    on: "draft comment",
    when: "of somebody else",
    before: set("UPDATE draft_comments SET entered_by = $2, entered_role = 'assistant' WHERE id = $1"),
    body: version,
    answers: noOne("404 not-found"),
  },
  {
    door: `POST ${desk}/draft-comments/[id]/restore`,
    on: "draft comment",
    before: set("UPDATE draft_comments SET removed_at = now() WHERE id = $1"),
    body: version,
    answers: all,
  },
  { door: `GET ${desk}/draft-attachments/[id]`, on: "draft file", answers: all },
  { door: `POST ${desk}/draft-attachments/[id]/remove`, on: "draft file", body: version, answers: all },
  {
    door: `POST ${desk}/draft-attachments/[id]/remove`,
    on: "draft file",
    when: "on its way",
    draft: leaving,
    body: version,
    answers: noOne("409 leaving"),
  },
  {
    door: `POST ${desk}/draft-attachments/[id]/restore`,
    on: "draft file",
    before: set("UPDATE draft_attachments SET removed_at = now() WHERE id = $1"),
    body: version,
    answers: all,
  },
];

/** What the client is asked, the client answers. */
const decisionRows: Row[] = [
  {
    door: `POST ${desk}/decisions/[id]/answer`,
    on: "decision",
    body: (t) => ({ ...version(t), answer: "yes" }),
    answers: onlyClient,
  },
  {
    door: `POST ${desk}/decisions/[id]/answer`,
    on: "decision",
    when: "answered",
    before: answered,
    body: (t) => ({ ...version(t), answer: "no" }),
    answers: ["409 already-answered", "403 only-client", "403 only-client"],
  },
  {
    door: `POST ${desk}/decisions/[id]/unanswer`,
    on: "decision",
    before: answered,
    body: version,
    answers: onlyClient,
  },
  {
    door: `POST ${desk}/decisions/[id]/unanswer`,
    on: "decision",
    when: "not answered",
    body: version,
    answers: ["409 not-undoable", "403 only-client", "403 only-client"],
  },
  {
    door: `POST ${desk}/decisions/[id]/withdraw`,
    on: "decision",
    when: "their own",
    body: version,
    answers: all,
  },
  {
    door: `POST ${desk}/decisions/[id]/withdraw`,
    on: "decision",
    when: "of somebody else",
    before: set("UPDATE decisions SET asked_by = $2, asked_role = 'assistant' WHERE id = $1"),
    body: version,
    answers: onlyClient,
  },
  {
    door: `POST ${desk}/decisions/[id]/withdraw`,
    on: "decision",
    when: "answered",
    before: answered,
    body: version,
    answers: noOne("409 already-answered"),
  },
];

export const draftRows: Row[] = [...leavingRows, ...writingRows, ...decisionRows];
