import { beforeAll, describe, expect, test } from "vitest";
import { findSending } from "@/lib/data/sendings";
import { readAs } from "@/lib/data/transaction";
import { readForYou } from "@/lib/queries/read-for-you";
import { readTask } from "@/lib/queries/read-task";
import { callBackDraft } from "@/lib/use-cases/draft/call-back-draft";
import { finishSending } from "@/lib/use-cases/draft/finish-sending";
import { removeDraft } from "@/lib/use-cases/draft/remove-draft";
import { saveWords } from "@/lib/use-cases/draft/save-draft";
import type { Target } from "@/lib/use-cases/task/change-task";
import { completeTask } from "@/lib/use-cases/task/complete-task";
import type { TaskToMake } from "@/lib/use-cases/task/create-task";
import { declineTask } from "@/lib/use-cases/task/decline-task";
import { editTask } from "@/lib/use-cases/task/edit-task";
import { mergeTask } from "@/lib/use-cases/task/merge-task";
import { moveTask } from "@/lib/use-cases/task/move-task";
import { reopenTask } from "@/lib/use-cases/task/reopen-task";
import { undoTask } from "@/lib/use-cases/task/undo-task";
import { unmergeTask } from "@/lib/use-cases/task/unmerge-task";
import { withdrawTask } from "@/lib/use-cases/task/withdraw-task";
import { type Cast, cast } from "../../support/cast";
import { approve, look, newDraft, newLetter, setOnItsWay } from "../../support/draft/scene";
import { must } from "../../support/must";

let people: Cast;
beforeAll(async () => {
  people = await cast();
});
const at = () => new Date();
const delegable = { tag: "delegable" } as const;

const closings: [
  how: string,
  close: (task: Target) => Promise<{ ok: boolean; refusal?: { code: string } }>,
][] = [
  ["completes", (task) => completeTask(people.client, { ...task, note: "" }, at())],
  ["declines", (task) => declineTask(people.client, { ...task, note: "" }, at())],
  ["takes back", (task) => withdrawTask(people.client, task)],
  [
    "folds away",
    async (task) => mergeTask(people.client, { ...task, into: (await newLetter(people.client)).id }),
  ],
];

async function approvedDraft(more: Partial<TaskToMake> = {}) {
  const made = await newDraft(people.client, people.assistant, undefined, more);
  must(await approve(people.client, made.draft.id));
  const task = must(
    await readAs(people.client, (tx) => tx.task.findFirstOrThrow({ where: { id: made.task.id } })),
  );
  return { id: made.draft.id, task: { id: task.id, version: task.version } };
}

const sendingsOf = async (draftId: string) =>
  must(
    await readAs(people.client, (tx) => tx.sending.findMany({ where: { draftId }, select: { state: true } })),
  );

describe("While words wait to leave, whoever closes their task by hand calls them back", () => {
  test.each(closings)("Mira %s it", async (_, close) => {
    const { id, task } = await approvedDraft();

    const answer = await close(task);

    expect(answer).toMatchObject({ ok: true });
    expect(await sendingsOf(id)).toEqual([{ state: "stopped" }]);
    expect(
      must(await readAs(people.client, (tx) => tx.draft.findFirstOrThrow({ where: { id } }))),
    ).toMatchObject({
      state: "draft",
      removedAt: null,
    });
  });
});

