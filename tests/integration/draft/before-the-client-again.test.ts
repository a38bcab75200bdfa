import PostalMime from "postal-mime";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { readForYou } from "@/lib/queries/read-for-you";
import { readHistory } from "@/lib/queries/read-history";
import { addressDraft } from "@/lib/use-cases/draft/address-draft";
import { askForChanges } from "@/lib/use-cases/draft/ask-for-changes";
import { expireDrafts } from "@/lib/use-cases/draft/expire-drafts";
import { saveWords } from "@/lib/use-cases/draft/save-draft";
import { submitDraft } from "@/lib/use-cases/draft/submit-draft";
import { takeDraftBack } from "@/lib/use-cases/draft/take-draft-back";
import { completeTask } from "@/lib/use-cases/task/complete-task";
import { moveTask } from "@/lib/use-cases/task/move-task";
import { reopenTask } from "@/lib/use-cases/task/reopen-task";
import { retagTask } from "@/lib/use-cases/task/retag-task";
import { undoTask } from "@/lib/use-cases/task/undo-task";
import { type Cast, cast } from "../../support/cast";
import { carry, giveMailbox, later, sendingOf } from "../../support/draft/carry-scene";
import { approve, changeAccount, look, newDraft, origin } from "../../support/draft/scene";
import { accountAt, startMoodyServer, stopServers } from "../../support/mail/moody-server";
import { must } from "../../support/must";
import { asSuperuser } from "../../support/superuser";

let people: Cast;
beforeAll(async () => {
  people = await cast();
});
afterAll(stopServers);
const now = () => new Date();

/** Ana's words, put before Mira; with the task as it is then. */
async function submitted(by: Actor = people.assistant) {
  const made = await newDraft(people.client, people.assistant);
  must(await submitDraft(by, { id: made.draft.id, latest: 1 }, now()));
  return { ...made, id: made.draft.id, taskId: made.task.id, version: await versionOf(made.task.id) };
}

async function versionOf(taskId: string): Promise<number> {
  const [row] = await asSuperuser<{ version: number }>("SELECT version FROM tasks WHERE id = $1", [taskId]);
  return row?.version ?? 0;
}

/** How a draft stands: its state, who put it before Mira, since when, and whose turn its task is. */
async function standing(id: string) {
  const [row] = await asSuperuser<{ state: string; by: string | null; at: Date | null; turn: string }>(
    `SELECT d.state, d.submitted_by AS by, d.submitted_at AS at, t.state AS turn
     FROM drafts d JOIN tasks t ON t.workspace_id = d.workspace_id AND t.id = d.task_id WHERE d.id = $1`,
    [id],
  );
  if (!row) throw new Error("there is no such draft");
  return row;
}

async function told(reader: Actor): Promise<string[]> {
  const filter = { who: null, refused: false, subject: null, rows: false };
  return must(await readHistory(reader, filter, null)).lines.map((line) => line.sentence);
}

describe("Mira takes back that she asked for changes", () => {
  const ask = (id: string) => askForChanges(people.client, { id, latest: 1, reason: "Shorter" }, origin);
  const takeBack = (id: string) => submitDraft(people.client, { id, latest: 1 }, now());

  test("and it is Ana still who put it before her, when she did; History says what Mira did", async () => {
    const { id } = await submitted();
    const before = await standing(id);
    must(await ask(id));
    must(await takeBack(id));

    expect(before).toMatchObject({ state: "submitted", by: people.assistant.userId, turn: "client" });
    expect(await standing(id)).toEqual(before);
    expect(await told(people.client)).toContain(
      "Mira took the request for changes to the draft for “Answer Tomas” back.",
    );
    expect(await told(people.assistant)).not.toContain("Mira put the draft for “Answer Tomas” before Mira.");
  });

  test("and the mail that leaves still says that Ana sent it for her", async () => {
    const server = await startMoodyServer();
    const { id, accountId } = await submitted();
    await changeAccount(people.client, accountId, { authorShown: "client-and-sender" });
    await giveMailbox(people.client, accountId, server.account);
    must(await ask(id));
    must(await takeBack(id));
    must(await approve(people.client, id));
    await later(id);

    expect(await carry(people.system, (await sendingOf(id)).id, { ca: accountAt(1).ca })).toBe("sent");
    const mail = await PostalMime.parse(server.taken[0]?.raw ?? "");
    expect(mail.sender?.name).toBe("Ana Duarte");
    expect(mail.text).toContain("Sent by Ana Duarte for Mira Holt");
  });

  test("but what was changed meanwhile, Mira puts there; and what Ana puts there again, Ana does", async () => {
    const { id } = await submitted(people.agent);
    must(await ask(id));
    const { version } = await look(people.assistant, id);
    must(await addressDraft(people.assistant, { id, version }, { subject: "Sunday" }, now()));
    must(await takeBack(id));
    expect((await standing(id)).by).toBe(people.client.userId);

    must(await ask(id));
    must(await submitDraft(people.assistant, { id, latest: 1 }, now()));
    expect((await standing(id)).by).toBe(people.assistant.userId);
    must(await takeDraftBack(people.assistant, id));
    must(await submitDraft(people.agent, { id, latest: 1 }, now()));
    expect((await standing(id)).by).toBe(people.agent.userId);
  });
});

