import { beforeAll, describe, expect, test } from "vitest";
import { writeAs } from "@/lib/data/transaction";
import { granted } from "@/lib/domain/result";
import { readAttachment } from "@/lib/queries/read-attachment";
import { readDraft } from "@/lib/queries/read-draft";
import { readHistory } from "@/lib/queries/read-history";
import { attachFile } from "@/lib/use-cases/draft/attach-file";
import { commentOnDraft } from "@/lib/use-cases/draft/comment-on-draft";
import { removeComment } from "@/lib/use-cases/draft/remove-comment";
import { removeDraft } from "@/lib/use-cases/draft/remove-draft";
import { restoreDraft } from "@/lib/use-cases/draft/restore-draft";
import { saveWords } from "@/lib/use-cases/draft/save-draft";
import { sayHere } from "@/lib/use-cases/draft/say-here";
import { startDraft } from "@/lib/use-cases/draft/start-draft";
import { submitDraft } from "@/lib/use-cases/draft/submit-draft";
import { takeFileOff } from "@/lib/use-cases/draft/take-file-off";
import { editTask } from "@/lib/use-cases/task/edit-task";
import { makeTask } from "@/prisma/seed/make/make-task";
import { type Cast, cast } from "../../support/cast";
import { approve, look, newDraft, newLetter, origin } from "../../support/draft/scene";
import { must } from "../../support/must";

let people: Cast;
beforeAll(async () => {
  people = await cast();
});
const now = () => new Date();
const words = (id: string, basedOn: number, text: string) => ({ id, basedOn, text, phrases: [] });

describe("Two who write at once", () => {
  test("Ana's late save is laid beside what Mira wrote, and no word of either is lost", async () => {
    const { draft } = await newDraft(people.client, people.assistant, "I will come. We leave early.");
    must(await saveWords(people.client, words(draft.id, 1, "I will come, gladly. We leave early.")));

    const answer = await saveWords(people.assistant, words(draft.id, 1, "I will come. We leave at nine."));

    expect(answer).toMatchObject({
      refusal: {
        code: "words-moved",
        merge: {
          latest: 2,
          by: "Mira Holt",
          theirs: "I will come, gladly. We leave early.",
          text: "I will come, gladly. We leave at nine.",
        },
      },
    });
    expect((await look(people.client, draft.id)).latest).toBe(2);
  });

  test("the same sentence changed by both holds both, for a person to choose", async () => {
    const { draft } = await newDraft(people.client, people.assistant, "I will come.");
    must(await saveWords(people.client, words(draft.id, 1, "I shall come.")));

    const answer = await saveWords(people.assistant, words(draft.id, 1, "I cannot come."));

    const parts = answer.ok || answer.refusal.code !== "words-moved" ? [] : answer.refusal.merge.parts;
    expect(parts).toEqual([
      { kind: "conflict", mine: "I cannot come.", theirs: "I shall come.", base: "I will come." },
    ]);
  });

  test("what Mira typed and approved in ink beside Ana's late change is Mira's, as she began from the version before", async () => {
    const { draft } = await newDraft(people.client, people.assistant, "Well done, Joon. Warm regards");
    must(
      await saveWords(people.assistant, words(draft.id, 1, "Well done, Joon. Ana adds this. Warm regards")),
    );
    const text = "Well done, Joon. Warm regards. Mira adds this, too.";

    await approve(people.client, draft.id, { text, basedOn: 1 });

    const { whose } = await look(people.client, draft.id);
    const mine = whose.flatMap(({ stretches }) => stretches.filter(({ author }) => author.by === "client"));
    expect(mine.map((one) => one.text).join("")).toBe(". Mira adds this, too.");
  });

  test("at the very same moment, one is kept and the other told; never are both lost", async () => {
    const { draft } = await newDraft(people.client, people.assistant);

    const answers = await Promise.all([
      saveWords(people.client, words(draft.id, 1, "Mira's words.")),
      saveWords(people.assistant, words(draft.id, 1, "Ana's words.")),
    ]);

    expect(answers.map((answer) => (answer.ok ? "kept" : answer.refusal.code)).sort()).toEqual([
      "kept",
      "words-moved",
    ]);
    expect((await look(people.client, draft.id)).latest).toBe(2);
  });

  test("the same words again are no new version, whatever the line ends", async () => {
    const { draft } = await newDraft(people.client, people.assistant, "One\ntwo \uFFFD");

    must(await saveWords(people.assistant, words(draft.id, 1, "One\r\ntwo \uD800")));

    expect((await look(people.client, draft.id)).latest).toBe(1);
  });

  test("each hears that the other is there, and whether they type, until they have been away for a while", async () => {
    const { draft } = await newDraft(people.client, people.assistant);
    const at = now();
    must(await sayHere(people.assistant, { id: draft.id, isTyping: true }, at));

    const soon = must(
      await sayHere(people.client, { id: draft.id, isTyping: false }, new Date(at.getTime() + 20_000)),
    );
    const late = must(
      await sayHere(people.client, { id: draft.id, isTyping: false }, new Date(at.getTime() + 60_000)),
    );

    expect(soon.here).toMatchObject([{ name: "Ana Duarte", role: "assistant", isTyping: true }]);
    expect(late.here).toEqual([]);
  });
});

