import { afterAll, describe, expect, test } from "vitest";
import { closeAppDatabase } from "@/lib/data/client";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { sayConfirmation } from "@/lib/domain/weekly/confirm";
import type { LineVerb, WeeklyLine } from "@/lib/domain/weekly/view";
import { readWeeklyLine } from "@/lib/queries/read-weekly-line";
import { onPage, readWeeklyList, readWeeklyPage } from "@/lib/queries/read-weekly-list";
import { logContact } from "@/lib/use-cases/contact/log-contact";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { makeDueTasks } from "@/lib/use-cases/person/make-due-tasks";
import { makeTouchTasks } from "@/lib/use-cases/person/make-touch-tasks";
import { completeTask } from "@/lib/use-cases/task/complete-task";
import { createTask } from "@/lib/use-cases/task/create-task";
import { editTask } from "@/lib/use-cases/task/edit-task";
import { mergeTask } from "@/lib/use-cases/task/merge-task";
import { withdrawTask } from "@/lib/use-cases/task/withdraw-task";
import { answerLine } from "@/lib/use-cases/weekly/answer-line";
import { changeMyMail } from "@/lib/use-cases/weekly/change-my-mail";
import { cast } from "../../support/cast";
import { must } from "../../support/must";
import { loseTouch } from "./lose-touch";

const at = new Date("2026-11-23T10:00:00Z");
const birthday = (leadDays = 20) =>
  ({ kind: "birthday", label: "", month: 12, day: 5, year: 1986, leadDays }) as const;
afterAll(() => closeAppDatabase());

async function linesOf(actor: Actor, when = at): Promise<WeeklyLine[]> {
  const list = must(await readWeeklyList(actor, { from: "2026-11-23", horizon: 14, ...onPage }, when));
  return [...list.days, ...list.touch];
}

async function lineOf(actor: Actor): Promise<WeeklyLine> {
  const [line] = await linesOf(actor);
  if (!line) throw new Error("no line");
  return line;
}

function answer(actor: Actor, line: WeeklyLine, verb: LineVerb, when = at) {
  const dueOn = line.type === "touch" ? line.dueOn : null;
  const version = line.task?.version ?? null;
  return answerLine(actor, { personId: line.person.id, key: line.key, verb, note: "", version, dueOn }, when);
}

const tasks = async (actor: Actor) =>
  must(await readAs(actor, (tx) => tx.task.findMany({ orderBy: { createdAt: "asc" } })));
const noor = async (actor: Actor, leadDays = 20) =>
  must(await addPerson(actor, { name: "Noor Haddad", dates: [birthday(leadDays)] }, at)).id;

describe("A day's line", () => {
  test("is gone when Mira took its task back, and an old button says so", async () => {
    const { client, assistant } = await cast(at);
    await noor(client);
    const line = await lineOf(client);
    must(await withdrawTask(client, { id: line.task?.id ?? "", version: 1 }));

    for (const who of [client, assistant]) {
      expect(await linesOf(who)).toEqual([]);
      expect(await readWeeklyLine(who, line.key, at)).toBeNull();
      for (const verb of ["mine", "draft", "skip"] as const)
        expect(await answer(who, line, verb)).toEqual({
          ok: false,
          refusal: { code: "already-closed", state: "withdrawn" },
        });
    }
  });

  test("leads to the task that Mira folded its own into", async () => {
    const { client } = await cast(at);
    const personId = await noor(client);
    const own = (await lineOf(client)).task;
    const { task } = must(await createTask(client, { kind: "other", title: "Visit Noor", personId }, at));
    must(await mergeTask(client, { id: own?.id ?? "", version: 1, into: task.id }));
    const line = await lineOf(client);

    expect(line.task).toMatchObject({ id: task.id, title: "Visit Noor" });
    expect(must(await answer(client, line, "mine")).task).toMatchObject({ id: task.id, state: "client" });
    expect((await lineOf(client)).key).toBe(line.key);
  });

  test("whose task Mira made private is answered to Ana like one that is over", async () => {
    const { client, assistant } = await cast(at);
    await noor(client);
    const line = await lineOf(assistant);
    must(await editTask(client, { id: line.task?.id ?? "", version: 1, isPrivate: true }));
    const unseen = { ...line, task: null };

    for (const verb of ["mine", "draft", "skip"] as const)
      expect(await answer(assistant, unseen, verb)).toMatchObject({ refusal: { code: "already-closed" } });
    expect(must(await answer(client, await lineOf(client), "mine")).task?.state).toBe("client");
  });

  test("makes the task of that day and year alone, and none of a day long past or far ahead", async () => {
    const { client } = await cast(at);
    const dates = [birthday(3), { ...birthday(60), kind: "other", label: "Name day", month: 12, day: 7 }];
    const { id } = must(await addPerson(client, { name: "Noor Haddad", dates: dates as never }, at));
    const before = await tasks(client);
    const line = (await linesOf(client)).find((one) => one.task === null) as WeeklyLine;
    const ofYear = (year: number) => ({ ...line, key: line.key.replace("2026", String(year)) });

    for (const year of [1985, 2025, 2027, 2999])
      expect(await answer(client, ofYear(year), "mine")).toMatchObject({ refusal: { code: "not-found" } });
    must(await answer(client, line, "mine"));
    const made = (await tasks(client)).filter((task) => !before.some((one) => one.id === task.id));
    expect(made).toMatchObject([
      { personId: id, sourceKey: line.key, title: "Birthday · Noor Haddad turns 40" },
    ]);
  });
});