describe("A task that goes back to the assistant takes its words with it", () => {
  const hands: [title: string, run: (task: { id: string; version: number }) => Promise<unknown>][] = [
    [
      "Mira says that Ana may answer this one",
      (task) => retagTask(people.client, { ...task, tag: "delegable" }).then(must),
    ],
    ["Mira gives it back to Ana", (task) => moveTask(people.client, { ...task, to: "assistant" }).then(must)],
    ["Ana takes it back", (task) => moveTask(people.assistant, { ...task, to: "assistant" }).then(must)],
    [
      "Ana puts it back on the pile",
      (task) => moveTask(people.assistant, { ...task, to: "inbox" }).then(must),
    ],
  ];
  test.each(hands)(
    "%s: it is a draft again; taken back, it lies there as it lay, as Ana's",
    async (_, hand) => {
      const { id, taskId, version } = await submitted();
      const before = await standing(id);
      await hand({ id: taskId, version });

      expect(await standing(id)).toMatchObject({ state: "draft", by: null });
      const seen = await look(people.assistant, id);
      expect(seen.can).toMatchObject({ submit: true, takeBack: false });
      expect(await told(people.assistant)).toContain(
        "The draft for “Answer Tomas” went back to the assistant with its task.",
      );

      must(await undoTask(people.client, { id: taskId, version: version + 1 }));
      expect(await standing(id)).toEqual(before);
      expect(await told(people.client)).toContain("The draft for “Answer Tomas” lies before Mira again.");
      const card = must(await readForYou(people.client, now())).cards.find((one) => one.id === taskId);
      expect(card?.draft).toMatchObject({ state: "submitted", can: { approve: true } });
    },
  );

  test("what Ana wrote meanwhile is not put before Mira by her undo", async () => {
    const { id, taskId, version } = await submitted();
    must(await retagTask(people.client, { id: taskId, version, tag: "delegable" }));
    must(await saveWords(people.assistant, { id, basedOn: 1, text: "Dear Tomas, I wou", phrases: [] }));
    must(await undoTask(people.client, { id: taskId, version: version + 1 }));
    expect(await standing(id)).toMatchObject({ state: "draft", turn: "client" });
  });

  test("nor are words that an earlier hand took from before her", async () => {
    const { id, taskId, version } = await submitted();
    must(await retagTask(people.client, { id: taskId, version, tag: "delegable" }));
    for (const [n, to] of (["client", "assistant"] as const).entries())
      must(await moveTask(people.assistant, { id: taskId, version: version + 1 + n, to }));
    must(await undoTask(people.assistant, { id: taskId, version: version + 3 }));
    expect(await standing(id)).toMatchObject({ state: "draft", turn: "client" });
  });

  test("what is held as late comes back as a draft of Ana's, given another time", async () => {
    const { id, taskId, version } = await submitted();
    await asSuperuser("UPDATE drafts SET needed_by = now() - interval '1 minute' WHERE id = $1", [id]);
    must(await expireDrafts(people.system, origin));
    must(await moveTask(people.client, { id: taskId, version, to: "assistant" }));
    expect(await standing(id)).toMatchObject({ state: "expired" });
    const seen = await look(people.assistant, id);
    must(await addressDraft(people.assistant, { id, version: seen.version }, { neededBy: null }, now()));

    expect(await standing(id)).toMatchObject({ state: "draft", turn: "assistant" });
    expect((await look(people.assistant, id)).can.submit).toBe(true);
  });

  test("what waits for somebody else stays as it lies; a task that is opened again for Ana brings them back", async () => {
    const { id, taskId, version } = await submitted();
    must(await moveTask(people.assistant, { id: taskId, version, to: "waiting" }));
    expect(await standing(id)).toMatchObject({ state: "submitted", turn: "waiting" });

    const done = must(
      await completeTask(people.client, { id: taskId, version: version + 1, note: "" }, now()),
    );
    must(await reopenTask(people.client, { id: taskId, version: done.task.version, to: "assistant" }));
    expect(await standing(id)).toMatchObject({ state: "draft", turn: "assistant" });
  });
});