test("A task never has two drafts at work, even when two begin one in the same moment", async () => {
  const task = await newLetter(people.client);
  const begin = (who = people.client) => startDraft(who, { taskId: task.id, text: "Hello", phrases: [] });

  const answers = await Promise.all([begin(), begin(people.assistant), begin(people.agent)]);

  expect(answers.map((answer) => (answer.ok ? "begun" : answer.refusal.code)).sort()).toEqual([
    "begun",
    "has-draft",
    "has-draft",
  ]);
});

test("A kind that sends no words has no draft, and no draft has more letters than fit", async () => {
  const care = await makeTask(people.client, { kind: "account-care" });
  const letter = await newLetter(people.client);
  const long = "a".repeat(20_001);
  const invalid = { refusal: { code: "invalid" } };

  expect(await startDraft(people.assistant, { taskId: care.id, text: "", phrases: [] })).toMatchObject(
    invalid,
  );
  expect(await startDraft(people.assistant, { taskId: letter.id, text: long, phrases: [] })).toMatchObject(
    invalid,
  );
  const draft = must(await startDraft(people.assistant, { taskId: letter.id, text: "", phrases: [] }));
  expect(await saveWords(people.client, words(draft.id, 1, long))).toMatchObject(invalid);
  expect(await approve(people.client, draft.id, { text: long })).toMatchObject(invalid);
});

test("A draft that was taken away is brought back as it was, but not beside another", async () => {
  const { draft, task } = await newDraft(people.client, people.assistant);
  must(await removeDraft(people.assistant, { id: draft.id, latest: 1 }, now()));
  expect(await restoreDraft(people.client, draft.id)).toMatchObject({ ok: true });
  expect(await look(people.client, draft.id)).toMatchObject({
    text: "Dear Tomas,\n\nI will come.\n\nMira",
  });

  must(await removeDraft(people.assistant, { id: draft.id, latest: 1 }, now()));
  const other = must(await startDraft(people.client, { taskId: task.id, text: "Another", phrases: [] }));
  expect(await restoreDraft(people.client, draft.id)).toEqual({
    ok: false,
    refusal: { code: "has-draft", id: other.id },
  });
});

test("Mira's voice sheet holds Ana's draft back, with a sentence for each thing, and not Mira herself", async () => {
  const { client, assistant } = await cast();
  must(
    await writeAs(client, "save-voice", { kind: "voice", id: null }, async (tx) =>
      granted(
        await tx.voiceSheet.createMany({
          data: [{ workspaceId: client.workspace.id, neverWords: ["leverage"] }],
        }),
      ),
    ),
  );
  const { draft } = await newDraft(client, assistant, "Let us leverage this, {name}.");

  const answer = await submitDraft(assistant, { id: draft.id, latest: 1 }, now());

  expect(answer).toMatchObject({ refusal: { code: "unready", marks: { length: 2 } } });
  expect((await look(client, draft.id)).marks.map(({ code }) => code)).toEqual(["never-word", "placeholder"]);
  must(await approve(client, draft.id, { text: "Let us leverage this, Tomas." }));
});