describe("The line of somebody Mira is losing touch with", () => {
  const call = { how: "call", note: "", isPrivate: false } as const;
  const later = new Date("2026-11-24T10:00:00Z");

  test("says that she was in touch since, and an old button makes no task of it", async () => {
    const { client, assistant } = await cast(at);
    const id = await loseTouch(client, "Wei Zhang", 42, at);
    const line = await lineOf(client);
    must(await logContact(client, id, { ...call, at }, at));

    for (const verb of ["mine", "draft"] as const)
      expect(await answer(client, line, verb, later)).toMatchObject({ refusal: { code: "stale" } });
    expect(await tasks(client)).toEqual([]);
    for (const [reader, who] of [
      [client, "You were"],
      [assistant, "Mira was"],
    ] as const) {
      const found = await readWeeklyLine(reader, line.key, later);
      if (found === null) throw new Error("no line");
      const about = { ...found, reader: reader.role as "client", clientName: "Mira Holt", zone: "UTC" };
      expect(sayConfirmation("mine", { ...about, today: "2026-11-24" })).toEqual({
        says: "was",
        sentence: `${who} in touch on Monday 23 November: there is nothing to do now.`,
      });
    }
  });

  test("makes no second task once the one that was seen is done", async () => {
    const { client } = await cast(at);
    await loseTouch(client, "Wei Zhang", 42, at);
    must(await answer(client, await lineOf(client), "mine"));
    const line = await lineOf(client);
    const { id = "", version = 0 } = line.task ?? {};
    must(await completeTask(client, { id, version, note: "" }, at));

    expect(await answer(client, line, "draft")).toMatchObject({ refusal: { code: "stale" } });
    expect(await tasks(client)).toHaveLength(1);
  });

  test("is one task, though Mira and Ana and the clock ask for it at the same moment", async () => {
    const { client, assistant, system } = await cast(at);
    await loseTouch(client, "Wei Zhang", 42, at);
    const line = await lineOf(client);
    await Promise.all([
      answer(client, line, "mine"),
      answer(assistant, line, "draft"),
      makeTouchTasks(system, at),
      answer(client, line, "mine"),
    ]);

    expect(await tasks(client)).toHaveLength(1);
  });
});

test("The page begins today where its reader lives, which may not be where the desk stands", async () => {
  const { client, system } = await cast(at);
  const mail = { weeklyOn: false, weeklyWeekday: 1, weeklyHour: 8, weeklyDays: 21, whisperHours: null };
  must(await changeMyMail(client, { ...mail, zone: "Pacific/Kiritimati" }, at));
  must(await makeDueTasks(system, at));

  expect(must(await readWeeklyPage(client, 21, at))).toMatchObject({ from: "2026-11-24", to: "2026-12-14" });
});
