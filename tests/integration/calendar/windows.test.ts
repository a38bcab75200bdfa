import { describe, expect, test } from "vitest";
import { listKeptOver } from "@/lib/data/kept-spans";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { TaskRow } from "@/lib/domain/task/view";
import { readCalendar } from "@/lib/queries/read-calendar";
import { readTask } from "@/lib/queries/read-task";
import { wishCalendar } from "@/lib/use-cases/calendar/wish-calendar";
import { completeTask } from "@/lib/use-cases/task/complete-task";
import { createTask } from "@/lib/use-cases/task/create-task";
import { declineTask } from "@/lib/use-cases/task/decline-task";
import { editTask } from "@/lib/use-cases/task/edit-task";
import { mergeTask } from "@/lib/use-cases/task/merge-task";
import { quickAdd } from "@/lib/use-cases/task/quick-add";
import { reopenTask } from "@/lib/use-cases/task/reopen-task";
import { undoTask } from "@/lib/use-cases/task/undo-task";
import { unmergeTask } from "@/lib/use-cases/task/unmerge-task";
import { withdrawTask } from "@/lib/use-cases/task/withdraw-task";
import { makeTask } from "@/prisma/seed/make/make-task";
import { cast } from "../../support/cast";
import { must } from "../../support/must";

const at = new Date("2026-12-01T10:00:00Z");
const publishAt = "2026-12-03T08:00:00.000Z";
const wishes = {
  checkHours: 24,
  escalateHours: 4,
  travelMinutes: 30,
  windowMinutes: 60,
  hoursFrom: "09:00",
  hoursTo: "18:00",
  workDays: [1, 2, 3, 4, 5],
};

/** The windows of a week as somebody sees them: "09:00–10:00", or "busy 09:00–10:00". */
async function windows(actor: Actor): Promise<string[]> {
  const { entries } = must(await readCalendar(actor, "2026-11-30", "2026-12-07", at));
  return entries.flatMap((entry) => {
    const when = `${entry.time}–${entry.endTime}`;
    if (entry.type === "busy") return [`busy ${when}`];
    return entry.type === "kept" && entry.source === "window" ? [when] : [];
  });
}
const post = (actor: Actor, more: Partial<Parameters<typeof makeTask>[1]> = {}): Promise<TaskRow> =>
  makeTask(actor, { kind: "scheduled-post", title: "The lamp is out", fields: { publishAt }, ...more }, at);
const seen = ({ id, version }: TaskRow) => ({ id, version });
const edit = async (actor: Actor, task: TaskRow, change: object): Promise<TaskRow> =>
  must(await editTask(actor, { ...seen(task), ...change })).task;

