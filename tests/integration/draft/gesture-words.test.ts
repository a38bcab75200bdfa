import { beforeAll, describe, expect, test } from "vitest";
import { readDraftDiff } from "@/lib/queries/read-draft-diff";
import { readDraftOfTask } from "@/lib/queries/read-draft-of-task";
import { readGestureWords } from "@/lib/queries/read-gesture-words";
import { readHistory } from "@/lib/queries/read-history";
import { readTask } from "@/lib/queries/read-task";
import { addressDraft } from "@/lib/use-cases/draft/address-draft";
import { removeDraft } from "@/lib/use-cases/draft/remove-draft";
import { saveWords } from "@/lib/use-cases/draft/save-draft";
import { sayWentOut } from "@/lib/use-cases/draft/say-went-out";
import { addPhrase } from "@/lib/use-cases/phrase/add-phrase";
import { completeTask } from "@/lib/use-cases/task/complete-task";
import { reopenTask } from "@/lib/use-cases/task/reopen-task";
import { type Cast, cast } from "../../support/cast";
import { approve, look, newDraft, newLetter, origin } from "../../support/draft/scene";
import { must } from "../../support/must";

let people: Cast;
beforeAll(async () => {
  people = await cast();
});
const now = () => new Date();
const pencil = "Dear Tomas, I am so sorry. I will ring you tonight after eight, and I am coming on Friday.";
const ink =
  "Dear Tomas, I am so sorry. Your father taught me how to sail. I will ring you tonight after eight, and I am coming on Friday.";

/** Ana's words, one sentence of Mira's in them, approved and gone out by hand. */
async function wentOut() {
  const { client, assistant } = people;
  const { task, draft } = await newDraft(client, assistant, pencil);
  must(await saveWords(client, { id: draft.id, basedOn: 1, text: ink, phrases: [] }));
  const { version } = await look(client, draft.id);
  must(await addressDraft(client, { id: draft.id, version }, { way: "elsewhere" }, now()));
  must(await approve(client, draft.id));
  must(await sayWentOut(client, { id: draft.id, latest: 2, note: "" }, now()));
  const read = await readTask(client, task.id);
  return { task, draft, gesture: read?.gestures[0]?.id ?? "", version: read?.version ?? 0 };
}

describe("Whose words went out", () => {
  test("Mira's sentence in Ana's draft is Mira's, for both of them, and stays so when the task is opened again", async () => {
    const { client, assistant } = people;
    const { task, gesture, version } = await wentOut();
    const words = await readGestureWords(assistant, gesture);

    expect(words?.howMuch).toBe("Mostly Ana’s draft, with a sentence of Mira’s.");
    expect(words?.whose.map(({ text }) => text).join("")).toBe(ink);
    const mine = words?.whose.filter(({ whose }) => whose !== "several" && whose.by === "client");
    expect(mine?.map(({ text }) => text.trim())).toEqual(["Your father taught me how to sail."]);

    must(await reopenTask(client, { id: task.id, version }));
    expect(await readGestureWords(client, gesture)).toEqual(words);
  });

  test("A saved phrase in what Mira types and approves in one step stays a phrase’s words", async () => {
    const { client, assistant } = people;
    const { draft } = await newDraft(client, assistant, "Dear Tomas, see you there.");
    const phrase = "I keep my Fridays free for my family.";
    must(await addPhrase(client, { language: "en", kind: "other", title: "Fridays", text: phrase }));
    const text = `Dear Tomas, not this time. ${phrase}`;
    must(await approve(client, draft.id, { text, phrases: [{ text: phrase }, { text: " " }] }));

    const { whose, versions } = await look(client, draft.id);
    const stretches = whose.flatMap((sentence) => sentence.stretches);
    const own = stretches.filter(({ author }) => author.by === "phrase");
    expect(own.map((stretch) => stretch.text)).toEqual([phrase]);
    expect(versions.at(-1)?.phrases).toHaveLength(1);
  });

  test("Words that were written down without a draft are all of whoever closed the task", async () => {
    const { client } = people;
    const task = await newLetter(client);
    const { id, version } = task;
    must(await completeTask(client, { id, version, note: "", words: "I am coming on Friday." }, now()));
    const gesture = (await readTask(client, id))?.gestures[0]?.id ?? "";

    expect(await readGestureWords(client, gesture)).toMatchObject({
      howMuch: "Mira wrote all of it.",
      whose: [{ text: "I am coming on Friday.", whose: { by: "client" } }],
    });
  });

  test("Where nobody wrote any down there are none", async () => {
    const { client } = people;
    const { id, version } = await newLetter(client);
    must(await completeTask(client, { id, version, note: "Rang him" }, now()));
    const gesture = (await readTask(client, id))?.gestures[0]?.id ?? "";

    expect(await readGestureWords(client, gesture)).toEqual({ whose: [], howMuch: "" });
  });

  test("A private task's words are nobody's to read but Mira's", async () => {
    const { client, assistant } = people;
    const { id, version } = await newLetter(client, { isPrivate: true });
    must(await completeTask(client, { id, version, note: "", words: "Only for you." }, now()));
    const gesture = (await readTask(client, id))?.gestures[0]?.id ?? "";

    expect(await readGestureWords(client, gesture)).not.toBeNull();
    expect(await readGestureWords(assistant, gesture)).toBeNull();
  });

  test("The history has the gesture on the line that tells of it, and on no other", async () => {
    const { task, gesture } = await wentOut();
    const filter = { who: null, refused: false, subject: task.id, rows: false };
    const { lines } = must(await readHistory(people.client, filter, null));

    expect(lines.flatMap(({ gestureId }) => gestureId ?? [])).toEqual([gesture]);
  });
});

test("What changed between two versions is told word by word, and absent versions are absent", async () => {
  const { client, assistant } = people;
  const { draft } = await newDraft(client, assistant, pencil);
  must(await saveWords(client, { id: draft.id, basedOn: 1, text: ink, phrases: [] }));
  const diff = await readDraftDiff(assistant, draft.id, { from: 1, to: 2 });

  expect(
    diff?.parts
      .filter(({ kind }) => kind !== "gone")
      .map(({ text }) => text)
      .join(""),
  ).toBe(ink);
  expect(
    diff?.parts
      .filter(({ kind }) => kind !== "new")
      .map(({ text }) => text)
      .join(""),
  ).toBe(pencil);
  expect(await readDraftDiff(assistant, draft.id, { from: 1, to: 3 })).toBeNull();
});

test("A task tells of its draft: the one at work, then the one that went out, and none that was taken away", async () => {
  const { client, assistant } = people;
  const { task, draft } = await newDraft(client, assistant, pencil);
  expect((await readTask(client, task.id))?.draft).toMatchObject({
    id: draft.id,
    state: "draft",
    by: "Ana Duarte",
    role: "assistant",
    beginning: pencil,
  });

  must(await removeDraft(assistant, { id: draft.id, latest: 1 }, now()));
  expect(await readDraftOfTask(client, task.id, now(), origin)).toMatchObject({
    task: { draft: null },
    draft: null,
  });
  const sent = await wentOut();
  expect((await readTask(client, sent.task.id))?.draft).toMatchObject({ id: sent.draft.id, state: "sent" });
});
