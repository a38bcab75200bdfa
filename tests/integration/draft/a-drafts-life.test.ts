import { beforeAll, expect, test } from "vitest";
import { readAs } from "@/lib/data/transaction";
import { readHistory } from "@/lib/queries/read-history";
import { askForChanges } from "@/lib/use-cases/draft/ask-for-changes";
import { callBackDraft } from "@/lib/use-cases/draft/call-back-draft";
import { saveWords } from "@/lib/use-cases/draft/save-draft";
import { startDraft } from "@/lib/use-cases/draft/start-draft";
import { submitDraft } from "@/lib/use-cases/draft/submit-draft";
import { takeDraftBack } from "@/lib/use-cases/draft/take-draft-back";
import { type Cast, cast } from "../../support/cast";
import { approve, look, newAccount, newDraft, newLetter, origin } from "../../support/draft/scene";
import { must } from "../../support/must";

let people: Cast;
beforeAll(async () => {
  people = await cast();
});
const now = () => new Date();
const stateOf = async (id: string) =>
  must(
    await readAs(people.client, (tx) => tx.task.findFirstOrThrow({ where: { id }, select: { state: true } })),
  ).state;

test("Ana's draft answers in the thread of the message, to whom it came from, from the account it came to", async () => {
  const { draft, accountId } = await newDraft(people.client, people.assistant);

  expect(await look(people.client, draft.id)).toMatchObject({
    state: "draft",
    way: "mail",
    account: { id: accountId },
    recipients: [{ name: "Tomas Lind", address: "tomas@lind.test", field: "to" }],
    subject: "Re: Dinner in May",
    inReplyTo: "<second@lind.test>",
    versions: [{ no: 1, by: { name: "Ana Duarte", role: "assistant" } }],
  });
});

test("Without a mail to answer, a draft goes to the person's own e-mail address", async () => {
  const accountId = await newAccount(people.client);
  const task = await newLetter(people.client, { message: null, accountId }, "tomas@home.test");
  const draft = must(await startDraft(people.assistant, { taskId: task.id, text: "Hello", phrases: [] }));

  expect(await look(people.client, draft.id)).toMatchObject({
    way: "mail",
    recipients: [{ address: "tomas@home.test", field: "to" }],
    subject: "",
    inReplyTo: null,
  });
});

test("From an account without a mail server, words go elsewhere, by somebody's own hand", async () => {
  const accountId = await newAccount(people.client, { sendsMail: false });
  const task = await newLetter(people.client, { accountId });
  const draft = must(await startDraft(people.assistant, { taskId: task.id, text: "Hello", phrases: [] }));

  expect(await look(people.client, draft.id)).toMatchObject({ way: "elsewhere", account: { id: accountId } });
});

test("A draft goes before Mira, comes back with her reason, is edited in ink, approved, called back and approved again", async () => {
  const { client, assistant } = people;
  const { draft, task } = await newDraft(client, assistant, "Dear Tomas, I shall come. Mira");
  const { id } = draft;
  const before = await look(client, id);

  must(await submitDraft(assistant, { id, latest: 1 }, now()));
  expect([(await look(client, id)).state, await stateOf(task.id)]).toEqual(["submitted", "client"]);

  must(await askForChanges(client, { id, latest: 1, reason: "Warmer, please." }, origin));
  const back = await look(assistant, id);
  expect([back.state, await stateOf(task.id)]).toEqual(["changes-requested", "assistant"]);
  expect(back.comments).toMatchObject([
    { note: "Warmer, please.", asksChanges: true, by: { role: "client" } },
  ]);

  must(
    await saveWords(assistant, {
      id,
      basedOn: 1,
      text: "Dear Tomas, how lovely. I shall come. Mira",
      phrases: [],
    }),
  );
  must(await submitDraft(assistant, { id, latest: 2 }, now()));
  must(await approve(client, id, { text: "Dear Tomas, how lovely! I shall come. Yours, Mira" }));
  const held = await look(client, id);
  expect(held).toMatchObject({ state: "approved", latest: 3, approval: { no: 3, by: "Mira Holt" } });
  expect(held.versions.map(({ by, text }) => `${by.role}: ${text}`)).toEqual([
    "assistant: Dear Tomas, I shall come. Mira",
    "assistant: Dear Tomas, how lovely. I shall come. Mira",
    "client: Dear Tomas, how lovely! I shall come. Yours, Mira",
  ]);
  expect(await stateOf(task.id)).toBe("scheduled");
  const wait = Date.parse(held.sending?.nextAt ?? "") - Date.now();
  expect(wait).toBeGreaterThan(20_000);
  expect(wait).toBeLessThanOrEqual(30_000);

  must(await callBackDraft(client, id));
  const undone = await look(client, id);
  expect(undone).toMatchObject({ state: "submitted", approval: null, sending: null, text: held.text });
  expect([undone.recipients, undone.subject, undone.account?.id, undone.seal]).toEqual([
    before.recipients,
    before.subject,
    before.account?.id,
    held.seal,
  ]);
  expect(await stateOf(task.id)).toBe("client");

  must(await approve(client, id));
  expect(await look(client, id)).toMatchObject({ state: "approved", latest: 3, sending: { state: "held" } });
});

test("Ana takes a draft back to work on it, and her task comes with it", async () => {
  const { draft, task } = await newDraft(people.client, people.assistant);
  must(await submitDraft(people.assistant, { id: draft.id, latest: 1 }, now()));

  must(await takeDraftBack(people.assistant, draft.id));

  expect(await look(people.client, draft.id)).toMatchObject({ state: "draft", submittedAt: null });
  expect(await stateOf(task.id)).toBe("assistant");
  expect(await takeDraftBack(people.assistant, draft.id)).toMatchObject({
    refusal: { code: "not-submitted" },
  });
});

test("Ana may call back what Mira approved, and nobody may twice", async () => {
  const { draft } = await newDraft(people.client, people.assistant);
  must(await approve(people.client, draft.id));

  must(await callBackDraft(people.assistant, draft.id));

  expect(await look(people.client, draft.id)).toMatchObject({ state: "draft", approval: null });
  expect(await callBackDraft(people.client, draft.id)).toMatchObject({ refusal: { code: "not-undoable" } });
});

test("The history says who wrote, submitted and approved, to Mira and to Ana alike", async () => {
  const { draft } = await newDraft(people.client, people.assistant);
  must(await submitDraft(people.assistant, { id: draft.id, latest: 1 }, now()));
  must(await approve(people.client, draft.id));
  must(await callBackDraft(people.assistant, draft.id));

  const filter = { who: null, refused: false, subject: null, rows: false };
  for (const reader of [people.client, people.assistant]) {
    const told = must(await readHistory(reader, filter, null)).lines.map((line) => line.sentence);
    expect(told.slice(0, 12)).toEqual(
      expect.arrayContaining([
        "Ana began a draft for “Answer Tomas”.",
        "Ana wrote version 1 of the draft for “Answer Tomas”.",
        "Ana put the draft for “Answer Tomas” before Mira.",
        "Mira approved version 1 of the draft for “Answer Tomas”.",
        "Ana called back the words for “Answer Tomas”.",
      ]),
    );
  }
});