describe("After a scheduled post the client's time is kept to answer", () => {
  test("as long as the desk wishes, or as the post says; by the day it is due when no hour of its own is said", async () => {
    const { client, assistant } = await cast(at);
    const task = await post(assistant);
    expect(await windows(assistant)).toEqual(["09:00–10:00"]);

    const longer = await edit(assistant, task, { fields: { publishAt, windowMinutes: 90 } });
    expect(await windows(client)).toEqual(["09:00–10:30"]);
    const moved = await edit(assistant, longer, {
      fields: { publishAt: "2026-12-04T12:00:00.000Z", windowMinutes: 90 },
    });
    expect(await windows(client)).toEqual(["13:00–14:30"]);
    const due = await edit(client, moved, {
      fields: {},
      dueAt: new Date("2026-12-03T15:00:00Z"),
      dueAllDay: false,
    });
    expect(await windows(client)).toEqual(["16:00–17:00"]);
    await edit(client, due, { dueAllDay: true });
    expect(await windows(client)).toEqual([]);
  });

  test("when the desk wishes another length, windows without one of their own follow", async () => {
    const { client } = await cast(at);
    await post(client);
    await post(client, {
      title: "Another",
      fields: { publishAt: "2026-12-03T12:00:00.000Z", windowMinutes: 30 },
    });

    must(await wishCalendar(client, { ...wishes, windowMinutes: 45 }));
    expect(await windows(client)).toEqual(["09:00–09:45", "13:00–13:30"]);
    must(await wishCalendar(client, { ...wishes, windowMinutes: 0 }));
    expect(await windows(client)).toEqual(["13:00–13:30"]);
  });

  test("one line of quick add keeps it, too", async () => {
    const { assistant } = await cast(at);
    must(await quickAdd(assistant, "post the lamp 3 Dec 09:00", at));
    expect(await windows(assistant)).toEqual(["09:00–10:00"]);
  });

  test("a post that becomes something else keeps none, something else that becomes a post does", async () => {
    const { client } = await cast(at);
    const task = await post(client);
    const other = await edit(client, task, { kind: "other" });
    expect(await windows(client)).toEqual([]);
    await edit(client, other, { kind: "scheduled-post" });
    expect(await windows(client)).toEqual(["09:00–10:00"]);
  });

  test("declined, taken back or folded away it keeps none; opened again, brought back or taken out it does", async () => {
    const { client } = await cast(at);
    const task = await post(client);
    const declined = must(await declineTask(client, { ...seen(task), note: "" }, at)).task;
    expect(await windows(client)).toEqual([]);
    const open = must(await reopenTask(client, seen(declined))).task;
    expect(await windows(client)).toEqual(["09:00–10:00"]);

    const into = await makeTask(client, { kind: "other", title: "Lamps", tag: "must-be-you" }, at);
    const folded = must(await mergeTask(client, { ...seen(open), into: into.id })).task;
    expect(await windows(client)).toEqual([]);
    const out = must(await unmergeTask(client, seen(folded))).task;
    expect(await windows(client)).toEqual(["09:00–10:00"]);

    must(await completeTask(client, { ...seen(out), note: "", words: "" }, at));
    expect(await windows(client)).toEqual(["09:00–10:00"]);
    const slip = await post(client, { title: "A slip", fields: { publishAt: "2026-12-03T14:00:00.000Z" } });
    must(await withdrawTask(client, seen(slip)));
    expect(await windows(client)).toEqual(["09:00–10:00"]);
  });

  test("undoing an edit moves the window back with the post", async () => {
    const { assistant } = await cast(at);
    const task = await post(assistant);
    const moved = await edit(assistant, task, { fields: { publishAt: "2026-12-04T12:00:00.000Z" } });
    must(await undoTask(assistant, seen(moved)));
    expect(await windows(assistant)).toEqual(["09:00–10:00"]);
  });

  test("made private it is busy for Ana, without a name, and its own for Mira", async () => {
    const { client, assistant } = await cast(at);
    const task = await post(client);
    const hidden = await edit(client, task, { isPrivate: true });
    expect(await windows(assistant)).toEqual(["busy 09:00–10:00"]);
    expect(await windows(client)).toEqual(["09:00–10:00"]);
    await edit(client, hidden, { isPrivate: false });
    expect(await windows(assistant)).toEqual(["09:00–10:00"]);
  });
});

describe("What is kept after a post is Mira's to shorten", () => {
  const isProtected = { ok: false, refusal: { code: "protected", kept: ["time to answer after a post"] } };

  test("Ana makes it longer, and takes that back, but no shorter than the desk wishes", async () => {
    const { client, assistant } = await cast(at);
    const task = await post(assistant);
    const say = (of: TaskRow, windowMinutes: number) =>
      editTask(assistant, { ...seen(of), fields: { publishAt, windowMinutes } });
    const longer = must(await say(task, 120)).task;
    expect(await say(longer, 45)).toMatchObject(isProtected);
    const back = must(await undoTask(assistant, seen(longer))) as { task: TaskRow };
    expect(await say(back.task, 0)).toMatchObject(isProtected);
    expect(await windows(client)).toEqual(["09:00–10:00"]);
    expect(
      await createTask(
        assistant,
        { kind: "scheduled-post", title: "Quietly", fields: { publishAt, windowMinutes: 0 } },
        at,
      ),
    ).toMatchObject(isProtected);
  });

  test("what Mira shortened stays so whatever else Ana changes, and is not shortened again by an undo", async () => {
    const { client, assistant } = await cast(at);
    const task = await post(client);
    const shorter = await edit(client, task, { fields: { publishAt, windowMinutes: 15 } });
    expect(await windows(assistant)).toEqual(["09:00–09:15"]);
    const moved = await edit(assistant, shorter, {
      fields: { publishAt: "2026-12-03T09:00:00.000Z", windowMinutes: 15 },
    });
    expect(await windows(assistant)).toEqual(["10:00–10:15"]);
    const whole = await edit(client, moved, { fields: { publishAt, windowMinutes: 60 } });
    expect(await undoTask(assistant, seen(whole))).toMatchObject(isProtected);
    expect(await windows(client)).toEqual(["09:00–10:00"]);
  });
});