describe("Whoever takes that back, the task lies before Mira again, as her words do not leave any more", () => {
  const anas: [how: string, close: (task: Target) => ReturnType<typeof completeTask>][] = [
    ["completed", (task) => completeTask(people.assistant, { ...task, note: "" }, at())],
    ["declined", (task) => declineTask(people.assistant, { ...task, note: "" }, at())],
    [
      "folded away",
      async (task) =>
        mergeTask(people.assistant, { ...task, into: (await newLetter(people.client, delegable)).id }),
    ],
  ];
  const backs: [way: string, back: (task: Target) => ReturnType<typeof reopenTask>, of: string[]][] = [
    ["undoes it", (task) => undoTask(people.assistant, task) as ReturnType<typeof reopenTask>, []],
    ["opens it again", (task) => reopenTask(people.assistant, task), ["completed", "declined"]],
    ["takes it out", (task) => unmergeTask(people.assistant, task), ["folded away"]],
  ];
  const rows = anas.flatMap(([how, close]) =>
    backs
      .filter(([, , of]) => of.length === 0 || of.includes(how))
      .map(([way, back]) => [how, way, close, back] as const),
  );
  test.each(rows)("Ana %s it, and %s", async (_, __, close, back) => {
    const { task } = await approvedDraft(delegable);
    const { task: closed } = must(await close(task));

    must(await back({ id: closed.id, version: closed.version }));

    const { cards } = must(await readForYou(people.client, at()));
    expect(cards.map(({ id }) => id)).toContain(task.id);
  });

  test("but what is undone later goes where it was", async () => {
    const { task } = await approvedDraft(delegable);
    const { task: closed } = must(await completeTask(people.assistant, { ...task, note: "" }, at()));
    const { task: open } = must(
      await reopenTask(people.assistant, { id: closed.id, version: closed.version }),
    );
    const { task: moved } = must(
      await moveTask(people.client, { id: open.id, version: open.version, to: "assistant" }),
    );
    const { task: noted } = must(
      await editTask(people.client, { id: moved.id, version: moved.version, note: "Soon" }),
    );

    must(await undoTask(people.client, { id: noted.id, version: noted.version }));

    expect(await readTask(people.client, task.id)).toMatchObject({ state: "assistant", note: "" });
  });
});

describe("While words are on their way, their task stays open", () => {
  const ways = ["leaving", "handed-over", "unsure"] as const;
  test.each(closings.flatMap(([how, close]) => ways.map((state) => [how, state, close] as const)))(
    "Mira %s it while they are “%s”",
    async (_, state, close) => {
      const { id, task } = await approvedDraft();
      await setOnItsWay(id, state);

      const answer = await close(task);

      expect(answer).toEqual({ ok: false, refusal: { code: "leaving" } });
      expect(await look(people.client, id)).toMatchObject({ state: "approved", sending: { state } });
    },
  );

  test("and nothing about them changes any more", async () => {
    const { id } = await approvedDraft();
    await setOnItsWay(id, "leaving");
    const leaving = { refusal: { code: "leaving" } };

    expect(await saveWords(people.client, { id, basedOn: 1, text: "No.", phrases: [] })).toMatchObject(
      leaving,
    );
    expect(await callBackDraft(people.client, id)).toMatchObject(leaving);
    expect(await removeDraft(people.client, { id, latest: 1 }, at())).toMatchObject(leaving);
    expect((await look(people.client, id)).can).toMatchObject({
      write: false,
      callBack: false,
      approve: false,
    });
  });
});

test("Mira completes her task while she calls its words back in another window: neither waits for ever, nothing is sent", async () => {
  for (let turn = 0; turn < 8; turn += 1) {
    const { id, task } = await approvedDraft();

    const [closed, undone] = await Promise.all([
      completeTask(people.client, { ...task, note: "" }, at()),
      callBackDraft(people.client, id),
    ]);

    const answers = [closed, undone].map((answer) => (answer.ok ? "yes" : answer.refusal.code));
    expect([
      ["yes", "already-closed"],
      ["yes", "not-undoable"],
      ["stale", "yes"],
    ]).toContainEqual(answers);
    expect(await sendingsOf(id)).toEqual([{ state: "stopped" }]);
  }
});

test("Mira completes her task in the moment in which its words arrive: it is done once, by them, and nobody waits for ever", async () => {
  for (let turn = 0; turn < 8; turn += 1) {
    const { id, task } = await approvedDraft();
    await setOnItsWay(id, "handed-over");
    const workspaceId = people.client.workspace.id;
    const sending = must(
      await readAs(people.client, async (tx) => {
        const { id: sendingId } = await tx.sending.findFirstOrThrow({ where: { draftId: id } });
        return findSending(tx, workspaceId, sendingId);
      }),
    );
    if (sending === null) throw new Error("there is no sending");

    const [went, closed] = await Promise.all([
      finishSending(people.system, sending, at()),
      completeTask(people.client, { ...task, note: "" }, at()),
    ]);

    expect(went).toEqual({ ok: true, value: "sent" });
    expect(closed).toMatchObject({ ok: false });
    const gestures = must(
      await readAs(people.client, (tx) => tx.gesture.findMany({ where: { taskId: task.id } })),
    );
    expect(gestures).toMatchObject([{ draftId: id, byRole: "client", byUser: people.client.userId }]);
  }
});