describe("What hangs on a draft", () => {
  test("comments call whoever is named; each takes their own away, and nobody another's", async () => {
    const { draft } = await newDraft(people.client, people.assistant);
    const note = "@Mira, is this right? mail@ana.test is not a call.";

    const comment = must(await commentOnDraft(people.assistant, { id: draft.id, note }, origin));

    const [seen] = (await look(people.client, draft.id)).comments;
    expect(seen).toMatchObject({ note, mentions: [people.client.userId], isMine: false, onNo: 1 });
    const target = { id: comment.id, version: 1 };
    expect(await removeComment(people.client, target, now())).toMatchObject({
      refusal: { code: "not-found" },
    });
    must(await removeComment(people.assistant, target, now()));
    expect((await look(people.client, draft.id)).comments).toEqual([]);
    expect(await removeComment(people.assistant, target, null)).toMatchObject({ refusal: { code: "stale" } });
    must(await removeComment(people.assistant, { ...target, version: 2 }, null));
    expect((await look(people.client, draft.id)).comments).toHaveLength(1);
  });

  test("files leave under a plain name, are put back, and are never too many or too large", async () => {
    const { draft } = await newDraft(people.client, people.assistant);
    const attach = (bytes: number, name = "..\\folder/map\u202E.txt") =>
      attachFile(people.assistant, {
        id: draft.id,
        name,
        mediaType: "text/plain",
        bytes: new Uint8Array(bytes).fill(7),
      });

    const file = must(await attach(3));

    const target = { id: file.attachmentId, version: 1 };
    expect((await look(people.client, draft.id)).attachments).toMatchObject([{ name: "map.txt", size: 3 }]);
    must(await takeFileOff(people.client, target, now()));
    expect((await look(people.client, draft.id)).seal).toBe(draft.seal);
    expect(await takeFileOff(people.client, target, null)).toMatchObject({ refusal: { code: "stale" } });
    must(await takeFileOff(people.client, { ...target, version: 2 }, null));
    expect((await look(people.client, draft.id)).seal).toBe(file.seal);
    expect(await attach(0)).toMatchObject({ refusal: { code: "invalid" } });
    expect(await attach(10 * 1024 * 1024 + 1)).toMatchObject({ refusal: { code: "too-large" } });
    must(await attach(9 * 1024 * 1024));
    expect(await attach(7 * 1024 * 1024)).toMatchObject({ refusal: { code: "invalid" } });
  });
});

test("The draft of what Mira makes private is gone for Ana, with its files, comments and history", async () => {
  const { draft, task } = await newDraft(people.client, people.assistant, "Marimba words", {
    title: "Marimba answer",
  });
  const bytes = Uint8Array.from([1]);
  const file = must(
    await attachFile(people.assistant, { id: draft.id, name: "marimba.txt", mediaType: "text/plain", bytes }),
  );
  must(await commentOnDraft(people.assistant, { id: draft.id, note: "Marimba?" }, origin));
  const everything = { who: null, refused: false, subject: null, rows: false };
  const isTold = async () =>
    /marimba/i.test(JSON.stringify(must(await readHistory(people.assistant, everything, null)).lines));
  expect(await isTold()).toBe(true);

  must(await editTask(people.client, { id: task.id, version: 1, isPrivate: true }));

  expect(await readDraft(people.assistant, draft.id, now(), origin)).toBeNull();
  expect(await readAttachment(people.assistant, file.attachmentId)).toBeNull();
  expect(await isTold()).toBe(false);
  const absent = { refusal: { code: "not-found" } };
  expect(await saveWords(people.assistant, words(draft.id, 1, "Still?"))).toMatchObject(absent);
  expect(await commentOnDraft(people.assistant, { id: draft.id, note: "Still?" }, origin)).toMatchObject(
    absent,
  );
  expect(await sayHere(people.assistant, { id: draft.id, isTyping: true }, now())).toMatchObject(absent);
  expect(await startDraft(people.assistant, { taskId: task.id, text: "Mine", phrases: [] })).toMatchObject(
    absent,
  );
  expect((await look(people.client, draft.id)).comments).toHaveLength(1);
});
