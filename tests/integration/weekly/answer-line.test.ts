import { expect, test } from "vitest";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { LineVerb, WeeklyLine } from "@/lib/domain/weekly/view";
import { readWeeklyLine } from "@/lib/queries/read-weekly-line";
import { onPage, readWeeklyList } from "@/lib/queries/read-weekly-list";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { completeTask } from "@/lib/use-cases/task/complete-task";
import { undoTask } from "@/lib/use-cases/task/undo-task";
import { answerLine } from "@/lib/use-cases/weekly/answer-line";
import { resumeTurn } from "@/lib/use-cases/weekly/skip-turn";
import { cast } from "../../support/cast";
import { must } from "../../support/must";
import { loseTouch } from "./lose-touch";

const at = new Date("2026-11-23T10:00:00Z");
const birthday = { kind: "birthday", label: "", month: 12, day: 5, year: 1986, leadDays: 3 } as const;

async function linesOf(actor: Actor, when = at): Promise<WeeklyLine[]> {
  const list = must(await readWeeklyList(actor, { from: "2026-11-23", horizon: 14, ...onPage }, when));
  return [...list.days, ...list.touch];
}

async function lineOf(actor: Actor): Promise<WeeklyLine> {
  const [line] = await linesOf(actor);
  if (!line) throw new Error("no line");
  return line;
}

const nothing = { pausedUntil: null, snoozedUntil: null };
const answer = (actor: Actor, line: WeeklyLine, verb: LineVerb, note = "") =>
  answerLine(
    actor,
    { personId: line.person.id, key: line.key, verb, note, version: line.task?.version ?? null },
    at,
  );

test("“Mine” makes the day's task before its time, puts it before Mira, and nobody else completes it any more", async () => {
  const { client, assistant } = await cast(at);
  must(await addPerson(client, { name: "Noor Haddad", dates: [birthday] }, at));
  const line = await lineOf(client);
  expect(line.task).toBeNull();
  const { task } = must(await answer(client, line, "mine"));

  expect(task).toMatchObject({ state: "client", tag: "must-be-you", kind: "birthday" });
  const target = { id: task?.id ?? "", version: task?.version ?? 0, note: "" };
  expect(await completeTask(assistant, target, at)).toMatchObject({
    ok: false,
    refusal: { code: "must-be-you" },
  });
  must(await undoTask(client, target));
  expect((await lineOf(client)).task).toMatchObject({ state: "inbox", tag: "delegable" });
});

test("“For Mira”, by Ana, puts it before Mira and leaves the tag alone", async () => {
  const { client, assistant } = await cast(at);
  must(await addPerson(client, { name: "Noor Haddad", dates: [birthday] }, at));
  const { task } = must(await answer(assistant, await lineOf(assistant), "mine"));

  expect(task).toMatchObject({ state: "client", tag: "delegable" });
});

test("“Draft it” goes to the assistant with Mira's note, and stays hers where it must be her", async () => {
  const { client } = await cast(at);
  must(await addPerson(client, { name: "Noor Haddad", circle: "inner", dates: [birthday] }, at));
  const { task } = must(await answer(client, await lineOf(client), "draft", "short, and in Portuguese"));

  expect(task).toMatchObject({ state: "assistant", tag: "must-be-you" });
  const notes = must(await readAs(client, (tx) => tx.task.findMany({ select: { note: true } })));
  expect(notes.map((one) => one.note).join()).toContain("Draft, please (Mira): short, and in Portuguese");
});

test("“Skip” lets the day be this year; what must be Mira only she skips, and Ana is told so", async () => {
  const { client, assistant } = await cast(at);
  must(await addPerson(client, { name: "Noor Haddad", circle: "inner", dates: [birthday] }, at));
  const line = await lineOf(assistant);
  expect(line.canSkip).toBe(false);
  expect(await answer(assistant, line, "skip")).toMatchObject({
    ok: false,
    refusal: { code: "must-be-you" },
  });
  const { task } = must(await answer(client, await lineOf(client), "skip"));

  expect(task?.state).toBe("declined");
  expect(await linesOf(client)).toEqual([]);
  const now = await readWeeklyLine(client, line.key, at);
  expect(now?.closed).toMatchObject({ outcome: "declined", by: "Mira Holt" });
});

test("A turn that is skipped rests until the next one, and can be taken back", async () => {
  const { client, assistant } = await cast(at);
  const id = await loseTouch(client, "Wei Zhang", 42, at);
  const line = await lineOf(assistant);
  expect(line).toMatchObject({ type: "touch", isDue: true, everyDays: 42, person: { id } });
  const skipped = must(await answer(assistant, line, "skip"));

  expect(skipped.pausedUntil).toBe("2027-01-04");
  expect(await linesOf(client)).toEqual([]);
  must(await resumeTurn(client, id, skipped.before ?? nothing, at));
  expect(await linesOf(client)).toHaveLength(1);
});

test("“Mine” to somebody Mira is losing touch with is a task of hers, made once", async () => {
  const { client } = await cast(at);
  await loseTouch(client, "Wei Zhang", 42, at);
  const { task } = must(await answer(client, await lineOf(client), "mine"));
  const again = must(await answer(client, await lineOf(client), "mine"));

  expect(task).toMatchObject({ kind: "keep-in-touch", state: "client", tag: "must-be-you" });
  expect(again.task?.id).toBe(task?.id);
});

test("A button that was used, or that the world has overtaken, does nothing more", async () => {
  const { client, assistant } = await cast(at);
  must(await addPerson(client, { name: "Noor Haddad", dates: [birthday] }, at));
  const line = await lineOf(client);
  must(await answer(assistant, line, "draft"));
  expect(await answer(client, line, "mine")).toMatchObject({ ok: false, refusal: { code: "stale" } });
  const fresh = await lineOf(client);
  must(await answer(client, fresh, "skip"));

  expect(await answer(client, fresh, "skip")).toMatchObject({
    ok: false,
    refusal: { code: "already-closed" },
  });
});

test("A stranger's line, a private one and one that never was are all the same: absent", async () => {
  const { client, assistant, stranger } = await cast(at);
  must(await addPerson(client, { name: "Xenia", dates: [birthday], isPrivate: true }, at));
  const line = await lineOf(client);

  for (const who of [assistant, stranger]) {
    expect(await readWeeklyLine(who, line.key, at)).toBeNull();
    for (const verb of ["mine", "draft", "skip"] as const)
      expect(await answer(who, line, verb)).toEqual({ ok: false, refusal: { code: "not-found" } });
  }
  const never = { ...line, key: line.key.replace(/[0-9a-f]/g, "0") };
  expect(await readWeeklyLine(client, never.key, at)).toBeNull();
});