describe("What is kept after a post is not lost with the post", () => {
  const isProtected = { ok: false, refusal: { code: "protected", kept: ["time to answer after a post"] } };
  // Later than any day on which this is run: time that is over is nobody's.
  const later = "2099-12-03T08:00:00.000Z";
  const laterPost = (actor: Actor, more: Partial<Parameters<typeof makeTask>[1]> = {}) =>
    post(actor, { tag: "delegable", fields: { publishAt: later }, ...more });
  const keptBy = async (actor: Actor) =>
    must(await readAs(actor, (tx) => listKeptOver(tx, actor.workspace.id, new Date(later), new Date(later))))
      .length;

  test("Ana makes it nothing else, takes its hour away, declines it or folds it away: it stays as it was", async () => {
    const { client, assistant } = await cast(at);
    const task = await laterPost(client);
    const dueAt = new Date("2099-12-03T00:00:00Z");
    const into = await makeTask(client, { kind: "other", title: "Lamps", tag: "must-be-you" }, at);
    const other = await laterPost(client, { fields: { publishAt: "2099-12-04T08:00:00.000Z" } });
    for (const refused of [
      await editTask(assistant, { ...seen(task), kind: "other" }),
      await editTask(assistant, { ...seen(task), kind: "other", fields: { windowMinutes: 0 } }),
      await editTask(assistant, { ...seen(task), fields: {} }),
      await editTask(assistant, { ...seen(task), fields: {}, dueAt, dueAllDay: true }),
      await declineTask(assistant, { ...seen(task), note: "" }, at),
      await mergeTask(assistant, { ...seen(task), into: into.id }),
      await mergeTask(assistant, { ...seen(task), into: other.id }),
    ])
      expect(refused).toMatchObject(isProtected);
    expect(await keptBy(assistant)).toBe(1);
  });

  test("declining it is offered to Mira, and not to Ana; once its time is over, to both", async () => {
    const { client, assistant, agent } = await cast(at);
    const offered = async (id: string) =>
      Promise.all([client, assistant, agent].map(async (who) => (await readTask(who, id))?.can.decline));
    const kept = await laterPost(client);
    const over = await laterPost(client, { fields: { publishAt: "2020-12-03T08:00:00.000Z" } });
    expect(await offered(kept.id)).toEqual([true, false, false]);
    expect(await offered(over.id)).toEqual([true, true, true]);
  });

  test("Ana moves it with its time, folds it into its double, and takes back what she has just made", async () => {
    const { client, assistant } = await cast(at);
    const task = await laterPost(client);
    const due = { fields: {}, dueAt: new Date(later), dueAllDay: false };
    const moved = await edit(assistant, task, due);
    const double = await laterPost(client);
    must(await mergeTask(assistant, { ...seen(moved), into: double.id }));
    expect(await keptBy(assistant)).toBe(1);
    const slip = await post(assistant, { fields: { publishAt: later } });
    must(await withdrawTask(assistant, seen(slip)));
    expect(await keptBy(assistant)).toBe(1);
  });

  test("when its time is over, Ana declines it", async () => {
    const { client, assistant } = await cast(at);
    const task = await laterPost(client, { fields: { publishAt: "2020-12-03T08:00:00.000Z" } });
    must(await declineTask(assistant, { ...seen(task), note: "It never went out." }, at));
  });
});

test("Only Mira wishes, and a day that ends before it begins is told at its field", async () => {
  const { client, assistant } = await cast(at);
  expect(await wishCalendar(assistant, wishes)).toMatchObject({ refusal: { code: "only-client" } });
  expect(await wishCalendar(client, { ...wishes, hoursFrom: "18:00", hoursTo: "09:00" })).toMatchObject({
    refusal: { code: "invalid", fields: { hoursTo: "The day ends after it begins." } },
  });
});
